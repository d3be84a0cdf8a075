import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import { ImportFlow } from '$lib/state/importFlow.svelte';
import type { Mapping } from '$lib/engine/ingest';
import { withSource } from '$lib/state/mapping';
import type { LayerView } from '$lib/workers/api';
import { fakeClient, type FakeOptions } from '../support/fake/client';
import { beginImports } from '../support/importFlow';

const HEADER = 'id,started_at,channel,class,agent,messages,duration_seconds';
const canonical = (name = 'usage.csv', rows = 3) =>
	new File(
		[
			[
				HEADER,
				...Array.from(
					{ length: rows },
					(_, k) => `${name}-${k},2026-11-03T08:0${k}:00Z,voice,standard,Reception,,61`
				)
			].join('\n')
		],
		name
	);
const withBadRow = () =>
	new File(
		[`${HEADER}\n1,2026-11-03T08:00:00Z,voice,standard,A,,61\n2,yesterday,voice,standard,A,,61\n`],
		'bad.csv'
	);
const foreign = (name = 'calls.csv') =>
	new File(['When;Seconds\n2026-11-03 08:00;61\n2026-11-03 08:05;14\n'], name);

const packed = (files: Record<string, string>) =>
	new File(
		[
			new Uint8Array(
				zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
			)
		],
		'exports.zip'
	);

let app: App;
let flow: ImportFlow;
let client: ReturnType<typeof fakeClient>;

async function begin(options: FakeOptions = {}) {
	({ client, app, flow } = await beginImports(options));
}

beforeEach(() => begin());

describe('a file of ours', () => {
	it('waits for Import without a question, with its first rows shown', async () => {
		await flow.choose([canonical()]);
		expect(flow.phase).toBe('mapping');
		expect(flow.plain).toBe(true);
		expect(flow.unsaved).toBe('choosing');
		expect(flow.missing).toEqual([]);
		expect(flow.preview?.rows).toHaveLength(3);
		expect(app.layers).toHaveLength(0);
	});

	it('is imported at one press', async () => {
		await flow.choose([canonical()]);
		await flow.start();
		expect(flow.phase).toBe('idle');
		expect(flow.unsaved).toBeNull();
		expect(flow.outcomes).toMatchObject([
			{ kind: 'imported', layer: { interactions: 3, name: 'usage.csv' } }
		]);
	});

	it('waits for the workspace where it was chosen before one is open', async () => {
		const early = new App();
		const waiting = new ImportFlow(early);
		const chosen = waiting.choose([canonical()]);
		expect(waiting.phase).toBe('looking');
		early.connect(fakeClient());
		await early.open(null);
		await chosen;
		expect(waiting.phase).toBe('mapping');
	});
});

describe('another file', () => {
	it('cannot be imported before what is open has been answered', async () => {
		await flow.choose([foreign()]);
		expect(flow.plain).toBe(false);
		expect(flow.missing).toContain('channel');
		await flow.start();
		expect(flow.phase).toBe('mapping');
		expect(client.calls.some((call) => call.startsWith('stage'))).toBe(false);
	});

	it('is imported once it has been, and its totals were shown', async () => {
		await flow.choose([foreign()]);
		const { mapping } = flow;
		if (!mapping) throw new Error('no mapping');
		await flow.map(
			withSource(
				{
					...mapping,
					start: { date: 0, time: null },
					dateForm: 'ymd',
					zone: 'America/Toronto',
					duration: { column: 1 },
					durationForm: 'seconds'
				},
				'channel',
				'=voice'
			)
		);
		expect(flow.missing).toEqual([]);
		expect(flow.preview?.rows).toHaveLength(2);
		await flow.start();
		expect(flow.phase).toBe('review');
		expect(flow.staged?.months).toMatchObject([{ channel: 'voice', interactions: 2 }]);
		await flow.commit();
		expect(flow.outcomes).toMatchObject([{ kind: 'imported', layer: { interactions: 2 } }]);
	});

	it('follows by itself where the one before it has the same header, and was confirmed', async () => {
		const other = new File(['When;Seconds\n2026-11-04 08:00;61\n2026-11-04 08:05;14\n'], 'b.csv');
		await flow.choose([foreign('a.csv'), other]);
		await confirm();
		expect(flow.phase).toBe('idle');
		expect(flow.outcomes).toMatchObject([
			{ kind: 'imported', layer: { name: 'a.csv', interactions: 2 } },
			{ kind: 'imported', layer: { name: 'b.csv', interactions: 2 } }
		]);
	});

	it('that has the same header and rows that cannot be read is put before the person all the same', async () => {
		const other = new File(['When;Seconds\n2026-11-04 08:00;61\nlater;14\n'], 'b.csv');
		await flow.choose([foreign('a.csv'), other]);
		await confirm();
		expect(flow.file?.name).toBe('b.csv');
		expect(flow.phase).toBe('review');
		expect(flow.mapping?.zone).toBe('UTC');
	});
});

/** Answers what is open of the file in hand, reads it, and imports it. */
async function confirm(): Promise<void> {
	const { mapping } = flow;
	if (!mapping) throw new Error('no mapping');
	await flow.map({
		...mapping,
		start: { date: 0, time: null },
		dateForm: 'ymd',
		zone: 'UTC',
		channel: { constant: 'voice' },
		duration: { column: 1 },
		durationForm: 'seconds'
	});
	await flow.start();
	await flow.commit();
}

const settled = () => vi.waitFor(() => expect(app.settings?.value.profiles).toHaveLength(1));

describe('a file with a header that was confirmed before', () => {
	const december = (name = 'december.csv') =>
		new File(['when;SECONDS\n2026-12-03 08:00;61\n2026-12-03 08:05;14\n2026-12-03 08:06;9\n'], name);

	it('goes straight to its totals, and says for which file it was', async () => {
		await flow.choose([foreign('november.csv')]);
		await confirm();
		await settled();
		const later = new ImportFlow(app);
		await later.choose([december()]);
		expect(later.phase).toBe('review');
		expect(later.profile).toMatchObject({ file: 'november.csv', mapping: { zone: 'UTC' } });
		await later.commit();
		expect(later.outcomes).toMatchObject([{ kind: 'imported', layer: { interactions: 3 } }]);
		// Nothing was said anew: it stays as it was confirmed.
		expect(app.settings?.value.profiles).toMatchObject([{ file: 'november.csv' }]);
	});

	it('is read afresh where the person asks for that, and the new answers stand from then on', async () => {
		await flow.choose([foreign('november.csv')]);
		await confirm();
		await settled();
		flow = new ImportFlow(app);
		await flow.choose([december()]);
		await flow.afresh();
		expect(flow.phase).toBe('mapping');
		expect(flow.profile).toBeNull();
		expect(flow.missing).toContain('channel');
		expect(client.calls.some((call) => call.startsWith('discard'))).toBe(true);
		await confirm();
		await vi.waitFor(() => expect(app.settings?.value.profiles).toMatchObject([{ file: 'december.csv' }]));
	});

	it('is asked about like every other where nothing was to be remembered', async () => {
		await flow.choose([foreign('november.csv')]);
		flow.remember = false;
		await confirm();
		flow = new ImportFlow(app);
		await flow.choose([december()]);
		expect(flow.phase).toBe('mapping');
		expect(app.settings?.value.profiles).toEqual([]);
	});

	it('has the lists of JSON to choose from, as a workbook has its sheets', async () => {
		const at = '2026-11-03T08:00:00Z';
		const text = JSON.stringify({
			calls: [
				{ start: at, seconds: 61 },
				{ start: at, seconds: 14 }
			],
			chats: [{ start: at, messages: 3 }]
		});
		await flow.choose([new File([text], 'all.json')]);
		expect(flow.table?.converted).toMatchObject({ sheet: 'calls', sheets: ['calls', 'chats'] });
		await flow.readAs({ sheet: 'chats' });
		expect(flow.found?.sniffed.header).toEqual(['start', 'messages']);
		expect(flow.table?.converted?.sheet).toBe('chats');
	});

	it('is asked which of several lists or sheets is meant, each time: none of the others is passed over', async () => {
		const rows = (duration: number) => [{ start: '2026-11-03T08:00:00Z', channel: 'voice', duration }];
		const both = (name: string) => new File([JSON.stringify({ calls: rows(61), more: rows(62) })], name);
		await flow.choose([both('all.json'), both('again.json')]);
		await flow.start();
		await flow.commit();
		// The same header has been confirmed, and an import goes on by itself.
		expect([flow.file?.name, flow.phase, flow.profile !== null]).toEqual(['again.json', 'mapping', true]);
		await flow.start();
		// The very same text is here; the other list of it is not.
		expect(flow.outcomes.map(({ kind }) => kind)).toEqual(['imported', 'alreadyHere']);
		await flow.choose([both('all.json')]);
		await flow.readAs({ sheet: 'more' });
		await flow.start();
		expect(flow.phase).toBe('review');
		await flow.commit();
		expect(flow.outcomes).toMatchObject([{ kind: 'imported', layer: { interactions: 1 } }]);
	});

	it('is found as its text was said to be read, unless other columns come of that', async () => {
		const titled = (name: string, header = 'When;Seconds') =>
			new File([`Calls;of us\n${header}\n2026-11-03 08:00;61\n2026-11-03 08:05;${name.length}\n`], name);
		await flow.choose([titled('november.csv')]);
		await flow.readAs({ header: 2 });
		await confirm();
		await settled();
		flow = new ImportFlow(app);
		await flow.choose([titled('dec.csv')]);
		expect(flow.phase).toBe('review');
		expect(flow.reading.header).toBe(2);
		await flow.cancel();
		await flow.choose([titled('other.csv', 'When;Minutes')]);
		expect(flow.phase).toBe('mapping');
		expect(flow.profile).toBeNull();
		expect(flow.found?.sniffed.header).toEqual(['Calls', 'of us']);
	});

	it('is never read by a mapping that is not complete', async () => {
		await flow.choose([foreign('november.csv')]);
		await confirm();
		await settled();
		const [profile] = app.settings?.value.profiles ?? [];
		if (!app.settings || !profile) throw new Error('no profile');
		await app.saveSettings({
			...app.settings.value,
			profiles: [{ ...profile, mapping: { ...profile.mapping, zone: null } }]
		});
		flow = new ImportFlow(app);
		await flow.choose([december()]);
		expect(flow.phase).toBe('mapping');
		expect(flow.missing).toEqual(['zone']);
	});
});

describe('a layer whose file is read in another way', () => {
	async function imported() {
		await flow.choose([foreign()]);
		await confirm();
		await vi.waitFor(() => expect(app.layers).toHaveLength(1));
		return app.layers[0] as LayerView;
	}

	it('stays until the new reading is confirmed, and gives it its place then', async () => {
		const layer = await imported();
		const again = { mapping: null, reading: { encoding: null, sheet: null, delimiter: ';', header: null } };
		await flow.correct(layer, foreign('moved.csv'), again);
		expect(flow.phase).toBe('mapping');
		expect(flow.replacing).toBe(layer);
		expect(flow.reading.delimiter).toBe(';');
		await flow.start();
		// However little there is to ask: the person sees what comes of it first.
		expect(flow.phase).toBe('review');
		expect(app.layers).toEqual([layer]);
		await flow.commit();
		expect(flow.outcomes).toMatchObject([{ kind: 'imported', corrected: { layer: layer.id } }]);
		await vi.waitFor(() => expect(app.layers[0]?.id).not.toBe(layer.id));
		expect(app.layers).toHaveLength(1);
	});

	/** The file in hand is a layer's, read in another way; its outcome. */
	async function corrected(layer: LayerView) {
		await flow.correct(layer, foreign(), { mapping: null, reading: null });
		await flow.map({ ...(flow.mapping as Mapping), durationForm: 'minutes' });
		await flow.start();
		await flow.commit();
		await vi.waitFor(() => expect(app.layers[0]?.id).not.toBe(layer.id));
		const [outcome] = flow.outcomes;
		if (outcome?.kind !== 'imported') throw new Error('not imported');
		return outcome;
	}
	const forms = () => app.settings?.value.profiles.map(({ mapping }) => mapping.durationForm);

	it('comes back by Undo, with how files with its header are read', async () => {
		const layer = await imported();
		expect(forms()).toEqual(['seconds']);
		const outcome = await corrected(layer);
		await vi.waitFor(() => expect(forms()).toEqual(['minutes']));
		await flow.takeBack(outcome);
		expect(flow.outcomes).toEqual([{ kind: 'takenBack', fileName: 'calls.csv', profile: true }]);
		await vi.waitFor(() => expect(app.layers).toEqual([layer]));
		expect(forms()).toEqual(['seconds']);
		await flow.choose([foreign('december.csv')]);
		expect(flow.mapping?.durationForm).toBe('seconds');
	});

	it('does not come back where the new reading was removed meanwhile: that is said, and nothing changes', async () => {
		const outcome = await corrected(await imported());
		await app.removeLayer(outcome.layer.id);
		await flow.takeBack(outcome);
		expect(flow.outcomes).toMatchObject([
			{ kind: 'failed', error: { code: 'layerGone', params: { file: 'calls.csv' } } }
		]);
		await vi.waitFor(() => expect(app.layers).toEqual([]));
	});

	it('stays as it was where the new reading is given up', async () => {
		const layer = await imported();
		await flow.correct(layer, foreign(), { mapping: null, reading: null });
		await flow.start();
		await flow.cancel();
		expect(flow.outcomes).toEqual([{ kind: 'kept', fileName: 'calls.csv' }]);
		expect(app.layers).toEqual([layer]);
		expect(flow.replacing).toBeNull();
	});
});

it('remembers where a file lies that was dropped, once it counts', async () => {
	const file = canonical();
	const handle = { kind: 'file', name: 'usage.csv' } as FileSystemFileHandle;
	await flow.choose([file], [], [[file, handle]]);
	await flow.start();
	expect(client.calls.at(-1)).toMatch(/^keepFile layer-\d+ usage.csv$/);
});

describe('a file of sums by day', () => {
	const sums = () => new File(['# drawdown-summary: version=1\n'], 'summary.csv');

	it('counts without a question, and the next file goes on by itself', async () => {
		await flow.choose([sums(), canonical()]);
		expect(flow.outcomes).toMatchObject([
			{ kind: 'sums', fileName: 'summary.csv', interactions: 5 },
			{ kind: 'imported', layer: { name: 'usage.csv' } }
		]);
	});

	it('waits for a word where other files hold its days, and counts only then', async () => {
		await begin({ besideSums: true });
		await flow.choose([sums()]);
		expect(flow.phase).toBe('beside');
		expect(flow.beside).toEqual(['not summary.csv']);
		expect(flow.outcomes).toEqual([]);
		await flow.sums(flow.file as File, true);
		expect(flow.outcomes).toMatchObject([{ kind: 'sums' }]);
	});

	it('is one in Parquet, too, where the metadata say so', async () => {
		const written = parquetWriteBuffer({
			columnData: [{ name: 'day', data: ['2026-03-02'] }],
			kvMetadata: [{ key: 'drawdown-summary', value: 'version=1' }]
		});
		await flow.choose([new File([written], 'sums.parquet')]);
		expect(flow.outcomes).toMatchObject([{ kind: 'sums', fileName: 'sums.parquet', interactions: 5 }]);
	});

	it('is given up with nothing imported', async () => {
		await begin({ besideSums: true });
		await flow.choose([sums()]);
		await flow.cancel();
		expect(flow.outcomes).toEqual([{ kind: 'cancelled', fileName: 'summary.csv' }]);
		expect(flow.phase).toBe('idle');
	});
});

describe('rows that cannot be read', () => {
	it('are put before the person, and nothing counts yet', async () => {
		await flow.choose([withBadRow()]);
		await flow.start();
		expect(flow.phase).toBe('review');
		expect(flow.staged).toMatchObject({
			interactions: 1,
			problemCount: 1,
			problems: [{ line: 3, column: 'started_at', value: 'yesterday', reason: 'badDate' }]
		});
		expect(client.calls.some((call) => call.startsWith('commit'))).toBe(false);
	});

	it('are left out when the person imports the rest', async () => {
		await flow.choose([withBadRow()]);
		await flow.start();
		await flow.commit();
		expect(flow.outcomes).toMatchObject([{ kind: 'imported', layer: { interactions: 1, leftOut: 1 } }]);
	});

	it('can be answered with nothing at all, which throws the staged rows away', async () => {
		await flow.choose([withBadRow()]);
		await flow.start();
		const token = flow.staged?.token;
		await flow.cancel();
		expect(client.calls).toContain(`discard ${token}`);
		expect(flow.outcomes).toMatchObject([{ kind: 'cancelled', fileName: 'bad.csv' }]);
		expect(flow.phase).toBe('idle');
	});

	it('send the person back to the columns when no row is left', async () => {
		await flow.choose([new File([`${HEADER}\n1,never,voice,standard,A,,61\n`], 'none.csv')]);
		await flow.start();
		expect(flow.phase).toBe('mapping');
		expect(flow.outcomes).toMatchObject([{ kind: 'failed', error: { code: 'noUsableRow' } }]);
	});
});

describe('cancelling', () => {
	it('says how many files waited behind the one that is given up, wherever it is', async () => {
		const stuck = { whileStaging: () => new Promise<void>(() => undefined) };
		for (const when of ['mapping', 'reading'] as const) {
			await begin(when === 'reading' ? stuck : {});
			await flow.choose([canonical(), canonical(), canonical()]);
			const reading = when === 'reading' ? flow.start() : Promise.resolve();
			expect(flow.phase).toBe(when);
			await flow.cancel();
			await reading;
			expect(flow.outcomes).toEqual([{ kind: 'cancelled', fileName: 'usage.csv', others: 2 }]);
			await flow.choose([canonical()]);
			if (when === 'reading') continue;
			await flow.cancel();
			expect(flow.outcomes).toEqual([{ kind: 'cancelled', fileName: 'usage.csv' }]);
		}
	});

	it('ends the reading at once and stores nothing', async () => {
		await begin({ whileStaging: () => new Promise(() => undefined) });
		await flow.choose([canonical()]);
		const reading = flow.start();
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(flow.phase).toBe('reading');
		expect(flow.progress).toMatchObject({ phase: 'reading', rows: 412_000 });
		await flow.cancel();
		await reading;
		expect(flow.phase).toBe('idle');
		expect(flow.outcomes).toMatchObject([{ kind: 'cancelled', fileName: 'usage.csv' }]);
		expect(client.calls.some((call) => call.startsWith('commit'))).toBe(false);
	});

	it('forgets the files that wait', async () => {
		await flow.choose([canonical('a.csv'), canonical('b.csv')]);
		await flow.cancel();
		expect(flow.phase).toBe('idle');
		expect(flow.waiting).toEqual([]);
	});
});

describe('several files', () => {
	it('are imported one after another at one press, where none asks a question', async () => {
		await flow.choose([canonical('a.csv'), canonical('b.csv', 2)]);
		expect(flow.file?.name).toBe('a.csv');
		await flow.start();
		expect(flow.outcomes.map((outcome) => outcome.kind)).toEqual(['imported', 'imported']);
		expect(flow.phase).toBe('idle');
	});

	it('go on after one that cannot be read at all', async () => {
		await flow.choose([new File([''], 'empty.csv'), canonical('b.csv')]);
		expect(flow.outcomes).toMatchObject([
			{ kind: 'failed', error: { code: 'empty', params: { file: 'empty.csv' } } }
		]);
		expect(flow.file?.name).toBe('b.csv');
		expect(flow.phase).toBe('mapping');
	});
});

it('says of the very same file that it is already here, and changes nothing', async () => {
	await flow.choose([canonical()]);
	await flow.start();
	await flow.choose([canonical()]);
	await flow.start();
	expect(flow.outcomes).toMatchObject([
		{ kind: 'alreadyHere', fileName: 'usage.csv', layer: { interactions: 3 } }
	]);
	expect(client.calls.filter((call) => call.startsWith('commit'))).toHaveLength(1);
});

it('names a folder without a file and goes on with the files beside it', async () => {
	await flow.choose([canonical()], ['exports']);
	expect(flow.outcomes).toEqual([{ kind: 'emptyFolder', name: 'exports' }]);
	expect(flow.phase).toBe('mapping');
});

describe('a file of another format', () => {
	it('that is an archive gives its place to the files in it, in order', async () => {
		const zip = packed({ 'a.csv': await canonical('a').text(), 'b.json': '[{"id":1,"start":"2026-11-03"}]' });
		await flow.choose([zip, canonical('last.csv')]);
		expect(flow.file?.name).toBe('a.csv');
		expect(flow.waiting.map(({ name }) => name)).toEqual(['b.json', 'last.csv']);
		await flow.start();
		expect(flow.outcomes).toMatchObject([{ kind: 'imported', layer: { name: 'a.csv', interactions: 3 } }]);
		expect(flow.file?.name).toBe('b.json');
		expect(flow.found?.sniffed.header).toEqual(['id', 'start']);
	});

	it('is read into rows as a text is, under its own name', async () => {
		const json = new File(
			['[{"id":"1","started_at":"2026-11-03T08:00:00Z","channel":"chat","messages":2}]'],
			'calls.json'
		);
		await flow.choose([json]);
		expect(flow.plain).toBe(true);
		await flow.start();
		expect(flow.outcomes).toMatchObject([
			{ kind: 'imported', layer: { name: 'calls.json', interactions: 1 } }
		]);
	});

	it('is given up at once, whatever its reader is at, and nothing is left of it', async () => {
		const json = new File(['[{"id":1,"n":2}]'], 'calls.json');
		await begin({ whileConverting: () => new Promise(() => undefined) });
		const chosen = flow.choose([json, canonical()]);
		while (!client.calls.includes('convert calls.json')) await new Promise((later) => setTimeout(later));
		expect(flow.phase).toBe('looking');
		await flow.cancel();
		await chosen;
		expect(flow.phase).toBe('idle');
		expect(flow.outcomes).toEqual([{ kind: 'cancelled', fileName: 'calls.json', others: 1 }]);
		expect(app.layers).toHaveLength(0);
	});

	it('that cannot be read is refused by name, and the next one goes on', async () => {
		await flow.choose([new File(['PK\u0003\u0004 cut'], 'calls.zip'), canonical()]);
		expect(flow.outcomes).toMatchObject([
			{ kind: 'failed', error: { code: 'damagedFile', params: { file: 'calls.zip', kind: 'zip' } } }
		]);
		expect(flow.file?.name).toBe('usage.csv');
	});
});

describe('how a text is read', () => {
	const ansi = () =>
		new File(
			[Uint8Array.from('x;y\nid;d\xe9but\n1;2026-11-03\n', (letter) => letter.charCodeAt(0))],
			'a.csv'
		);

	it('is found out, and can be said otherwise', async () => {
		await flow.choose([ansi()]);
		expect(flow.form).toMatchObject({ encoding: 'windows-1252', because: 'notUtf8' });
		expect(flow.found?.sniffed.header).toEqual(['x', 'y']);
		await flow.readAs({ header: 2 });
		expect(flow.phase).toBe('mapping');
		expect(flow.found?.sniffed.header).toEqual(['id', 'début']);
		await flow.readAs({ encoding: 'utf-8' });
		expect(flow.found?.sniffed.header).toEqual(['id', 'd\ufffdbut']);
		expect(client.calls.filter((call) => call.startsWith('convert'))).toHaveLength(1);
	});

	it('stays as it was where the other way cannot be read', async () => {
		await flow.choose([ansi()]);
		await flow.readAs({ delimiter: '|' });
		expect(flow.outcomes).toMatchObject([{ kind: 'failed', error: { code: 'noHeader' } }]);
		expect(flow.phase).toBe('mapping');
		expect(flow.reading.delimiter).toBeNull();
		expect(flow.found?.sniffed.header).toEqual(['x', 'y']);
	});

	it('is of the file in hand only', async () => {
		await flow.choose([ansi(), canonical()]);
		await flow.readAs({ header: 2 });
		await flow.cancel();
		await flow.choose([canonical()]);
		expect(flow.reading.header).toBeNull();
		expect(flow.plain).toBe(true);
	});
});
