import type { Columns } from './columns';
import { NO_DURATION } from './columns';
import { print128, printWords } from './print';
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

/** Groups of four words that every row has. */
const GROUPS = 6;
/** What each row's print is said to be of, whatever further durations it has: so those of every layer there is were made. */
const FIXED_BYTES = GROUPS * 16;

/**
 * The keys of a block's rows. A row is hashed as six groups of four words: start (as f64), quantity and kind; then
 * the prints of id, agent, entity, outcome and case; then for each further duration that the row has, in the order
 * of the layer, three words of its name's print and the value.
 * @param keys all zero; the answer
 */
export function fingerprintRows(
	columns: Columns,
	ids: TextColumn,
	prints: Prints,
	keys = new Uint32Array(columns.rows * KEY_WORDS)
): Uint32Array {
	const { rows, start, quantity, kind, agent, entity, outcome, durations } = columns;
	const { offsets, bytes } = ids;
	const halves = new Uint32Array(start.buffer, start.byteOffset, rows * 2);
	/** the row in hand */
	const words = new Uint32Array((GROUPS + durations.length) * 4);
	for (let row = 0; row < rows; row++) {
		const at = row * KEY_WORDS;
		const from = offsets[row] as number;
		const end = offsets[row + 1] as number;
		if (from < end) print128(bytes, from, end, keys, at + 4);
		words[0] = halves[2 * row] as number;
		words[1] = halves[2 * row + 1] as number;
		words[2] = quantity[row] as number;
		words[3] = kind[row] as number;
		copyGroup(words, 4, keys, at + 4);
		copyGroup(words, 8, prints.agent, (agent[row] as number) * 4);
		copyGroup(words, 12, prints.entity, (entity[row] as number) * 4);
		copyGroup(words, 16, prints.outcome, (outcome[row] as number) * 4);
		copyGroup(words, 20, prints.cases, row * 4);
		let length = GROUPS * 4;
		for (let k = 0; k < durations.length; k++) {
			const value = (durations[k] as Uint32Array)[row] as number;
			if (value === NO_DURATION) continue;
			copyGroup(words, length, prints.durations[k] as Uint32Array, 0);
			words[length + 3] = value;
			length += 4;
		}
		printWords(words, length, FIXED_BYTES, keys, at);
	}
	return keys;
}

function copyGroup(to: Uint32Array, at: number, from: Uint32Array, p: number): void {
	to[at] = from[p] as number;
	to[at + 1] = from[p + 1] as number;
	to[at + 2] = from[p + 2] as number;
	to[at + 3] = from[p + 3] as number;
}

/** The keys record; `keys` holds {@link KEY_WORDS} words a row. */
export function encodeKeys(keys: Uint32Array): ArrayBuffer {
	const buffer = newRecord(RECORD.keys, keys.length / KEY_WORDS, HEADER_BYTES + keys.byteLength);
	new Uint32Array(buffer, HEADER_BYTES).set(keys);
	return sealRecord(buffer);
}

/** The keys record of rows that have not been printed yet. */
export function sealKeys(columns: Columns, ids: TextColumn, prints: Prints): ArrayBuffer {
	const { rows } = columns;
	const buffer = newRecord(RECORD.keys, rows, HEADER_BYTES + rows * KEY_WORDS * 4);
	fingerprintRows(columns, ids, prints, new Uint32Array(buffer, HEADER_BYTES));
	return sealRecord(buffer);
}

/** The keys as a view on the record. Throws {@link BlockError}. */
export function decodeKeys(buffer: ArrayBuffer): Uint32Array {
	const words = recordCount(openRecord(buffer, RECORD.keys)) * KEY_WORDS;
	if (buffer.byteLength !== HEADER_BYTES + words * 4) throw new BlockError('length');
	return new Uint32Array(buffer, HEADER_BYTES, words);
}
