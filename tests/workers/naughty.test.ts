import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBlocks, type Store } from '$lib/db';
import { EMPTY_MAPPING, type Mapping } from '$lib/engine/ingest';
import { blobOf, FORMATS, interactions, ROW_COLUMNS } from '$lib/workers/export';
import { rowsOf } from '../engine/ingest/drive';
import { naughty } from '../support/naughty';
import { sure } from '../support/sure';
import { importFile, loadUsage, newStore, settingsWith } from '../support/usage';

/** A list of one's own, as JSON, in the place of ours. */
const LIST = process.env['DRAWDOWN_NAUGHTY'];
const TEXTS = (LIST ? (JSON.parse(readFileSync(LIST, 'utf8')) as string[]) : naughty()).filter(
	(text) => text !== ''
);
const settings = settingsWith({ timeZone: 'UTC' });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const HEADER = ['Start', 'Length', 'Who', 'Where', 'How', 'Thread', 'Key'];
const MAPPING: Partial<Mapping> = {
	...EMPTY_MAPPING,
	start: { date: 0, time: null },
	dateForm: 'ymd',
	zone: 'offset',
	channel: { constant: 'voice' },
	duration: { column: 1 },
	durationForm: 'seconds',
	agent: { column: 2 },
	entity: { column: 3 },
	outcome: { column: 4 },
	case: { column: 5 },
	id: { column: 6 }
};

/** Texts of the stored rows, in the order of the rows: agent, entity, outcome, case, id. */
async function stored(store: Store, layer: string): Promise<string[][]> {
	const record = async (field: string) =>
		sure(await store.db.get('dictionaries', [layer, field])) as ArrayBuffer;
	const dictionaries = {
		agent: await record('agent'),
		entity: await record('entity'),
		outcome: await record('outcome')
	};
	return rowsOf(await readBlocks(store, layer), dictionaries)
		.toSorted((a, b) => a.start.localeCompare(b.start))
		.map(({ agent, entity, outcome, caseId, id }) => [agent, entity, outcome, caseId, id]);
}

test('more than five hundred texts that break programs are exact through import, storage, export and import', async () => {
	expect(TEXTS.length).toBeGreaterThanOrEqual(500);
	const rows = TEXTS.map((text, k) =>
		[
			new Date(Date.UTC(2026, 10, 2, 0, 0, k)).toISOString(),
			'61',
			...Array<string>(5).fill(quoted(text))
		].join(',')
	);
	const first = await newStore();
	const file = new File([[HEADER.join(','), ...rows, ''].join('\r\n')], 'texts.csv');
	const { layer, view } = await importFile(first, settings, file, MAPPING);
	expect(view.problems).toEqual([]);
	const expected = TEXTS.map((text) => Array<string>(5).fill(text));
	expect(await stored(first, layer.id)).toEqual(expected);

	const usage = sure(await loadUsage(first, settings));
	const { write, type } = FORMATS.csv;
	const csv = await blobOf(write(ROW_COLUMNS, interactions(first.db, usage.cache, usage.names.layers)), type);
	const second = await newStore();
	const back = await importFile(second, settings, new File([csv], 'usage.csv'));
	expect(back.view.problems).toEqual([]);
	expect(await stored(second, back.layer.id)).toEqual(expected);
});
