import type { Decode } from '../table/text';
import { Reports } from './problems';
import type { Row } from './row';
import type { Doubt } from './witness';

/** What a row with the sums of the others begins with, in the languages of headers. */
const WORD =
	'^\\W*(grand |sub-?|sous-?|zwischen|gesamt)?(total|totals|totaux|totalt|totalsumma|totale|totales|sum|summe|summa|suma|somme|gesamt|insgesamt|average|avg|moyenne|durchschnitt|mittelwert|genomsnitt|medelv|promedio)';
const BEGINS = new RegExp(`${WORD}\\b`, 'i');
/** Nothing else but `general`, an accent of which is two bytes. */
const WHOLE = new RegExp(`${WORD}(\\W+g\\W*e?n\\W*e?ral)?\\W*$`, 'i');
const TOTALS_LENGTH = 32;

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
	String.fromCharCode(...bytes.subarray(from, to));

/** The first field of a row with something in it, if it speaks of totals; -1: it does not. */
export function totalsField(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, width: number): number {
	let k = 0;
	while (k < width && starts[k] === ends[k]) k++;
	const [from = 0, to = 0] = [starts[k], ends[k]];
	if (from === to) return -1;
	return BEGINS.test(textOf(bytes, from, Math.min(to, from + TOTALS_LENGTH))) ? k : -1;
}

/** Fewer rows than that prove nothing by their sum. */
const FEWEST = 3;

/**
 * The sums of calls, or of chats, by which a row is known that has all that they have and yet sums them up: some field
 * is a word for totals, and it holds as much as the rows above. Most rows hold less than that, and are not looked at.
 */
export class Sums {
	/** of all rows, and what it was above each row of totals */
	#all = 0;
	readonly #marks = [0];
	/** of the rows since the last of these */
	#since = 0;
	#rows = 0;
	/** a row of totals was found */
	#proven = false;
	/** columns in which the word is a name */
	readonly #names = new Set<number>();
	readonly #perhaps: Reports<'totals'>;

	constructor(decode: Decode) {
		this.#perhaps = new Reports(decode);
	}

	/** Adds a row of so many messages or ms; false: it sums up others, and was reported. */
	take(row: Row, quantity: number): boolean {
		if (quantity >= this.#since && quantity > 0) {
			const column = this.#wordIn(row);
			if (column >= 0) return this.#keeps(row, column, quantity);
		}
		this.#add(quantity);
		return true;
	}

	/** Rows that may sum up others, but for what they come to. */
	doubts(): Doubt[] {
		const [first] = this.#perhaps.kept;
		return first ? [{ kind: 'totals', rows: this.#perhaps.total, line: first.line, value: first.value }] : [];
	}

	#add(quantity: number): void {
		this.#all += quantity;
		this.#since += quantity;
		this.#rows++;
	}

	/** The first field that is a word for totals, and no name; -1: none. */
	#wordIn({ bytes, starts, ends, width }: Row): number {
		for (let k = 0; k < width; k++) {
			const [from = 0, to = 0] = [starts[k], ends[k]];
			if (from === to || to - from > TOTALS_LENGTH || this.#names.has(k)) continue;
			if (WHOLE.test(textOf(bytes, from, to))) return k;
		}
		return -1;
	}

	/** False where a row with the word in a column is one of totals. What may be one is in no sum, as if it were. */
	#keeps(row: Row, column: number, quantity: number): boolean {
		const sum = this.#marks.includes(this.#all - quantity);
		const few = this.#rows < FEWEST && !this.#proven;
		if (few && !sum) {
			this.#names.add(column);
			this.#add(quantity);
			return true;
		}
		this.#marks.push(this.#all);
		this.#since = this.#rows = 0;
		row.at(column);
		if (few || !sum) {
			this.#perhaps.add('totals', row.line, '', row.bytes, row.from, row.to);
			return true;
		}
		this.#proven = true;
		row.problems.add('totals', row.line, '', row.bytes, row.from, row.to);
		return false;
	}
}
