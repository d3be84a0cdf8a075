import { SLOTS } from '../rating/slot';
import { addCell, copyCell, copyCells, newCells, type Cells } from './cells';

/** A layer's cube on its way into the workspace's: its codes are replaced by the workspace's. */
export interface CubePart {
	readonly cells: Cells;
	/** layer code → workspace code; absent: the codes stand */
	readonly agents?: Uint32Array;
	readonly entities?: Uint32Array;
}

/**
 * Cell numbers by time, those of one stretch as they came. A merge sort that starts from the runs it finds: a layer's
 * stretches ascend already, and layers laid end to end are as many runs.
 */
function orderByTime(from: Float64Array, count: number): Uint32Array {
	let order = new Uint32Array(count);
	let spare = new Uint32Array(count);
	let runs = [0];
	for (let k = 0; k < count; k++) {
		order[k] = k;
		if (k > 0 && (from[k - 1] as number) > (from[k] as number)) runs.push(k);
	}
	while (runs.length > 1) {
		const longer: number[] = [];
		for (let run = 0; run < runs.length; run += 2) {
			const low = runs[run] as number;
			const middle = runs[run + 1] ?? count;
			const high = runs[run + 2] ?? count;
			let a = low;
			let b = middle;
			for (let k = low; k < high; k++) {
				const left =
					b === high ||
					(a < middle && (from[order[a] as number] as number) <= (from[order[b] as number] as number));
				spare[k] = order[left ? a++ : b++] as number;
			}
			longer.push(low);
		}
		runs = longer;
		[order, spare] = [spare, order];
	}
	return order;
}

/** Groups up to this size are sorted by insertion: an hour has a handful of cells. */
const SMALL = 24;

/** Sorts `[low, high)` of `order` by the key of the cells, which is below `highest`. */
export function sortGroup(
	order: Uint32Array,
	low: number,
	high: number,
	keys: Float64Array,
	highest: number
): void {
	const size = high - low;
	if (size <= SMALL) {
		for (let k = low + 1; k < high; k++) {
			const cell = order[k] as number;
			const key = keys[cell] as number;
			let at = k;
			for (; at > low && (keys[order[at - 1] as number] as number) > key; at--) {
				order[at] = order[at - 1] as number;
			}
			order[at] = cell;
		}
		return;
	}
	const group = order.subarray(low, high);
	if (highest * size + size > Number.MAX_SAFE_INTEGER) {
		group.sort((a, b) => (keys[a] as number) - (keys[b] as number));
		return;
	}
	// Numbers sort several times faster without a comparator: put key and place into one.
	const packed = new Float64Array(size);
	for (let k = 0; k < size; k++) packed[k] = (keys[group[k] as number] as number) * size + k;
	packed.sort();
	const cells = group.slice();
	for (let k = 0; k < size; k++) group[k] = cells[(packed[k] as number) % size] as number;
}

/** They ascend by (from, slot, agent, entity), no two alike. */
function inOrder({ count, from, slot, agent, entity }: Cells): boolean {
	for (let k = 1; k < count; k++) {
		const ahead =
			(from[k] as number) - (from[k - 1] as number) ||
			(slot[k] as number) - (slot[k - 1] as number) ||
			(agent[k] as number) - (agent[k - 1] as number) ||
			(entity[k] as number) - (entity[k - 1] as number);
		if (!(ahead > 0)) return false;
	}
	return true;
}

/**
 * The same cells in order of (from, slot, agent, entity), those with equal keys summed; cells that are so already are
 * given back themselves. The result depends on the set of cells only.
 */
export function normalise(cells: Cells): Cells {
	if (inOrder(cells)) return cells;
	const { count, from, slot, agent, entity } = cells;
	let agents = 1;
	let entities = 1;
	for (let k = 0; k < count; k++) {
		agents = Math.max(agents, (agent[k] as number) + 1);
		entities = Math.max(entities, (entity[k] as number) + 1);
	}
	// Exact while agents × entities stay below 2^48.
	const keys = new Float64Array(count);
	for (let k = 0; k < count; k++)
		keys[k] = ((slot[k] as number) * agents + (agent[k] as number)) * entities + (entity[k] as number);
	const order = orderByTime(from, count);
	const out = newCells(count);
	let size = 0;
	for (let low = 0; low < count;) {
		const stretch = from[order[low] as number] as number;
		let high = low + 1;
		while (high < count && from[order[high] as number] === stretch) high++;
		sortGroup(order, low, high, keys, SLOTS * agents * entities);
		let last = NaN;
		for (let k = low; k < high; k++) {
			const cell = order[k] as number;
			if (keys[cell] === last) addCell(out, size - 1, cells, cell);
			else {
				last = keys[cell] as number;
				copyCell(out, size++, cells, cell);
			}
		}
		low = high;
	}
	return size === count ? out : copyCells(out, size);
}

/** The sum of cubes of one kind. Any order, any grouping gives the same cells. */
export function mergeCubes(parts: readonly CubePart[]): Cells {
	const [only] = parts;
	if (only && parts.length === 1 && !only.agents && !only.entities) return normalise(only.cells);
	let count = 0;
	for (const { cells } of parts) count += cells.count;
	const all = newCells(count);
	let at = 0;
	for (const { cells, agents, entities } of parts) {
		const { count: size } = cells;
		all.from.set(cells.from, at);
		all.interactions.set(cells.interactions, at);
		all.quantity.set(cells.quantity, at);
		all.seconds.set(cells.seconds, at);
		all.nonBillable.set(cells.nonBillable, at);
		all.units.set(cells.units, at);
		all.first.set(cells.first, at);
		all.last.set(cells.last, at);
		all.slot.set(cells.slot, at);
		for (let k = 0; k < size; k++) {
			const agent = cells.agent[k] as number;
			const entity = cells.entity[k] as number;
			all.agent[at + k] = agents ? (agents[agent] as number) : agent;
			all.entity[at + k] = entities ? (entities[entity] as number) : entity;
		}
		at += size;
	}
	return normalise(all);
}
