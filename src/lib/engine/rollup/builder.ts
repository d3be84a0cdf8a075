import type { LayerNames, Rated } from '../rating/layerRating';
import { NON_BILLABLE, SLOT, SLOTS } from '../rating/slot';
import type { Columns } from '../table/columns';
import type { Live } from '../table/live';
import { newCells, type Cells } from './cells';
import { decodeCells, encodeCells, encodePage, joinPages, PAGE } from './cellsFile';
import type { Cutter } from './cutters';
import { normalise, sortGroup } from './merge';

/** Which names are dimensions of the cube, beside time and slot. */
export interface CubeNames {
	readonly agent: boolean;
	readonly entity: boolean;
}

/** Up to this many combinations within one stretch of time are found by a table (4 bytes each), else by a map. */
const TABLE_LIMIT = 1 << 21;

/**
 * A cell while it is filled: seven numbers side by side in the room of eight, one cache line, since rows hit cells at
 * random (measured: a third faster than a column for each).
 */
const STRIDE = 8;
const [INTERACTIONS, QUANTITY, SECONDS, SHORT, UNITS, FIRST, LAST] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Builds one cube of a layer from its rated blocks, in any order of blocks. */
export class CubeBuilder {
	/** the stretch being filled */
	#start = Infinity;
	#end = -Infinity;
	/** its cells; by cell: the sums, and the combination of agent, entity and slot */
	#count = 0;
	#sums = new Float64Array(64 * STRIDE);
	#agent = new Uint32Array(64);
	#entity = new Uint32Array(64);
	#slot = new Uint8Array(64);
	/** for their order */
	#order = new Uint32Array(64);
	#keys = new Float64Array(64);
	/** its cells by combination (cell + 1; 0: none) */
	#table = new Int32Array(0);
	#map: Map<number, number> | null = null;
	/** combinations are numbered (agent × entities + entity) × SLOTS + slot */
	#agents = 0;
	#entities = 0;

	/** every stretch begins after the one before */
	#inOrder = true;
	/** pages of the stretches before, each stretch in the order of a cube's cells */
	readonly #pages: Uint8Array[] = [];
	/** the page that is being filled */
	readonly #page = newCells(PAGE);
	#filled = 0;

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

	/** The cube of all rows; the builder ends. */
	finish(): Cells {
		const cells = decodeCells(this.#take()) as Cells;
		return this.#inOrder ? cells : normalise(cells);
	}

	/** The same as {@link encodeCells} writes it. Stretches mostly come in order: then its pages are there already. */
	encode(): ArrayBuffer {
		return this.#inOrder ? this.#take() : encodeCells(this.finish());
	}

	/** All cells as they were closed. */
	#take(): ArrayBuffer {
		this.#close();
		const count = this.#pages.length * PAGE + this.#filled;
		this.#keepPage();
		return joinPages(this.#pages.splice(0), count);
	}

	#keepPage(): void {
		if (this.#filled > 0) this.#pages.push(encodePage(this.#page, 0, this.#filled));
		this.#filled = 0;
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
		for (let cell = 0; cell < this.#count; cell++) this.#note(this.#combination(cell), cell + 1);
	}

	#combination(cell: number): number {
		const names = (this.#agent[cell] as number) * this.#entities + (this.#entity[cell] as number);
		return names * SLOTS + (this.#slot[cell] as number);
	}

	#note(key: number, cell: number): void {
		if (this.#map) this.#map.set(key, cell);
		else this.#table[key] = cell;
	}

	#openStretch(at: number): void {
		this.#close();
		const { start, end } = this.cut(at);
		if (start < this.#start && this.#end !== -Infinity) this.#inOrder = false;
		this.#start = start;
		this.#end = end;
	}

	/** Keeps the cells of the stretch in hand, in order. */
	#close(): void {
		const count = this.#count;
		const agents = this.#agents;
		const entities = this.#entities;
		const order = this.#order;
		const keys = this.#keys;
		for (let cell = 0; cell < count; cell++) {
			order[cell] = cell;
			const slotAgent = (this.#slot[cell] as number) * agents + (this.#agent[cell] as number);
			keys[cell] = slotAgent * entities + (this.#entity[cell] as number);
			if (!this.#map) this.#table[this.#combination(cell)] = 0;
		}
		this.#map?.clear();
		sortGroup(order, 0, count, keys, SLOTS * agents * entities);
		for (let k = 0; k < count; k++) this.#keep(order[k] as number);
		this.#count = 0;
	}

	#keep(cell: number): void {
		if (this.#filled === PAGE) this.#keepPage();
		const page = this.#page;
		const at = this.#filled++;
		const sums = this.#sums;
		const k = cell * STRIDE;
		page.from[at] = this.#start;
		page.interactions[at] = sums[k + INTERACTIONS] as number;
		page.quantity[at] = sums[k + QUANTITY] as number;
		page.seconds[at] = sums[k + SECONDS] as number;
		page.nonBillable[at] = sums[k + SHORT] as number;
		page.units[at] = sums[k + UNITS] as number;
		page.first[at] = sums[k + FIRST] as number;
		page.last[at] = sums[k + LAST] as number;
		page.agent[at] = this.#agent[cell] as number;
		page.entity[at] = this.#entity[cell] as number;
		page.slot[at] = this.#slot[cell] as number;
	}

	#newCell(key: number, at: number, slot: number, agent: number, entity: number): number {
		const cell = this.#count++;
		if (cell === this.#slot.length) this.#grow();
		this.#note(key, cell + 1);
		this.#agent[cell] = agent;
		this.#entity[cell] = entity;
		this.#slot[cell] = slot;
		const k = cell * STRIDE;
		this.#sums.fill(0, k, k + STRIDE);
		this.#sums[k + FIRST] = at;
		this.#sums[k + LAST] = at;
		return cell;
	}

	#grow(): void {
		const { length } = this.#slot;
		const [sums, agent, entity, slot] = [this.#sums, this.#agent, this.#entity, this.#slot];
		this.#sums = new Float64Array(2 * length * STRIDE);
		this.#agent = new Uint32Array(2 * length);
		this.#entity = new Uint32Array(2 * length);
		this.#slot = new Uint8Array(2 * length);
		this.#order = new Uint32Array(2 * length);
		this.#keys = new Float64Array(2 * length);
		this.#sums.set(sums);
		this.#agent.set(agent);
		this.#entity.set(entity);
		this.#slot.set(slot);
	}
}
