import { Hmac } from '../table/hmac';
import type { Veil } from './mapping';
import { isDigit } from './numbers';

/** Of a hash 128 bits are enough that no two numbers ever share it. */
export const HASH_BYTES = 16;
const HEX = '0123456789abcdef';
const KEPT_DIGITS = 4;

/** Puts something else in the place of texts, so that they themselves are nowhere kept. */
export interface Veiled {
	/** What is kept of the text in `[start, end)`; valid until the next call. Nothing stays nothing. */
	read(bytes: Uint8Array, start: number, end: number): Uint8Array;
}

/** The last four digits of a text and nothing else of it: `+1 514 555-0123` → `0123`. */
const lastFour: Veiled = {
	read(bytes, start, end) {
		const kept: number[] = [];
		for (let p = end - 1; p >= start && kept.length < KEPT_DIGITS; p--)
			if (isDigit(bytes[p])) kept.push(bytes[p] as number);
		return Uint8Array.from(kept.reverse());
	}
};

/** The first half of HMAC-SHA-256 (RFC 2104), in hex: equal texts stay equal, and without the key nobody can try them out. */
class Hashed implements Veiled {
	readonly #hmac: Hmac;
	readonly #hex = new Uint8Array(2 * HASH_BYTES);

	constructor(key: Uint8Array) {
		this.#hmac = new Hmac(key);
	}

	read(bytes: Uint8Array, start: number, end: number): Uint8Array {
		if (start === end) return this.#hex.subarray(0, 0);
		const hash = this.#hmac.of(bytes.subarray(start, end));
		for (let k = 0; k < HASH_BYTES; k++) {
			const byte = hash[k] as number;
			this.#hex[2 * k] = HEX.charCodeAt(byte >> 4);
			this.#hex[2 * k + 1] = HEX.charCodeAt(byte & 15);
		}
		return this.#hex;
	}
}

/** What stands before the columns' texts, by column; null: nothing does. `key`: needed where a hash is. */
export function veilsOf(veils: readonly Veil[], key: Uint8Array | null): ReadonlyMap<number, Veiled> | null {
	if (veils.length === 0) return null;
	const hashed = key && new Hashed(key);
	return new Map(
		veils.map(({ column, as }) => {
			if (as === 'lastFour') return [column, lastFour];
			if (!hashed) throw new Error('no key for hashes');
			return [column, hashed];
		})
	);
}
