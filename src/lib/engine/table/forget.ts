import { decodeNum } from './block';
import type { Codes } from './columns';
import { decodeDictionary, Dictionary } from './dictionary';
import type { WholeBlock } from './slice';
import { decodeText, encodeText, readText, type Decode, type TextColumn } from './text';
import { utf8 } from './utf8';

/** By what code a layer knows a text; -1: that field does not have it. */
export interface TextCodes {
	readonly agent: number;
	readonly entity: number;
	readonly outcome: number;
}

/** The code of a text in a dictionary's record, or -1. Throws `BlockError`. */
export function codeOf(record: ArrayBuffer, text: string, decode: Decode): number {
	return decodeDictionary(record, decode).indexOf(text);
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

const begins = ({ offsets, bytes }: TextColumn, row: number, start: Uint8Array): boolean => {
	const from = offsets[row] as number;
	if ((offsets[row + 1] as number) - from < start.length) return false;
	for (let k = 0; k < start.length; k++) if (bytes[from + k] !== start[k]) return false;
	return true;
};

/** Is a row's text this one? */
export const holdsText = (column: TextColumn, row: number, text: Uint8Array): boolean =>
	(column.offsets[row + 1] as number) - (column.offsets[row] as number) === text.length &&
	begins(column, row, text);

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
		[block.outcome, codes.outcome]
	];
	const wanted = coded.filter(([, code]) => code > 0);
	const found: number[] = [];
	for (let row = 0; row < rows; row++)
		if (
			wanted.some(([values, code]) => values[row] === code) ||
			columns.some((column) => holdsText(column, row, text))
		)
			found.push(row);
	return found;
}

function withTextIn({ offsets, bytes }: TextColumn, rows: readonly number[], by: Uint8Array): TextColumn {
	const count = offsets.length - 1;
	const changed: TextColumn = {
		offsets: new Uint32Array(count + 1),
		bytes: new Uint8Array(bytes.length + rows.length * by.length)
	};
	const wanted = new Set(rows);
	for (let row = 0; row < count; row++) {
		const at = changed.offsets[row] as number;
		const text = wanted.has(row) ? by : bytes.subarray(offsets[row], offsets[row + 1]);
		changed.bytes.set(text, at);
		changed.offsets[row + 1] = at + text.length;
	}
	return changed;
}

/**
 * A block's record of texts in which ids and cases that are one text become another one. Throws `BlockError`.
 * @param rows those of {@link rowsWith}
 */
export function replaceText(
	record: ArrayBuffer,
	rows: readonly number[],
	text: Uint8Array,
	by: Uint8Array
): ArrayBuffer {
	const before = decodeText(record);
	const columns = before.columns.map((column) => {
		const own = rows.filter((row) => holdsText(column, row, text));
		return own.length === 0 ? column : withTextIn(column, own, by);
	});
	return encodeText({ rows: before.rows, columns });
}

/** Ids and cases that begin with a text, each once. Throws `BlockError`. */
export function textsBeginning(record: ArrayBuffer, start: Uint8Array, decode: Decode): Set<string> {
	const { rows, columns } = decodeText(record);
	const found = new Set<string>();
	for (const column of columns)
		for (let row = 0; row < rows; row++)
			if (begins(column, row, start)) found.add(readText(column, row, decode));
	return found;
}
