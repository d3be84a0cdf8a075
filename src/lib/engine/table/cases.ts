import { BlockError, HEADER_BYTES, newRecord, openRecord, RECORD, recordCount, sealRecord } from './record';
import { print128 } from './print';

/**
 * Numbers for conversations: texts can be as many as rows, so that only their 128-bit fingerprints are kept.
 * Number 0 is "no case"; the others count up from 1 in order of first appearance.
 */
export class CaseTable {
	/** one more than the cases seen: number 0 counts */
	size = 1;
	#prints = new Uint32Array(4 * 1024);
	#slots = new Uint32Array(2048);
	readonly #probe = new Uint32Array(4);

	/** The number of a case text; 0 for the empty one. */
	find(bytes: Uint8Array, start: number, end: number): number {
		if (start === end) return 0;
		const probe = this.#probe;
		print128(bytes, start, end, probe, 0);
		const a = probe[0] as number;
		const b = probe[1] as number;
		const c = probe[2] as number;
		const d = probe[3] as number;
		const prints = this.#prints;
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = a & mask;
		for (;;) {
			const code = slots[slot] as number;
			if (code === 0) break;
			const p = code * 4;
			if (prints[p] === a && prints[p + 1] === b && prints[p + 2] === c && prints[p + 3] === d) return code;
			slot = (slot + 1) & mask;
		}
		const code = this.size++;
		slots[slot] = code;
		prints.set(probe, code * 4);
		if (this.size * 2 >= slots.length) this.#grow();
		return code;
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

	/** Four words by number; a view that is valid until the next `find`. */
	get prints(): Uint32Array {
		return this.#prints.subarray(0, this.size * 4);
	}

	/** The layer's record of cases: number → fingerprint. */
	encode(): ArrayBuffer {
		const buffer = newRecord(RECORD.cases, this.size, HEADER_BYTES + this.size * 16);
		new Uint32Array(buffer, HEADER_BYTES).set(this.prints);
		return sealRecord(buffer);
	}
}

/** The fingerprints of {@link CaseTable.encode}, four words by number, as a view. Throws {@link BlockError}. */
export function decodeCases(buffer: ArrayBuffer): Uint32Array {
	const words = recordCount(openRecord(buffer, RECORD.cases)) * 4;
	if (buffer.byteLength !== HEADER_BYTES + words * 4) throw new BlockError('length');
	return new Uint32Array(buffer, HEADER_BYTES, words);
}
