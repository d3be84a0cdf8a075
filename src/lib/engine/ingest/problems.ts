import type { Decode } from '../table/text';
import type { DateProblem } from './dates';

/** Why a row was left out. */
export type RowProblemCode =
	| DateProblem
	| 'ragged' // another number of fields than the header
	| 'totals' // of the rows above it
	| 'names' // of the columns, once more
	| 'strayQuote' // text after a closing quote
	| 'unclosedQuote'
	| 'missing' // a needed value
	| 'noOffset' // the zone was to be in the values, and is not in this one
	| 'badNumber'
	| 'otherMark' // before decimals than the column's
	| 'badDuration'
	| 'negative'
	| 'fraction' // of a message
	| 'tooLarge'
	| 'unknownChannel'
	| 'unknownClass'
	| 'unknownAuthor' // neither a customer nor one who answers
	| 'endBeforeStart'
	| 'notText'; // not UTF-8

/** What was read by a rule that the reader of the figures should know of; the row is kept. */
export type NoticeCode =
	| 'repeated'
	| 'repeatedHour' // a local time that comes twice: the first was taken
	| 'skippedTime' // one that never comes: the offset before the change was taken
	| 'leapSecond' // :60, read as the next second
	| 'lengthFromEnd' // a call without a length of its own, in a file with lengths
	| 'furtherUnread'; // a further duration that is none: kept as no value

export interface RowReport<Code> {
	/** physical line that the row begins on, 1-based */
	readonly line: number;
	/** the header's name for the column; empty where the row as a whole is meant */
	readonly column: string;
	/** as it stands in the file, at most {@link VALUE_LIMIT} characters */
	readonly value: string;
	readonly reason: Code;
}

export type RowProblem = RowReport<RowProblemCode>;
export type RowNotice = RowReport<NoticeCode>;

/** Characters of a value in a report. */
export const VALUE_LIMIT = 100;
/** Reports kept by an import; the count goes on. */
export const REPORT_LIMIT = 10_000;
/** UTF-8 has at most four bytes a character. */
const VALUE_BYTES = VALUE_LIMIT * 4;

/** Collects reports up to a limit, and counts all of them by reason. */
export class Reports<Code extends string> {
	readonly kept: RowReport<Code>[] = [];
	readonly counts = new Map<Code, number>();
	/** the first of each reason */
	readonly firsts = new Map<Code, RowReport<Code>>();
	total = 0;
	readonly #decode: Decode;

	constructor(decode: Decode) {
		this.#decode = decode;
	}

	add(reason: Code, line: number, column: string, bytes: Uint8Array, start: number, end: number): void {
		this.total++;
		this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
		const first = !this.firsts.has(reason);
		if (this.kept.length >= REPORT_LIMIT && !first) return;
		const text = this.#decode(bytes.subarray(start, Math.min(end, start + VALUE_BYTES)));
		const report = { line, column, value: Array.from(text).slice(0, VALUE_LIMIT).join(''), reason };
		if (first) this.firsts.set(reason, report);
		if (this.kept.length < REPORT_LIMIT) this.kept.push(report);
	}
}
