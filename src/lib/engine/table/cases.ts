import { printTexts } from './print';
import type { TextColumn } from './text';

/** Fingerprints of a page: a file of millions of cases grows by pages, without ever being copied. */
const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
/** Rows whose slots are fetched together: enough to wait at the same time, few enough to stay in the cache. */
const TOGETHER = 256;
/** Words of slots for 12 million cases. */
const MOST_AT_ONCE = 1 << 25;
const newPage = () => new Uint32Array(4 * PAGE);

/**
 * Numbers for conversations: texts can be as many as rows, so that only their 128-bit fingerprints are kept.
 * Number 0 is "no case"; the others count up from 1 in order of first appearance.
 */
export class CaseTable {
	/** one more than the cases seen: number 0 counts */
	size = 1;
	readonly #pages = [newPage()];
	/** two words a slot: a code, 0 where it is free, and the first word of its fingerprint, by which the slot is found */
	#slots: Uint32Array<ArrayBuffer>;
	/** made of all that was touched: the engine leaves out what nothing comes of */
	touched = 0;
	/** fingerprints of the texts in hand */
	#found = new Uint32Array(0);

	/** `expected`: about how many rows there will be. Room that is not used costs nothing; growing does. */
	constructor(expected = 0) {
		let length = 4096;
		while (length < MOST_AT_ONCE && expected * 8 >= length * 3) length *= 2;
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
		const mask = slots.length - 2;
		let seen = 0;
		for (let row = from; row < to; row++) seen ^= slots[((prints[row * 4] as number) << 1) & mask] as number;
		this.touched = seen;
	}

	#numberRows(offsets: Uint32Array, found: Uint32Array, codes: Uint32Array, from: number, to: number): void {
		const slots = this.#slots;
		const mask = slots.length - 2;
		for (let row = from; row < to; row++) {
			let code = 0;
			if (offsets[row] !== offsets[row + 1]) {
				const a = found[row * 4] as number;
				let slot = (a << 1) & mask;
				while ((code = slots[slot] as number) !== 0) {
					if (slots[slot + 1] === a && this.#holds(code, found, row * 4)) break;
					slot = (slot + 2) & mask;
				}
				if (code === 0) {
					code = this.#add(found, row * 4);
					slots[slot] = code;
					slots[slot + 1] = a;
				}
			}
			codes[row] = code;
		}
	}

	/** Does the fingerprint at `at`, whose first word is the code's, belong to the code? */
	#holds(code: number, prints: Uint32Array, at: number): boolean {
		const page = this.#pages[code >>> PAGE_BITS] as Uint32Array;
		const p = (code & IN_PAGE) * 4;
		return page[p + 1] === prints[at + 1] && page[p + 2] === prints[at + 2] && page[p + 3] === prints[at + 3];
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
		const before = this.#slots;
		let length = before.length;
		// Up to three in four slots are taken.
		while (most * 8 >= length * 3) length *= 2;
		if (length === before.length) return;
		// From slot to slot: the new places ascend with the old ones.
		const slots = new Uint32Array(length);
		const mask = length - 2;
		for (let from = 0; from < before.length; from += 2) {
			const code = before[from] as number;
			if (code === 0) continue;
			const a = before[from + 1] as number;
			let slot = (a << 1) & mask;
			while (slots[slot] !== 0) slot = (slot + 2) & mask;
			slots[slot] = code;
			slots[slot + 1] = a;
		}
		this.#slots = slots;
	}
}
