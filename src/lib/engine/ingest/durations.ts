import type { Marks } from './numbers';
import { readWord } from './dateWords';
import { isDigit, LARGEST, NEGATIVE, readScaled, skipBlanks, trimEnd } from './numbers';

/**
 * How a column writes lengths of time. `h:mm:ss` and `m:ss` may carry a fraction of a second; three parts among `m:ss`
 * are hours, minutes and seconds, as six digits are without colons among `h:mm:ss`. `m:ss:00` is what a spreadsheet makes
 * of `m:ss`: minutes and seconds before `:00` in every row. `units` is `1h 2m 3s`, `1 h 2 min` or `1h02`, `iso8601` is
 * `PT1H2M3S`.
 */
export const DURATION_FORMS = [
	'seconds',
	'minutes',
	'milliseconds',
	'h:mm:ss',
	'm:ss',
	'h:mm',
	'm:ss:00',
	'units',
	'iso8601'
] as const;
export type DurationForm = (typeof DURATION_FORMS)[number];

const COLON = 58;
/**
 * What was written as a float may lack a hundredth of a millisecond: 61 s are 1.0166666666666666 min, and the difference
 * of two dates in a spreadsheet is 60.99999989 s. Cut, a call of ten seconds would be a short one.
 */
const FLOAT_LACK = 100n;

/** Digits `[start, end)` as a number; NaN if there is none, or anything else. */
function digits(bytes: Uint8Array, start: number, end: number): number {
	if (start >= end || end - start > 9) return NaN;
	let value = 0;
	for (let p = start; p < end; p++) {
		const digit = (bytes[p] as number) - 48;
		if (digit < 0 || digit > 9) return NaN;
		value = value * 10 + digit;
	}
	return value;
}

/** Seconds below 60 in two digits, with or without a fraction, in ms. */
function clockSeconds(bytes: Uint8Array, start: number, end: number): number {
	const seconds = digits(bytes, start, start + 2);
	if (!(seconds < 60) || end < start + 2) return NaN;
	if (end === start + 2) return seconds * 1000;
	const mark = bytes[start + 2];
	return mark === 46 || mark === 44 ? readScaled(bytes, start, end, 1000, mark === 46 ? '.' : ',') : NaN;
}

/** Before the `:00` that spreadsheets put behind minutes and seconds, which they take for hours and minutes. */
function beforeNoSeconds(bytes: Uint8Array, end: number): number {
	const p = end - 3;
	return p > 2 && bytes[p] === COLON && bytes[p + 1] === 48 && bytes[p + 2] === 48 && bytes[p - 3] === COLON
		? p
		: end;
}

/** Days before a clock reading, as in `1 day 02:03:04`; null: there are none. */
function readDays(
	bytes: Uint8Array,
	start: number,
	end: number
): { readonly days: number; readonly next: number } | null {
	let p = start;
	while (p < end && isDigit(bytes[p])) p++;
	if (p === start || p === end || bytes[p] === COLON) return null;
	const { word, next } = readWord(bytes, skipBlanks(bytes, p, end), end);
	if (word !== 'day' && word !== 'days') return null;
	return {
		days: digits(bytes, start, p),
		next: skipBlanks(bytes, bytes[next] === 44 ? next + 1 : next, end)
	};
}

/** `cut`: a `:00` behind two parts is none of them. */
function readClock(bytes: Uint8Array, from: number, to: number, parts: 2 | 3, cut = false): number {
	let start = skipBlanks(bytes, from, to);
	const end = trimEnd(bytes, start, to);
	const negative = bytes[start] === 45;
	if (negative) start++;
	const days = parts === 3 ? readDays(bytes, start, end) : null;
	if (days) start = days.next;
	let colon = start;
	while (colon < end && bytes[colon] !== COLON) colon++;
	if (colon === end) return NaN;
	let minutes = digits(bytes, start, colon);
	if (parts === 3) {
		const hours = minutes;
		minutes = digits(bytes, colon + 1, colon + 3);
		if (!(minutes < 60) || bytes[colon + 3] !== COLON) return NaN;
		minutes += (hours + (days?.days ?? 0) * 24) * 60;
		colon += 3;
	}
	const ms = minutes * 60_000 + clockSeconds(bytes, colon + 1, cut ? beforeNoSeconds(bytes, end) : end);
	if (Number.isNaN(ms)) return NaN;
	if (negative) return ms === 0 ? 0 : NEGATIVE;
	return ms > LARGEST ? Infinity : ms;
}

/** `000103`: a clock without colons, which nothing but six digits is. */
function readSixDigits(bytes: Uint8Array, from: number, to: number): number {
	const start = skipBlanks(bytes, from, to);
	if (trimEnd(bytes, start, to) !== start + 6) return NaN;
	const minutes = digits(bytes, start + 2, start + 4);
	return minutes < 60
		? digits(bytes, start, start + 2) * 3_600_000 +
				minutes * 60_000 +
				clockSeconds(bytes, start + 4, start + 6)
		: NaN;
}

/** ms of units by their names, in the languages of headers, the longest first. */
const UNITS: readonly (readonly [RegExp, number])[] = [
	[/^(d|day|days|jour|jours|tag|tage|dag|dagar|dia|dias)$/, 86_400_000],
	[/^(h|hr|hrs|hour|hours|heure|heures|std|stunde|stunden|tim|timme|timmar|hora|horas)$/, 3_600_000],
	[/^(m|min|mins|minute|minutes|minuten|minut|minuter|minuto|minutos)$/, 60_000],
	[
		/^(s|sec|secs|second|seconds|seconde|secondes|sek|sekunde|sekunden|sekund|sekunder|seg|segundo|segundos)$/,
		1_000
	],
	[/^(ms|msec)$/, 1]
];

/** ms of a unit by its name; without one it is the next smaller: `1h05`, `5min03`. 0: none. */
const unitOf = (word: string, before: number): number =>
	word === ''
		? ({ 3_600_000: 60_000, 60_000: 1_000 }[before] ?? 0)
		: (UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? 0);
const isoUnit = (word: string): number => ({ d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 })[word] ?? 0;

/** Numbers with their units, each unit smaller than the one before; a fraction in the last one only. NaN: no such text. */
function readParts(
	bytes: Uint8Array,
	from: number,
	to: number,
	unit: (word: string, before: number) => number
): number {
	const end = trimEnd(bytes, from, to);
	let p = skipBlanks(bytes, from, end);
	let [ms, before] = [0, Infinity];
	let whole = true;
	if (p >= end) return NaN;
	while (p < end) {
		const start = p;
		while (p < end && (isDigit(bytes[p]) || bytes[p] === 46 || bytes[p] === 44)) p++;
		const number = p;
		p = skipBlanks(bytes, p, end);
		const { word, next } = readWord(bytes, p, end);
		const each = unit(word, before);
		if (each === 0 || each >= before || !whole || (word === '' && number !== start + 2)) return NaN;
		let mark = start;
		while (mark < number && isDigit(bytes[mark])) mark++;
		const value = readScaled(bytes, start, number, Math.min(each, 60_000), bytes[mark] === 44 ? ',' : '.');
		if (!(value >= 0)) return NaN;
		whole = mark === number;
		if (word === '' && value * Math.max(1, each / 60_000) >= before) return NaN;
		ms += value * Math.max(1, each / 60_000);
		before = each;
		p = next;
		while (p < end && (bytes[p] === 32 || bytes[p] === 9 || bytes[p] === 44)) p++;
	}
	return ms > LARGEST ? Infinity : ms;
}

/** ISO 8601: `PT1H2M3S`, `PT63.5S`, `P1DT2H`. */
function readIso(bytes: Uint8Array, from: number, to: number): number {
	const end = trimEnd(bytes, from, to);
	let p = skipBlanks(bytes, from, end);
	if (((bytes[p++] as number) | 32) !== 112) return NaN;
	let days = 0;
	let clock = p;
	while (clock < end && ((bytes[clock] as number) | 32) !== 116) clock++;
	if (clock > p) {
		const one = readParts(bytes, p, clock, (word) => (word === 'd' ? 86_400_000 : 0));
		if (Number.isNaN(one)) return NaN;
		days = one;
	}
	if (clock === end) return clock > p ? days : NaN;
	p = clock + 1;
	const ms = readParts(bytes, p, end, (word) => (word === 'd' ? 0 : isoUnit(word)));
	return ms + days > LARGEST ? Infinity : ms + days;
}

/**
 * A duration in whole ms, finer digits cut, but for those that a float lacks. NaN: not of this form; {@link NEGATIVE};
 * Infinity: more than 49 days.
 */
export function readDuration(
	bytes: Uint8Array,
	start: number,
	end: number,
	form: DurationForm,
	marks: Marks
): number {
	switch (form) {
		case 'seconds':
			return readScaled(bytes, start, end, 1000, marks, FLOAT_LACK);
		case 'minutes':
			return readScaled(bytes, start, end, 60_000, marks, FLOAT_LACK);
		case 'milliseconds':
			return readScaled(bytes, start, end, 1, marks, FLOAT_LACK);
		case 'h:mm:ss': {
			const ms = readClock(bytes, start, end, 3);
			return Number.isNaN(ms) ? readSixDigits(bytes, start, end) : ms;
		}
		case 'm:ss': {
			const ms = readClock(bytes, start, end, 2);
			return Number.isNaN(ms) ? readClock(bytes, start, end, 3) : ms;
		}
		case 'm:ss:00': {
			const last = trimEnd(bytes, start, end);
			return beforeNoSeconds(bytes, last) < last ? readClock(bytes, start, last, 2, true) : NaN;
		}
		case 'h:mm': {
			// The same reading, sixty times as long; it has no fraction.
			const ms = readClock(bytes, start, end, 2, true);
			return ms > 0 ? (ms % 1_000 !== 0 ? NaN : ms * 60 > LARGEST ? Infinity : ms * 60) : ms;
		}
		case 'units':
			return readParts(bytes, start, end, unitOf);
		case 'iso8601':
			return readIso(bytes, start, end);
		default:
			return form satisfies never;
	}
}
