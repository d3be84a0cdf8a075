import type { LayerNames, Rated } from '../rating/layerRating';
import { NON_BILLABLE, SLOT, SLOTS } from '../rating/slot';
import type { Columns } from '../table/columns';
import type { Live } from '../table/live';
import { newCells, type Cells } from './cells';
import type { Cutter } from './cutters';
import { normalise } from './merge';

/** Which names are dimensions of the cube, beside time and slot. */
export interface CubeNames {
	readonly agent: boolean;
	readonly entity: boolean;
}

/** Up to this many combinations within one stretch of time are found by a table (4 bytes each), else by a map. */
const TABLE_LIMIT = 1 << 21;

/**
 * A cell while it is filled: eight numbers side by side, one cache line, since rows hit cells at random (measured:
 * a third faster than a column for each).
 */
const STRIDE = 8;
const [INTERACTIONS, QUANTITY, SECONDS, SHORT, UNITS, FIRST, LAST, FROM] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Builds one cube of a layer from its rated blocks, in any order of blocks. */
export class CubeBuilder {
	#count = 0;
	#sums = new Float64Array(1_024 * STRIDE);
	/** by cell: combination of agent, entity and slot */
	#agent = new Uint32Array(1_024);
	#entity = new Uint32Array(1_024);
	#slot = new Uint8Array(1_024);

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
		const { bits } = live;
		const byAgent = this.by.agent;
		const byEntity = this.by.entity;
		const entities = this.#entities;
		const table = this.#table;
		const map = this.#map;
		let from = this.#start;
		let to = this.#end;
		let sums = this.#sums;
		for (let r = first; r < end; r++) {
			if (((bits[r >> 3] as number) & (1 << (r & 7))) === 0) continue;
			const at = start[r] as number;
			if (at < from || at >= to) {
				this.#openStretch(at);
				from = this.#start;
				to = this.#end;
			}
			const rowState = state[r] as number;
			const slot = rowState & SLOT;
			const a = byAgent ? (agent[r] as number) : 0;
			const e = byEntity ? (entity[r] as number) : 0;
			const key = (a * entities + e) * SLOTS + slot;
			let cell = (map === null ? (table[key] as number) : (map.get(key) ?? 0)) - 1;
			if (cell < 0) {
				cell = this.#newCell(key, at, slot, a, e);
				sums = this.#sums;
			}
			const k = cell * STRIDE;
			sums[k + INTERACTIONS] = (sums[k + INTERACTIONS] as number) + 1;
			sums[k + QUANTITY] = (sums[k + QUANTITY] as number) + (quantity[r] as number);
			sums[k + SECONDS] = (sums[k + SECONDS] as number) + (seconds[r] as number);
			if ((rowState & NON_BILLABLE) !== 0) sums[k + SHORT] = (sums[k + SHORT] as number) + 1;
			sums[k + UNITS] = (sums[k + UNITS] as number) + (units[r] as number);
			// Rows of a block ascend; blocks may come in any order, so the first may be lowered as well.
			if (at < (sums[k + FIRST] as number)) sums[k + FIRST] = at;
			if (at > (sums[k + LAST] as number)) sums[k + LAST] = at;
		}
	}

	/** The cube of all rows so far. */
	finish(): Cells {
		const sums = this.#sums;
		const cells = newCells(this.#count);
		cells.agent.set(this.#agent.subarray(0, this.#count));
		cells.entity.set(this.#entity.subarray(0, this.#count));
		cells.slot.set(this.#slot.subarray(0, this.#count));
		for (let cell = 0; cell < this.#count; cell++) {
			const k = cell * STRIDE;
			cells.from[cell] = sums[k + FROM] as number;
			cells.interactions[cell] = sums[k + INTERACTIONS] as number;
			cells.quantity[cell] = sums[k + QUANTITY] as number;
			cells.seconds[cell] = sums[k + SECONDS] as number;
			cells.nonBillable[cell] = sums[k + SHORT] as number;
			cells.units[cell] = sums[k + UNITS] as number;
			cells.first[cell] = sums[k + FIRST] as number;
			cells.last[cell] = sums[k + LAST] as number;
		}
		return normalise(cells);
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
		if (this.#map) this.#map.clear();
		else {
			for (let k = this.#open; k < this.#count; k++) {
				const names = (this.#agent[k] as number) * this.#entities + (this.#entity[k] as number);
				this.#table[names * SLOTS + (this.#slot[k] as number)] = 0;
			}
		}
		this.#open = this.#count;
		const { start, end } = this.cut(at);
		this.#start = start;
		this.#end = end;
	}

	#newCell(key: number, at: number, slot: number, agent: number, entity: number): number {
		const cell = this.#count++;
		if (cell === this.#slot.length) this.#grow();
		if (this.#map) this.#map.set(key, cell + 1);
		else this.#table[key] = cell + 1;
		this.#agent[cell] = agent;
		this.#entity[cell] = entity;
		this.#slot[cell] = slot;
		this.#sums[cell * STRIDE + FROM] = this.#start;
		this.#sums[cell * STRIDE + FIRST] = at;
		this.#sums[cell * STRIDE + LAST] = at;
		return cell;
	}

	#grow(): void {
		const { length } = this.#slot;
		const [sums, agent, entity, slot] = [this.#sums, this.#agent, this.#entity, this.#slot];
		this.#sums = new Float64Array(2 * length * STRIDE);
		this.#agent = new Uint32Array(2 * length);
		this.#entity = new Uint32Array(2 * length);
		this.#slot = new Uint8Array(2 * length);
		this.#sums.set(sums);
		this.#agent.set(agent);
		this.#entity.set(entity);
		this.#slot.set(slot);
	}
}
