import { printTexts } from './print';
import {
	align,
	BlockError,
	HEADER_BYTES,
	newRecord,
	openRecord,
	RECORD,
	recordCount,
	sealRecord
} from './record';
import type { Decode, TextColumn } from './text';
import { validUtf8 } from './utf8';
import { shortWord, wordsOf } from './words';

/** Answer of {@link Dictionary.find} for bytes that are no UTF-8. */
export const NOT_TEXT = -1;

/** A multiplicative hash over four bytes at a time; the last four may overlap those before. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
	let hash = end - start;
	if (hash < 4) {
		hash = Math.imul(shortWord(bytes, start, end) ^ (hash << 24), 0x9e3779b1);
	} else {
		const words = wordsOf(bytes);
		for (let p = start; p < end - 4; p += 4) hash = mix(hash, words.getInt32(p, true));
		hash = mix(hash, words.getInt32(end - 4, true));
	}
	return hash ^ (hash >>> 15);
}

const mix = (hash: number, word: number): number =>
	Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);

/** Texts of one field of a layer, numbered in order of first appearance while it is read. Code 0 is the empty text. */
export class Dictionary {
	/** number of texts, the empty one included */
	size = 1;
	/** texts that `since` has told */
	#told = 1;
	#slots = new Uint32Array(2048);
	#hashes = new Int32Array(1024);
	/** text of code c: bytes[offsets[c] … offsets[c + 1]) */
	#offsets = new Uint32Array(1025);
	#bytes = new Uint8Array(16_384);
	#words = new DataView(this.#bytes.buffer);

	/** The code of a text, a new one at its first appearance; {@link NOT_TEXT} where it is not valid UTF-8. */
	find(bytes: Uint8Array, start: number, end: number): number {
		if (start === end) return 0;
		const hash = hashOf(bytes, start, end);
		const slot = this.#slotOf(hash, bytes, start, end);
		const code = this.#slots[slot] as number;
		if (code !== 0) return code;
		if (validUtf8(bytes, start, end) < end) return NOT_TEXT;
		this.#slots[slot] = this.size;
		return this.#add(bytes, start, end, hash);
	}

	/** Whether a text, which is not empty, has a code. */
	has(bytes: Uint8Array, start: number, end: number): boolean {
		return this.#slots[this.#slotOf(hashOf(bytes, start, end), bytes, start, end)] !== 0;
	}

	/** Where the code of a text stands, or would. */
	#slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = hash & mask;
		for (;;) {
			const code = slots[slot] as number;
			if (code === 0) return slot;
			if (this.#hashes[code] === hash && this.#holds(code, bytes, start, end)) return slot;
			slot = (slot + 1) & mask;
		}
	}

	/** The texts that came since the last time, in the order of their codes. */
	since(decode: Decode): string[] {
		const texts: string[] = [];
		for (let code = this.#told; code < this.size; code++)
			texts.push(decode(this.#bytes.subarray(this.#offsets[code], this.#offsets[code + 1])));
		this.#told = this.size;
		return texts;
	}

	#holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
		const at = this.#offsets[code] as number;
		const length = end - start;
		if ((this.#offsets[code + 1] as number) - at !== length) return false;
		const own = this.#bytes;
		if (length < 4) return shortWord(bytes, start, end) === shortWord(own, at, at + length);
		const theirs = wordsOf(bytes);
		const ours = this.#words;
		for (let k = 0; k < length - 4; k += 4) {
			if (ours.getInt32(at + k, true) !== theirs.getInt32(start + k, true)) return false;
		}
		return ours.getInt32(at + length - 4, true) === theirs.getInt32(end - 4, true);
	}

	#add(bytes: Uint8Array, start: number, end: number, hash: number): number {
		const code = this.size++;
		const at = this.#offsets[code] as number;
		const next = at + end - start;
		if (next > this.#bytes.length) {
			const wider = new Uint8Array(Math.max(next, this.#bytes.length * 2));
			wider.set(this.#bytes);
			this.#bytes = wider;
			this.#words = new DataView(wider.buffer);
		}
		this.#bytes.set(bytes.subarray(start, end), at);
		this.#offsets[this.size] = next;
		this.#hashes[code] = hash;
		if (this.size * 2 >= this.#slots.length) this.#grow();
		return code;
	}

	#grow(): void {
		const capacity = this.#slots.length;
		const hashes = new Int32Array(capacity);
		const offsets = new Uint32Array(capacity + 1);
		hashes.set(this.#hashes);
		offsets.set(this.#offsets);
		this.#hashes = hashes;
		this.#offsets = offsets;
		const slots = new Uint32Array(capacity * 2);
		const mask = slots.length - 1;
		for (let code = 1; code < this.size; code++) {
			let slot = (hashes[code] as number) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = code;
		}
		this.#slots = slots;
	}

	/** The dictionary's record: u32 offsets (one more than the texts), then the bytes. */
	encode(): ArrayBuffer {
		const bytes = this.#offsets[this.size] as number;
		const at = HEADER_BYTES + align((this.size + 1) * 4);
		const buffer = newRecord(RECORD.dictionary, this.size, at + align(bytes));
		new Uint32Array(buffer, HEADER_BYTES, this.size + 1).set(this.#offsets.subarray(0, this.size + 1));
		new Uint8Array(buffer, at).set(this.#bytes.subarray(0, bytes));
		return sealRecord(buffer);
	}
}

function textsOf(buffer: ArrayBuffer): TextColumn & { readonly size: number } {
	const size = recordCount(openRecord(buffer, RECORD.dictionary));
	const at = HEADER_BYTES + align((size + 1) * 4);
	if (at > buffer.byteLength) throw new BlockError('length');
	const offsets = new Uint32Array(buffer, HEADER_BYTES, size + 1);
	if (at + align(offsets[size] as number) !== buffer.byteLength) throw new BlockError('length');
	return { size, offsets, bytes: new Uint8Array(buffer, at) };
}

/** The texts of a dictionary's record by code; the first is always empty. Throws {@link BlockError}. */
export function decodeDictionary(buffer: ArrayBuffer, decode: Decode): string[] {
	const { size, offsets, bytes } = textsOf(buffer);
	return Array.from({ length: size }, (_, code) => decode(bytes.subarray(offsets[code], offsets[code + 1])));
}

/** Fingerprints of the texts of a dictionary's record, four words a code. Throws {@link BlockError}. */
export function printDictionary(buffer: ArrayBuffer): Uint32Array {
	const { size, ...texts } = textsOf(buffer);
	const prints = new Uint32Array(4 * size);
	printTexts(texts, size, prints);
	return prints;
}
