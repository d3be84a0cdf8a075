/**
 * Numbers as bytes, read exactly: no float ever holds a fraction. Three answers are no values:
 * NaN (not such a number), {@link NEGATIVE}, and Infinity (beyond what a column holds).
 */

export const NEGATIVE = -1;
/** Answer of {@link readWhole} for a number with a fraction. */
export const FRACTION = -2;
/** The largest quantity and duration: 32 bits, less the mark for "no value". */
export const LARGEST = 0xffff_fffe;

export type DecimalMark = '.' | ',';

const ZERO = 48;
const MINUS = 45;
/** 10 digits times our largest unit stay below 2^53, where products and floored quotients of floats are exact. */
const SAFE_DIGITS = 10;

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9;

/** Is it an ASCII digit? */
export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** First byte of `[start, end)` that is no blank. */
export function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
	let p = start;
	while (p < end && isBlank(bytes[p])) p++;
	return p;
}

/** End of `[start, end)` without blanks behind. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
	let p = end;
	while (p > start && isBlank(bytes[p - 1])) p--;
	return p;
}

/** floor(value × unit) of digits without and with a fraction; for numbers too long for exact floats. */
function scaleLong(whole: string, fraction: string, unit: number): number {
	const product = (BigInt(whole + fraction) * BigInt(unit)) / 10n ** BigInt(fraction.length);
	return product > BigInt(LARGEST) ? Infinity : Number(product);
}

const ascii = (bytes: Uint8Array, start: number, end: number): string => {
	let text = '';
	for (let p = start; p < end; p++) text += String.fromCharCode(bytes[p] as number);
	return text;
};

/**
 * floor(value × unit) of a decimal number such as `63`, `1.05`, `.5`; `unit` a whole number up to 60,000. Digits
 * beyond the unit are cut, not rounded. Blanks around it are passed over; no sign but `-`, no exponent, no grouping.
 */
export function readScaled(
	bytes: Uint8Array,
	start: number,
	end: number,
	unit: number,
	decimal: DecimalMark
): number {
	let p = skipBlanks(bytes, start, end);
	const last = trimEnd(bytes, p, end);
	const negative = bytes[p] === MINUS && p < last;
	if (negative) p++;
	const mark = decimal === '.' ? 46 : 44;
	const wholeAt = p;
	let value = 0;
	for (; p < last && isDigit(bytes[p]); p++) value = value * 10 + (bytes[p] as number) - ZERO;
	const wholeEnd = p;
	let scale = 1;
	if (p < last && bytes[p] === mark) {
		for (p++; p < last && isDigit(bytes[p]); p++, scale *= 10)
			value = value * 10 + (bytes[p] as number) - ZERO;
	}
	const digits = wholeEnd - wholeAt + Math.max(0, p - wholeEnd - 1);
	if (p !== last || digits === 0) return NaN;
	if (digits > 400) return Infinity;
	const result =
		digits <= SAFE_DIGITS
			? Math.floor((value * unit) / scale)
			: scaleLong(ascii(bytes, wholeAt, wholeEnd), ascii(bytes, wholeEnd + 1, p), unit);
	if (negative) return value === 0 ? 0 : NEGATIVE;
	return result > LARGEST ? Infinity : result;
}

/** A whole number ≥ 0; `5.00` is one, `5.5` is {@link FRACTION}. */
export function readWhole(bytes: Uint8Array, start: number, end: number, decimal: DecimalMark): number {
	const value = readScaled(bytes, start, end, 1, decimal);
	if (!(value >= 0)) return value;
	let p = start;
	while (p < end && bytes[p] !== (decimal === '.' ? 46 : 44)) p++;
	for (p++; p < end; p++) if ((bytes[p] as number) > ZERO) return FRACTION;
	return value;
}
