/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104): WebCrypto has both, but answers later, and texts are read in a stream. */

const ROUNDS = 64;
const BLOCK = 64;

/** The first 32 bits of the fractional parts of a root of the first primes, as FIPS 180-4 derives its constants. */
function rootsOfPrimes(count: number, root: (n: number) => bigint): Int32Array {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) {
		let prime = true;
		for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
		if (prime) found.push(Number(BigInt.asIntN(32, root(n))));
	}
	return Int32Array.from(found);
}

/** floor(root × 2^32) of a whole number, by halving. */
function rootOf(n: number, power: 2n | 3n): bigint {
	const wanted = BigInt(n) << (32n * power);
	let [low, high] = [0n, 1n << 40n];
	while (high - low > 1n) {
		const middle = (low + high) >> 1n;
		if (middle ** power <= wanted) low = middle;
		else high = middle;
	}
	return low;
}

let known: { readonly k: Int32Array; readonly initial: Int32Array } | null = null;

/** Worked out for the first key: every start loads this file, and hardly any has a key. */
const constants = () =>
	(known ??= {
		k: rootsOfPrimes(ROUNDS, (n) => rootOf(n, 3n)),
		initial: rootsOfPrimes(8, (n) => rootOf(n, 2n))
	});

const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));
const schedule = new Int32Array(ROUNDS);

/** Takes a block of 64 bytes at `p` into the state. */
function compress(state: Int32Array, bytes: DataView, p: number): void {
	const w = schedule;
	const { k: K } = constants();
	for (let t = 0; t < 16; t++) w[t] = bytes.getInt32(p + 4 * t);
	for (let t = 16; t < ROUNDS; t++) {
		const x = w[t - 15] as number;
		const y = w[t - 2] as number;
		const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
		const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
		w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number
	];
	for (let t = 0; t < ROUNDS; t++) {
		const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
		const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[t] as number) + (w[t] as number)) | 0;
		const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
		const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + t1) | 0;
		d = c;
		c = b;
		b = a;
		a = (t1 + t2) | 0;
	}
	const sums = [a, b, c, d, e, f, g, h];
	for (let k = 0; k < 8; k++) state[k] = ((state[k] as number) + (sums[k] as number)) | 0;
}

/** The state after `bytes`, which come behind `before` bytes that `state` has taken in. */
function finish(state: Int32Array, bytes: Uint8Array, before: number): Int32Array {
	const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
	const padded = new Uint8Array(length);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	const view = new DataView(padded.buffer);
	const bits = BigInt(before + bytes.length) * 8n;
	view.setBigUint64(length - 8, bits);
	for (let p = 0; p < length; p += BLOCK) compress(state, view, p);
	return state;
}

function bytesOf(state: Int32Array): Uint8Array {
	const bytes = new Uint8Array(32);
	const view = new DataView(bytes.buffer);
	state.forEach((word, k) => view.setInt32(4 * k, word));
	return bytes;
}

/** HMAC-SHA-256 under one key of at most 64 bytes: what the key alone decides is computed once. */
export class Hmac {
	readonly #inner: Int32Array;
	readonly #outer: Int32Array;

	constructor(key: Uint8Array) {
		if (key.length > BLOCK) throw new RangeError('key');
		const padded = (by: number): Int32Array => {
			const block = new Uint8Array(BLOCK).fill(by);
			key.forEach((byte, k) => (block[k] = byte ^ by));
			const state = constants().initial.slice();
			compress(state, new DataView(block.buffer), 0);
			return state;
		};
		this.#inner = padded(0x36);
		this.#outer = padded(0x5c);
	}

	/** The code of a text, 32 bytes. */
	of(text: Uint8Array): Uint8Array {
		const inner = bytesOf(finish(this.#inner.slice(), text, BLOCK));
		return bytesOf(finish(this.#outer.slice(), inner, BLOCK));
	}
}
