import { utf8 } from '../table/utf8';
import { DateTimeReader, type DateForm } from './dates';
import { DURATION_FORMS, readDuration, type DurationForm } from './durations';
import type { InstantColumns } from './mapping';
import type { DecimalMark } from './numbers';

/** Lengths are told in whole seconds often, and begin when somebody answers. */
const NEAR_MS = 2_000;
/** Fewer rows than that make a form likely at best. */
export const FEWEST = 3;
/** Share of the rows that have to agree. */
const MOST = 0.9;

/** A form of lengths under which they are the time from the start to the end: in `rows` of the `of` rows that tell. */
export interface LengthCheck {
	readonly form: DurationForm;
	readonly rows: number;
	readonly of: number;
}

/** The instant of some text, in ms of whatever clock it was; NaN: none. */
export function instantOf(
	reader: DateTimeReader,
	row: readonly string[],
	{ date, time }: InstantColumns
): number {
	const day = utf8(row[date] ?? '');
	const clock = utf8(time === null ? '' : (row[time] ?? ''));
	const bytes = new Uint8Array(day.length + clock.length);
	bytes.set(day);
	bytes.set(clock, day.length);
	const read = reader.read(
		bytes,
		0,
		day.length,
		time === null ? 0 : day.length,
		time === null ? 0 : bytes.length
	);
	return read ? reader.local - (Number.isNaN(reader.offset) ? 0 : reader.offset) : NaN;
}

/**
 * How a column of lengths is written, by start and end of the same rows, where they say it: null where fewer rows
 * than `fewest` have all of them, or where they agree with no form.
 */
export function checkLengths(
	rows: readonly (readonly string[])[],
	start: InstantColumns,
	end: InstantColumns,
	dateForm: DateForm,
	column: number,
	marks: DecimalMark,
	fewest = FEWEST
): LengthCheck | null {
	const [first, last] = [new DateTimeReader(dateForm), new DateTimeReader(dateForm)];
	const spans = rows.flatMap((row) => {
		const span = instantOf(last, row, end) - instantOf(first, row, start);
		const text = utf8(row[column] ?? '');
		// Nothing is the same in every unit.
		return span > NEAR_MS && text.length > 0 ? [{ span, text }] : [];
	});
	if (spans.length < fewest) return null;
	const agreeing = DURATION_FORMS.flatMap((form) => {
		const near = spans.filter(
			({ span, text }) => Math.abs(readDuration(text, 0, text.length, form, marks) - span) <= NEAR_MS
		).length;
		return near >= MOST * spans.length ? [{ form, rows: near, of: spans.length }] : [];
	});
	// Clocks of three parts are read alike under several forms: the one that reads most rows, the first of them.
	const most = Math.max(...agreeing.map(({ rows: near }) => near));
	return agreeing.find(({ rows: near }) => near === most) ?? null;
}
