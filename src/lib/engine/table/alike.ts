import { KIND_VOICE, type Columns } from './columns';
import { isLive, type Live } from './live';
import { PrintIndex } from './prints';

/** Rows that start in some stretch of time, and how many of them are alike to rows elsewhere. */
export interface AlikeRows {
	rows: number;
	alike: number;
}

/** Whether interactions elsewhere start at the same instants and take as much, whatever else is said of them. */
export class AlikeScan {
	readonly #index = new PrintIndex();
	/** so many of the index are of rows elsewhere */
	#elsewhere = 0;
	/** start, quantity and channel of the row in hand; the first word spreads them */
	readonly #words = new Uint32Array(4);

	/** Rows that are elsewhere. */
	see(columns: Columns): void {
		for (let row = 0; row < columns.rows; row++) this.#numberOf(columns, row);
		this.#elsewhere = this.#index.size;
	}

	/** Adds a block's rows that count and start in `[from, to]`. */
	count(columns: Columns, live: Live, from: number, to: number, found: AlikeRows): void {
		for (let row = 0; row < columns.rows; row++) {
			const start = columns.start[row] as number;
			if (start < from || start > to || !isLive(live, row)) continue;
			found.rows++;
			if (this.#numberOf(columns, row) < this.#elsewhere) found.alike++;
		}
	}

	#numberOf({ start, quantity, kind }: Columns, row: number): number {
		const words = this.#words;
		const instant = start[row] as number;
		words[1] = instant / 2 ** 32;
		words[2] = instant;
		words[3] = ((quantity[row] as number) << 1) | ((kind[row] as number) & KIND_VOICE ? 1 : 0);
		words[0] = Math.imul((words[2] as number) ^ Math.imul(words[3] as number, 0x85ebca6b), 0x9e3779b1);
		words[0] = (words[0] as number) ^ ((words[0] as number) >>> 15);
		return this.#index.numberOf(words, 0);
	}
}
