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
export const COLUMNS = [...WIDE, 'agent', 'entity', 'slot'] as const;

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
