import { align } from './record';

/** Bytes that one value of a stored column takes. */
export const STORED = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;
export type Width = keyof typeof STORED;
export type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** How a column is stored: as what its values are more than `base`. */
export interface Narrow {
	readonly base: number;
	readonly width: Width;
}

/** The least and the most of some numbers. */
type Range = readonly [least: number, most: number];

// A loop of its own for either type: one for all of them takes twice as long.

/** From `least` on; null where one is no whole number. */
function rangeOfFloats(values: Float64Array, least: number): Range | null {
	let most = -Infinity;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] as number;
		if (Math.floor(value) !== value) return null;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return [least, most];
}

function rangeOfWords(values: Uint32Array | Uint16Array, least: number): Range {
	let most = 0;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] as number;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return [least, most];
}

const widthOf = (most: number): Width => (most < 1 << 8 ? 1 : most < 1 << 16 ? 2 : most < 2 ** 32 ? 4 : 8);

/**
 * The fewest bytes that hold all of these values, and a base only where that takes fewer: without one, a column is copied
 * as it is. What is no whole number, or too wide, stays as it is. `lowest`: a value that may be the base though none is as
 * low.
 */
export function narrowest(values: Numbers, lowest = Infinity): Narrow {
	if (values.length === 0 || values instanceof Uint8Array) return { base: 0, width: 1 };
	const range =
		values instanceof Float64Array
			? rangeOfFloats(values, lowest)
			: rangeOfWords(values, Math.min(lowest, 2 ** 32 - 1));
	if (!range) return { base: 0, width: 8 };
	const [least, most] = range;
	const width = widthOf(most - least);
	const base = width === 8 || (least >= 0 && widthOf(most) === width) ? 0 : least;
	return { base, width };
}

/** Bytes of a stored column, up to where the next one may begin. */
export const narrowBytes = (rows: number, { width }: Pick<Narrow, 'width'>): number => align(rows * width);

/** Writes a column to a buffer, from a multiple of 8 on. */
export function writeNarrow(buffer: ArrayBuffer, at: number, values: Numbers, { base, width }: Narrow): void {
	const stored = new STORED[width](buffer, at, values.length);
	if (base === 0) stored.set(values);
	else if (values instanceof Float64Array) lessFloats(stored, values, base);
	else lessWords(stored, values, base);
}

function lessFloats(stored: Numbers, values: Float64Array, base: number): void {
	for (let k = 0; k < stored.length; k++) stored[k] = (values[k] as number) - base;
}

function lessWords(stored: Numbers, values: Exclude<Numbers, Float64Array>, base: number): void {
	for (let k = 0; k < stored.length; k++) stored[k] = (values[k] as number) - base;
}

/** Fills a column with what was written from there on, and returns it. */
export function readNarrow<T extends Numbers>(
	buffer: ArrayBuffer,
	at: number,
	{ base, width }: Narrow,
	into: T
): T {
	into.set(new STORED[width](buffer, at, into.length));
	if (base === 0) return into;
	if (into instanceof Float64Array) moreFloats(into, base);
	else moreWords(into, base);
	return into;
}

function moreFloats(values: Float64Array, base: number): void {
	for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + base;
}

function moreWords(values: Exclude<Numbers, Float64Array>, base: number): void {
	for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + base;
}
