import type { DataReader } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';

/** Bits that a level up to `most` takes. */
export const widthOf = (most: number): number => 32 - Math.clz32(most);

/** What writers may fill the last run of single values up to. */
const PADDING = 512;

/**
 * Runs of equal values and of single ones, `width` bits each, from `at` on: none may be longer than what is left of the
 * `values`. Where the bytes end before, the library throws.
 */
export function checkRuns(bytes: Uint8Array, at: number, width: number, values: number): void {
	if (width > 32) throw new RangeError('width of a run');
	let seen = 0;
	while (seen < values && at < bytes.length) {
		let header = 0;
		let byte = 128;
		for (let scale = 1; byte >= 128 && at < bytes.length; scale *= 128) {
			byte = bytes[at++] as number;
			header += (byte & 127) * scale;
		}
		const single = header % 2 === 1;
		const count = (header - (header % 2)) / 2;
		seen += single ? 8 * count : count;
		at += single ? count * width : (width + 7) >> 3;
		if (seen > values + (single ? PADDING : 0)) throw new RangeError('length of a run');
	}
}

/** Texts that begin as the one before: no beginning may be longer than that, nor all of them than `limit`. */
export function checkPrefixes(reader: DataReader, values: number, limit: number): void {
	const [prefixes, suffixes] = [new Int32Array(values), new Int32Array(values)];
	if (values === 0) return;
	deltaBinaryUnpack(reader, values, prefixes);
	deltaBinaryUnpack(reader, values, suffixes);
	let before = 0;
	let all = 0;
	for (let k = 0; k < values; k++) {
		const prefix = prefixes[k] as number;
		if (prefix < 0 || prefix > before) throw new RangeError('length of a beginning');
		before = prefix + (suffixes[k] as number);
		all += before;
		if (all > limit) throw new RangeError('length of the texts');
	}
}

/** Pieces of Snappy, which must add up to what comes out: the library goes back where a length is below zero. */
export function checkSnappy(packed: Uint8Array, out: number): void {
	let at = 0;
	while (at < packed.length && (packed[at++] as number) >= 128);
	let made = 0;
	while (at < packed.length) {
		const tag = packed[at++] as number;
		const kind = tag & 3;
		let length = (tag >> 2) + 1;
		if (kind === 1) length = ((tag >> 2) & 7) + 4;
		if (kind > 0) at += kind === 3 ? 4 : kind;
		else {
			const more = Math.max(0, length - 60);
			if (more > 0) length = 1;
			for (let k = 0, scale = 1; k < more; k++, scale *= 256) length += (packed[at++] ?? 0) * scale;
			at += length;
		}
		made += length;
	}
	if (made !== out) throw new RangeError('length of Snappy');
}
