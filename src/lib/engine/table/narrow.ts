import { align } from './record';

/** Bytes that one value of a stored column takes; 0: all of them are the base. */
const WIDTHS = [0, 1, 2, 3, 4, 8] as const;
export type Width = (typeof WIDTHS)[number];
export type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

const STORED = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;

/** How a column is stored: as what its values are more than `base`. */
export interface Narrow {
	readonly base: number;
	readonly width: Width;
}

export const isWidth = (found: number): found is Width => (WIDTHS as readonly number[]).includes(found);

/** The least and the most of some numbers. */
type Range = readonly [least: number, most: number];

// A loop of its own for either type: one for all of them takes twice as long.

/** Null where one is no whole number. */
function rangeOfFloats(values: Float64Array): Range | null {
	let least = Infinity;
	let most = -Infinity;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] as number;
		if (Math.floor(value) !== value) return null;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return [least, most];
}

function rangeOfWords(values: Exclude<Numbers, Float64Array>): Range {
	let least = 2 ** 32 - 1;
	let most = 0;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] as number;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return [least, most];
}

function alike(values: Numbers): boolean {
	for (let k = 1; k < values.length; k++) if (values[k] !== values[0]) return false;
	return true;
}

const fewest = (most: number): Width =>
	most < 1 << 8 ? 1 : most < 1 << 16 ? 2 : most < 1 << 24 ? 3 : most < 2 ** 32 ? 4 : 8;

/**
 * The fewest bytes that hold all of these values, and a base only where that takes fewer: without one, a column is copied
 * as it is. What is no whole number, or too wide, stays as it is.
 */
export function narrowest(values: Numbers): Narrow {
	if (alike(values)) return { base: values[0] ?? 0, width: 0 };
	if (values instanceof Uint8Array) return { base: 0, width: 1 };
	const range = values instanceof Float64Array ? rangeOfFloats(values) : rangeOfWords(values);
	if (!range) return { base: 0, width: 8 };
	const [least, most] = range;
	const width = fewest(most - least);
	const base = width === 8 || (least >= 0 && fewest(most) === width) ? 0 : least;
	return { base, width };
}

/** Bytes of a stored column, up to where the next one may begin. */
export const narrowBytes = (rows: number, { width }: Pick<Narrow, 'width'>): number => align(rows * width);

/** Writes a column to a buffer, from a multiple of 8 on. Of three bytes first the lower two of all, then the third. */
export function writeNarrow(buffer: ArrayBuffer, at: number, values: Numbers, { base, width }: Narrow): void {
	if (width === 0) return;
	if (width === 3) {
		const rows = values.length;
		const low = new Uint16Array(buffer, at, rows);
		const high = new Uint8Array(buffer, at + 2 * rows, rows);
		if (values instanceof Float64Array) splitFloats(values, base, low, high);
		else splitWords(values, base, low, high);
		return;
	}
	const stored = new STORED[width](buffer, at, values.length);
	if (base === 0) stored.set(values);
	else if (values instanceof Float64Array) lessFloats(stored, values, base);
	else lessWords(stored, values, base);
}

function splitFloats(values: Float64Array, base: number, low: Uint16Array, high: Uint8Array): void {
	for (let k = 0; k < values.length; k++) {
		const value = (values[k] as number) - base;
		low[k] = value;
		high[k] = value >>> 16;
	}
}

function splitWords(
	values: Exclude<Numbers, Float64Array>,
	base: number,
	low: Uint16Array,
	high: Uint8Array
): void {
	for (let k = 0; k < values.length; k++) {
		const value = (values[k] as number) - base;
		low[k] = value;
		high[k] = value >>> 16;
	}
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
	if (width === 0) {
		into.fill(base);
		return into;
	}
	if (width === 3) {
		const rows = into.length;
		join(new Uint16Array(buffer, at, rows), new Uint8Array(buffer, at + 2 * rows, rows), into);
	} else into.set(new STORED[width](buffer, at, into.length));
	if (base === 0) return into;
	if (into instanceof Float64Array) moreFloats(into, base);
	else moreWords(into, base);
	return into;
}

function join(low: Uint16Array, high: Uint8Array, into: Numbers): void {
	for (let k = 0; k < into.length; k++) into[k] = (low[k] as number) | ((high[k] as number) << 16);
}

function moreFloats(values: Float64Array, base: number): void {
	for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + base;
}

function moreWords(values: Exclude<Numbers, Float64Array>, base: number): void {
	for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + base;
}
