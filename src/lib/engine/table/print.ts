/**
 * 128-bit fingerprints: MurmurHash3_x86_128 (Austin Appleby, public domain), seed 0. Equal texts have equal prints in
 * every layer; the empty text's print is four zeros.
 */

import type { TextColumn } from './text';
import { shortWord, wordsOf } from './words';

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function avalanche(word: number): number {
	let h = word;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}

/** Ends a fingerprint of `length` bytes in place. */
function finish(state: Uint32Array, at: number, length: number): void {
	let h1 = (state[at] as number) ^ length;
	let h2 = (state[at + 1] as number) ^ length;
	let h3 = (state[at + 2] as number) ^ length;
	let h4 = (state[at + 3] as number) ^ length;
	h1 = (h1 + h2 + h3 + h4) | 0;
	h2 = avalanche((h2 + h1) | 0);
	h3 = avalanche((h3 + h1) | 0);
	h4 = avalanche((h4 + h1) | 0);
	h1 = avalanche(h1);
	h1 = (h1 + h2 + h3 + h4) | 0;
	state[at] = h1;
	state[at + 1] = h2 + h1;
	state[at + 2] = h3 + h1;
	state[at + 3] = h4 + h1;
}

/** Up to four bytes; zeros beyond `end`. */
const word = (bytes: Uint8Array, words: DataView, p: number, end: number): number =>
	p + 4 <= end ? words.getInt32(p, true) : shortWord(bytes, p, end);

/** Writes the fingerprint of `bytes[start … end)` to the four words of `out` at `at`. */
export function print128(
	bytes: Uint8Array,
	start: number,
	end: number,
	out: Uint32Array,
	at: number,
	seed = 0
): void {
	let h1 = seed | 0;
	let h2 = h1;
	let h3 = h1;
	let h4 = h1;
	const words = wordsOf(bytes);
	let p = start;
	for (; p + 16 <= end; p += 16) {
		h1 ^= Math.imul(rotate(Math.imul(words.getInt32(p, true), C1), 15), C2);
		h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
		h2 ^= Math.imul(rotate(Math.imul(words.getInt32(p + 4, true), C2), 16), C3);
		h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
		h3 ^= Math.imul(rotate(Math.imul(words.getInt32(p + 8, true), C3), 17), C4);
		h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
		h4 ^= Math.imul(rotate(Math.imul(words.getInt32(p + 12, true), C4), 18), C1);
		h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
	}
	out[at] = h1 ^ Math.imul(rotate(Math.imul(word(bytes, words, p, end), C1), 15), C2);
	out[at + 1] = h2 ^ Math.imul(rotate(Math.imul(word(bytes, words, p + 4, end), C2), 16), C3);
	out[at + 2] = h3 ^ Math.imul(rotate(Math.imul(word(bytes, words, p + 8, end), C3), 17), C4);
	out[at + 3] = h4 ^ Math.imul(rotate(Math.imul(word(bytes, words, p + 12, end), C4), 18), C1);
	finish(out, at, end - start);
}

/** Writes the fingerprints of a column's texts, four words each, every `step` words from `at` on. */
export function printTexts(
	{ offsets, bytes }: TextColumn,
	rows: number,
	out: Uint32Array,
	at = 0,
	step = 4
): void {
	for (let row = 0; row < rows; row++)
		print128(bytes, offsets[row] as number, offsets[row + 1] as number, out, at + row * step);
}

/**
 * Writes the fingerprint of `length` words, whole groups of four, to the four words of `out` at `at`. `bytes`: how many
 * it is said to be of.
 */
export function printWords(
	words: Uint32Array,
	length: number,
	bytes: number,
	out: Uint32Array,
	at: number
): void {
	let h1 = 0;
	let h2 = 0;
	let h3 = 0;
	let h4 = 0;
	for (let p = 0; p < length; p += 4) {
		h1 ^= Math.imul(rotate(Math.imul(words[p] as number, C1), 15), C2);
		h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
		h2 ^= Math.imul(rotate(Math.imul(words[p + 1] as number, C2), 16), C3);
		h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
		h3 ^= Math.imul(rotate(Math.imul(words[p + 2] as number, C3), 17), C4);
		h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
		h4 ^= Math.imul(rotate(Math.imul(words[p + 3] as number, C4), 18), C1);
		h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
	}
	out[at] = h1;
	out[at + 1] = h2;
	out[at + 2] = h3;
	out[at + 3] = h4;
	finish(out, at, bytes);
}
