import { readDuration } from './durations';
import type { Mapping } from './mapping';
import { marksOf } from './mapping';
import { noMarks, proofOfMark, provenMark, type MarkCounts, type MarkProof } from './marks';
import type { DecimalMark, Marks } from './numbers';
import { VALUE_LIMIT } from './problems';
import type { Row } from './row';
import type { Decode } from '../table/text';

/** A row that says something: its line, and the value as it stands there. */
interface Said {
	readonly line: number;
	readonly value: string;
}

/**
 * What all rows together say against the way a file was read. `order`: dates prove the other order of day and month,
 * and `others` prove the one that was taken: none do, or there are more that could be either. `mark`: the same of the
 * mark before a column's decimals. `openMark`: a column's numbers could have either mark, and nobody has been asked.
 * `totals`: rows count that may sum up others.
 * `clock`: all lengths of minutes and seconds have `:00` behind them, as a spreadsheet puts it, and were read as hours.
 * `rounded`: ids or cases have lost their last digits in a spreadsheet. `rows`: how many say so; the first of them.
 */
export type Doubt =
	| ({
			readonly kind: 'order';
			readonly form: 'dmy' | 'mdy';
			readonly rows: number;
			readonly others: number;
	  } & Said)
	| ({
			readonly kind: 'mark' | 'openMark';
			readonly column: number;
			/** that the rows prove; of `openMark`: the one that was not taken */
			readonly decimal: DecimalMark;
			readonly rows: number;
	  } & Said)
	| ({ readonly kind: 'totals'; readonly rows: number } & Said)
	| ({ readonly kind: 'clock'; readonly column: number; readonly rows: number } & Said)
	| ({
			readonly kind: 'rounded';
			readonly field: 'id' | 'case';
			readonly column: number;
			readonly rows: number;
	  } & Said);

type Of<One> = One extends Doubt ? Omit<One, keyof Said> : never;

/** A doubt that a first row raises; none without one. */
export function doubtBy(first: Said | null | undefined, doubt: Of<Doubt>): Doubt[] {
	return first ? [{ ...doubt, line: first.line, value: first.value }] : [];
}

/** Watches the numbers of one column. */
class ColumnWitness {
	readonly counts: MarkCounts = noMarks();
	readonly first: Partial<Record<MarkProof, Said>> = {};
	/** a number bears out the mark that was taken: nothing can raise a doubt any more */
	#settled = false;
	readonly #taken: Marks;
	readonly #whole: boolean;
	readonly #decode: Decode;

	constructor(taken: Marks, whole: boolean, decode: Decode) {
		this.#taken = taken;
		this.#whole = whole;
		this.#decode = decode;
	}

	add({ bytes, from, to, line }: Row): void {
		if (this.#settled) return;
		const proof = proofOfMark(bytes, from, to, this.#whole);
		if (proof === 'none') return;
		this.counts[proof]++;
		this.#settled = proof === this.#taken;
		if (this.first[proof]) return;
		const value = this.#decode(bytes.subarray(from, Math.min(to, from + VALUE_LIMIT)));
		this.first[proof] = { line, value };
	}
}

/** Watches lengths in minutes and seconds: three parts are hours only beside others of two, or of seconds. */
export class ClockWitness {
	#rows = 0;
	#first: Said | null = null;
	#settled = false;
	readonly #column: number;
	readonly #decode: Decode;

	constructor(column: number, decode: Decode) {
		this.#column = column;
		this.#decode = decode;
	}

	add({ bytes, from, to, line }: Row): void {
		if (this.#settled) return;
		const ms = readDuration(bytes, from, to, 'm:ss:00', '.');
		if (ms === 0) return;
		this.#settled = !(ms > 0);
		this.#rows++;
		this.#first ??= { line, value: this.#decode(bytes.subarray(from, Math.min(to, from + VALUE_LIMIT))) };
	}

	doubts(): Doubt[] {
		if (this.#settled) return [];
		return doubtBy(this.#first, { kind: 'clock', column: this.#column, rows: this.#rows });
	}
}

/** Columns whose numbers are read. */
const numberColumns = ({ messages, duration, further }: Mapping): number[] =>
	[messages, duration, ...further].flatMap((source) => (source && 'column' in source ? [source.column] : []));

/** Watches what a file's values say of the marks in its numbers. Our own files have none to watch. */
export class MarkWitness {
	readonly #mapping: Mapping;
	readonly #columns = new Map<number, ColumnWitness>();

	constructor(mapping: Mapping, decode: Decode) {
		this.#mapping = mapping;
		if (mapping.canonical) return;
		const { messages } = mapping;
		for (const column of numberColumns(mapping)) {
			const whole = messages !== null && 'column' in messages && messages.column === column;
			this.#columns.set(column, new ColumnWitness(marksOf(mapping, column), whole, decode));
		}
	}

	/** The witness of a column; null: there is nothing to watch. */
	of(column: number): ColumnWitness | null {
		return this.#columns.get(column) ?? null;
	}

	doubts(): Doubt[] {
		const doubts: Doubt[] = [];
		for (const [column, { counts, first }] of this.#columns) {
			const taken = marksOf(this.#mapping, column);
			const said = this.#mapping.marks.some((mark) => mark.column === column);
			const other = taken === ',' ? '.' : ',';
			const proof = provenMark(counts);
			const against = proof === other && counts[taken === ',' ? ',' : '.'] === 0;
			const open = proof === null && counts.either > 0 && !said;
			const what = against ? other : 'either';
			const kind = against ? 'mark' : 'openMark';
			if (against || open)
				doubts.push(...doubtBy(first[what], { kind, column, decimal: other, rows: counts[what] }));
		}
		return doubts;
	}
}

/**
 * The doubt about day and month, if there is one: rows were left out for it, and either no date proves the form or
 * `open` ones that were kept could be read both ways.
 */
export function orderDoubt(
	form: Mapping['dateForm'],
	proven: number,
	open: number,
	against: number,
	first: Said | null
): Doubt[] {
	if ((form !== 'dmy' && form !== 'mdy') || against === 0 || (proven > 0 && open <= 0)) return [];
	const other = form === 'dmy' ? 'mdy' : 'dmy';
	return doubtBy(first, { kind: 'order', form: other, rows: against, others: proven });
}

export type { ColumnWitness };
