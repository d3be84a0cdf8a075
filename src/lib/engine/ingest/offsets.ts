import { HOUR_MS } from '../time';
import { skipSpaces } from './dateWords';
import { isDigit, trimEnd } from './numbers';

const [PLUS, MINUS, COLON] = [43, 45, 58];

const ZONE_TEXT =
	/^(UTC|GMT|((UTC|GMT) ?)?[+-]\d{2}:?\d{2}|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Canada|Etc|Europe|Indian|Pacific|US)\/[\w+/-]+)$/i;

/** Whether a text is nothing but the name of an IANA zone, or an offset: `Europe/Paris`, `UTC`, `+01:00`, `GMT-0500`. */
export const isZoneText = (text: string): boolean => ZONE_TEXT.test(text.trim());

/** The end of `[start, end)` without the name of a zone in brackets: `GMT+0100 (CET)`, `+01:00[Europe/Paris]`. */
function beforeName(bytes: Uint8Array, start: number, end: number): number {
	const last = bytes[end - 1];
	if (last !== 41 && last !== 93) return end;
	let p = end - 1;
	while (p > start && bytes[p] !== last - (last === 41 ? 1 : 2)) p--;
	return p > start ? trimEnd(bytes, start, p) : end;
}

/** `+01`, `+0100`, `+01:00`, and `+1` behind a name; null: no such offset. */
function signed(bytes: Uint8Array, start: number, end: number, named: boolean): number | null {
	const sign = bytes[start] === PLUS ? 1 : bytes[start] === MINUS ? -1 : 0;
	if (sign === 0) return null;
	let [value, count, colon] = [0, 0, -1];
	for (let p = start + 1; p < end; p++) {
		if (bytes[p] === COLON && colon < 0) colon = count;
		else if (!isDigit(bytes[p])) return null;
		else {
			value = value * 10 + (bytes[p] as number) - 48;
			count++;
		}
	}
	const short = named && (colon < 0 ? count : colon) === 1;
	const whole = colon < 0 && count === (short ? 1 : 2);
	const full = count === (short ? 3 : 4) && (colon < 0 ? !short : colon === (short ? 1 : 2));
	if (!whole && !full) return null;
	const hours = whole ? value : Math.floor(value / 100);
	const minutes = whole ? 0 : value % 100;
	return hours > 23 || minutes > 59 ? null : sign * (hours * HOUR_MS + minutes * 60_000);
}

/**
 * ms east of UTC, by what stands behind a time: `Z`, `UTC`, `GMT`, `+01`, `+0100`, `+01:00`, `GMT+0100`, perhaps with the
 * zone's name in brackets behind it. NaN: nothing does; null: something else. Names alone (`EST`) are none: where clocks
 * change many write them all year.
 */
export function readOffset(bytes: Uint8Array, start: number, end: number): number | null {
	let p = skipSpaces(bytes, start, end);
	if (p === end) return NaN;
	const last = beforeName(bytes, p, end);
	if (bytes[p] === PLUS || bytes[p] === MINUS) return signed(bytes, p, last, false);
	const letter = (bytes[p] as number) | 32;
	if (last - p === 1) return letter === 122 ? 0 : null;
	const name = String.fromCharCode(letter, (bytes[p + 1] as number) | 32, (bytes[p + 2] as number) | 32);
	const named = name === 'utc' || name === 'gmt';
	if (named) p = skipSpaces(bytes, p + 3, last);
	return named && p === last ? 0 : signed(bytes, p, last, named);
}
