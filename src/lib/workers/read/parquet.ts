import {
	parquetMetadataAsync,
	parquetSchema,
	type DecodedArray,
	type RowGroup,
	type SchemaTree
} from 'hyparquet';
import { assembleNested } from 'hyparquet/src/assemble.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { getTreePath, isFlatColumn } from 'hyparquet/src/schema.js';
import { COLUMN_LIMIT, SUMMARY_KEY, SUMMARY_MARK } from '../../engine/ingest';
import { AppError } from '../errors';
import type { Converted } from '../readerApi';
import { decimalText, floatText, intervalText, isDecimal, isInterval } from './parquetExact';
import { READABLE, readPages } from './parquetPages';
import { damaged, telling, type Tell } from './pieces';
import { TableText, tooWide } from './tableText';

/** Values of a row group, which is in memory whole. */
const GROUP_LIMIT = 100e6;
/** A reader that is silent is ended (workers/door/watchdog.ts): it lets others have a word as often as that. */
const BREATH_MS = 50;

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, -1);
/** Instants in ms, cut to those, and dates as text; whether an instant is UTC the column says. */
const inMs = {
	...DEFAULT_PARSERS,
	timestampFromMilliseconds: (ms: bigint) => Number(ms),
	timestampFromMicroseconds: (us: bigint) => Number(us / 1_000n),
	timestampFromNanoseconds: (ns: bigint) => Number(ns / 1_000_000n),
	dateFromDays: (days: number) => iso(days * 86_400_000).slice(0, 10),
	jsonFromBytes: (bytes: Uint8Array) => new TextDecoder().decode(bytes)
};
/** Inside of lists and groups instants are text at once: nothing there says that a number is one. */
const asText = {
	...inMs,
	timestampFromMilliseconds: (ms: bigint) => iso(inMs.timestampFromMilliseconds(ms)),
	timestampFromMicroseconds: (us: bigint) => iso(inMs.timestampFromMicroseconds(us)),
	timestampFromNanoseconds: (ns: bigint) => iso(inMs.timestampFromNanoseconds(ns))
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
		return given((value) => `${typeof value === 'number' ? iso(value) : (value as string)}${utc ? 'Z' : ''}`);
	}
	if (isDecimal(element)) return given((value) => decimalText(value as number | bigint | Uint8Array, scale));
	if (isInterval(element)) return given((value) => intervalText(value as Uint8Array));
	if (type === 'FLOAT') return given((value) => (Number.isNaN(value) ? '' : floatText(value as number)));
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

const metaOf = ({ columns }: RowGroup) => columns.map(({ meta_data: meta }) => meta);

/**
 * Every row group must have the columns of the schema, each once: what the library does not find by its name it reads
 * all the same, and nobody would hear of its failure. The columns of the file must have a name each, too.
 */
function checkGroups(file: File, groups: readonly RowGroup[], schema: SchemaTree): void {
	const leaves = leavesOf(schema);
	const tops = schema.children.map(({ element }) => element.name);
	if (new Set(leaves).size < leaves.length || new Set(tops).size < tops.length)
		throw damaged(file.name, 'parquet');
	for (const group of groups) {
		const columns = metaOf(group);
		const paths = columns.map((meta) => meta?.path_in_schema.join('.'));
		if (paths.length !== leaves.length || paths.some((path, k) => path !== leaves[k]))
			throw damaged(file.name, 'parquet');
		const values = columns.reduce((sum, meta) => sum + Number(meta?.num_values), 0);
		if (Math.max(values, Number(group.num_rows) * columns.length) > GROUP_LIMIT)
			throw new AppError('unsupportedFile', { file: file.name, what: 'rowGroup' });
		for (const meta of columns)
			if (meta && !READABLE.has(meta.codec))
				throw new AppError('unsupportedFile', { file: file.name, what: 'codec', name: meta.codec });
	}
}

/** Lets the event loop turn where it has not for a while. */
function breathing(): () => Promise<void> {
	let last = performance.now();
	return async () => {
		if (performance.now() - last < BREATH_MS) return;
		await new Promise((resolve) => setTimeout(resolve));
		last = performance.now();
	};
}

function joined(pages: readonly DecodedArray[]): DecodedArray {
	if (pages.length === 1) return pages[0] as DecodedArray;
	const all: unknown[] = [];
	for (const page of pages) for (const value of page) all.push(value);
	return all;
}

/** The columns of the file in a row group, of as many values as it has rows. */
async function columnsIn(
	group: RowGroup,
	schema: SchemaTree,
	bytes: (from: number, to: number) => Promise<ArrayBuffer>,
	breathe: () => Promise<void>
): Promise<DecodedArray[]> {
	const rows = Number(group.num_rows);
	const leaves = new Map<string, DecodedArray>();
	for (const meta of metaOf(group)) {
		if (!meta) continue;
		const from = Number(meta.dictionary_page_offset || meta.data_page_offset);
		const chunk = await bytes(from, from + Number(meta.total_compressed_size));
		const path = getTreePath(schema, meta.path_in_schema);
		// A page may hold a million instants, and their texts take long: they are made row by row.
		const parsers = isFlatColumn(path) ? inMs : asText;
		leaves.set(meta.path_in_schema.join('.'), joined(await readPages(chunk, meta, path, parsers, breathe)));
	}
	return schema.children.map((child) => {
		if (child.children.length > 0) assembleNested(leaves, child, asText);
		const values = leaves.get(child.element.name);
		if (values?.length !== rows) throw new RangeError('rows missing');
		return values;
	});
}

async function convert(file: File, onProgress: Tell): Promise<Converted> {
	const end = new TextDecoder('windows-1252').decode(await file.slice(-4).arrayBuffer());
	if (end === 'PARE') throw new AppError('protectedFile', { file: file.name, kind: 'parquet' });
	const tell = telling(file, 'converting', onProgress);
	const slice = async (from: number, to = file.size): Promise<ArrayBuffer> => {
		// A damaged footer leads anywhere.
		if (!(from >= 0 && from <= to && to <= file.size)) throw new RangeError('beyond the file');
		return file.slice(from, to).arrayBuffer();
	};
	const metadata = await parquetMetadataAsync({ byteLength: file.size, slice }, { geoparquet: false });
	const schema = parquetSchema(metadata);
	const columns = columnsOf(schema);
	if (columns.length > COLUMN_LIMIT) throw tooWide(file.name, columns.length);
	checkGroups(file, metadata.row_groups, schema);
	const table = new TableText(file.name);
	const sums = metadata.key_value_metadata?.find(({ key }) => key === SUMMARY_KEY)?.value;
	// As the first line of the same sums in text (formats.md §3).
	if (sums !== undefined) table.row([`${SUMMARY_MARK} ${sums}`]);
	table.row(columns.map(({ name }) => name));
	const all = Number(metadata.num_rows);
	const breathe = breathing();
	let done = 0;
	for (const group of metadata.row_groups) {
		const tops = await columnsIn(group, schema, slice, breathe);
		const rows = Number(group.num_rows);
		for (let row = 0; row < rows; row++) {
			table.row(columns.map(({ top, path, text }) => text(inside(tops[top]?.[row], path))));
			if (row % 256 === 0) await breathe();
		}
		done += rows;
		tell((file.size * done) / Math.max(1, all), done);
	}
	if (done !== all) throw damaged(file.name, 'parquet');
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
