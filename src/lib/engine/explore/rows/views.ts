import { VOICE } from '../../rating/slot';
import { LENGTH_BIN } from './brush';
import type { UsageRows } from './rows';

/** However long the longest calls are: twenty minutes. */
const MOST_LENGTH_BINS = 240;
/** Agents or entities that are seen one by one; the rest are one bin. */
const NAMED = 12;

/** A view's bin by row. */
export interface BinColumn {
	readonly bins: number;
	readonly bin: Uint8Array | Uint16Array;
}

/**
 * Bins of call lengths by row: 5 s each up to the 99th percentile, then one of longer calls, then one of chats, which
 * have no length.
 */
export function lengthBins({ count, state, quantity }: UsageRows): BinColumn {
	const width = LENGTH_BIN * 1_000;
	const counts = new Uint32Array(MOST_LENGTH_BINS);
	let calls = 0;
	for (let r = 0; r < count; r++) {
		if (((state[r] as number) & VOICE) === 0) continue;
		calls++;
		const k = Math.floor((quantity[r] as number) / width);
		if (k < MOST_LENGTH_BINS) counts[k] = (counts[k] as number) + 1;
	}
	let longer = 0;
	for (let seen = 0; longer < MOST_LENGTH_BINS && seen * 100 < calls * 99; longer++)
		seen += counts[longer] as number;
	const bin = new Uint16Array(count);
	for (let r = 0; r < count; r++)
		bin[r] =
			((state[r] as number) & VOICE) === 0
				? longer + 1
				: Math.min(longer, Math.floor((quantity[r] as number) / width));
	return { bins: longer + 2, bin };
}

/** Units by code. */
export function unitsByCode(units: Float64Array, codes: Uint32Array, size: number): Float64Array {
	const sums = new Float64Array(size);
	for (let r = 0; r < codes.length; r++) {
		const code = codes[r] as number;
		sums[code] = (sums[code] as number) + (units[r] as number);
	}
	return sums;
}

/**
 * The codes that have a bin of their own, in its order: those that draw most, and those that are `pinned` because a
 * filter names them. All others share one more bin, the last.
 */
export function namedCodes(units: Float64Array, present: Uint8Array, pinned: readonly number[]): number[] {
	const largest = [...units.keys()]
		.filter((code) => present[code] === 1)
		.sort((a, b) => (units[b] as number) - (units[a] as number) || a - b);
	const named = largest.slice(0, NAMED);
	return [...named, ...pinned.filter((code) => present[code] === 1 && !named.includes(code))];
}

/** Each row's bin by its code. */
export function codeBins(codes: Uint32Array, named: readonly number[], size: number): BinColumn {
	const places = new Uint16Array(size).fill(named.length);
	for (const [bin, code] of named.entries()) places[code] = bin;
	const bin = new Uint16Array(codes.length);
	for (let r = 0; r < codes.length; r++) bin[r] = places[codes[r] as number] as number;
	return { bins: named.length + 1, bin };
}
