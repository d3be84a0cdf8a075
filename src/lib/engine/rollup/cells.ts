import { xxh32 } from '../table/checksum';
import { narrowest, STORED, type Width } from '../table/narrow';

/**
 * A cube (roll-up) as sorted, sparse columns: one cell for each combination that has rows. `slot` holds channel,
 * class, licence and "before activation" as bits (`rating/slot.ts`). A cube without agents or entities has code 0
 * there. Only sums and bounds are kept, so cubes merge in any order.
 */
export interface Cells {
	readonly count: number;
	/** first instant of the stretch of time; the cube's cutter says how long it lasts */
	readonly from: Float64Array;
	readonly interactions: Float64Array;
	/** chat: messages; voice: rated duration in ms */
	readonly quantity: Float64Array;
	/** billable seconds */
	readonly seconds: Float64Array;
	/** non-billable calls */
	readonly nonBillable: Float64Array;
	/** units (1/60,000 credit), also those that trial and unlimited rows would have drawn */
	readonly units: Float64Array;
	/** first and last start among the cell's rows */
	readonly first: Float64Array;
	readonly last: Float64Array;
	readonly agent: Uint32Array;
	readonly entity: Uint32Array;
	readonly slot: Uint8Array;
}

/** Columns of 8 bytes; beside them agent and entity of 4 bytes, and slot of 1. */
const WIDE = [
	'from',
	'interactions',
	'quantity',
	'seconds',
	'nonBillable',
	'units',
	'first',
	'last'
] as const;
const BYTES = WIDE.length * 8 + 4 + 4 + 1;

/** Room for `count` cells, all zero. */
export function newCells(count: number): Cells {
	const buffer = new ArrayBuffer(count * BYTES);
	let at = 0;
	const wide = () => {
		const column = new Float64Array(buffer, at, count);
		at += 8 * count;
		return column;
	};
	const codes = () => {
		const column = new Uint32Array(buffer, at, count);
		at += 4 * count;
		return column;
	};
	// Object literals evaluate in order: the widest columns come first.
	return {
		count,
		from: wide(),
		interactions: wide(),
		quantity: wide(),
		seconds: wide(),
		nonBillable: wide(),
		units: wide(),
		first: wide(),
		last: wide(),
		agent: codes(),
		entity: codes(),
		slot: new Uint8Array(buffer, at, count)
	};
}

/** Copies the first `count` cells to others, from the cell `at` on. */
export function setCells(into: Cells, cells: Cells, count: number, at = 0): void {
	for (const name of WIDE) into[name].set(cells[name].subarray(0, count), at);
	into.agent.set(cells.agent.subarray(0, count), at);
	into.entity.set(cells.entity.subarray(0, count), at);
	into.slot.set(cells.slot.subarray(0, count), at);
}

/** The first `count` cells, copied into columns of that length or longer. */
export function copyCells(cells: Cells, count: number, room = count): Cells {
	const copy = newCells(room);
	setCells(copy, cells, count);
	return { ...copy, count };
}

/** Stored as what they are later than `from`. */
const LATER: ReadonlySet<string> = new Set(['first', 'last']);
const NARROW = [...WIDE, 'agent', 'entity', 'slot'] as const;
const HEADER = 24;
const CHECKED_FROM = 4;
const WIDTHS = 8;
const align = (at: number): number => Math.ceil(at / 8) * 8;

function shifted(values: Float64Array, from: Float64Array, by: 1 | -1): Float64Array {
	const moved = new Float64Array(values.length);
	for (let k = 0; k < moved.length; k++) moved[k] = (values[k] as number) + by * (from[k] as number);
	return moved;
}

const valuesOf = (cells: Cells, name: (typeof NARROW)[number]) => {
	const own = cells[name].subarray(0, cells.count);
	return LATER.has(name) ? shifted(own as Float64Array, cells.from, -1) : own;
};

/**
 * The cells of all parts, one after another, as one buffer: u32 XXH32 of what follows, u32 count, a byte for the width of
 * each column, 8-byte aligned the columns, each in as few bytes a value as hold all of it; `first` and `last` are counted
 * from `from`. Little-endian.
 */
export function encodeCells(...parts: readonly Cells[]): ArrayBuffer {
	const count = parts.reduce((sum, part) => sum + part.count, 0);
	const widths = NARROW.map((name) =>
		parts.reduce<Width>((width, part) => {
			const own = narrowest(valuesOf(part, name), 0).width;
			return own > width ? own : width;
		}, 1)
	);
	const buffer = new ArrayBuffer(widths.reduce((at: number, width) => at + align(width * count), HEADER));
	const header = new DataView(buffer);
	header.setUint32(4, count, true);
	let at = HEADER;
	NARROW.forEach((name, k) => {
		const width = widths[k] as Width;
		header.setUint8(WIDTHS + k, width);
		const stored = new STORED[width](buffer, at, count);
		let from = 0;
		for (const part of parts) {
			stored.set(valuesOf(part, name), from);
			from += part.count;
		}
		at += align(width * count);
	});
	header.setUint32(0, xxh32(new Uint8Array(buffer, CHECKED_FROM)), true);
	return buffer;
}

/** The cells of {@link encodeCells}; null where the bytes are not those that were written. */
export function decodeCells(buffer: ArrayBuffer): Cells | null {
	if (buffer.byteLength < HEADER) return null;
	const header = new DataView(buffer);
	if (header.getUint32(0, true) !== xxh32(new Uint8Array(buffer, CHECKED_FROM))) return null;
	const count = header.getUint32(4, true);
	const widths = NARROW.map((_, k) => header.getUint8(WIDTHS + k) as Width);
	if (!widths.every((width) => width in STORED)) return null;
	if (widths.reduce((at, width) => at + align(width * count), HEADER) !== buffer.byteLength) return null;
	const cells = newCells(count);
	let at = HEADER;
	NARROW.forEach((name, k) => {
		const width = widths[k] as Width;
		const values = new STORED[width](buffer, at, count);
		cells[name].set(LATER.has(name) ? shifted(new Float64Array(values), cells.from, 1) : values);
		at += align(width * count);
	});
	return cells;
}

/**
 * Of a timeline's pieces, or of a merged cube's cells: how many begin before an instant, searched in `[low, high]`.
 */
export function stretchesBefore(
	{ from, count }: Pick<Cells, 'from' | 'count'>,
	instant: number,
	low = 0,
	high = count
): number {
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((from[middle] as number) < instant) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Puts one cell in the place of another. */
export function copyCell(into: Cells, k: number, cells: Cells, j: number): void {
	into.from[k] = cells.from[j] as number;
	into.interactions[k] = cells.interactions[j] as number;
	into.quantity[k] = cells.quantity[j] as number;
	into.seconds[k] = cells.seconds[j] as number;
	into.nonBillable[k] = cells.nonBillable[j] as number;
	into.units[k] = cells.units[j] as number;
	into.first[k] = cells.first[j] as number;
	into.last[k] = cells.last[j] as number;
	into.agent[k] = cells.agent[j] as number;
	into.entity[k] = cells.entity[j] as number;
	into.slot[k] = cells.slot[j] as number;
}

/** Adds the measures of one cell to another's. */
export function addCell(into: Cells, k: number, cells: Cells, j: number): void {
	into.interactions[k] = (into.interactions[k] as number) + (cells.interactions[j] as number);
	into.quantity[k] = (into.quantity[k] as number) + (cells.quantity[j] as number);
	into.seconds[k] = (into.seconds[k] as number) + (cells.seconds[j] as number);
	into.nonBillable[k] = (into.nonBillable[k] as number) + (cells.nonBillable[j] as number);
	into.units[k] = (into.units[k] as number) + (cells.units[j] as number);
	into.first[k] = Math.min(into.first[k] as number, cells.first[j] as number);
	into.last[k] = Math.max(into.last[k] as number, cells.last[j] as number);
}
