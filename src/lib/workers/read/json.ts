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

/** A column that the header does not have. */
class NewColumn extends Error {}

interface Reading {
	readonly file: File;
	readonly encoding: Encoding;
	readonly shape: JsonShape;
	readonly onProgress: Tell;
}

/** Hands out every record of a file. Throws where the text is no JSON, with the number of the record. */
async function eachRecord(
	{ file, encoding, shape, onProgress }: Reading,
	onRecord: (text: string) => void,
	enough = Infinity
): Promise<void> {
	const tell = telling(file, 'converting', onProgress);
	let count = 0;
	const bad = (cause?: unknown) =>
		new AppError('damagedFile', { file: file.name, kind: 'json', record: count }, { cause });
	const records = new JsonRecords(shape, (text) => {
		count++;
		try {
			onRecord(text);
		} catch (cause) {
			// A text nested a million times over is none that we read, either.
			throw cause instanceof SyntaxError || cause instanceof RangeError ? bad(cause) : cause;
		}
	});
	let seen = 0;
	for await (const { text, bytes } of decoded(file, encoding)) {
		records.push(text);
		seen += text.length;
		if (seen > enough) return;
		if (records.kept > LINE_LIMIT)
			throw new AppError('lineTooLong', { file: file.name, line: count + 1, limit: LINE_LIMIT });
		tell(bytes, count);
	}
	count++;
	if (records.finish() !== 'whole') throw bad();
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

async function write(reading: Reading, columns: ReadonlyMap<string, number>): Promise<Blob> {
	const table = new TableText(reading.file.name);
	table.row([...columns.keys()]);
	await eachRecord(reading, (text) => {
		const fields = new Array<string>(columns.size).fill('');
		flatten(text, (name, value) => {
			const column = columns.get(name);
			if (column === undefined) throw new NewColumn();
			fields[column] = value;
		});
		table.row(fields);
	});
	return table.finish();
}

/** Records of JSON, an array of objects or objects one after the other, as rows. */
export async function convertJson(file: File, encoding: Encoding, onProgress: Tell): Promise<Converted> {
	let head = '';
	for await (const { text } of decoded(file, encoding)) {
		head += text;
		if (head.length > HEAD) break;
	}
	const reading: Reading = { file, encoding, shape: jsonShape(head), onProgress };
	const first = await columnsOf(reading, HEAD);
	if (first.size === 0) throw new AppError('noTable', { file: file.name, kind: 'json' });
	const text = await write(reading, first).catch(async (cause: unknown) => {
		if (!(cause instanceof NewColumn)) throw cause;
		return write(reading, await columnsOf(reading));
	});
	return { text, sums: false, numbering: 'records', sheet: null, sheets: [], full: false };
}
