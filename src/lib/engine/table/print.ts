/**
 * 128-bit fingerprints: MurmurHash3_x86_128 (Austin Appleby, public domain), seed 0. Equal texts have equal prints in
 * every layer; the empty text's print is four zeros.
 */

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

/** Absorbs the four words of `from` at `p` into the four words of `state` at `at`. */
export function absorb(state: Uint32Array, at: number, from: Uint32Array, p: number): void {
	let h1 = state[at] as number;
	let h2 = state[at + 1] as number;
	let h3 = state[at + 2] as number;
	let h4 = state[at + 3] as number;
	h1 ^= Math.imul(rotate(Math.imul(from[p] as number, C1), 15), C2);
	h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
	h2 ^= Math.imul(rotate(Math.imul(from[p + 1] as number, C2), 16), C3);
	h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
	h3 ^= Math.imul(rotate(Math.imul(from[p + 2] as number, C3), 17), C4);
	h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
	h4 ^= Math.imul(rotate(Math.imul(from[p + 3] as number, C4), 18), C1);
	h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
	state[at] = h1;
	state[at + 1] = h2;
	state[at + 2] = h3;
	state[at + 3] = h4;
}

/** Ends a fingerprint of `length` bytes in place. */
export function finish(state: Uint32Array, at: number, length: number): void {
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

/** one block of a text */
const words = new Uint32Array(4);

/** Writes the fingerprint of `bytes[start … end)` to the four words of `out` at `at`. */
export function print128(
	bytes: Uint8Array,
	start: number,
	end: number,
	out: Uint32Array,
	at: number,
	seed = 0
): void {
	out[at] = out[at + 1] = out[at + 2] = out[at + 3] = seed;
	let p = start;
	for (; p + 16 <= end; p += 16) {
		for (let k = 0; k < 4; k++) {
			const q = p + 4 * k;
			words[k] =
				(bytes[q] as number) |
				((bytes[q + 1] as number) << 8) |
				((bytes[q + 2] as number) << 16) |
				((bytes[q + 3] as number) << 24);
		}
		absorb(out, at, words, 0);
	}
	if (p < end) {
		words[0] = words[1] = words[2] = words[3] = 0;
		for (let k = 0; p + k < end; k++) {
			words[k >> 2] = (words[k >> 2] as number) | ((bytes[p + k] as number) << ((k & 3) * 8));
		}
		out[at] = (out[at] as number) ^ Math.imul(rotate(Math.imul(words[0], C1), 15), C2);
		out[at + 1] = (out[at + 1] as number) ^ Math.imul(rotate(Math.imul(words[1], C2), 16), C3);
		out[at + 2] = (out[at + 2] as number) ^ Math.imul(rotate(Math.imul(words[2], C3), 17), C4);
		out[at + 3] = (out[at + 3] as number) ^ Math.imul(rotate(Math.imul(words[3], C4), 18), C1);
	}
	finish(out, at, end - start);
}
