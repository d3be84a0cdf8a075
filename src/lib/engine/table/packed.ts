import type { TextColumn } from './text';

/**
 * Texts of one shape: each is empty or as long as all others, with hexadecimal digits at the same places and the same
 * bytes everywhere else, as `C-5a80e9b2`, UUIDs and many numbers are. A digit then takes half a byte.
 */
export interface Shape {
	/** the bytes of every text, with one of {@link SMALL} and {@link CAPITAL} where a digit stands */
	readonly bytes: Uint8Array;
	/** where the digits stand */
	readonly places: Uint8Array;
}

/** A digit, of those with small letters or capital ones. Digits from 0 to 9 alone are told to be small. */
const SMALL = 1;
const CAPITAL = 2;
/** Longer texts are no ids. */
export const LONGEST = 255;

const ZERO = 48;
const letterA = (mark: number) => (mark === CAPITAL ? 65 : 97);

/** What a byte is: 1 a digit up to 9, 2 a small letter, 4 a capital one, 8 no digit. */
const KIND = new Uint8Array(256).fill(8);
/** The digit's own. */
const VALUE = new Uint8Array(256);
for (const [first, count, kind, value] of [
	[ZERO, 10, 1, 0],
	[97, 6, 2, 10],
	[65, 6, 4, 10]
] as const)
	for (let k = 0; k < count; k++) {
		KIND[first + k] = kind;
		VALUE[first + k] = value + k;
	}

/** The shape of all texts of a column; null: they have none, or none in which a digit stands. */
export function shapeOf({ offsets, bytes }: TextColumn, rows: number): Shape | null {
	let row = 0;
	while (row < rows && offsets[row] === offsets[row + 1]) row++;
	const begins = offsets[row] as number;
	const length = (offsets[row + 1] as number) - begins;
	if (row === rows || length > LONGEST) return null;
	const shape = bytes.slice(begins, begins + length);
	let kinds = 0;
	for (const byte of shape) if (byte <= CAPITAL) return null;
	for (row++; row < rows; row++) {
		const at = offsets[row] as number;
		if (offsets[row + 1] === at) continue;
		if ((offsets[row + 1] as number) - at !== length) return null;
		for (let k = 0; k < length; k++) {
			const byte = bytes[at + k] as number;
			const known = shape[k] as number;
			if (known === SMALL) kinds |= KIND[byte] as number;
			else if (byte !== known) {
				kinds |= (KIND[known] as number) | (KIND[byte] as number);
				shape[k] = SMALL;
			}
		}
		if (kinds >= 6) return null;
	}
	return kinds === 0 ? null : readShape(shape.map((byte) => (byte === SMALL && kinds & 4 ? CAPITAL : byte)));
}

/** How many bytes the digits of so many texts take. */
export const packedBytes = ({ places }: Shape, texts: number): number =>
	Math.ceil((places.length * texts) / 2);

/** Writes the digits of all texts one behind the other, the first of two in the low half of a byte. */
export function pack(
	{ offsets, bytes }: TextColumn,
	rows: number,
	{ places }: Shape,
	into: Uint8Array
): void {
	let digit = 0;
	for (let row = 0; row < rows; row++) {
		const at = offsets[row] as number;
		if (offsets[row + 1] === at) continue;
		for (let k = 0; k < places.length; k++, digit++) {
			const value = VALUE[bytes[at + (places[k] as number)] as number] as number;
			into[digit >> 1] = (into[digit >> 1] as number) | (value << (4 * (digit & 1)));
		}
	}
}

/** The shape that is stored as `bytes`. */
export function readShape(bytes: Uint8Array): Shape {
	const places: number[] = [];
	for (let k = 0; k < bytes.length; k++) if ((bytes[k] as number) <= CAPITAL) places.push(k);
	return { bytes, places: Uint8Array.from(places) };
}

/** The bytes of so many texts, one behind the other, whose digits are packed. */
export function unpack(packed: Uint8Array, texts: number, { bytes: shape, places }: Shape): Uint8Array {
	const { length } = shape;
	const bytes = new Uint8Array(texts * length);
	bytes.set(shape);
	for (let filled = length; filled < bytes.length; filled *= 2) bytes.copyWithin(filled, 0, filled);
	const a = letterA(shape[places[0] as number] as number) - 10;
	let digit = 0;
	for (let at = 0; at < bytes.length; at += length)
		for (let k = 0; k < places.length; k++, digit++) {
			const value = ((packed[digit >> 1] as number) >> (4 * (digit & 1))) & 15;
			bytes[at + (places[k] as number)] = value < 10 ? ZERO + value : a + value;
		}
	return bytes;
}
