import { DAY_MS, HOUR_MS } from '../time';
import { DATE_FORMS, DateTimeReader, type DateForm } from './dates';
import { DURATION_FORMS, readDuration, type DurationForm } from './durations';
import { noMarks, proofOfMark, type MarkCounts } from './marks';
import { FRACTION, NEGATIVE, readScaled, readWhole } from './numbers';

/** What the sampled values of one column can be read as; counts of values. */
export interface ColumnProfile {
	readonly name: string;
	/** values that say something */
	readonly filled: number;
	/** a date in this form, with a time of day behind it or not */
	readonly dates: Readonly<Record<DateForm, number>>;
	/** days from the first to the last date in this form */
	readonly spans: Readonly<Record<DateForm, number>>;
	/** a date with a time of day, in this form */
	readonly timed: Readonly<Record<DateForm, number>>;
	/** a date and time that is midnight, in any form */
	readonly midnights: number;
	/** a date and time with an offset, in any form */
	readonly offsets: number;
	/** a time of day alone */
	readonly times: number;
	/** a duration in this form, with `.` before decimals; those in seconds, minutes and milliseconds are the same */
	readonly durations: Readonly<Record<DurationForm, number>>;
	/** a length that would be more than a day if it were in hours and minutes */
	readonly overDay: number;
	/** lengths above zero in hours, minutes and seconds */
	readonly overZero: number;
	/** a number, with whatever mark before its decimals */
	readonly numbers: number;
	/** numbers that have a fraction whatever the mark before it, and the largest number */
	readonly fractions: number;
	readonly largest: number;
	/** numbers above zero, those that are less than a minute in seconds, and an hour or more */
	readonly positive: number;
	readonly belowMinute: number;
	readonly hourNumbers: number;
	/** what numbers say of the mark before decimals */
	readonly marks: Readonly<MarkCounts>;
	/** the first number that could have either mark; empty: none */
	readonly openNumber: string;
	/** different values, at most {@link WORD_LIMIT}, in order of appearance */
	readonly words: readonly string[];
}

/** A form must read this share of a column's values to be proposed: a few rows may be broken. */
export const MOST = 0.9;
export const mostly = (rows: number, of: number): boolean => of > 0 && rows >= of * MOST;

/** The form that reads most values; with the name of a month the day comes first, unless something speaks for the year. */
export const commonForm = (counts: Readonly<Record<DateForm, number>>): DateForm => {
	const most = Math.max(...DATE_FORMS.map((form) => counts[form]));
	return counts.named === most ? 'named' : (DATE_FORMS.find((form) => counts[form] === most) ?? 'ymd');
};

/** An empty value, and what stands for one: `-`, `--`, `NULL`, `N/A`. */
const NOTHING = /^(-+|–|—|\.|null|\\n|#?n\/a|none|nan|nil|\(null\))?$/i;

export const WORD_LIMIT = 12;
const WORD_LENGTH = 40;

const none = <Form extends string>(forms: readonly Form[]) =>
	Object.fromEntries(forms.map((form) => [form, 0])) as Record<Form, number>;

/** Takes the values of one column, as bytes, one after the other. */
export class ColumnProfiler {
	readonly #counts = {
		filled: 0,
		dates: none(DATE_FORMS),
		timed: none(DATE_FORMS),
		midnights: 0,
		offsets: 0,
		times: 0,
		durations: none(DURATION_FORMS),
		overDay: 0,
		overZero: 0,
		numbers: 0,
		fractions: 0,
		largest: 0,
		positive: 0,
		belowMinute: 0,
		hourNumbers: 0,
		marks: noMarks(),
		openNumber: ''
	};
	readonly #first = none(DATE_FORMS);
	readonly #last = none(DATE_FORMS);
	readonly #readers = DATE_FORMS.map((form) => ({ form, reader: new DateTimeReader(form) }));
	readonly #words = new Set<string>();

	add(bytes: Uint8Array, start: number, end: number, text: string): void {
		if (NOTHING.test(text.trim())) return;
		const counts = this.#counts;
		counts.filled++;
		let offset = false;
		let midnight = false;
		for (const { form, reader } of this.#readers) {
			const timed = reader.read(bytes, start, end, 0, 0);
			if (timed) counts.timed[form]++;
			if (timed || reader.problem === 'noTime') this.#dated(form, reader.day);
			offset ||= timed && !Number.isNaN(reader.offset);
			midnight ||= timed && reader.local % DAY_MS === 0;
		}
		if (offset) counts.offsets++;
		if (midnight) counts.midnights++;
		if (this.#readers[0]?.reader.isTime(bytes, start, end)) counts.times++;
		for (const form of DURATION_FORMS) {
			if (readDuration(bytes, start, end, form, '.') >= 0) counts.durations[form]++;
		}
		if (readDuration(bytes, start, end, 'h:mm', '.') > DAY_MS) counts.overDay++;
		if (readDuration(bytes, start, end, 'h:mm:ss', '.') > 0) counts.overZero++;
		const proof = proofOfMark(bytes, start, end);
		counts.marks[proof]++;
		const mark = proof === ',' ? ',' : '.';
		if (proof === mark && readWhole(bytes, start, end, mark) === FRACTION) counts.fractions++;
		const value = readScaled(bytes, start, end, 1, mark);
		if (value > counts.largest) counts.largest = value;
		if (value > 0) counts.positive++;
		if (value > 0 && value < 60) counts.belowMinute++;
		if (value * 1_000 >= HOUR_MS) counts.hourNumbers++;
		if (proof === 'either' && counts.openNumber === '') counts.openNumber = text.trim();
		const seconds = readDuration(bytes, start, end, 'seconds', '.');
		if (proof !== 'none' || seconds >= 0 || seconds === NEGATIVE) counts.numbers++;
		if (this.#words.size < WORD_LIMIT) this.#words.add(text.slice(0, WORD_LENGTH));
	}

	#dated(form: DateForm, day: number): void {
		const before = this.#counts.dates[form]++;
		this.#first[form] = before === 0 ? day : Math.min(day, this.#first[form]);
		this.#last[form] = before === 0 ? day : Math.max(day, this.#last[form]);
	}

	profile(name: string): ColumnProfile {
		const span = (form: DateForm) => this.#last[form] - this.#first[form];
		return {
			name,
			...this.#counts,
			spans: Object.fromEntries(DATE_FORMS.map((form) => [form, span(form)])) as Record<DateForm, number>,
			words: [...this.#words]
		};
	}
}
