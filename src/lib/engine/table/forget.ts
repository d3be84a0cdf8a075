import { decodeNum } from './block';
import { decodeCases, encodeCases } from './cases';
import type { Codes } from './columns';
import { decodeDictionary, Dictionary } from './dictionary';
import { decodeKeys, encodeKeys, KEY_WORDS } from './keys';
import { print128 } from './print';
import { PrintIndex } from './prints';
import type { WholeBlock } from './slice';
import { decodeText, encodeText, TEXT_ID, type Decode, type TextColumn } from './text';
import { utf8 } from './utf8';

/** By what code a layer knows a text; -1: that field does not have it. */
export interface TextCodes {
	readonly agent: number;
	readonly entity: number;
	readonly outcome: number;
	readonly case: number;
}

/** The code of a text in a dictionary's record, or -1. Throws `BlockError`. */
export function codeOf(record: ArrayBuffer, text: string, decode: Decode): number {
	return decodeDictionary(record, decode).indexOf(text);
}

/** The number of a case in the record of cases, or -1. Throws `BlockError`. */
export function caseCodeOf(record: ArrayBuffer, text: string): number {
	const bytes = utf8(text);
	const wanted = new Uint32Array(4);
	print128(bytes, 0, bytes.length, wanted, 0);
	const prints = decodeCases(record);
	for (let at = 4; at < prints.length; at += 4)
		if (wanted.every((word, k) => prints[at + k] === word)) return at / 4;
	return -1;
}

/** The dictionary's record with another text under one code. `text` is in none of its other places. */
export function withText(record: ArrayBuffer, code: number, text: string, decode: Decode): ArrayBuffer {
	const changed = new Dictionary();
	for (const [k, known] of decodeDictionary(record, decode).entries()) {
		const bytes = utf8(k === code ? text : known);
		changed.find(bytes, 0, bytes.length);
	}
	return changed.encode();
}

/** The record of cases with another fingerprint, of four words, under one number. */
export function withCasePrint(record: ArrayBuffer, code: number, print: Uint32Array): ArrayBuffer {
	const prints = decodeCases(record).slice();
	prints.set(print, code * 4);
	return encodeCases(prints);
}

const holds = ({ offsets, bytes }: TextColumn, row: number, text: Uint8Array): boolean => {
	const from = offsets[row] as number;
	if ((offsets[row + 1] as number) - from !== text.length) return false;
	for (let k = 0; k < text.length; k++) if (bytes[from + k] !== text[k]) return false;
	return true;
};

/** Rows of a block in which a text stands, ascending: as an id or a case, or by a code. Throws `BlockError`. */
export function rowsWith(
	records: Pick<WholeBlock, 'num' | 'text'>,
	text: Uint8Array,
	codes: TextCodes
): number[] {
	const { rows, columns } = decodeText(records.text);
	const block = decodeNum(records.num);
	const coded: readonly (readonly [Codes, number])[] = [
		[block.agent, codes.agent],
		[block.entity, codes.entity],
		[block.outcome, codes.outcome],
		[block.caseCode, codes.case]
	];
	const wanted = coded.filter(([, code]) => code > 0);
	const found: number[] = [];
	for (let row = 0; row < rows; row++)
		if (
			wanted.some(([values, code]) => values[row] === code) ||
			columns.some((column) => holds(column, row, text))
		)
			found.push(row);
	return found;
}

function without({ offsets, bytes }: TextColumn, rows: number, gone: ReadonlySet<number>): TextColumn {
	const kept: TextColumn = { offsets: new Uint32Array(rows + 1), bytes: new Uint8Array(bytes.length) };
	for (let row = 0; row < rows; row++) {
		const at = kept.offsets[row] as number;
		const text = gone.has(row)
			? new Uint8Array(0)
			: bytes.subarray(offsets[row] as number, offsets[row + 1] as number);
		kept.bytes.set(text, at);
		kept.offsets[row + 1] = at + text.length;
	}
	return kept;
}

/**
 * Fresh fingerprints in the place of old ones: random, and equal where the old ones were, so that one interaction of two
 * files stays one. They last as long as one text is taken out of all files.
 */
export class NewPrints {
	readonly #old = new PrintIndex();
	readonly #fill: (words: Uint32Array<ArrayBuffer>) => void;
	#fresh = new Uint32Array(4 << 6);

	/** @param fill fills words with random bits */
	constructor(fill: (words: Uint32Array<ArrayBuffer>) => void) {
		this.#fill = fill;
	}

	/** Replaces the four words at `at`. */
	renew(keys: Uint32Array, at: number): void {
		const known = this.#old.size;
		const number = this.#old.numberOf(keys, at);
		if (4 * (number + 1) > this.#fresh.length) {
			const more = new Uint32Array(2 * this.#fresh.length);
			more.set(this.#fresh);
			this.#fresh = more;
		}
		const fresh = this.#fresh.subarray(4 * number, 4 * number + 4);
		if (number === known) this.#fill(fresh);
		keys.set(fresh, at);
	}
}

/**
 * A block whose rows no longer hold a text: ids and cases that are the text become empty, and what was computed from
 * it, the fingerprints of the rows and of their ids, becomes random. Numbers and codes stay, and what was equal, so that
 * all figures do.
 * @param rows those of {@link rowsWith}
 */
export function forgetRows(
	records: WholeBlock,
	rows: readonly number[],
	text: Uint8Array,
	prints: NewPrints
): WholeBlock {
	const before = decodeText(records.text);
	const gone = before.columns.map((column) => new Set(rows.filter((row) => holds(column, row, text))));
	const columns = before.columns.map((column, k) => {
		const own = gone[k] as Set<number>;
		return own.size === 0 ? column : without(column, before.rows, own);
	});
	const keys = decodeKeys(records.keys).slice();
	for (const row of rows) {
		prints.renew(keys, row * KEY_WORDS);
		if (gone[TEXT_ID]?.has(row)) prints.renew(keys, row * KEY_WORDS + 4);
	}
	return { ...records, text: encodeText({ rows: before.rows, columns }), keys: encodeKeys(keys) };
}
