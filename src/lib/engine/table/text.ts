import { narrowBytes, narrowest, readNarrow, STORED, writeNarrow, type Width } from './narrow';
import {
	align,
	BlockError,
	HEADER_BYTES,
	newRecord,
	openRecord,
	RECORD,
	recordCount,
	recordVersion,
	sealRecord
} from './record';

/** Bytes to text; the engine itself knows no encoding. */
export type Decode = (bytes: Uint8Array) => string;

/** One text column of a block: row `r` is the UTF-8 of `bytes[offsets[r] … offsets[r + 1])`. */
export interface TextColumn {
	/** rows + 1 numbers, the first 0 */
	readonly offsets: Uint32Array;
	readonly bytes: Uint8Array;
}

/** Position of the columns that every text record has. */
export const TEXT_ID = 0;
export const TEXT_CASE = 1;

/** Texts of a block, in the order of its rows. */
export interface TextBlock {
	readonly rows: number;
	readonly columns: readonly TextColumn[];
}

/*
 * Header of a text record: 20 u32 number of columns (at most 32) · 24 u32 bit set of those with any text.
 * Then for each column with text, 8-byte aligned: u32 bytes per length · u32 length of all · lengths · bytes.
 */
const COLUMN_HEADER = 8;

function lengthsOf({ offsets }: TextColumn, rows: number): Uint32Array {
	const lengths = new Uint32Array(rows);
	for (let row = 0; row < rows; row++) lengths[row] = (offsets[row + 1] as number) - (offsets[row] as number);
	return lengths;
}

/** The text record; the columns are copied. A column without any text takes no room. */
export function encodeText({ rows, columns }: TextBlock): ArrayBuffer {
	let length = HEADER_BYTES;
	let present = 0;
	const stored = columns.flatMap((column, k) => {
		const end = column.offsets[rows] as number;
		if (end === 0) return [];
		present |= 1 << k;
		const lengths = lengthsOf(column, rows);
		const narrow = narrowest(lengths, 0);
		length += COLUMN_HEADER + narrowBytes(rows, narrow) + align(end);
		return [{ lengths, narrow, end, bytes: column.bytes }];
	});
	const buffer = newRecord(RECORD.text, rows, length);
	const header = new DataView(buffer);
	header.setUint32(20, columns.length, true);
	header.setUint32(24, present, true);
	let at = HEADER_BYTES;
	for (const { lengths, narrow, end, bytes } of stored) {
		header.setUint32(at, narrow.width, true);
		header.setUint32(at + 4, end, true);
		at += COLUMN_HEADER;
		writeNarrow(buffer, at, lengths, narrow);
		at += narrowBytes(rows, narrow);
		new Uint8Array(buffer, at, end).set(bytes.subarray(0, end));
		at += align(end);
	}
	return sealRecord(buffer);
}

/** The columns of a text record, their bytes as views on its buffer. Throws {@link BlockError}. */
export function decodeText(buffer: ArrayBuffer): TextBlock {
	const header = openRecord(buffer, RECORD.text);
	const rows = recordCount(header);
	const present = header.getUint32(24, true);
	const next = recordVersion(header) === 1 ? columnOfFirst : columnAt;
	const columns: TextColumn[] = [];
	let at = HEADER_BYTES;
	for (let k = 0; k < header.getUint32(20, true); k++) {
		if ((present & (1 << k)) === 0) {
			columns.push({ offsets: new Uint32Array(rows + 1), bytes: new Uint8Array(0) });
			continue;
		}
		const { column, end } = next(buffer, header, at, rows);
		columns.push(column);
		at = end;
	}
	return { rows, columns };
}

interface ReadColumn {
	readonly column: TextColumn;
	/** where the next one begins */
	readonly end: number;
}

function columnAt(buffer: ArrayBuffer, header: DataView, at: number, rows: number): ReadColumn {
	if (at + COLUMN_HEADER > buffer.byteLength) throw new BlockError('length');
	const narrow = { base: 0, width: header.getUint32(at, true) as Width };
	const length = header.getUint32(at + 4, true);
	if (!(narrow.width in STORED)) throw new BlockError('length');
	const from = at + COLUMN_HEADER + narrowBytes(rows, narrow);
	if (from + length > buffer.byteLength) throw new BlockError('length');
	const offsets = new Uint32Array(rows + 1);
	readNarrow(buffer, at + COLUMN_HEADER, narrow, offsets.subarray(1));
	for (let row = 0; row < rows; row++)
		offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
	if (offsets[rows] !== length) throw new BlockError('length');
	return { column: { offsets, bytes: new Uint8Array(buffer, from, length) }, end: from + align(length) };
}

/** Version 1 has offsets in the place of lengths. */
function columnOfFirst(buffer: ArrayBuffer, _header: DataView, at: number, rows: number): ReadColumn {
	if (at + (rows + 1) * 4 > buffer.byteLength) throw new BlockError('length');
	const offsets = new Uint32Array(buffer, at, rows + 1);
	const from = at + align((rows + 1) * 4);
	const length = offsets[rows] as number;
	if (from + length > buffer.byteLength) throw new BlockError('length');
	return { column: { offsets, bytes: new Uint8Array(buffer, from, length) }, end: from + align(length) };
}

/** Text of one row; empty where the file gave none. */
export function readText(column: TextColumn, row: number, decode: Decode): string {
	return decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1]));
}
