import 'fake-indexeddb/auto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it, test } from 'vitest';
import type { ExportTable, RowsFormat } from '$lib/workers/api';
import { batchOf, blobOf, FORMATS, interactions, ROW_COLUMNS } from '$lib/workers/export';
import { report } from '$lib/workers/query/report';
import { sure } from '../support/sure';
import { importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'"];
const BODIES = [
	'1+1',
	"cmd|' /C calc'!A0",
	'HYPERLINK("http://x.example","y")',
	'<b>&amp;</b>',
	'_x0041_',
	' '
];
const ENDS = [
	'',
	'\u0007',
	'"',
	',',
	';',
	'\r\n=2',
	'😀',
	'\ud83d',
	'é',
	'\u0000',
	']]>',
	'_x005F_',
	'&#10;',
	'z'
];
const hostile = TRIGGERS.flatMap((trigger) =>
	BODIES.flatMap((body) => ENDS.map((end) => `${trigger}${body}${end}`))
);

const file = async (table: ExportTable, format: RowsFormat): Promise<ArrayBuffer> => {
	const { write, type } = FORMATS[format];
	return (await blobOf(write(table.columns, batchOf(table)), type)).arrayBuffer();
};

/** The parts of a zip file by name, found by its directory and each checked against its sizes. */
function unzip(buffer: ArrayBuffer): Map<string, string> {
	const bytes = Buffer.from(buffer);
	const end = bytes.length - 22;
	expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
	const parts = new Map<string, string>();
	let at = bytes.readUInt32LE(end + 16);
	for (let k = 0; k < bytes.readUInt16LE(end + 10); k++) {
		const [packed, length, name] = [
			bytes.readUInt32LE(at + 20),
			bytes.readUInt32LE(at + 24),
			bytes.readUInt16LE(at + 28)
		];
		const start = bytes.readUInt32LE(at + 42);
		const data = start + 30 + bytes.readUInt16LE(start + 26);
		const text = inflateRawSync(bytes.subarray(data, data + packed));
		expect(text.length).toBe(length);
		parts.set(bytes.toString('utf8', at + 46, at + 46 + name), text.toString('utf8'));
		at += 46 + name;
	}
	return parts;
}

/** Cells of the sheet as a spreadsheet reads them. */
function cellsOf(xml: string): (string | number | null)[] {
	return [
		...xml.matchAll(/<c\/>|<c><v>([^<]*)<\/v><\/c>|<c t="inlineStr"><is><t [^>]*>([^<]*)<\/t><\/is><\/c>/g)
	].map(([, number, text]) => {
		if (number !== undefined) return Number(number);
		if (text === undefined) return null;
		const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
		return plain.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	});
}

const table: ExportTable = {
	columns: [
		{ name: 'text', kind: 'text' },
		{ name: 'number', kind: 'number' }
	],
	rows: hostile.map((text, k) => [k % 5 === 4 ? null : text, k % 7 === 6 ? null : k / 8 - 20])
};

describe('a thousand hostile texts', () => {
	it('are string cells in a workbook, which holds no formula, and are read back as they were', async () => {
		expect(hostile.length).toBeGreaterThanOrEqual(1_000);
		const parts = unzip(await file(table, 'xlsx'));
		const sheet = parts.get('xl/worksheets/sheet1.xml') as string;
		expect(sheet).not.toMatch(/<f[ >]/);
		expect(cellsOf(sheet)).toEqual(['text', 'number', ...table.rows.flat()]);
		expect([...parts.keys()]).toContain('[Content_Types].xml');
	});

	it('and numbers beside them come back from Parquet and JSON by their types', async () => {
		const wellFormed = (text: string | number | null) =>
			typeof text === 'string' ? text.toWellFormed() : text;
		const rows = table.rows.map(([text, number]) => ({ text: wellFormed(text ?? null), number }));
		expect(await parquetReadObjects({ file: await file(table, 'parquet') })).toEqual(rows);
		const json: unknown = JSON.parse(new TextDecoder().decode(await file(table, 'json')));
		expect(json).toEqual(table.rows.map(([text, number]) => ({ text, number })));
	});

	it('begin no cell of a CSV file like a formula', async () => {
		const text = new TextDecoder().decode(
			await file({ ...table, rows: hostile.map((one) => [one, 1]) }, 'csv')
		);
		const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*)),1\r\n/g)].map(
			([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain
		);
		expect(cells).toEqual(hostile.map((one) => `'${one.toWellFormed()}`));
	});
});

test('a table without rows is a whole file in every format', async () => {
	const empty = { ...table, rows: [] };
	expect(unzip(await file(empty, 'xlsx')).size).toBe(5);
	expect(await parquetReadObjects({ file: await file(empty, 'parquet') })).toEqual([]);
	expect(JSON.parse(new TextDecoder().decode(await file(empty, 'json')))).toEqual([]);
	expect(new TextDecoder().decode(await file(empty, 'csv'))).toBe('text,number\r\n');
});

const someRows = fc.array(
	fc.record({
		at: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 2, 1) }),
		voice: fc.boolean(),
		amount: fc.integer({ min: 0, max: 900_000 }),
		kind: fc.constantFrom('', 'standard', 'premium'),
		agent: fc.constantFrom('', 'Ava', "'=HYPERLINK(1)", '"a;=b"', 'Zoé'),
		entity: fc.constantFrom('', 'Sales', '"x,y"'),
		case: fc.constantFrom('', 'c1', "'-7"),
		outcome: fc.constantFrom('', 'resolved')
	}),
	{ minLength: 1, maxLength: 40 }
);

test('all interactions as canonical CSV give the same figures when they are imported again, and the same file', async () => {
	const settings = settingsWith({ tier: 20_000 });
	const whole = async (content: string) => {
		const store = await newStore();
		await importFile(store, settings, new File([content], 'usage.csv'));
		const usage = sure(await loadUsage(store, settings));
		const { write, type } = FORMATS.csv;
		const batches = interactions(store.db, usage.cache, usage.names.layers);
		const csv = await (await blobOf(write(ROW_COLUMNS, batches), type)).text();
		const figures = await report(store.db, usage, null);
		store.db.close();
		return { csv, figures };
	};
	const head = 'id,started_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome\r\n';
	await fc.assert(
		fc.asyncProperty(someRows, async (rows) => {
			const lines = rows.map((row, k) =>
				[
					`i${k}`,
					new Date(row.at).toISOString(),
					row.voice ? 'voice' : 'chat',
					row.kind,
					row.agent,
					row.entity,
					row.voice ? '' : row.amount % 50,
					row.voice ? row.amount / 1_000 : '',
					row.case,
					row.outcome
				].join(',')
			);
			const first = await whole(`${head}${lines.join('\r\n')}\r\n`);
			const second = await whole(first.csv);
			expect(second.csv).toBe(first.csv);
			expect(second.figures).toEqual(first.figures);
			expect(first.csv.split('\r\n')).toHaveLength(rows.length + 2);
		}),
		{ numRuns: 4 }
	);
});
