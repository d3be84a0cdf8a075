import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { commit, readyLayers, type Store } from '$lib/db';
import type { RowBlock } from '$lib/engine/ingest';
import type { Progress } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import { toAppError } from '$lib/workers/failure';
import { commitStaged } from '$lib/workers/jobs/import';
import { asWriter } from '$lib/workers/jobs/locks';
import { previewFile } from '$lib/workers/jobs/preview';
import { sealHere } from '$lib/workers/jobs/seal';
import type { SealingJob } from '$lib/workers/sealApi';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({});
const rows = (count: number, day = 1) =>
	Array.from({ length: count }, (_, k) => {
		const start = new Date(Date.UTC(2026, 10, day) + k * 60_000).toISOString();
		return k % 2 === 0
			? `i${k},${start},,voice,standard,Reception,Main line,,${30 + k},c${k % 7},handled`
			: `i${k},${start},,chat,premium,Web,Website,${1 + (k % 5)},,c${k % 7},`;
	});

/** Everything a workspace's database holds, as record counts by store. */
async function stored({ db }: Store): Promise<Record<string, number>> {
	const counts = await Promise.all(
		[...db.objectStoreNames].map(async (name) => [name, await db.count(name)] as const)
	);
	return Object.fromEntries(counts.filter(([name, count]) => count > 0 && name !== 'root'));
}

afterEach(() => vi.restoreAllMocks());

test('a staged file counts nowhere until it is committed', async () => {
	const store = await newStore();
	const { staged } = await stage(store, settings, canonicalFile(rows(40)));
	expect(await readyLayers(store.db)).toEqual([]);
	expect(await loadUsage(store, settings)).toBeNull();
	await commitStaged(store, staged);
	expect((await loadUsage(store, settings))?.interactions).toBe(40);
});

test('the same file twice is one layer, whichever was staged first', async () => {
	const store = await newStore();
	const file = canonicalFile(rows(10));
	const first = await stage(store, settings, file);
	const second = await stage(store, settings, new File([file], 'copy.csv'));
	const committed = await commitStaged(store, second.staged);
	const again = await commitStaged(store, first.staged);
	expect(again).toMatchObject({ already: true, layer: { id: committed.layer.id } });
	expect(await readyLayers(store.db)).toHaveLength(1);
	expect((await stored(store))['num']).toBe(1);
});

test('rows that come once more in a file put together from two are told, in small blocks and in no order, too', async () => {
	const store = await newStore();
	const told = async (lines: readonly string[], blockRows?: number) => {
		const { view } = await stage(store, settings, canonicalFile(lines), {}, blockRows ? { blockRows } : {});
		return view.notices;
	};
	const [all, late] = [rows(200), rows(200).slice(150)];
	expect(await told(all)).toEqual({});
	expect(await told([...all, ...late])).toEqual({ repeated: 50 });
	const shuffled = [...all, ...late].toSorted((a, b) => (a.slice(-20) < b.slice(-20) ? -1 : 1));
	expect(await told(shuffled, 16)).toEqual({ repeated: 50 });
});

test('a cancelled import leaves nothing behind', async () => {
	const store = await newStore();
	let cancelled = false;
	const reading = stage(
		store,
		settings,
		canonicalFile(rows(90_000)),
		{},
		{
			cancelled: () => cancelled,
			onProgress: () => (cancelled = true)
		}
	);
	await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
	expect(await stored(store)).toEqual({});
});

test('an import that is cancelled while its rows are put in order leaves nothing behind', async () => {
	const store = await newStore();
	let cancelled = false;
	const reading = stage(
		store,
		settings,
		canonicalFile([...rows(400), ...rows(400)]),
		{},
		{
			blockRows: 20,
			cancelled: () => cancelled,
			onProgress: ({ phase }) => (cancelled ||= phase === 'sorting')
		}
	);
	await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
	expect(await stored(store)).toEqual({});
});

test('a removed layer takes all its bytes along and leaves the others whole', async () => {
	const store = await newStore();
	const { layer } = await importFile(store, settings, canonicalFile(rows(30, 1)));
	await importFile(store, settings, canonicalFile(rows(20, 9), 'other.csv'));
	const usage = await loadUsage(store, settings);
	expect(usage?.interactions).toBe(50);
	await asWriter(store, (term) => commit(store, term, { drop: [layer.id] }));
	expect((await loadUsage(store, settings))?.interactions).toBe(20);
	const layersLeft = await stored(store);
	expect(layersLeft).toMatchObject({
		layers: 1,
		num: 1,
		text: 1,
		live: 1,
		dictionaries: 3,
		cubes: 2
	});
});

test('figures depend on the rows, not on the files they came in nor their order', async () => {
	const all = rows(200);
	const whole = await newStore();
	await importFile(whole, settings, canonicalFile(all));
	const parts = await newStore();
	await importFile(parts, settings, canonicalFile(all.slice(90).toReversed(), 'b.csv'));
	await importFile(parts, settings, canonicalFile(all.slice(0, 90), 'a.csv'));
	const [one, two] = [await loadUsage(whole, settings), await loadUsage(parts, settings)];
	expect(two?.timeline).toEqual(one?.timeline);
	expect(two?.interactions).toBe(200);
});

test('a large file in no order of time is stored in order, month by month, and gives the same figures', async () => {
	// Up to the first of December.
	const all = rows(4_000, 29);
	// Blocks of the file in any order: every block holds rows of the whole stretch.
	const shuffled = all.map((_, k) => all[(k * 1_777) % all.length] as string);
	const [sorted, mixed] = [await newStore(), await newStore()];
	await importFile(sorted, settings, canonicalFile(all));
	const { staged } = await stage(mixed, settings, canonicalFile(shuffled), {}, { blockRows: 500 });
	const { layer } = await commitStaged(mixed, staged);
	const december = Date.UTC(2026, 11, 1, 5);
	const inNovember = [500, 500, 500, 500, 500, 500, 180];
	expect(layer.blocks.map((block) => block.rows)).toEqual([...inNovember, 500, 320]);
	for (const [k, { first, last }] of layer.blocks.entries()) {
		expect(first < december).toBe(k < inNovember.length);
		expect(last < december).toBe(k < inNovember.length);
		if (k > 0) expect(first).toBeGreaterThanOrEqual(layer.blocks[k - 1]?.last ?? Infinity);
	}
	const [one, two] = [await loadUsage(sorted, settings), await loadUsage(mixed, settings)];
	expect(two?.timeline).toEqual(one?.timeline);
	const terms = one?.termsAt(null);
	if (!one || !two || !terms) throw new Error('no usage');
	expect(await two.ledger({ ...terms, tier: 2_000 })).toEqual(await one.ledger({ ...terms, tier: 2_000 }));
});

test('rows that cannot be read are listed with line, column, value and reason; the rest is staged', async () => {
	const store = await newStore();
	const bad = 'x,2026-11-05T10:00:00Z,,voice,standard,Reception,Main line,,-4,,';
	const { view } = await stage(store, settings, canonicalFile([...rows(3), bad, ...rows(2, 6)]));
	expect(view).toMatchObject({ interactions: 5, problemCount: 1 });
	expect(view.problems).toEqual([{ line: 5, column: 'duration_seconds', value: '-4', reason: 'negative' }]);
});

test('progress tells rows and bytes of the whole', async () => {
	const store = await newStore();
	const told: Progress[] = [];
	const file = canonicalFile(rows(2_000));
	await stage(store, settings, file, {}, { onProgress: (progress) => told.push(progress) });
	expect(told.at(-1)).toEqual({ phase: 'saving', rows: 2_000, bytes: file.size, totalBytes: file.size });
});

test('an import whose sealer is lost fails by name, and leaves nothing behind', async () => {
	const store = await newStore();
	const seal = sealHere();
	let sealed = 0;
	const dying = {
		...seal,
		seal: async (block: RowBlock) => {
			if (++sealed > 2) throw new AppError('workerLost');
			return seal.seal(block);
		}
	};
	const reading = stage(store, settings, canonicalFile(rows(500)), {}, { blockRows: 100, seal: dying });
	await expect(reading).rejects.toMatchObject({ code: 'workerLost' });
	expect(await stored(store)).toEqual({});
});

test('a rehearsal leaves no trace in what is sealed after it, and ends when that begins', async () => {
	const file = canonicalFile(rows(5_000));
	const { sniffed, mapping } = await sniffedFile(file);
	const seal = sealHere();
	let ended = false;
	const rehearsing = {
		...seal,
		rehearse: (job: SealingJob, block: RowBlock) => seal.rehearse(job, block).finally(() => (ended = true))
	};
	const [plain, rehearsed] = [await newStore(), await newStore()];
	await previewFile(rehearsed, settings, file, sniffed, mapping, {
		seal: rehearsing,
		wanted: () => true
	});
	expect(ended).toBe(false);
	const { staged, view } = await stage(rehearsed, settings, file, {}, { seal });
	await vi.waitFor(() => expect(ended).toBe(true));
	await commitStaged(rehearsed, staged);
	const other = await importFile(plain, settings, file);
	expect(view.months).toEqual(other.view.months);
	const [one, two] = [await loadUsage(plain, settings), await loadUsage(rehearsed, settings)];
	expect(two?.interactions).toBe(5_000);
	expect(two?.timeline).toEqual(one?.timeline);
});

test('a preview shows rows as they will be read, with the credits they will cost', async () => {
	const file = canonicalFile(rows(4));
	const { sniffed, mapping } = await sniffedFile(file);
	const { rows: shown } = await previewFile(await newStore(), settings, file, sniffed, mapping);
	// 30 s and 32 s are one started minute each; chats of 2 and 4 premium messages.
	expect(shown.map(({ channel, credits }) => [channel, credits])).toEqual([
		['voice', 10],
		['chat', 8],
		['voice', 10],
		['chat', 16]
	]);
});

async function sniffedFile(file: File) {
	const { propose, sniff } = await import('$lib/engine/ingest');
	const found = sniff(new Uint8Array(await file.arrayBuffer()), file.name, file.size, (b) =>
		new TextDecoder().decode(b)
	);
	if (found.kind !== 'table') throw new Error('refused');
	return { sniffed: found.sniffed, mapping: propose(found.sniffed).mapping };
}

describe('storage that fails leaves the previous state whole and gives the space back', () => {
	test.each([1, 2, 3])(
		'when it is full at write %i of a file',
		async (at) => {
			const store = await newStore();
			await importFile(store, settings, canonicalFile(rows(5)));
			const before = await stored(store);
			let writes = 0;
			const put = IDBObjectStore.prototype.put;
			vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
				if (this.name === 'num' && ++writes >= at) throw new DOMException('full', 'QuotaExceededError');
				return put.apply(this, args);
			});
			const failing = stage(store, settings, canonicalFile(rows(200_000, 3)));
			const error = await failing.then(
				() => null,
				(cause: unknown) => toAppError(cause)
			);
			expect(error).toBeInstanceOf(AppError);
			expect(error?.code).toBe('storageFull');
			expect(await stored(store)).toEqual(before);
		},
		60_000
	);
});

describe('a file that holds no usage is refused with the reason, and nothing is stored', () => {
	const long = `${'id,started_at,channel'}\n${'x'.repeat(17 * 1024 * 1024)}`;
	const files: [string, File, string][] = [
		['an empty file', new File([], 'empty.csv'), 'empty'],
		['a file of blank lines', new File(['\n\n  \n'], 'blank.csv'), 'empty'],
		['a PDF', new File(['%PDF-1.7\n1 0 obj'], 'invoice.pdf'), 'binary'],
		['a picture', new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])], 'usage.jpg'), 'binary'],
		['lines without columns', new File(['Calls of March\nAll of them\n'], 'notes.txt'), 'noHeader'],
		['a header alone', canonicalFile([]), 'noRows'],
		['only rows that cannot be read', canonicalFile(['a,yesterday,,voice,,,,,5,,']), 'noUsableRow'],
		['one line of 17 MB', new File([long], 'long.csv'), 'lineTooLong']
	];
	test.each(files)('%s', async (_, file, code) => {
		const store = await newStore();
		await expect(
			importFile(store, settings, file, { zone: 'offset', channel: { column: 3 } })
		).rejects.toMatchObject({ code });
		expect(await stored(store)).toEqual({});
	});
});
