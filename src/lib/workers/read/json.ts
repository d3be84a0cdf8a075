import { COLUMN_LIMIT, LINE_LIMIT, type Encoding } from '../../engine/ingest';
import { AppError } from '../errors';
import type { Converted } from '../readerApi';
import { decoded } from './encoded';
import { flatten } from './flatten';
import { JsonRecords, jsonShape, type JsonShape } from './jsonRecords';
import { telling, type Tell } from './pieces';
import { TableText, tooWide } from './tableText';

/** Columns are those of the records in the first so many characters; a later new one makes us read it all for them. */
const HEAD = 1 << 20;
/** A time of day, or an instant in seconds or milliseconds: every record of usage has one. */
const TIMED = /\d:\d\d|\b\d{10}(\d{3})?\b/;

/** A column that the header does not have. */
class NewColumn extends Error {}

interface Reading {
	readonly file: File;
	readonly encoding: Encoding;
	readonly shape: JsonShape;
	/** the one that is wanted of several; null: the first */
	readonly list: string | null;
	readonly onProgress: Tell;
}

/** The list that is a table: the longest of those whose records have times. Null: none has begun in this first part. */
function chooseList(head: string, shape: JsonShape): string | null {
	const timed = new Set<string>();
	const records = new JsonRecords(shape, (text, { name }) => {
		if (!timed.has(name) && TIMED.test(text)) timed.add(name);
	});
	records.push(head);
	const { lists } = records;
	const tables = lists.filter(({ name }) => timed.has(name));
	const [first, ...others] = tables.length > 0 ? tables : lists;
	return first ? others.reduce((best, one) => (one.length > best.length ? one : best), first).name : null;
}

/** Hands out every record of the list; answers the names of all lists. Throws where the text is no JSON, with the number of the record. */
async function eachRecord(
	{ file, encoding, shape, list: wanted, onProgress }: Reading,
	onRecord: (text: string) => void,
	enough = Infinity
): Promise<string[]> {
	const tell = telling(file, 'converting', onProgress);
	let count = 0;
	const bad = (record: number, cause?: unknown) =>
		new AppError('damagedFile', { file: file.name, kind: 'json', record }, { cause });
	const records = new JsonRecords(shape, (text, list) => {
		if (list.name !== (wanted ?? records.lists[0]?.name)) return;
		count = list.records;
		try {
			onRecord(text);
		} catch (cause) {
			// A text nested a million times over is none that we read, either.
			throw cause instanceof SyntaxError || cause instanceof RangeError ? bad(count, cause) : cause;
		}
	});
	let seen = 0;
	const names = () => records.lists.map(({ name }) => name);
	for await (const { text, bytes } of decoded(file, encoding)) {
		records.push(text);
		seen += text.length;
		if (seen > enough) return names();
		if (records.kept > LINE_LIMIT)
			throw new AppError('lineTooLong', { file: file.name, line: count + 1, limit: LINE_LIMIT });
		tell(bytes, count);
	}
	if (records.finish() !== 'whole') throw bad(records.list.records + 1);
	return names();
}

/** The names of all values, in the order they come in. */
async function columnsOf(reading: Reading, enough?: number): Promise<Map<string, number>> {
	const columns = new Map<string, number>();
	await eachRecord(
		reading,
		(text) => {
			flatten(text, (name) => {
				if (!columns.has(name)) columns.set(name, columns.size);
			});
			if (columns.size > COLUMN_LIMIT) throw tooWide(reading.file.name, columns.size);
		},
		enough
	);
	return columns;
}

/** The records as a table, and the names of all lists. */
async function write(
	reading: Reading,
	columns: ReadonlyMap<string, number>
): Promise<{ readonly text: Blob; readonly lists: readonly string[] }> {
	const table = new TableText(reading.file.name);
	table.row([...columns.keys()]);
	const lists = await eachRecord(reading, (text) => {
		const fields = new Array<string>(columns.size).fill('');
		flatten(text, (name, value) => {
			const column = columns.get(name);
			if (column === undefined) throw new NewColumn();
			fields[column] = value;
		});
		table.row(fields);
	});
	return { text: table.finish(), lists };
}

/**
 * Records of JSON, an array of objects or objects one after the other, as rows. A file with several such lists is like a
 * workbook with several sheets: the one that is `wanted` is read, else the one that is a table.
 */
export async function convertJson(
	file: File,
	encoding: Encoding,
	wanted: string | null,
	onProgress: Tell
): Promise<Converted> {
	let head = '';
	for await (const { text } of decoded(file, encoding)) {
		head += text;
		if (head.length > HEAD) break;
	}
	const shape = jsonShape(head);
	let reading: Reading = { file, encoding, shape, list: wanted ?? chooseList(head, shape), onProgress };
	let first = await columnsOf(reading, HEAD);
	// It begins further on, or this file does not have it.
	if (first.size === 0) first = await columnsOf(reading);
	if (first.size === 0 && wanted !== null) {
		reading = { ...reading, list: chooseList(head, shape) };
		first = await columnsOf(reading);
	}
	if (first.size === 0) throw new AppError('noTable', { file: file.name, kind: 'json' });
	const { text, lists } = await write(reading, first).catch(async (cause: unknown) => {
		if (!(cause instanceof NewColumn)) throw cause;
		return write(reading, await columnsOf(reading));
	});
	const [sheet, sheets] = lists.length > 1 ? [reading.list ?? lists[0] ?? null, lists] : [null, []];
	return { text, sums: false, numbering: 'records', sheet, sheets, full: false };
}
