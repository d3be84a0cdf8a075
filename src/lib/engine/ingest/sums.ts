import { ascii } from './numbers';
import type { Row } from './row';
import { TOTALS, TOTALS_LENGTH } from './totalsRow';

/** What may stand behind the word: nothing, or `general`, an accent of which is two bytes. */
const NO_WORD = /^(\W+g\W*e?n\W*e?ral)?\W*$/i;
/** Fewer rows than that prove nothing by their sum. */
const FEWEST = 3;

/**
 * The sums of calls, or of chats, by which a row is known that has all that they have and yet sums them up: some field
 * is nothing but a word for totals, and it holds as much as the rows above. Most rows hold less, and are not looked at.
 */
export class Sums {
	/** of all rows, and what it was above each row of totals, and above the last one */
	#all = 0;
	readonly #marks = new Set([0]);
	#last = 0;
	/** rows since then */
	#rows = 0;
	/** a sum must be of so many rows: of none in particular once a row of totals was found */
	#fewest = FEWEST;
	/** columns in which the word is a name */
	readonly #names = new Set<number>();

	/**
	 * Adds a row of so many messages or ms; false: it sums up others, and was reported. What may be a row of totals but
	 * for its sum is kept, is one of the row's `doubts`, and is in no sum, as if it were one.
	 */
	take(row: Row, quantity: number): boolean {
		const asMuch = quantity >= this.#all - this.#last && quantity > 0;
		return asMuch ? this.#weigh(row, quantity) : this.#add(quantity);
	}

	/** See {@link take}, of a row that holds as much as those since the last one of totals. */
	#weigh(row: Row, quantity: number): boolean {
		const column = this.#wordIn(row);
		if (column < 0) return this.#add(quantity);
		const sum = this.#marks.has(this.#all - quantity);
		const few = this.#rows < this.#fewest;
		if (few && !sum) {
			this.#names.add(column);
			return this.#add(quantity);
		}
		const totals = sum && !few;
		if (totals) this.#fewest = 0;
		this.#marks.add(this.#all);
		this.#last = this.#all;
		this.#rows = 0;
		row.at(column);
		row.tell(totals ? row.problems : row.doubts, 'totals');
		return !totals;
	}

	#add(quantity: number): boolean {
		this.#all += quantity;
		this.#rows++;
		return true;
	}

	/** The first field that is a word for totals, and no name; -1: none. */
	#wordIn({ bytes, starts, ends, width }: Row): number {
		for (let k = 0; k < width; k++) {
			const [from = 0, to = 0] = [starts[k], ends[k]];
			if (to - from > TOTALS_LENGTH || this.#names.has(k)) continue;
			const text = ascii(bytes, from, to);
			const word = TOTALS.exec(text)?.[0];
			if (word && NO_WORD.test(text.slice(word.length))) return k;
		}
		return -1;
	}
}
