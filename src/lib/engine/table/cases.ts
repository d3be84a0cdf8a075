import { BlockError, HEADER_BYTES, newRecord, openRecord, RECORD, recordCount, sealRecord } from './record';
import { print128 } from './print';
import type { TextColumn } from './text';

function printAll(bytes: Uint8Array, offsets: Uint32Array, rows: number, out: Uint32Array): void {
	for (let row = 0; row < rows; row++) {
		print128(bytes, offsets[row] as number, offsets[row + 1] as number, out, row * 4);
	}
}

/** Fingerprints of a page: a file of millions of cases grows by pages, without ever being copied. */
const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
const newPage = () => new Uint32Array(4 * PAGE);

/**
 * Numbers for conversations: texts can be as many as rows, so that only their 128-bit fingerprints are kept.
 * Number 0 is "no case"; the others count up from 1 in order of first appearance.
 */
export class CaseTable {
	/** one more than the cases seen: number 0 counts */
	size = 1;
	readonly #pages = [newPage()];
	#slots = new Uint32Array(2048);
	/** fingerprints of the texts in hand */
	#found = new Uint32Array(0);

	/**
	 * Writes the numbers of a column's texts, 0 for empty ones. A block at a time: the table outgrows the processor's
	 * cache, and in a tight loop the waits for memory overlap.
	 * @returns the texts' fingerprints, four words each; a view that is valid until the next call
	 */
	number({ offsets, bytes }: TextColumn, rows: number, codes: Uint32Array): Uint32Array {
		if (this.#found.length < rows * 4) this.#found = new Uint32Array(rows * 4);
		const found = this.#found;
		printAll(bytes, offsets, rows, found);
		this.#makeRoom(rows);
		const pages = this.#pages;
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let row = 0; row < rows; row++) {
			const a = found[row * 4] as number;
			const b = found[row * 4 + 1] as number;
			const c = found[row * 4 + 2] as number;
			const d = found[row * 4 + 3] as number;
			let code = 0;
			if (offsets[row] !== offsets[row + 1]) {
				let slot = a & mask;
				while ((code = slots[slot] as number) !== 0) {
					const page = pages[code >>> PAGE_BITS] as Uint32Array;
					const p = (code & IN_PAGE) * 4;
					if (page[p] === a && page[p + 1] === b && page[p + 2] === c && page[p + 3] === d) break;
					slot = (slot + 1) & mask;
				}
				if (code === 0) {
					code = this.size++;
					slots[slot] = code;
					const page = pages[code >>> PAGE_BITS] as Uint32Array;
					const p = (code & IN_PAGE) * 4;
					page[p] = a;
					page[p + 1] = b;
					page[p + 2] = c;
					page[p + 3] = d;
				}
			}
			codes[row] = code;
		}
		return found.subarray(0, rows * 4);
	}

	/** Room for that many more cases. */
	#makeRoom(more: number): void {
		const most = this.size + more;
		while (this.#pages.length * PAGE < most) this.#pages.push(newPage());
		let length = this.#slots.length;
		while (most * 2 >= length) length *= 2;
		if (length === this.#slots.length) return;
		// The old slots are let go of first: all they say is made of the fingerprints again.
		this.#slots = new Uint32Array(0);
		const slots = new Uint32Array(length);
		const mask = length - 1;
		for (let code = 1; code < this.size; code++) {
			const page = this.#pages[code >>> PAGE_BITS] as Uint32Array;
			let slot = (page[(code & IN_PAGE) * 4] as number) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = code;
		}
		this.#slots = slots;
	}

	/** The layer's record of cases: number → fingerprint. The table ends: it lets go of what the record says. */
	encode(): ArrayBuffer {
		this.#slots = new Uint32Array(0);
		return caseRecord(this.size, (words) => {
			for (let k = 0; this.#pages.length > 0; k++) {
				const page = this.#pages.shift() as Uint32Array;
				const left = (this.size - k * PAGE) * 4;
				if (left > 0) words.set(left < page.length ? page.subarray(0, left) : page, k * PAGE * 4);
			}
		});
	}
}

function caseRecord(size: number, fill: (words: Uint32Array) => void): ArrayBuffer {
	const buffer = newRecord(RECORD.cases, size, HEADER_BYTES + size * 16);
	fill(new Uint32Array(buffer, HEADER_BYTES));
	return sealRecord(buffer);
}

/** The record of cases from their fingerprints, four words by number. */
export const encodeCases = (prints: Uint32Array): ArrayBuffer =>
	caseRecord(prints.length / 4, (words) => words.set(prints));

/** The fingerprints of {@link CaseTable.encode}, four words by number, as a view. Throws {@link BlockError}. */
export function decodeCases(buffer: ArrayBuffer): Uint32Array {
	const words = recordCount(openRecord(buffer, RECORD.cases)) * 4;
	if (buffer.byteLength !== HEADER_BYTES + words * 4) throw new BlockError('length');
	return new Uint32Array(buffer, HEADER_BYTES, words);
}
