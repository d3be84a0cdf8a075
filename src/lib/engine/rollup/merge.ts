import { addCell, copyCells, newCells, type Cells } from './cells';

/** A layer's cube on its way into the workspace's: its codes are replaced by the workspace's. */
export interface CubePart {
	readonly cells: Cells;
	/** layer code → workspace code; absent: the codes stand */
	readonly agents?: Uint32Array;
	readonly entities?: Uint32Array;
}

/** Cells in order of (from, slot, agent, entity). */
function compareCells(cells: Cells, a: number, b: number): number {
	return (
		(cells.from[a] as number) - (cells.from[b] as number) ||
		(cells.slot[a] as number) - (cells.slot[b] as number) ||
		(cells.agent[a] as number) - (cells.agent[b] as number) ||
		(cells.entity[a] as number) - (cells.entity[b] as number)
	);
}

/** The same cells sorted, those with equal keys summed. The result depends on the set of cells only. */
export function normalise(cells: Cells): Cells {
	const { count } = cells;
	let sorted = true;
	for (let k = 1; k < count && sorted; k++) sorted = compareCells(cells, k - 1, k) < 0;
	if (sorted) return copyCells(cells, count);

	const order = new Uint32Array(count);
	for (let k = 0; k < count; k++) order[k] = k;
	order.sort((a, b) => compareCells(cells, a, b));
	const out = newCells(count);
	let size = 0;
	for (let k = 0; k < count; k++) {
		const j = order[k] as number;
		if (k === 0 || compareCells(cells, order[k - 1] as number, j) !== 0) {
			out.from[size] = cells.from[j] as number;
			out.slot[size] = cells.slot[j] as number;
			out.agent[size] = cells.agent[j] as number;
			out.entity[size] = cells.entity[j] as number;
			out.first[size] = Infinity;
			out.last[size] = -Infinity;
			size++;
		}
		addCell(out, size - 1, cells, j);
	}
	return copyCells(out, size);
}

/** The sum of cubes of one kind. Any order, any grouping gives the same cells. */
export function mergeCubes(parts: readonly CubePart[]): Cells {
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
