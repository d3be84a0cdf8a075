import type { Decode } from '../table/text';
import { CsvMachine, LINE_LIMIT, type CsvSink } from './csv/machine';
import { DateTimeReader } from './dates';
import type { Layout } from './layout';
import { proofOfMark } from './marks';
import type { DecimalMark } from './numbers';
import { VALUE_LIMIT } from './problems';

/** A column of which the first rows leave something open: the order of day and month, or the mark before decimals. */
export interface OpenColumn {
	readonly column: number;
	readonly ask: 'order' | 'mark';
	/** its numbers are whole */
	readonly whole: boolean;
}

/** The first row of a file that settles it. */
export interface Proof extends OpenColumn {
	readonly answer: 'dmy' | 'mdy' | DecimalMark;
	/** physical line that the row begins on, 1-based */
	readonly line: number;
	readonly value: string;
}

/** Looks for the first row that settles what is open of a column. */
class Search {
	proof: Proof | null = null;
	readonly #open: OpenColumn;
	readonly #decode: Decode;
	readonly #dmy = new DateTimeReader('dmy');
	readonly #mdy = new DateTimeReader('mdy');

	constructor(open: OpenColumn, decode: Decode) {
		this.#open = open;
		this.#decode = decode;
	}

	add(bytes: Uint8Array, from: number, to: number, line: number): void {
		const answer = this.#open.ask === 'order' ? this.#order(bytes, from, to) : this.#mark(bytes, from, to);
		if (!answer) return;
		const value = this.#decode(bytes.subarray(from, Math.min(to, from + VALUE_LIMIT)));
		this.proof = { ...this.#open, answer, line, value };
	}

	#order(bytes: Uint8Array, from: number, to: number): 'dmy' | 'mdy' | null {
		const [before, after] = [this.#dmy.proven, this.#mdy.proven];
		this.#dmy.read(bytes, from, to, 0, 0);
		this.#mdy.read(bytes, from, to, 0, 0);
		return this.#dmy.proven > before ? 'dmy' : this.#mdy.proven > after ? 'mdy' : null;
	}

	#mark(bytes: Uint8Array, from: number, to: number): DecimalMark | null {
		const proof = proofOfMark(bytes, from, to, this.#open.whole);
		return proof === '.' || proof === ',' ? proof : null;
	}
}

/**
 * Reads on in a file whose first rows leave something open, until a row settles it. What all rows leave open stays so,
 * and is asked.
 */
export class Survey implements CsvSink {
	readonly #searches: readonly { readonly column: number; readonly search: Search }[];
	readonly #machine: CsvMachine;
	readonly #before: number;

	constructor(layout: Layout, open: readonly OpenColumn[], decode: Decode) {
		this.#before = layout.before;
		this.#searches = open.map((one) => ({ column: one.column, search: new Search(one, decode) }));
		this.#machine = new CsvMachine(layout.delimiter, this, LINE_LIMIT, layout.numbering);
	}

	/** Reads on; false: there is nothing more to find. */
	push(chunk: Uint8Array): boolean {
		return this.#machine.push(chunk) && this.#searches.some(({ search }) => !search.proof);
	}

	/** What was found; after the last piece of the file. */
	finish(): Proof[] {
		if (this.#searches.some(({ search }) => !search.proof)) this.#machine.finish();
		return this.#searches.flatMap(({ search: { proof } }) => (proof ? [proof] : []));
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
		if (line <= this.#before) return;
		for (const { column, search } of this.#searches) {
			if (search.proof || column >= count || column >= starts.length) continue;
			search.add(bytes, starts[column] as number, ends[column] as number, line);
		}
	}

	malformed(): void {
		// The import lists such rows.
	}
}
