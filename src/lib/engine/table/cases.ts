import { printTexts } from './print';
import type { TextColumn } from './text';

/** Fingerprints of a page: a file of millions of cases grows by pages, without ever being copied. */
const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
/** Rows whose slots are fetched together: enough to wait at the same time, few enough to stay in the cache. */
const TOGETHER = 256;
/** Slots for 12 million cases. */
const MOST_AT_ONCE = 1 << 24;
/** A slot is one word: a code, 0 where it is free, and above it the first bits of its fingerprint, by which most others are told. */
const CODE_BITS = 26;
const CODE = (1 << CODE_BITS) - 1;
const newPage = () => new Uint32Array(4 * PAGE);

/**
 * Numbers for conversations: texts can be as many as rows, so that only their 128-bit fingerprints are kept.
 * Number 0 is "no case"; the others count up from 1 in order of first appearance.
 */
export class CaseTable {
	/** one more than the cases seen: number 0 counts */
	size = 1;
	readonly #pages = [newPage()];
	/** as many as a power of two; the last bits of a fingerprint's first word say at which to look first */
	#slots: Uint32Array<ArrayBuffer>;
	/** made of all that was touched: the engine leaves out what nothing comes of */
	touched = 0;
	/** fingerprints of the texts in hand */
	#found = new Uint32Array(0);

	/** `expected`: about how many rows there will be. Room that is not used costs nothing; growing does. */
	constructor(expected = 0) {
		let length = 2048;
		while (length < MOST_AT_ONCE && !holds(length, expected)) length *= 2;
		this.#slots = new Uint32Array(length);
	}

	/**
	 * Writes the numbers of a column's texts, 0 for empty ones. A block at a time: the table outgrows the processor's
	 * cache, and in a tight loop the waits for memory overlap.
	 */
	number(texts: TextColumn, rows: number, codes: Uint32Array): void {
		if (this.#found.length < rows * 4) this.#found = new Uint32Array(rows * 4);
		const found = this.#found;
		printTexts(texts, rows, found);
		this.#makeRoom(rows);
		for (let from = 0; from < rows; from += TOGETHER) {
			const to = Math.min(from + TOGETHER, rows);
			this.#touch(found, from, to);
			this.#numberRows(texts.offsets, found, codes, from, to);
		}
	}

	/** Fetches the rows' slots, so that no row waits for memory while the next one could be waiting, too. */
	#touch(prints: Uint32Array, from: number, to: number): void {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let seen = 0;
		for (let row = from; row < to; row++) seen ^= slots[(prints[row * 4] as number) & mask] as number;
		this.touched = seen;
	}

	#numberRows(offsets: Uint32Array, found: Uint32Array, codes: Uint32Array, from: number, to: number): void {
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let row = from; row < to; row++) {
			let code = 0;
			if (offsets[row] !== offsets[row + 1]) {
				const a = found[row * 4] as number;
				let slot = a & mask;
				let held: number;
				while ((held = slots[slot] as number) !== 0) {
					code = held & CODE;
					if ((held ^ a) >>> CODE_BITS === 0 && this.#holds(code, found, row * 4)) break;
					slot = (slot + 1) & mask;
				}
				if (held === 0) {
					code = this.#add(found, row * 4);
					slots[slot] = slotOf(code, a);
				}
			}
			codes[row] = code;
		}
	}

	/** Does the fingerprint at `at`, whose first word is the code's, belong to the code? */
	#holds(code: number, prints: Uint32Array, at: number): boolean {
		const page = this.#pages[code >>> PAGE_BITS] as Uint32Array;
		const p = (code & IN_PAGE) * 4;
		for (let k = 0; k < 4; k++) if (page[p + k] !== prints[at + k]) return false;
		return true;
	}

	#add(prints: Uint32Array, at: number): number {
		const code = this.size++;
		const page = this.#pages[code >>> PAGE_BITS] as Uint32Array;
		const p = (code & IN_PAGE) * 4;
		for (let k = 0; k < 4; k++) page[p + k] = prints[at + k] as number;
		return code;
	}

	/** Room for that many more cases. */
	#makeRoom(more: number): void {
		const most = this.size + more;
		while (this.#pages.length * PAGE < most) this.#pages.push(newPage());
		let length = this.#slots.length;
		while (!holds(length, most)) length *= 2;
		if (length === this.#slots.length) return;
		const slots = new Uint32Array(length);
		const mask = length - 1;
		for (let code = 1; code < this.size; code++) {
			const a = (this.#pages[code >>> PAGE_BITS] as Uint32Array)[(code & IN_PAGE) * 4] as number;
			let slot = a & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = slotOf(code, a);
		}
		this.#slots = slots;
	}
}

/** Up to three in four slots are taken. */
const holds = (slots: number, cases: number): boolean => cases * 4 < slots * 3;

const slotOf = (code: number, print: number): number => code | ((print >>> CODE_BITS) << CODE_BITS);
