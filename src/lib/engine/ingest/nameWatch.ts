import type { Dictionary } from '../table/dictionary';
import { ascii } from './numbers';
import type { Row } from './row';
import { STATISTICS, TOTALS_LENGTH } from './totalsRow';

/** ` total`, in small letters. */
const TOTAL = [32, 116, 111, 116, 97, 108];

/**
 * Looks at the names of one field as they come: `Average` is none, and `Nova Total` below rows of `Nova` sums these up.
 * Rows that have them are the row's `doubts`.
 */
export class NameWatch {
	/** codes from here on are new, or one of them is no name: all others are not looked at */
	from = 1;
	#next = 1;
	readonly #codes = new Set<number>();
	readonly #dictionary: Dictionary;

	constructor(dictionary: Dictionary) {
		this.#dictionary = dictionary;
	}

	/** Looks at a code from {@link from} on, of the row's field in hand. */
	add(row: Row, code: number): void {
		if (code >= this.#next) {
			this.#next = code + 1;
			if (this.#isNone(row)) this.#codes.add(code);
			if (this.#codes.size === 0) this.from = this.#next;
		}
		// A row that holds as much as all above it was told for that.
		if (this.#codes.has(code) && row.doubts.kept.at(-1)?.line !== row.line) row.tell(row.doubts, 'totals');
	}

	#isNone({ bytes, from, to }: Row): boolean {
		if (to - from <= TOTALS_LENGTH && STATISTICS.test(ascii(bytes, from, to))) return true;
		const cut = to - TOTAL.length;
		for (let k = 0; k < TOTAL.length; k++) if (((bytes[cut + k] ?? 0) | 32) !== TOTAL[k]) return false;
		return cut > from && this.#dictionary.has(bytes, from, cut);
	}
}
