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
/**
 * How numbers are written: by the mark before their decimals, so that the other one, blanks or apostrophes may stand
 * between thousands; `plain`: a point before decimals and nothing between thousands, as in our own files.
 */
export type Marks = DecimalMark | 'plain';

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

/** floor(value × unit + 1/lack) of digits without and with a fraction; for numbers too long for exact floats. */
function scaleLong(whole: string, fraction: string, unit: number, lack: bigint): number {
	const scale = 10n ** BigInt(fraction.length);
	const scaled = BigInt(whole + fraction) * BigInt(unit);
	const product = lack === 0n ? scaled / scale : (scaled * lack + scale) / (scale * lack);
	return product > BigInt(LARGEST) ? Infinity : Number(product);
}

/** Bytes as text, each a character. */
export const ascii = (bytes: Uint8Array, start: number, end: number): string => {
	let text = '';
	for (let p = start; p < end; p++) text += String.fromCharCode(bytes[p] as number);
	return text;
};

/** Bytes of the mark between thousands that stands at `p`; 0: none does. */
function groupMark(bytes: Uint8Array, p: number, marks: DecimalMark): number {
	switch (bytes[p]) {
		case 46:
		case 44:
			return (bytes[p] === 46) === (marks === '.') ? 0 : 1;
		case 32:
		case 39:
			return 1;
		case 0xc2: // no-break space
			return bytes[p + 1] === 0xa0 ? 2 : 0;
		case 0xe2: // thin space, ’, narrow no-break space
			if (bytes[p + 1] !== 0x80) return 0;
			return bytes[p + 2] === 0x89 || bytes[p + 2] === 0x99 || bytes[p + 2] === 0xaf ? 3 : 0;
		default:
			return 0;
	}
}

/** End of `[start, end)` without no-break and thin blanks behind, which web pages leave there. */
function beforeWideBlanks(bytes: Uint8Array, start: number, end: number): number {
	let p = end;
	for (;;) {
		if (p - 2 >= start && bytes[p - 2] === 0xc2 && bytes[p - 1] === 0xa0) p -= 2;
		else if (p - 3 >= start && bytes[p - 3] === 0xe2 && bytes[p - 2] === 0x80 && isThin(bytes[p - 1])) p -= 3;
		else return p;
	}
}

const isThin = (byte: number | undefined): boolean => byte === 0x89 || byte === 0xaf;

/**
 * {@link readScaled} of a number with marks between its thousands: one to three digits that do not begin with 0, then
 * groups of three behind one mark, always the same. `9,99` and `12,34,567` are no such numbers.
 */
function readGrouped(
	bytes: Uint8Array,
	start: number,
	end: number,
	unit: number,
	marks: DecimalMark,
	lack: bigint
): number {
	let p = start;
	while (p < end && isDigit(bytes[p])) p++;
	const width = groupMark(bytes, p, marks);
	if (width === 0 || p === start || p > start + 3 || bytes[start] === ZERO) return NaN;
	if (!isDigit(bytes[p + width]) || p + width + 3 > end) return NaN;
	const plain = new Uint8Array(end - start);
	plain.set(bytes.subarray(start, p));
	let length = p - start;
	for (const mark = p; p + width + 3 <= end && bytes[p] === bytes[mark];) {
		for (let k = 1; k < width; k++) if (bytes[p + k] !== bytes[mark + k]) return NaN;
		p += width;
		for (const group = p + 3; p < group; p++) {
			if (!isDigit(bytes[p])) return NaN;
			plain[length++] = bytes[p] as number;
		}
	}
	if (p < end) {
		if (bytes[p] !== (marks === '.' ? 46 : 44)) return NaN;
		plain[length++] = 46;
		for (p++; p < end; p++) plain[length++] = bytes[p] as number;
	}
	return readScaled(plain, 0, length, unit, 'plain', lack);
}

/** The value of one to nine digits with nothing else: as most numbers are. -1: it is to be read step by step. */
function readDigits(bytes: Uint8Array, start: number, end: number): number {
	if (start === end || end > start + 9) return -1;
	let value = 0;
	for (let p = start; p < end; p++) {
		const digit = (bytes[p] as number) - ZERO;
		if (digit < 0 || digit > 9) return -1;
		value = value * 10 + digit;
	}
	return value;
}

/**
 * floor(value × unit) of a decimal number such as `63`, `1.05`, `.5`, `1,234.5`; `unit` a whole number up to 60,000.
 * Digits beyond the unit are cut, not rounded. Blanks around it are passed over; no sign but `-`, no exponent. `lack`:
 * a number of more digits than most have may be short of a whole one by 1/lack, and is it; 0: by nothing.
 */
export function readScaled(
	bytes: Uint8Array,
	start: number,
	end: number,
	unit: number,
	marks: Marks,
	lack = 0n
): number {
	const plain = readDigits(bytes, start, end) * unit;
	if (plain >= 0) return plain > LARGEST ? Infinity : plain;
	let p = skipBlanks(bytes, start, end);
	const last = trimEnd(bytes, p, end);
	const negative = bytes[p] === MINUS && p < last;
	if (negative) p++;
	const mark = marks === ',' ? 44 : 46;
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
	if (p !== last && marks !== 'plain') {
		const bare = beforeWideBlanks(bytes, p, last);
		if (bare < last) return readScaled(bytes, start, bare, unit, marks, lack);
		const grouped = readGrouped(bytes, wholeAt, last, unit, marks, lack);
		return negative && grouped > 0 ? NEGATIVE : grouped;
	}
	if (p !== last || digits === 0) return NaN;
	if (digits > 400) return Infinity;
	const result =
		digits <= SAFE_DIGITS
			? Math.floor((value * unit) / scale)
			: scaleLong(ascii(bytes, wholeAt, wholeEnd), ascii(bytes, wholeEnd + 1, p), unit, lack);
	if (negative) return value === 0 ? 0 : NEGATIVE;
	return result > LARGEST ? Infinity : result;
}

/** A whole number ≥ 0; `5.00` is one, `5.5` is {@link FRACTION}. */
export function readWhole(bytes: Uint8Array, start: number, end: number, marks: Marks): number {
	const plain = readDigits(bytes, start, end);
	if (plain >= 0) return plain;
	const value = readScaled(bytes, start, end, 1, marks);
	if (!(value >= 0)) return value;
	let p = start;
	while (p < end && bytes[p] !== (marks === ',' ? 44 : 46)) p++;
	for (p++; p < end; p++) if ((bytes[p] as number) > ZERO) return FRACTION;
	return value;
}
