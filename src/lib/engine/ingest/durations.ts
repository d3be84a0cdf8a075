import type { DecimalMark } from './numbers';
import { LARGEST, NEGATIVE, readScaled, skipBlanks, trimEnd } from './numbers';

/** How a column writes lengths of time. `h:mm:ss` and `m:ss` may carry a fraction of a second. */
export const DURATION_FORMS = ['seconds', 'minutes', 'milliseconds', 'h:mm:ss', 'm:ss'] as const;
export type DurationForm = (typeof DURATION_FORMS)[number];

const COLON = 58;

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

function readClock(bytes: Uint8Array, from: number, to: number, parts: 2 | 3): number {
	let start = skipBlanks(bytes, from, to);
	const end = trimEnd(bytes, start, to);
	const negative = bytes[start] === 45;
	if (negative) start++;
	let colon = start;
	while (colon < end && bytes[colon] !== COLON) colon++;
	if (colon === end) return NaN;
	let minutes = digits(bytes, start, colon);
	if (parts === 3) {
		const hours = minutes;
		minutes = digits(bytes, colon + 1, colon + 3);
		if (!(minutes < 60) || bytes[colon + 3] !== COLON) return NaN;
		minutes += hours * 60;
		colon += 3;
	}
	const ms = minutes * 60_000 + clockSeconds(bytes, colon + 1, end);
	if (Number.isNaN(ms)) return NaN;
	if (negative) return ms === 0 ? 0 : NEGATIVE;
	return ms > LARGEST ? Infinity : ms;
}

/**
 * A duration in whole ms, finer digits cut. NaN: not of this form; {@link NEGATIVE}; Infinity: more than 49 days.
 */
export function readDuration(
	bytes: Uint8Array,
	start: number,
	end: number,
	form: DurationForm,
	decimal: DecimalMark
): number {
	switch (form) {
		case 'seconds':
			return readScaled(bytes, start, end, 1000, decimal);
		case 'minutes':
			return readScaled(bytes, start, end, 60_000, decimal);
		case 'milliseconds':
			return readScaled(bytes, start, end, 1, decimal);
		case 'h:mm:ss':
			return readClock(bytes, start, end, 3);
		case 'm:ss':
			return readClock(bytes, start, end, 2);
		default:
			return form satisfies never;
	}
}
