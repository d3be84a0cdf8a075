/**
 * XXH32 (Yann Collet, xxHash specification 0.1.1): detects damaged records, at about memory speed.
 * It is no protection against intent.
 */

const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P4 = 0x27d4eb2f;
const P5 = 0x165667b1;

const { imul } = Math;
const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/**
 * The four lanes over all whole 16-byte groups; a loop of its own, so that it stays compiled. Before it is, it takes a
 * fifth less without calls: the first block that is checked is as long as that.
 */
function lanes(words: Int32Array, end: number, seed: number): number {
	let a = (seed + P1 + P2) | 0;
	let b = (seed + P2) | 0;
	let c = seed | 0;
	let d = (seed - P1) | 0;
	for (let k = 0; k < end; k += 4) {
		a = (a + imul(words[k] as number, P2)) | 0;
		a = imul((a << 13) | (a >>> 19), P1);
		b = (b + imul(words[k + 1] as number, P2)) | 0;
		b = imul((b << 13) | (b >>> 19), P1);
		c = (c + imul(words[k + 2] as number, P2)) | 0;
		c = imul((c << 13) | (c >>> 19), P1);
		d = (d + imul(words[k + 3] as number, P2)) | 0;
		d = imul((d << 13) | (d >>> 19), P1);
	}
	return (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0;
}

/** XXH32 of the bytes as an unsigned 32-bit number. */
export function xxh32(bytes: Uint8Array, seed = 0): number {
	const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
	const { length } = aligned;
	const words = new Int32Array(aligned.buffer, aligned.byteOffset, length >> 2);
	let word = (length >> 4) << 2;
	let hash = ((word > 0 ? lanes(words, word, seed) : seed + P5) + length) | 0;
	for (; word < words.length; word++) {
		hash = imul(rotate((hash + imul(words[word] as number, P3)) | 0, 17), P4);
	}
	for (let byte = words.length << 2; byte < length; byte++) {
		hash = imul(rotate((hash + imul(aligned[byte] as number, P5)) | 0, 11), P1);
	}
	hash = imul(hash ^ (hash >>> 15), P2);
	hash = imul(hash ^ (hash >>> 13), P3);
	return (hash ^ (hash >>> 16)) >>> 0;
}
