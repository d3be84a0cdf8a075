import type { Columns } from './columns';
import { NO_DURATION } from './columns';
import { printTexts, printWords } from './print';
import { TEXT_CASE, TEXT_ID, type TextBlock, type TextColumn } from './text';

/**
 * Keys of a block: 8 words a row. Words 0–3 are the fingerprint of the whole row as it was read, 4–7 that of its id
 * (zeros without one). They depend on content only: not on file, line, order, or dictionary codes. They are stored
 * nowhere: rows of files that reach into each other's time have them while these are compared.
 */
export const KEY_WORDS = 8;

/** Fingerprints of what the codes of a block's columns stand for: four words a code. */
export interface Prints {
	readonly agent: Uint32Array;
	readonly entity: Uint32Array;
	readonly outcome: Uint32Array;
	/** by further duration: that of its name */
	readonly durations: readonly Uint32Array[];
}

/** Groups of four words that every row has. */
const GROUPS = 6;
/** What each row's print is said to be of, whatever further durations it has. */
const FIXED_BYTES = GROUPS * 16;

/**
 * The keys of a block's rows. A row is hashed as six groups of four words: start (as f64), quantity and kind; then
 * the prints of id, agent, entity, outcome and case; then for each further duration that the row has three words of
 * its name's print and the value, in the order of the first of these words, whatever order the columns stand in.
 */
export function fingerprintRows(columns: Columns, texts: TextBlock, prints: Prints): Uint32Array {
	const { rows, start, quantity, kind, agent, entity, outcome, durations } = columns;
	const ids = texts.columns[TEXT_ID] as TextColumn;
	const cases = texts.columns[TEXT_CASE] as TextColumn;
	const keys = new Uint32Array(rows * KEY_WORDS);
	const halves = new Uint32Array(start.buffer, start.byteOffset, rows * 2);
	// Column by column: both are read four bytes at a time, by a view that lasts as long as one array is asked for.
	const casePrints = new Uint32Array(rows * 4);
	printTexts(cases, rows, casePrints);
	printTexts(ids, rows, keys, 4, KEY_WORDS);
	const named = durations
		.map((values, k) => [prints.durations[k] as Uint32Array, values] as const)
		.sort(([a], [b]) => (a[0] as number) - (b[0] as number));
	/** the row in hand */
	const words = new Uint32Array((GROUPS + durations.length) * 4);
	for (let row = 0; row < rows; row++) {
		const at = row * KEY_WORDS;
		words[0] = halves[2 * row] as number;
		words[1] = halves[2 * row + 1] as number;
		words[2] = quantity[row] as number;
		words[3] = kind[row] as number;
		copyGroup(words, 4, keys, at + 4);
		copyGroup(words, 8, prints.agent, (agent[row] as number) * 4);
		copyGroup(words, 12, prints.entity, (entity[row] as number) * 4);
		copyGroup(words, 16, prints.outcome, (outcome[row] as number) * 4);
		copyGroup(words, 20, casePrints, row * 4);
		let length = GROUPS * 4;
		for (const [print, values] of named) {
			const value = values[row] as number;
			if (value === NO_DURATION) continue;
			copyGroup(words, length, print, 0);
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
