import { HOUR_MS } from '../time';
import { BLOCK_ROWS, type Codes, type Columns } from './columns';
import { late } from './late';
import { isWidth, narrowBytes, readNarrow, writeNarrow, type Numbers, type Width } from './narrow';
import {
	align,
	BlockError,
	HEADER_BYTES,
	newRecord,
	openRecord,
	RECORD,
	recordCount,
	recordVersion,
	sealRecord
} from './record';
import {
	asItIs,
	PLAIN,
	readDurations,
	readLines,
	readQuantities,
	readStarts,
	storedDurations,
	storedLines,
	storedQuantities,
	storedStarts,
	type Stored,
	type StoredColumn
} from './regular';

/** A block's numeric columns, with its directory of hours. */
export interface Block extends Columns {
	/** ms since 1970 UTC; both 0 in a block without rows */
	readonly minStart: number;
	readonly maxStart: number;
	/** hours since 1970 UTC in which a row starts, ascending */
	readonly hours: Int32Array;
	/** first row of each of `hours` */
	readonly firstRow: Uint32Array;
}

/*
 * Header of a num record: 20 u8 bytes per agent code · 21 u8 per entity code · 22 u8 per outcome code ·
 * 23 u8 number of further durations · 24 u32 hours in the directory · 32 f64 first start · 40 f64 last start.
 * Then for each column f64 base · u32 width · i32 form (`regular.ts`): start · quantity · kind · agent · entity · outcome ·
 * case · line · further durations. Then, each 8-byte aligned, the columns as `narrow.ts` stores them · hours i32 · first
 * rows u32.
 */
const FIXED = 8;
const ENTRY = 16;

/** The columns in the order in which they are stored. */
function inOrder(columns: Columns): StoredColumn[] {
	const { start, quantity, kind, agent, entity, outcome, caseCode, line, durations } = columns;
	return [
		storedStarts(start),
		storedQuantities(quantity, kind),
		...[kind, agent, entity, outcome, caseCode].map(asItIs),
		storedLines(line),
		...durations.map(storedDurations)
	];
}

/** The num record of columns that ascend by start; the columns are copied. */
export function encodeNum(columns: Columns): ArrayBuffer {
	const { rows, start } = columns;
	const hours: number[] = [];
	const firstRow: number[] = [];
	let hourEnd = -Infinity;
	for (let row = 0; row < rows; row++) {
		const instant = start[row] as number;
		if (instant < hourEnd) continue;
		const hour = Math.floor(instant / HOUR_MS);
		hourEnd = (hour + 1) * HOUR_MS;
		hours.push(hour);
		firstRow.push(row);
	}
	const ordered = inOrder(columns);
	const directory = align(4 * hours.length);
	const length = ordered.reduce(
		(sum, { stored }) => sum + ENTRY + narrowBytes(rows, stored),
		HEADER_BYTES + 2 * directory
	);
	const buffer = newRecord(RECORD.num, rows, length);
	const header = new DataView(buffer);
	header.setUint8(20, columns.agent.BYTES_PER_ELEMENT);
	header.setUint8(21, columns.entity.BYTES_PER_ELEMENT);
	header.setUint8(22, columns.outcome.BYTES_PER_ELEMENT);
	header.setUint8(23, columns.durations.length);
	header.setUint32(24, hours.length, true);
	header.setFloat64(32, start[0] ?? 0, true);
	header.setFloat64(40, start[rows - 1] ?? 0, true);
	let at = HEADER_BYTES + ENTRY * ordered.length;
	ordered.forEach(({ values, stored }, k) => {
		header.setFloat64(HEADER_BYTES + ENTRY * k, stored.base, true);
		header.setUint32(HEADER_BYTES + ENTRY * k + 8, stored.width, true);
		header.setInt32(HEADER_BYTES + ENTRY * k + 12, stored.form, true);
		writeNarrow(buffer, at, values, stored);
		at += narrowBytes(rows, stored);
	});
	new Int32Array(buffer, at, hours.length).set(hours);
	new Uint32Array(buffer, at + directory, hours.length).set(firstRow);
	return sealRecord(buffer);
}

/** How the columns of a record are stored. Throws {@link BlockError}. */
function storedColumns(header: DataView): Stored[] {
	const count = FIXED + header.getUint8(23);
	if (HEADER_BYTES + ENTRY * count > header.byteLength) throw new BlockError('length');
	return Array.from({ length: count }, (_, k) => {
		const at = HEADER_BYTES + ENTRY * k;
		const width = header.getUint32(at + 8, true);
		if (!isWidth(width)) throw new BlockError('length');
		return { base: header.getFloat64(at, true), width, form: header.getInt32(at + 12, true) };
	});
}

/** Those of version 1, which says nothing of them: each as wide as what is read into it. */
function firstColumns(header: DataView): Stored[] {
	const codes = [20, 21, 22].map((at) => header.getUint8(at) as Width);
	const durations = new Array<Width>(header.getUint8(23)).fill(4);
	const widths: Width[] = [8, 4, 1, ...codes, 4, 4, ...durations];
	return widths.map((width) => ({ base: 0, width, form: PLAIN }));
}

/**
 * The columns of a num record; those that rating does without are read when they are first asked for. Throws
 * {@link BlockError}; the checksum is `verify`'s business.
 */
export function decodeNum(buffer: ArrayBuffer): Block {
	const header = openRecord(buffer, RECORD.num);
	const rows = recordCount(header);
	// Columns that are all alike take no bytes, so that the length alone bounds nothing.
	if (rows > BLOCK_ROWS) throw new BlockError('length');
	const hours = header.getUint32(24, true);
	const first = recordVersion(header) === 1;
	const stored = first ? firstColumns(header) : storedColumns(header);
	let at = first ? HEADER_BYTES : HEADER_BYTES + ENTRY * stored.length;
	const directory = align(4 * hours);
	const end = stored.reduce((sum, narrow) => sum + narrowBytes(rows, narrow), at);
	if (end + 2 * directory !== buffer.byteLength) throw new BlockError('length');
	const places = stored.map((narrow) => {
		const from = at;
		at += narrowBytes(rows, narrow);
		return { from, narrow };
	});
	const read = <T extends Numbers>(column: number, into: T): T => {
		const { from, narrow } = places[column] as (typeof places)[number];
		return readNarrow(buffer, from, narrow, into);
	};
	const codes = (column: number, width: number): Codes =>
		read(column, width === 2 ? new Uint16Array(rows) : new Uint32Array(rows));
	const words = (column: number) => read(column, new Uint32Array(rows));
	const outcome = late(() => codes(5, header.getUint8(22)));
	const caseCode = late(() => words(6));
	const line = late(() => readLines(words(7), stored[7] as Stored));
	const durations = late(() => stored.slice(FIXED).map((form, k) => readDurations(words(FIXED + k), form)));
	const minStart = header.getFloat64(32, true);
	const kind = read(2, new Uint8Array(rows));
	return {
		rows,
		start: readStarts(read(0, new Float64Array(rows)), stored[0] as Stored, minStart),
		quantity: readQuantities(words(1), stored[1] as Stored, kind),
		kind,
		agent: codes(3, header.getUint8(20)),
		entity: codes(4, header.getUint8(21)),
		get outcome() {
			return outcome();
		},
		get caseCode() {
			return caseCode();
		},
		get line() {
			return line();
		},
		get durations() {
			return durations();
		},
		minStart,
		maxStart: header.getFloat64(40, true),
		hours: new Int32Array(buffer, end, hours),
		firstRow: new Uint32Array(buffer, end + directory, hours)
	};
}

/** Index of the first element of `values[low … high)` that is at least `value`; `high` if none is. */
function lowerBound(values: ArrayLike<number>, value: number, low: number, high: number): number {
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** First row that starts at the instant or later; `rows` if none does. */
export function rowAt(block: Block, instant: number): number {
	const hour = Math.floor(instant / HOUR_MS);
	const k = lowerBound(block.hours, hour, 0, block.hours.length);
	const low = block.firstRow[k] ?? block.rows;
	if (block.hours[k] !== hour) return low;
	return lowerBound(block.start, instant, low, block.firstRow[k + 1] ?? block.rows);
}

/** The rows `[first, end)` that start in `[from, to)`; ms since 1970 UTC, infinities allowed. */
export function rowsBetween(
	block: Block,
	from: number,
	to: number
): { readonly first: number; readonly end: number } {
	const first = rowAt(block, from);
	return { first, end: Math.max(first, rowAt(block, to)) };
}
