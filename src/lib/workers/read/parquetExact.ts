import type { SchemaElement } from 'hyparquet';

/** The longest decimal that anybody writes has 256 bits. */
const DECIMAL_BYTES = 32;
const MOST_PLACES = 100;

export const isDecimal = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
	converted === 'DECIMAL' || logical?.type === 'DECIMAL';
export const isInterval = ({ converted_type: converted }: SchemaElement): boolean => converted === 'INTERVAL';

/**
 * A column of which the library is told its storage alone: it makes a float of each decimal, in which ids of many digits
 * are alike, and reads no intervals.
 */
export function asStored(element: SchemaElement): SchemaElement {
	if (!isDecimal(element) && !isInterval(element)) return element;
	const { converted_type: _converted, logical_type: _logical, ...stored } = element;
	return stored;
}

/** A whole number with its sign, the highest byte first. */
function wholeOf(bytes: Uint8Array): bigint {
	if (bytes.length > DECIMAL_BYTES) throw new RangeError('length of a decimal');
	return BigInt.asIntN(
		8 * bytes.length,
		bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
	);
}

/** A decimal as it is stored, all digits of it, with `scale` behind the point. */
export function decimalText(stored: number | bigint | Uint8Array, scale: number): string {
	if (!(scale >= 0 && scale <= MOST_PLACES)) throw new RangeError('scale of a decimal');
	const value = stored instanceof Uint8Array ? wholeOf(stored) : BigInt(stored);
	const [sign, digits] = value < 0n ? ['-', String(-value)] : ['', String(value)];
	const padded = digits.padStart(scale + 1, '0');
	const point = padded.length - scale;
	return sign + padded.slice(0, point) + (scale > 0 ? `.${padded.slice(point)}` : '');
}

/** Months, days and milliseconds as ISO 8601 has them: a length of time, which `1:02:03` may be or not. */
export function intervalText(stored: Uint8Array): string {
	const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
	const [months = 0, days = 0, ms = 0] = [0, 4, 8].map((at) => view.getUint32(at, true));
	return `P${months > 0 ? `${months}M` : ''}${days > 0 ? `${days}D` : ''}T${ms / 1_000}S`;
}

/** Digits that tell any two floats of 32 bits apart, and those that each of them has at least. */
const FLOAT_DIGITS = { least: 6, most: 9 };

/** The shortest number that is this float of 32 bits: `1.1`, which is 1.100000023841858. */
export function floatText(value: number): string {
	let digits = FLOAT_DIGITS.least;
	let text = Number(value.toPrecision(digits));
	while (Math.fround(text) !== value && ++digits <= FLOAT_DIGITS.most)
		text = Number(value.toPrecision(digits));
	return String(text);
}
