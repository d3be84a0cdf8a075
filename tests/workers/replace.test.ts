import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
	commit,
	readyLayers,
	Registry,
	removedLayers,
	updateLayer,
	type LayerRecord,
	type Store
} from '$lib/db';
import type { Mapping } from '$lib/engine/ingest';
import { commitStaged, type ImportJob } from '$lib/workers/jobs/import';
import { asWriter } from '$lib/workers/jobs/locks';
import { readAgain } from '$lib/workers/jobs/readAgain';
import { takeBack } from '$lib/workers/jobs/takeBack';
import type { ReadingProfile } from '$lib/workers/readerApi';
import { blankSettings, readSettings, SETTINGS, withoutProfile } from '$lib/workers/settings/document';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({ timeZone: 'America/Toronto' });

/** Calls on the clock of a system that says no zone, a minute apart, in another layout than ours. */
const foreign = (count: number, name = 'avaya.csv') => {
	const clock = (k: number) => `03/11/2026 08:${String(k).padStart(2, '0')}`;
	const rows = Array.from({ length: count }, (_, k) => `${clock(k)};${k + 1},5;Desk ${k % 3};c${k}`);
	return new File([`When;Minutes;Queue;Ref\n${rows.join('\n')}\n`], name);
};
const WRONG: Partial<Mapping> = {
	start: { date: 0, time: null },
	dateForm: 'mdy',
	zone: 'UTC',
	channel: { constant: 'voice' },
	duration: { column: 1 },
	durationForm: 'seconds',
	marks: [{ column: 1, decimal: ',' }],
	agent: null,
	entity: null,
	id: { column: 3 },
	further: []
};
const RIGHT: Partial<Mapping> = {
	...WRONG,
	dateForm: 'dmy',
	zone: 'America/Toronto',
	durationForm: 'minutes',
	entity: { column: 2 }
};

const read = (store: Store, file: File, mapping: Partial<Mapping>, options: Partial<ImportJob> = {}) =>
	stage(store, settings, file, mapping, options);

async function replace(store: Store, layer: LayerRecord, file: File, mapping: Partial<Mapping>) {
	const { staged } = await read(store, file, mapping, { replaces: layer.id });
	return commitStaged(store, staged);
}

/** Everything in a workspace's database, byte for byte; without what begins anew with each holder of the lock. */
async function everything({ db }: Store): Promise<unknown> {
	const bytes = (value: unknown) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value);
	const stores = await Promise.all(
		[...db.objectStoreNames]
			.filter((name) => name !== 'root')
			.map(async (name) => [name, await db.getAllKeys(name), (await db.getAll(name)).map(bytes)])
	);
	return { revision: (await db.get('root', 'root'))?.revision, stores };
}

/** The same without revisions. */
async function contents(store: Store): Promise<unknown> {
	const { stores } = (await everything(store)) as {
		stores: readonly (readonly [string, unknown, unknown])[];
	};
	const { value } = await readSettings(store.db);
	return [stores.filter(([name]) => name !== 'documents'), value];
}

const PROFILE: ReadingProfile = {
	fingerprint: '0123456789abcdef0123456789abcdef',
	file: 'first.csv',
	confirmedOn: '2026-11-03',
	header: ['When', 'Minutes', 'Queue', 'Ref'],
	reading: { encoding: null, sheet: null, delimiter: null, header: null },
	mapping: {} as Mapping
};

/** What the screens answer from: figures by hour and who took it, and the running cycle's account. */
async function answers(store: Store) {
	const usage = await loadUsage(store, settings);
	const terms = usage?.termsAt(null);
	return usage && terms
		? {
				timeline: usage.timeline,
				seconds: usage.time.seconds,
				interactions: usage.interactions,
				ledger: await usage.ledger({ ...terms, tier: 200 })
			}
		: null;
}

afterEach(() => vi.restoreAllMocks());

describe('a layer whose file is read in another way', () => {
	test('gives its place in one commit: what counts then is what importing only the corrected file gives', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(30), WRONG);
		const before = (await readyLayers(store.db))[0] as LayerRecord;
		const done = await replace(store, layer, foreign(30), RIGHT);
		const only = await newStore();
		await importFile(only, settings, foreign(30), RIGHT);
		expect(await answers(store)).toEqual(await answers(only));
		const [after, ...others] = await readyLayers(store.db);
		expect(others).toEqual([]);
		expect(after).toMatchObject({ id: done.layer.id, order: before.order, digest: before.digest });
		expect(after?.mapping).toMatchObject({ zone: 'America/Toronto', dateForm: 'dmy' });
		expect(((await everything(store)) as { revision: number }).revision).toBe(2);
		// What was read before is kept for Undo; once that is erased, nothing of it is left.
		expect((await removedLayers(store.db)).map(({ id }) => id)).toEqual([before.id]);
		await asWriter(store, (term) => commit(store, term, { drop: [before.id] }));
		const { stores } = (await everything(store)) as { stores: unknown };
		expect(JSON.stringify(stores)).not.toContain(before.id);
	});

	test('is taken back in one commit: byte for byte what it was, and so is how files with its header are read', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(30), WRONG);
		const profile = (file: string) => ({ ...PROFILE, file, mapping: layer.mapping as Mapping });
		const written = (profiles: readonly ReadingProfile[]) => JSON.stringify({ ...settings, profiles });
		const save = (json: string) =>
			asWriter(store, (term) => commit(store, term, { documents: { [SETTINGS]: () => json } }));
		await save(written([profile('first.csv')]));
		const before = await contents(store);
		const done = await replace(store, layer, foreign(30), RIGHT);
		await save(written([profile('avaya.csv')]));
		const read = { now: profile('avaya.csv'), before: profile('first.csv') };
		const { revision: at } = (await everything(store)) as { revision: number };
		const what = { layer: layer.id, instead: done.layer.id, profile: read };
		expect(await takeBack(store, what)).toBe(at + 1);
		expect((await readSettings(store.db)).value.profiles).toEqual([profile('first.csv')]);
		await asWriter(store, (term) => commit(store, term, { drop: [done.layer.id] }));
		expect(await contents(store)).toEqual(before);
		// It is done once: what is not there any more takes nothing's place.
		expect(await takeBack(store, what)).toBeNull();
		expect(await takeBack(store, { ...what, layer: done.layer.id, instead: layer.id })).toBeNull();
		expect(await contents(store)).toEqual(before);
	});

	test('is taken back only as long as the new reading counts: the same calls never count in two ways', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(30), WRONG);
		const second = await replace(store, layer, foreign(30), RIGHT);
		const inSeconds = { ...RIGHT, durationForm: 'seconds' as const };
		const third = await replace(store, second.layer, foreign(30), inSeconds);
		const first = { layer: layer.id, instead: second.layer.id, profile: null };
		expect(await takeBack(store, first)).toBeNull();
		expect((await readyLayers(store.db)).map(({ id }) => id)).toEqual([third.layer.id]);
		// One after the other, the last one first.
		expect(
			await takeBack(store, { layer: second.layer.id, instead: third.layer.id, profile: null })
		).not.toBeNull();
		expect(await takeBack(store, first)).not.toBeNull();
		expect((await readyLayers(store.db)).map(({ id }) => id)).toEqual([layer.id]);
	});

	test('takes no other part of the file in its place, and what was rated of its lengths stays rated', async () => {
		const store = await newStore();
		const two = (name: string) =>
			new File(['When;Talk;Billed\n2026-11-03 08:00;61;120\n2026-11-03 09:00;30;60\n'], name);
		const read = (durations: readonly number[], first: number): Partial<Mapping> => ({
			...RIGHT,
			dateForm: 'ymd',
			durationForm: 'seconds',
			entity: null,
			id: null,
			marks: [],
			duration: { column: first },
			further: durations.map((column) => ({
				column,
				name: column === 1 ? 'Talk' : 'Billed',
				form: 'seconds'
			}))
		});
		const { layer } = await importFile(store, settings, two('calls.csv'), read([2], 1));
		await asWriter(store, (term) => updateLayer(store, term, layer.id, { ratedDuration: 1 }));
		const done = await replace(store, layer, two('calls.csv'), { ...read([2], 1), zone: 'UTC' });
		expect(done.layer).toMatchObject({ durations: ['Talk', 'Billed'], ratedDuration: 1 });
		const without = await replace(store, done.layer, two('calls.csv'), read([], 1));
		expect(without.layer.ratedDuration).toBe(0);
		const other = await stage(store, settings, foreign(3), RIGHT, { replaces: without.layer.id });
		await expect(commitStaged(store, other.staged)).rejects.toMatchObject({ code: 'layerGone' });
	});

	test('that was removed does not come back beside the same file, which was imported again since', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(20), WRONG);
		const set = (state: LayerRecord['state']) =>
			asWriter(store, (term) => updateLayer(store, term, layer.id, { state }));
		await set('removed');
		const again = await importFile(store, settings, foreign(20), RIGHT);
		expect(await set('ready')).toBeNull();
		expect((await readyLayers(store.db)).map(({ id }) => id)).toEqual([again.layer.id]);
		await asWriter(store, (term) => commit(store, term, { drop: [again.layer.id] }));
		expect(await set('ready')).not.toBeNull();
	});

	test('of one workspace is never made to count in another: its rows are not there', async () => {
		const [store, other] = [await newStore(), await newStore()];
		const { staged } = await read(store, foreign(10), RIGHT);
		const before = await everything(other);
		await expect(commitStaged(other, staged)).rejects.toMatchObject({ code: 'unexpected' });
		expect(await everything(other)).toEqual(before);
		expect((await commitStaged(store, staged)).layer.rows).toBe(10);
	});

	test('leaves a profile alone that was changed since', async () => {
		const changed = { ...PROFILE, confirmedOn: '2026-11-20' };
		const now = { ...blankSettings(), profiles: [changed] };
		expect(withoutProfile(now, { now: PROFILE, before: null })).toEqual(now);
		expect(withoutProfile(now, { now: changed, before: null }).profiles).toEqual([]);
	});

	test('keeps its place, its precedence and the period that was said of it, and still meets other files as it did', async () => {
		const store = await newStore();
		const first = await importFile(store, settings, foreign(20), RIGHT, 3);
		await importFile(store, settings, foreign(25, 'other.csv'), RIGHT);
		const day = 86_400_000;
		const coverage = { from: first.layer.first - 3 * day, to: first.layer.last + 3 * day };
		await asWriter(store, (term) => updateLayer(store, term, first.layer.id, { coverage }));
		const inSeconds = { ...RIGHT, durationForm: 'seconds' as const };
		await replace(store, first.layer, foreign(20, 'renamed.csv'), inSeconds);
		expect(await readyLayers(store.db)).toMatchObject([
			{ name: 'avaya.csv', order: 0, precedence: 3, coverage },
			{ name: 'other.csv', order: 1 }
		]);
		const both = await newStore();
		await importFile(both, settings, foreign(25, 'other.csv'), RIGHT);
		await importFile(both, settings, foreign(20), inSeconds, 3);
		const [one, other] = [await answers(store), await answers(both)];
		expect(one?.interactions).toBe(25);
		expect(one?.seconds).toEqual(other?.seconds);
	});

	test('lets go of a period that does not hold its rows any more', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(5), RIGHT);
		const coverage = { from: layer.first - 1, to: layer.last + 1 };
		await asWriter(store, (term) => updateLayer(store, term, layer.id, { coverage }));
		const done = await replace(store, layer, foreign(5), WRONG);
		expect(done.layer.coverage).toBeNull();
	});

	test('stays byte for byte when the new reading is cancelled, thrown away, or fails at any step of the commit', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(40), WRONG);
		const before = await everything(store);
		const replacing = { replaces: layer.id, blockRows: 10 };

		let cancelled = false;
		const reading = read(store, foreign(40), RIGHT, {
			...replacing,
			cancelled: () => cancelled,
			onProgress: () => (cancelled = true)
		});
		await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
		expect(await everything(store)).toEqual(before);

		// Every row refused: nothing could take its place.
		const none = read(store, foreign(40), { ...RIGHT, dateForm: 'epoch' }, replacing);
		await expect(none).rejects.toMatchObject({ code: 'noUsableRow' });
		expect(await everything(store)).toEqual(before);

		for (const fails of ['layers', 'dictionaries', 'cubes', 'root']) {
			const { staged } = await read(store, foreign(40), RIGHT, replacing);
			let writes = 0;
			const real = IDBObjectStore.prototype.put;
			vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
				// The first write of the root begins the term.
				if (this.name === fails && ++writes > (fails === 'root' ? 1 : 0))
					throw new DOMException('', 'UnknownError');
				return real.apply(this, args);
			});
			await expect(commitStaged(store, staged), fails).rejects.toBeDefined();
			vi.restoreAllMocks();
			expect(await everything(store), fails).toEqual(before);
		}
		const { staged } = await read(store, foreign(40), RIGHT, replacing);
		expect((await commitStaged(store, staged)).already).toBe(false);
	});

	test('that was removed meanwhile is not brought back, and nothing is imported in its place', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(10), WRONG);
		const { staged } = await read(store, foreign(10), RIGHT, { replaces: layer.id });
		await asWriter(store, (term) => commit(store, term, { drop: [layer.id] }));
		await expect(commitStaged(store, staged)).rejects.toMatchObject({
			code: 'layerGone',
			params: { file: 'avaya.csv' }
		});
		const { stores } = (await everything(store)) as { stores: readonly (readonly unknown[])[] };
		expect(stores.flatMap(([, keys]) => keys)).toEqual([]);
	});
});

describe('the file of a layer is known again', () => {
	test('by its bytes, whatever it is called now, with how it was read', async () => {
		const store = await newStore();
		const reading = { encoding: null, sheet: null, delimiter: ';', header: 1 };
		const { staged } = await read(store, foreign(10), WRONG, { reading });
		const { layer } = await commitStaged(store, staged);
		const again = await readAgain(store, layer.id, foreign(10, 'moved.csv'), []);
		expect(again).toEqual({ reading, mapping: layer.mapping });
		expect(await readAgain(store, layer.id, foreign(11), [])).toBeNull();
		const other = new File([(await foreign(10).text()).replace('Desk 0', 'Desk 9')], 'avaya.csv');
		expect(other.size).toBe(foreign(10).size);
		expect(await readAgain(store, layer.id, other, [])).toBeNull();
		await expect(readAgain(store, 'none', other, [])).rejects.toMatchObject({ code: 'layerGone' });
	});

	test('of a workbook with the sheet that was read', async () => {
		const store = await newStore();
		const file = new File(['PK workbook'], 'calls.xlsx');
		const text = canonicalFile(['1,2026-11-03T08:00:00Z,,voice,standard,A,,,61,,']);
		const converted = {
			text,
			sums: false,
			numbering: 'rows',
			sheet: 'Data',
			sheets: ['Cover', 'Data'],
			full: false
		} as const;
		const { staged } = await stage(store, settings, text, {}, { table: { file, converted } });
		const { layer } = await commitStaged(store, staged);
		// The other sheet may be a layer of its own: both are told apart.
		expect(layer.name).toBe('calls.xlsx · Data');
		expect(await readAgain(store, layer.id, file, ['Cover', 'Data'])).toMatchObject({
			reading: { sheet: 'Data', encoding: null }
		});
		expect(await readAgain(store, layer.id, file, ['Cover', 'Other'])).toBeNull();
	});

	test('but what is stored of how it was read is believed only where it can be', async () => {
		const store = await newStore();
		const { layer } = await importFile(store, settings, foreign(3), WRONG);
		const hostile = { ...(layer.mapping as object), zone: '<script>' };
		await store.db.put('layers', (await forged(layer, hostile)) as never);
		expect(await readAgain(store, layer.id, foreign(3), [])).toEqual({ reading: null, mapping: null });
	});
});

/** A layer's record as a backup may bring it. */
async function forged(layer: LayerRecord, mapping: unknown) {
	const { seal } = await import('$lib/db/sealed');
	return seal({ ...layer, mapping });
}

test('where files lie is remembered by what is in them, and forgotten with their layers and workspace', async () => {
	const registry = new Registry();
	const handle = (name: string) => ({ kind: 'file', name }) as FileSystemFileHandle;
	await registry.keepFile('w1', 'aa', handle('a.csv'), ['aa']);
	await registry.keepFile('w2', 'aa', handle('elsewhere.csv'), ['aa']);
	await registry.keepFile('w1', 'bb', handle('b.csv'), ['aa', 'bb']);
	expect(await registry.keptFile('w1', 'aa')).toMatchObject({ name: 'a.csv' });
	await registry.keepFile('w1', 'cc', handle('c.csv'), ['bb', 'cc']);
	expect(await registry.keptFile('w1', 'aa')).toBeNull();
	expect(await registry.keptFile('w1', 'bb')).toMatchObject({ name: 'b.csv' });
	await registry.forget('w1');
	expect(await registry.keptFile('w1', 'bb')).toBeNull();
	expect(await registry.keptFile('w2', 'aa')).toMatchObject({ name: 'elsewhere.csv' });
	registry.close();
});
