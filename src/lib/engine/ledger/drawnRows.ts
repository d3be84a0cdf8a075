import type { Rated } from '../rating/layerRating';
import { isMetered, PREMIUM, VOICE } from '../rating/slot';
import type { Columns } from '../table/columns';
import { isLive, type Live } from '../table/live';

/** Metered rows of a stretch of time in ledger order, as far as a ledger needs them. */
export interface DrawnRows {
	readonly count: number;
	readonly start: Float64Array;
	/** length in ms; 0 for a chat, which is a point in time */
	readonly duration: Float64Array;
	readonly units: Float64Array;
}

/** Gathers the metered, live rows of a stretch from all blocks that overlap it, then puts them in ledger order. */
export class DrawnRowsBuilder {
	#start: number[] = [];
	#slot: number[] = [];
	#quantity: number[] = [];
	#units: number[] = [];

	/** Takes rows `[first, end)` of a rated block. */
	add(columns: Columns, rated: Rated, live: Live, first: number, end: number): void {
		for (let r = first; r < end; r++) {
			const state = rated.state[r] as number;
			if (!isMetered(state) || !isLive(live, r)) continue;
			this.#start.push(columns.start[r] as number);
			this.#slot.push(state & (VOICE | PREMIUM));
			this.#quantity.push(rated.quantity[r] as number);
			this.#units.push(rated.units[r] as number);
		}
	}

	finish(): DrawnRows {
		const start = this.#start;
		const slot = this.#slot;
		const quantity = this.#quantity;
		const order = Uint32Array.from(start.keys()).sort(
			(a, b) =>
				(start[a] as number) - (start[b] as number) ||
				((slot[a] as number) & VOICE) - ((slot[b] as number) & VOICE) ||
				(quantity[a] as number) - (quantity[b] as number) ||
				((slot[a] as number) & PREMIUM) - ((slot[b] as number) & PREMIUM)
		);
		const rows = {
			count: order.length,
			start: new Float64Array(order.length),
			duration: new Float64Array(order.length),
			units: new Float64Array(order.length)
		};
		for (let k = 0; k < order.length; k++) {
			const r = order[k] as number;
			rows.start[k] = start[r] as number;
			rows.duration[k] = (slot[r] as number) & VOICE ? (quantity[r] as number) : 0;
			rows.units[k] = this.#units[r] as number;
		}
		return rows;
	}
}
