import { BlockError, HEADER_BYTES, newRecord, openRecord, RECORD, recordCount, sealRecord } from './record';
import { print128 } from './print';
import type { TextColumn } from './text';

function printAll(bytes: Uint8Array, offsets: Uint32Array, rows: number, out: Uint32Array): void {
	for (let row = 0; row < rows; row++) {
		print128(bytes, offsets[row] as number, offsets[row + 1] as number, out, row * 4);
	}
}

/**
 * Numbers for conversations: texts can be as many as rows, so that only their 128-bit fingerprints are kept.
 * Number 0 is "no case"; the others count up from 1 in order of first appearance.
 */
export class CaseTable {
	/** one more than the cases seen: number 0 counts */
	size = 1;
	#prints = new Uint32Array(4 * 1024);
	#slots = new Uint32Array(2048);
	/** fingerprints of the texts in hand */
	#found = new Uint32Array(0);

	/**
	 * Writes the numbers of a column's texts, 0 for empty ones. A block at a time: the table outgrows the processor's
	 * cache, and in a tight loop the waits for memory overlap.
	 */
	number({ offsets, bytes }: TextColumn, rows: number, codes: Uint32Array): void {
		if (this.#found.length < rows * 4) this.#found = new Uint32Array(rows * 4);
		const found = this.#found;
		printAll(bytes, offsets, rows, found);
		while ((this.size + rows) * 2 >= this.#slots.length) this.#grow();
		const prints = this.#prints;
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
					const p = code * 4;
					if (prints[p] === a && prints[p + 1] === b && prints[p + 2] === c && prints[p + 3] === d) break;
					slot = (slot + 1) & mask;
				}
				if (code === 0) {
					code = this.size++;
					slots[slot] = code;
					const p = code * 4;
					prints[p] = a;
					prints[p + 1] = b;
					prints[p + 2] = c;
					prints[p + 3] = d;
				}
			}
			codes[row] = code;
		}
	}

	#grow(): void {
		const prints = new Uint32Array(this.#prints.length * 2);
		prints.set(this.#prints);
		this.#prints = prints;
		const slots = new Uint32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (let code = 1; code < this.size; code++) {
			let slot = (prints[code * 4] as number) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = code;
		}
		this.#slots = slots;
	}

	/** Four words by number; a view that is valid until the next `number`. */
	get prints(): Uint32Array {
		return this.#prints.subarray(0, this.size * 4);
	}

	/** The layer's record of cases: number → fingerprint. */
	encode(): ArrayBuffer {
		return encodeCases(this.prints);
	}
}

/** The record of cases from their fingerprints, four words by number. */
export function encodeCases(prints: Uint32Array): ArrayBuffer {
	const buffer = newRecord(RECORD.cases, prints.length / 4, HEADER_BYTES + prints.byteLength);
	new Uint32Array(buffer, HEADER_BYTES).set(prints);
	return sealRecord(buffer);
}

/** The fingerprints of {@link CaseTable.encode}, four words by number, as a view. Throws {@link BlockError}. */
export function decodeCases(buffer: ArrayBuffer): Uint32Array {
	const words = recordCount(openRecord(buffer, RECORD.cases)) * 4;
	if (buffer.byteLength !== HEADER_BYTES + words * 4) throw new BlockError('length');
	return new Uint32Array(buffer, HEADER_BYTES, words);
}
