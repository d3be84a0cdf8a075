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

/**
 * The fewest bytes that hold all of these values. What is no whole number, or too wide, stays as it is. `least`: a value
 * that may be the base though none is as low.
 */
export function narrowest(values: Numbers, lowest = Infinity): Narrow {
	let least = lowest;
	let most = -Infinity;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] as number;
		if (Math.floor(value) !== value) return { base: 0, width: 8 };
		if (value < least) least = value;
		if (value > most) most = value;
	}
	if (values.length === 0) return { base: 0, width: 1 };
	const span = most - least;
	if (!(span < 2 ** 32)) return { base: 0, width: 8 };
	return { base: least, width: span < 1 << 8 ? 1 : span < 1 << 16 ? 2 : 4 };
}

/** Bytes of a stored column, up to where the next one may begin. */
export const narrowBytes = (rows: number, { width }: Pick<Narrow, 'width'>): number => align(rows * width);

/** Writes a column to a buffer, from a multiple of 8 on. */
export function writeNarrow(buffer: ArrayBuffer, at: number, values: Numbers, { base, width }: Narrow): void {
	const stored = new STORED[width](buffer, at, values.length);
	if (base === 0) stored.set(values);
	else for (let k = 0; k < stored.length; k++) stored[k] = (values[k] as number) - base;
}

/** Fills a column with what was written from there on, and returns it. */
export function readNarrow<T extends Numbers>(
	buffer: ArrayBuffer,
	at: number,
	{ base, width }: Narrow,
	into: T
): T {
	const stored = new STORED[width](buffer, at, into.length);
	if (base === 0) into.set(stored);
	else for (let k = 0; k < stored.length; k++) into[k] = (stored[k] as number) + base;
	return into;
}
