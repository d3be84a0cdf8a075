import { HOUR_MS } from '../time';
import type { Codes, Columns } from './columns';
import {
	align,
	BlockError,
	HEADER_BYTES,
	newRecord,
	openRecord,
	RECORD,
	recordCount,
	sealRecord
} from './record';

/** A block's numeric columns as stored, with its directory of hours. */
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
 * Then, each 8-byte aligned: start f64 · quantity u32 · kind u8 · agent · entity · outcome · case u32 · line u32 ·
 * further durations u32 each · hours i32 · first rows u32.
 */

const codesAt = (buffer: ArrayBuffer, at: number, rows: number, width: number): Codes =>
	width === 2 ? new Uint16Array(buffer, at, rows) : new Uint32Array(buffer, at, rows);

interface Widths {
	readonly agent: number;
	readonly entity: number;
	readonly outcome: number;
	readonly durations: number;
	readonly hours: number;
}

/** Where each column lies; the last number is the record's length. */
function offsets(rows: number, widths: Widths) {
	let at = HEADER_BYTES;
	const next = (bytes: number): number => {
		const here = at;
		at += align(bytes);
		return here;
	};
	const start = next(rows * 8);
	const quantity = next(rows * 4);
	const kind = next(rows);
	const agent = next(rows * widths.agent);
	const entity = next(rows * widths.entity);
	const outcome = next(rows * widths.outcome);
	const caseCode = next(rows * 4);
	const line = next(rows * 4);
	const durations = Array.from({ length: widths.durations }, () => next(rows * 4));
	const hours = next(widths.hours * 4);
	const firstRow = next(widths.hours * 4);
	return {
		start,
		quantity,
		kind,
		agent,
		entity,
		outcome,
		caseCode,
		line,
		durations,
		hours,
		firstRow,
		length: at
	};
}

function viewsOf(buffer: ArrayBuffer, rows: number, widths: Widths): Omit<Block, 'minStart' | 'maxStart'> {
	const at = offsets(rows, widths);
	if (at.length !== buffer.byteLength) throw new BlockError('length');
	return {
		rows,
		start: new Float64Array(buffer, at.start, rows),
		quantity: new Uint32Array(buffer, at.quantity, rows),
		kind: new Uint8Array(buffer, at.kind, rows),
		agent: codesAt(buffer, at.agent, rows, widths.agent),
		entity: codesAt(buffer, at.entity, rows, widths.entity),
		outcome: codesAt(buffer, at.outcome, rows, widths.outcome),
		caseCode: new Uint32Array(buffer, at.caseCode, rows),
		line: new Uint32Array(buffer, at.line, rows),
		durations: at.durations.map((offset) => new Uint32Array(buffer, offset, rows)),
		hours: new Int32Array(buffer, at.hours, widths.hours),
		firstRow: new Uint32Array(buffer, at.firstRow, widths.hours)
	};
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
	const widths: Widths = {
		agent: columns.agent.BYTES_PER_ELEMENT,
		entity: columns.entity.BYTES_PER_ELEMENT,
		outcome: columns.outcome.BYTES_PER_ELEMENT,
		durations: columns.durations.length,
		hours: hours.length
	};
	const buffer = newRecord(RECORD.num, rows, offsets(rows, widths).length);
	const header = new DataView(buffer);
	header.setUint8(20, widths.agent);
	header.setUint8(21, widths.entity);
	header.setUint8(22, widths.outcome);
	header.setUint8(23, widths.durations);
	header.setUint32(24, widths.hours, true);
	header.setFloat64(32, start[0] ?? 0, true);
	header.setFloat64(40, start[rows - 1] ?? 0, true);
	const to = viewsOf(buffer, rows, widths);
	to.start.set(start);
	to.quantity.set(columns.quantity);
	to.kind.set(columns.kind);
	to.agent.set(columns.agent);
	to.entity.set(columns.entity);
	to.outcome.set(columns.outcome);
	to.caseCode.set(columns.caseCode);
	to.line.set(columns.line);
	columns.durations.forEach((duration, k) => to.durations[k]?.set(duration));
	to.hours.set(hours);
	to.firstRow.set(firstRow);
	return sealRecord(buffer);
}

/** The columns of a num record as views on its buffer. Throws {@link BlockError}; the checksum is `verify`'s business. */
export function decodeNum(buffer: ArrayBuffer): Block {
	const header = openRecord(buffer, RECORD.num);
	const views = viewsOf(buffer, recordCount(header), {
		agent: header.getUint8(20),
		entity: header.getUint8(21),
		outcome: header.getUint8(22),
		durations: header.getUint8(23),
		hours: header.getUint32(24, true)
	});
	return { ...views, minStart: header.getFloat64(32, true), maxStart: header.getFloat64(40, true) };
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
