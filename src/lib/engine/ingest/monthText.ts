import { utf8 } from '../table/utf8';
import { isFiller, monthOf, readWord } from './dateWords';

/** Time of day and zone of a first instant, as a sheet or a program writes it behind a date. */
const MIDNIGHT = /[T ]0?0:00(:00(\.0{1,9})?)?( ?Z)?$/;
const FIRST: ReadonlySet<string> = new Set(['1', '01', '1er', '1st']);

const wordMonth = (token: string): number => {
	const bytes = utf8(token);
	const { word, next } = readWord(bytes, 0, bytes.length);
	return next === bytes.length ? monthOf(word) : 0;
};

const label = (year: number, month: number): string | null =>
	year >= 1970 && year < 2100 && month >= 1 && month <= 12
		? `${year}-${String(month).padStart(2, '0')}`
		: null;

/**
 * The month that a text names, as `YYYY-MM`: `2026-03`, `03/2026`, `202603`, `March 2026`, `mars 2026`, `Mar-26`, or
 * its first day in any order (`2026-03-01`, `01/03/2026`; of a day and a month the one that is 1 is the day). Null: it
 * names none, or one without its year.
 */
export function monthOfText(text: string): string | null {
	const trimmed = text.trim();
	if (trimmed.length > 40) return null;
	const tokens = trimmed
		.replace(MIDNIGHT, '')
		.toLowerCase()
		.split(/[\s./,\-_'’]+/)
		.filter((token) => token !== '' && !isFiller(token));
	if (tokens.length === 1) {
		const match = /^(\d{4})(\d\d)$/.exec(tokens[0] as string);
		return match && label(Number(match[1]), Number(match[2]));
	}
	if (tokens.length > 3) return null;
	const named = tokens.map(wordMonth);
	const at = named.findIndex((month) => month > 0);
	const rest = tokens.filter((_, k) => k !== at);
	const yearAt = rest.findIndex((token) => /^\d{4}$/.test(token));
	if (at >= 0) {
		const others = rest.filter((_, k) => k !== yearAt);
		if (yearAt >= 0)
			return others.every((token) => FIRST.has(token))
				? label(Number(rest[yearAt]), named[at] as number)
				: null;
		return rest.length === 1 && /^\d\d$/.test(rest[0] as string)
			? label(2_000 + Number(rest[0]), named[at] as number)
			: null;
	}
	const others = rest.filter((_, k) => k !== yearAt);
	if (yearAt < 0 || !others.every((token) => /^\d\d?$/.test(token))) return null;
	const numbers = others.map(Number);
	const year = Number(rest[yearAt]);
	if (numbers.length === 1) return label(year, numbers[0] as number);
	const [a = 0, b = 0] = numbers;
	// A year that comes first is followed by the month.
	if (yearAt === 0) return b === 1 ? label(year, a) : null;
	return a === 1 ? label(year, b) : b === 1 ? label(year, a) : null;
}
