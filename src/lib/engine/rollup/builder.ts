import type { LayerNames, Rated } from '../rating/layerRating';
import { NON_BILLABLE, SLOT, SLOTS } from '../rating/slot';
import type { Columns } from '../table/columns';
import { isLive, type Live } from '../table/live';
import { copyCells, newCells, type Cells } from './cells';
import type { Cutter } from './cutters';
import { normalise } from './merge';

/** Which names are dimensions of the cube, beside time and slot. */
export interface CubeNames {
	readonly agent: boolean;
	readonly entity: boolean;
}

/** Up to this many combinations within one stretch of time are found by a table (4 bytes each), else by a map. */
const TABLE_LIMIT = 1 << 21;

/** Builds one cube of a layer from its rated blocks, in any order of blocks. */
export class CubeBuilder {
	#cells = newCells(1_024);
	#count = 0;
	/** the stretch being filled, its first cell, and its cells by combination (cell + 1; 0: none) */
	#start = Infinity;
	#end = -Infinity;
	#open = 0;
	#table = new Int32Array(0);
	#map: Map<number, number> | null = null;
	/** combinations are numbered (agent × entities + entity) × SLOTS + slot */
	#agents = 0;
	#entities = 0;

	constructor(
		readonly cut: Cutter,
		readonly by: CubeNames,
		readonly names: LayerNames
	) {}

	/** Counts the live rows of `[first, end)` of a block. The names may have grown since the last one. */
	add(columns: Columns, rated: Rated, live: Live, first = 0, end = columns.rows): void {
		this.#readNames();
		const { start, agent, entity } = columns;
		const { state, quantity, seconds, units } = rated;
		const { by } = this;
		const entities = this.#entities;
		for (let r = first; r < end; r++) {
			if (!isLive(live, r)) continue;
			const at = start[r] as number;
			if (at < this.#start || at >= this.#end) this.#openStretch(at);
			const bits = state[r] as number;
			const slot = bits & SLOT;
			const a = by.agent ? (agent[r] as number) : 0;
			const e = by.entity ? (entity[r] as number) : 0;
			const key = (a * entities + e) * SLOTS + slot;
			let k = (this.#map === null ? (this.#table[key] as number) : (this.#map.get(key) ?? 0)) - 1;
			if (k < 0) k = this.#newCell(key, at, slot, a, e);
			const cells = this.#cells;
			cells.interactions[k] = (cells.interactions[k] as number) + 1;
			cells.quantity[k] = (cells.quantity[k] as number) + (quantity[r] as number);
			cells.seconds[k] = (cells.seconds[k] as number) + (seconds[r] as number);
			if ((bits & NON_BILLABLE) !== 0) cells.nonBillable[k] = (cells.nonBillable[k] as number) + 1;
			cells.units[k] = (cells.units[k] as number) + (units[r] as number);
			// Rows of a block ascend; blocks may come in any order, so the first may be lowered as well.
			if (at < (cells.first[k] as number)) cells.first[k] = at;
			if (at > (cells.last[k] as number)) cells.last[k] = at;
		}
	}

	/** The cube of all rows so far. */
	finish(): Cells {
		return normalise(copyCells(this.#cells, this.#count));
	}

	#readNames(): void {
		const agents = this.by.agent ? this.names.agents.length : 1;
		const entities = this.by.entity ? this.names.entities.length : 1;
		if (agents === this.#agents && entities === this.#entities) return;
		this.#agents = agents;
		this.#entities = entities;
		const combinations = agents * entities * SLOTS;
		this.#map = combinations > TABLE_LIMIT ? new Map() : null;
		this.#table = new Int32Array(this.#map ? 0 : combinations);
		// What the open stretch has so far is closed: `finish` sums cells with equal keys.
		this.#open = this.#count;
	}

	#openStretch(at: number): void {
		const { agent, entity, slot } = this.#cells;
		if (this.#map) this.#map.clear();
		else {
			for (let k = this.#open; k < this.#count; k++) {
				const combination = (agent[k] as number) * this.#entities + (entity[k] as number);
				this.#table[combination * SLOTS + (slot[k] as number)] = 0;
			}
		}
		this.#open = this.#count;
		const { start, end } = this.cut(at);
		this.#start = start;
		this.#end = end;
	}

	#newCell(key: number, at: number, slot: number, agent: number, entity: number): number {
		const k = this.#count++;
		if (k === this.#cells.from.length) this.#cells = copyCells(this.#cells, k, 2 * k);
		if (this.#map) this.#map.set(key, k + 1);
		else this.#table[key] = k + 1;
		this.#cells.from[k] = this.#start;
		this.#cells.slot[k] = slot;
		this.#cells.agent[k] = agent;
		this.#cells.entity[k] = entity;
		this.#cells.first[k] = at;
		this.#cells.last[k] = at;
		return k;
	}
}
