import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBlocks, readyLayers, type Store } from '$lib/db';
import {
	createImport,
	identify,
	propose,
	sniff,
	SNIFF_BYTES,
	type Mapping,
	type SealedBlock,
	type Sniffed
} from '$lib/engine/ingest';
import { monthlyColumns } from '$lib/engine/ingest/monthlyColumns';
import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE } from '$lib/engine/table';
import { UTC } from '$lib/engine/time';
import type { TableFile } from '$lib/workers/api';
import { sealHere } from '$lib/workers/jobs/seal';
import { commitStaged, fileZone, stageImport, textOf } from '$lib/workers/jobs/import';
import { sharedRows } from '$lib/workers/overlaps';
import { convertText } from '$lib/workers/read/encoded';
import { convertJson } from '$lib/workers/read/json';
import { convertParquet } from '$lib/workers/read/parquet';
import { unpack } from '$lib/workers/read/unpack';
import { convertWorkbook } from '$lib/workers/read/workbook';
import { rowsOf, type ReadRow } from '../engine/ingest/drive';
import { decode, newStore, settingsWith } from '../support/usage';

/** One layout of research has no file here, as it holds no interactions: the vendor's own monthly table (monthly.test.ts). */
const FOLDER = 'tests/fixtures/layouts';
const NOTHING = () => undefined;

/** What a person says: a zone, forms, and columns by name. */
type Answers = Readonly<Record<string, string>>;
type Cell = string | number | null;
interface Expected {
	readonly file: string;
	readonly answers: Answers;
	readonly asks: readonly string[];
	readonly offers?: readonly string[];
	/** how many rows were read by a rule, or left out by one; absent: none */
	readonly notices?: Readonly<Record<string, number>>;
	readonly excluded?: Readonly<Record<string, number>>;
	readonly fields: readonly string[];
	readonly interactions: readonly (readonly Cell[])[];
	readonly leftOut: readonly { line: number; column: string; reason: string }[];
}

const layouts = readdirSync(FOLDER, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name)
	.sort();
const casesOf = (layout: string): string[] =>
	readdirSync(join(FOLDER, layout))
		.filter((name) => name.endsWith('.expected.json'))
		.sort();
const all = layouts.flatMap((layout) => casesOf(layout).map((name) => `${layout}/${name}`));

const expectedOf = (path: string): Expected =>
	JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as Expected;

/** The file as the readers give it to the engine. */
async function tableOf(path: string, { file: name }: Expected): Promise<TableFile> {
	let file = new File([readFileSync(join(FOLDER, path, '..', name))], name);
	for (;;) {
		const form = identify(new Uint8Array(await file.arrayBuffer()), file.name, true);
		if (form.kind === 'refused') throw new Error(form.refusal.code);
		const { kind } = form.form;
		if (kind === 'gzip') [file] = (await unpack(file, kind, NOTHING)) as [File];
		else if (kind === 'json')
			return { file, converted: await convertJson(file, form.form.encoding, null, NOTHING) };
		else if (kind === 'workbook') return { file, converted: await convertWorkbook(file, null, NOTHING) };
		else if (kind === 'parquet') return { file, converted: await convertParquet(file, NOTHING) };
		else if (kind !== 'text') throw new Error(kind);
		else if (form.form.encoding === 'utf-8') return { file, converted: null };
		else return { file, converted: await convertText(file, form.form.encoding, NOTHING) };
	}
}

/** More than a case has; memory for the blocks of a real file would take longer than reading it. */
const BLOCK_ROWS = 16;
const CONSTANTS = new Set(['zone', 'dateForm', 'durationForm']);

/** The proposed mapping as a person completes it. */
function answered(mapping: Mapping, answers: Answers, header: readonly string[]): Mapping {
	const said = Object.entries(answers).map(([field, answer]) => {
		if (CONSTANTS.has(field)) return [field, answer];
		const column = header.indexOf(answer);
		if (field === 'legs') return ['join', { column, of: 'legs' }];
		if (field === 'marks') return [field, mapping.marks.map((mark) => ({ ...mark, decimal: answer }))];
		if (field === 'start' || field === 'end') return [field, { date: column, time: null }];
		return [field, column < 0 ? { constant: answer } : { column }];
	});
	return { ...mapping, ...(Object.fromEntries(said) as Partial<Mapping>) };
}

async function opened(path: string) {
	const expected = expectedOf(path);
	const table = await tableOf(path, expected);
	const bytes = new Uint8Array(await textOf(table).arrayBuffer());
	const found = sniff(
		bytes.subarray(0, SNIFF_BYTES),
		table.file.name,
		bytes.length,
		decode,
		table.converted?.numbering
	);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	const { sniffed } = found;
	const proposal = propose(sniffed);
	const mapping = answered(proposal.mapping, expected.answers, sniffed.header);
	return { expected, table, bytes, sniffed, proposal, mapping };
}

const shown = (rows: readonly ReadRow[]): Cell[][] =>
	rows
		.toSorted((a, b) => a.line - b.line)
		.map(({ line, start, kind, quantity, agent, entity, id, caseId, outcome }) => [
			line,
			start,
			kind & KIND_VOICE ? 'voice' : 'chat',
			kind & KIND_PREMIUM ? 'premium' : kind & KIND_STANDARD ? 'standard' : null,
			quantity,
			agent,
			entity,
			id,
			caseId,
			outcome
		]);

/** The rows of a text that comes in pieces of so many bytes, and those left out. */
function read(bytes: Uint8Array, sniffed: Sniffed, mapping: Mapping, size: (at: number) => number) {
	const blocks: SealedBlock[] = [];
	const { layout, header } = sniffed;
	const zone = fileZone(mapping);
	const onBlock = (block: SealedBlock) => blocks.push(block);
	const run = createImport({
		mapping,
		layout,
		header,
		zone,
		contractZone: UTC,
		decode,
		onBlock,
		blockRows: BLOCK_ROWS
	});
	for (let p = 0; p < bytes.length;) {
		const next = p + size(p);
		// As from a disk, every piece is memory of its own.
		run.push(bytes.slice(p, next));
		p = next;
	}
	const result = run.finish();
	return {
		interactions: result.kind === 'done' ? shown(rowsOf(blocks, result.dictionaries)) : [],
		leftOut: result.reports.problems.map(({ line, column, reason }) => ({ line, reason, column })),
		notices: Object.fromEntries(result.reports.noticeCounts),
		excluded: Object.fromEntries(result.reports.excluded)
	};
}

/** A file in staging, by the real job. */
async function staged(store: Store, path: string) {
	const { expected, table, sniffed, mapping } = await opened(path);
	const done = await stageImport({
		store,
		settings: settingsWith({ timeZone: 'America/Toronto' }),
		table,
		sniffed,
		mapping,
		sample: false,
		seal: sealHere(),
		cancelled: () => false,
		onProgress: NOTHING
	});
	return { expected, ...done };
}

describe('a file of a real layout', () => {
	test.each(all)('is read exactly, whole and in pieces: %s', async (path) => {
		const { expected, bytes, sniffed, proposal, mapping } = await opened(path);
		const { interactions, leftOut, notices = {}, excluded = {} } = expected;
		expect(proposal.questions.map(({ field }) => field)).toEqual(expected.asks);
		expect(monthlyColumns(sniffed.header)).toBeNull();
		const offered = proposal.mapping.further.map(({ name }) => name);
		expect(offered).toEqual(expect.arrayContaining([...(expected.offers ?? [])]));
		for (const size of [bytes.length, 1, 7, 64])
			expect(read(bytes, sniffed, mapping, () => size)).toEqual({
				interactions,
				leftOut,
				notices,
				excluded
			});
	});

	test('is the same cut in two at every byte', async () => {
		const { expected, bytes, sniffed, mapping } = await opened('shapes/few.expected.json');
		for (let cut = 1; cut < bytes.length; cut++) {
			const { interactions } = read(bytes, sniffed, mapping, (at) => (at === 0 ? cut : bytes.length));
			expect(interactions, `cut at ${cut}`).toEqual(expected.interactions);
		}
	});

	test.each([
		['overlap/same-rows', 10, 0],
		['overlap/changed-duration', 9, 1]
	])(
		'is there already, or with another length, beside the export before it: %s',
		async (name, already, changed) => {
			const store = await newStore();
			const first = await staged(store, 'overlap/first.expected.json');
			await commitStaged(store, first.staged);
			const again = await staged(store, `${name}.expected.json`);
			expect(await sharedRows(store.db, again.staged, await readyLayers(store.db))).toEqual({
				already,
				changed,
				files: ['first.csv'],
				summed: [],
				alike: 0
			});
			store.db.close();
		}
	);

	test.each(layouts)('lies in storage as it was written: %s', async (layout) => {
		const store = await newStore();
		const { expected, staged: read } = await staged(store, `${layout}/${casesOf(layout)[0]}`);
		const { layer } = await commitStaged(store, read);
		const dictionary = async (name: string) =>
			(await store.db.get('dictionaries', [layer.id, name])) as ArrayBuffer;
		const [agent, entity, outcome] = await Promise.all(['agent', 'entity', 'outcome'].map(dictionary));
		if (!agent || !entity || !outcome) throw new Error('no names');
		const rows = rowsOf(await readBlocks(store, layer.id), { agent, entity, outcome });
		expect(shown(rows)).toEqual(expected.interactions);
		store.db.close();
	});
});

test('the generator writes the corpus that lies here, byte for byte', () => {
	const folder = mkdtempSync(join(tmpdir(), 'layouts-'));
	try {
		execFileSync('node', [join(FOLDER, 'make.mjs'), folder]);
		const files = (root: string) =>
			Object.fromEntries(
				readdirSync(root, { withFileTypes: true })
					.filter((entry) => entry.isDirectory())
					.flatMap(({ name: layout }) =>
						readdirSync(join(root, layout)).map((name) => [
							`${layout}/${name}`,
							readFileSync(join(root, layout, name)).toString('base64')
						])
					)
			) as Record<string, string>;
		expect(files(folder)).toEqual(files(FOLDER));
	} finally {
		rmSync(folder, { recursive: true });
	}
});
