import { gunzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import {
	parquetMetadataAsync,
	parquetRead,
	parquetSchema,
	type Compressors,
	type FileMetaData,
	type SchemaTree
} from 'hyparquet';
import { COLUMN_LIMIT, SUMMARY_KEY, SUMMARY_MARK } from '../../engine/ingest';
import { AppError } from '../errors';
import type { Converted } from '../readerApi';
import { damaged, telling, type Tell } from './pieces';
import { TableText, tooWide } from './tableText';

/** A page larger than that is made to fill the memory: writers stop at a few megabytes. */
const PAGE_LIMIT = 256e6;
/** Values of a row group, which is in memory whole. */
const GROUP_LIMIT = 100e6;
const READABLE = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD']);

const sized = (length: number): Uint8Array => {
	if (length > PAGE_LIMIT) throw new RangeError('page too large');
	return new Uint8Array(length);
};
const compressors: Compressors = {
	GZIP: (input, length) => gunzipSync(input, { out: sized(length) }),
	ZSTD: (input, length) => unzstd(input, sized(length))
};

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, -1);
/** Instants and dates as text, cut to the millisecond; whether they are UTC the column says. */
const parsers = {
	timestampFromMilliseconds: (ms: bigint) => iso(Number(ms)),
	timestampFromMicroseconds: (us: bigint) => iso(Number(us / 1_000n)),
	timestampFromNanoseconds: (ns: bigint) => iso(Number(ns / 1_000_000n)),
	dateFromDays: (days: number) => iso(days * 86_400_000).slice(0, 10),
	jsonFromBytes: (bytes: Uint8Array) => new TextDecoder().decode(bytes)
};

/** A value of a column as text. */
type ToText = (value: unknown) => string;

function json(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'bigint' ? inner.toString() : inner instanceof Uint8Array ? [...inner] : inner
	);
}

function plainText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
	return typeof value === 'object' ? json(value) : String(value as string | bigint | boolean);
}

const TIME_UNITS = { MILLIS: 1, MICROS: 1_000, NANOS: 1_000_000 };

function toTextOf({ element }: SchemaTree): ToText {
	const { type, logical_type: logical, converted_type: converted, scale = 0 } = element;
	const given =
		(text: ToText): ToText =>
		(value) =>
			value === null || value === undefined ? '' : text(value);
	const stamp =
		type === 'INT96' || logical?.type === 'TIMESTAMP' || (converted?.startsWith('TIMESTAMP_') ?? false);
	if (stamp) {
		const utc = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : true;
		return given((value) => `${value as string}${utc ? 'Z' : ''}`);
	}
	// The library multiplies by a power of ten: the last digits of the float are noise.
	if (converted === 'DECIMAL' || logical?.type === 'DECIMAL')
		return given((value) => (value as number).toFixed(scale));
	if (logical?.type === 'TIME')
		return given((value) => iso(Math.floor(Number(value) / TIME_UNITS[logical.unit])).slice(11));
	return plainText;
}

interface Column {
	readonly name: string;
	/** index of the column of the file, and the names within it */
	readonly top: number;
	readonly path: readonly string[];
	readonly text: ToText;
}

/** Columns by their dotted names: those of a group within the row, too; a list or a map is one, as JSON. */
function columnsOf(root: SchemaTree): Column[] {
	const columns: Column[] = [];
	const visit = (node: SchemaTree, top: number, path: readonly string[]): void => {
		const { logical_type: logical, converted_type: converted, repetition_type: repetition } = node.element;
		const group =
			node.children.length > 0 &&
			logical === undefined &&
			converted === undefined &&
			repetition !== 'REPEATED';
		if (group) for (const child of node.children) visit(child, top, [...path, child.element.name]);
		else
			columns.push({
				name: node.path.join('.'),
				top,
				path,
				text: node.children.length > 0 || repetition === 'REPEATED' ? plainText : toTextOf(node)
			});
	};
	root.children.forEach((child, top) => visit(child, top, []));
	return columns;
}

const inside = (value: unknown, path: readonly string[]): unknown =>
	path.reduce((found, key) => (found as Record<string, unknown> | null | undefined)?.[key], value);

const leavesOf = (node: SchemaTree): string[] =>
	node.children.length === 0 ? [node.path.join('.')] : node.children.flatMap(leavesOf);

/**
 * Every row group must have the columns of the schema, each once: what the library does not find by its name it reads
 * all the same, and nobody would hear of its failure.
 */
function checkGroups(file: File, { row_groups: groups }: FileMetaData, schema: SchemaTree): void {
	const leaves = leavesOf(schema);
	if (new Set(leaves).size < leaves.length) throw damaged(file.name, 'parquet');
	for (const { num_rows: rows, columns } of groups) {
		const paths = columns.map(({ meta_data: meta }) => meta?.path_in_schema.join('.'));
		if (paths.length !== leaves.length || paths.some((path, k) => path !== leaves[k]))
			throw damaged(file.name, 'parquet');
		if (Number(rows) * columns.length > GROUP_LIMIT)
			throw new AppError('unsupportedFile', { file: file.name, what: 'rowGroup' });
		for (const { meta_data: meta } of columns)
			if (meta && !READABLE.has(meta.codec))
				throw new AppError('unsupportedFile', { file: file.name, what: 'codec', name: meta.codec });
	}
}

async function convert(file: File, onProgress: Tell): Promise<Converted> {
	const end = new TextDecoder('windows-1252').decode(await file.slice(-4).arrayBuffer());
	if (end === 'PARE') throw new AppError('protectedFile', { file: file.name, kind: 'parquet' });
	const tell = telling(file, 'converting', onProgress);
	const source = {
		byteLength: file.size,
		async slice(from: number, to = file.size) {
			// A damaged footer leads anywhere.
			if (!(from >= 0 && from <= to && to <= file.size)) throw new RangeError('beyond the file');
			return file.slice(from, to).arrayBuffer();
		}
	};
	const metadata = await parquetMetadataAsync(source, { geoparquet: false });
	const schema = parquetSchema(metadata);
	const columns = columnsOf(schema);
	if (columns.length > COLUMN_LIMIT) throw tooWide(file.name, columns.length);
	checkGroups(file, metadata, schema);
	const table = new TableText(file.name);
	const sums = metadata.key_value_metadata?.find(({ key }) => key === SUMMARY_KEY)?.value;
	// As the first line of the same sums in text (formats.md §3).
	if (sums !== undefined) table.row([`${SUMMARY_MARK} ${sums}`]);
	table.row(columns.map(({ name }) => name));
	const all = Number(metadata.num_rows);
	let rowStart = 0;
	for (const { num_rows: count } of metadata.row_groups) {
		const rowEnd = rowStart + Number(count);
		await parquetRead({
			file: source,
			metadata,
			rowStart,
			rowEnd,
			compressors,
			parsers,
			geoparquet: false,
			onComplete(rows) {
				if (rows.length !== rowEnd - rowStart) throw new RangeError('rows missing');
				for (const row of rows as unknown[][])
					table.row(columns.map(({ top, path, text }) => text(inside(row[top], path))));
			}
		});
		rowStart = rowEnd;
		tell((file.size * rowStart) / Math.max(1, all), rowStart);
	}
	if (rowStart !== all) throw damaged(file.name, 'parquet');
	return {
		text: table.finish(),
		sums: sums !== undefined,
		numbering: 'records',
		sheet: null,
		sheets: [],
		full: false
	};
}

/** The rows of a Parquet file, one row group after the other. */
export async function convertParquet(file: File, onProgress: Tell): Promise<Converted> {
	try {
		return await convert(file, onProgress);
	} catch (cause) {
		throw cause instanceof AppError || cause instanceof DOMException
			? cause
			: damaged(file.name, 'parquet', cause);
	}
}
