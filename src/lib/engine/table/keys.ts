import type { Codes, Columns } from './columns';
import { NO_DURATION } from './columns';
import { absorb, finish, print128 } from './print';
import { BlockError, HEADER_BYTES, newRecord, openRecord, RECORD, recordCount, sealRecord } from './record';
import type { TextColumn } from './text';

/**
 * Keys of a block: 8 words a row. Words 0–3 are the fingerprint of the whole row as it was read, 4–7 that of its id
 * (zeros without one). They depend on content only: not on file, line, order, or dictionary codes.
 */
export const KEY_WORDS = 8;

/** What the codes of a block's columns stand for: four words a code, as `Dictionary.prints` gives them. */
export interface Prints {
	readonly agent: Uint32Array;
	readonly entity: Uint32Array;
	readonly outcome: Uint32Array;
	/** four words a row, not a code: cases can be as many as rows */
	readonly cases: Uint32Array;
	/** by further duration: the fingerprint of its name */
	readonly durations: readonly Uint32Array[];
}

/** One block of words on its way into a fingerprint. */
const words = new Uint32Array(4);

// Each pass over the rows is a function of its own: one with many loops is compiled anew at each of them.

function absorbNumbers(keys: Uint32Array, { rows, start, quantity, kind }: Columns): void {
	const halves = new Uint32Array(start.buffer, start.byteOffset, rows * 2);
	for (let row = 0; row < rows; row++) {
		words[0] = halves[2 * row] as number;
		words[1] = halves[2 * row + 1] as number;
		words[2] = quantity[row] as number;
		words[3] = kind[row] as number;
		absorb(keys, row * KEY_WORDS, words, 0);
	}
}

function absorbIds(keys: Uint32Array, { offsets, bytes }: TextColumn, rows: number): void {
	for (let row = 0; row < rows; row++) {
		const at = row * KEY_WORDS;
		const from = offsets[row] as number;
		const end = offsets[row + 1] as number;
		if (from < end) print128(bytes, from, end, keys, at + 4);
		absorb(keys, at, keys, at + 4);
	}
}

function absorbCoded(keys: Uint32Array, codes: Codes, prints: Uint32Array, rows: number): void {
	for (let row = 0; row < rows; row++) absorb(keys, row * KEY_WORDS, prints, (codes[row] as number) * 4);
}

function absorbCases(keys: Uint32Array, cases: Uint32Array, rows: number): void {
	for (let row = 0; row < rows; row++) absorb(keys, row * KEY_WORDS, cases, row * 4);
}

function absorbDurations(keys: Uint32Array, values: Uint32Array, name: Uint32Array, rows: number): void {
	words.set(name.subarray(0, 3));
	for (let row = 0; row < rows; row++) {
		const value = values[row] as number;
		if (value === NO_DURATION) continue;
		words[3] = value;
		absorb(keys, row * KEY_WORDS, words, 0);
	}
}

function finishRows(keys: Uint32Array, rows: number): void {
	for (let row = 0; row < rows; row++) finish(keys, row * KEY_WORDS, FIXED_BYTES);
}

const FIXED_BYTES = 6 * 16;

/**
 * The keys of a block's rows. A row is hashed as six groups of four words: start (as f64), quantity and kind; then
 * the prints of id, agent, entity, outcome and case; then for each further duration that the row has, in the order
 * of the layer, three words of its name's print and the value.
 */
export function fingerprintRows(columns: Columns, ids: TextColumn, prints: Prints): Uint32Array {
	const { rows } = columns;
	const keys = new Uint32Array(rows * KEY_WORDS);
	absorbNumbers(keys, columns);
	absorbIds(keys, ids, rows);
	absorbCoded(keys, columns.agent, prints.agent, rows);
	absorbCoded(keys, columns.entity, prints.entity, rows);
	absorbCoded(keys, columns.outcome, prints.outcome, rows);
	absorbCases(keys, prints.cases, rows);
	columns.durations.forEach((values, k) => {
		const name = prints.durations[k];
		if (name) absorbDurations(keys, values, name, rows);
	});
	finishRows(keys, rows);
	return keys;
}

/** The keys record; `keys` holds {@link KEY_WORDS} words a row. */
export function encodeKeys(keys: Uint32Array): ArrayBuffer {
	const buffer = newRecord(RECORD.keys, keys.length / KEY_WORDS, HEADER_BYTES + keys.byteLength);
	new Uint32Array(buffer, HEADER_BYTES).set(keys);
	return sealRecord(buffer);
}

/** The keys as a view on the record. Throws {@link BlockError}. */
export function decodeKeys(buffer: ArrayBuffer): Uint32Array {
	const words = recordCount(openRecord(buffer, RECORD.keys)) * KEY_WORDS;
	if (buffer.byteLength !== HEADER_BYTES + words * 4) throw new BlockError('length');
	return new Uint32Array(buffer, HEADER_BYTES, words);
}
