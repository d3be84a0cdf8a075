import { DAY_MS, readLocal, type ZoneTable } from '../time';

/** Local clock readings of one zone as instants; far from a clock change without asking the zone again. */
export class LocalTimes {
	/** of the last reading */
	kind: 'unique' | 'repeated' | 'skipped' = 'unique';
	readonly #zone: ZoneTable;
	/** readings in `[from, to)` have this one offset */
	#from = 0;
	#to = 0;
	#offset = 0;

	constructor(zone: ZoneTable) {
		this.#zone = zone;
	}

	/** The instant meant by a clock reading (formats.md §1); `kind` says whether there were two or none. */
	instant(local: number): number {
		if (local >= this.#from && local < this.#to) {
			this.kind = 'unique';
			return local - this.#offset;
		}
		const reading = readLocal(this.#zone, local);
		this.kind = reading.kind;
		this.#widen(local);
		return reading.instant;
	}

	/** Offsets are less than a day: two days away from any change a reading has one meaning. */
	#widen(local: number): void {
		const { at, offset } = this.#zone;
		for (let k = 0; k < offset.length; k++) {
			const from = k === 0 ? -Infinity : (at[k - 1] as number) + 2 * DAY_MS;
			const to = k < at.length ? (at[k] as number) - 2 * DAY_MS : Infinity;
			if (local < from || local >= to) continue;
			this.#from = from;
			this.#to = to;
			this.#offset = offset[k] as number;
			return;
		}
	}
}
