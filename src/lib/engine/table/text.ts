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
 * Then for each column with text, 8-byte aligned: u32 offsets · bytes.
 */

/** The text record; the columns are copied. A column without any text takes no room. */
export function encodeText({ rows, columns }: TextBlock): ArrayBuffer {
	let length = HEADER_BYTES;
	let present = 0;
	columns.forEach(({ offsets }, k) => {
		const bytes = offsets[rows] as number;
		if (bytes === 0) return;
		present |= 1 << k;
		length += align((rows + 1) * 4) + align(bytes);
	});
	const buffer = newRecord(RECORD.text, rows, length);
	const header = new DataView(buffer);
	header.setUint32(20, columns.length, true);
	header.setUint32(24, present, true);
	let at = HEADER_BYTES;
	for (const { offsets, bytes } of columns) {
		const end = offsets[rows] as number;
		if (end === 0) continue;
		new Uint32Array(buffer, at, rows + 1).set(offsets.subarray(0, rows + 1));
		at += align((rows + 1) * 4);
		new Uint8Array(buffer, at, end).set(bytes.subarray(0, end));
		at += align(end);
	}
	return sealRecord(buffer);
}

/** The columns of a text record as views on its buffer. Throws {@link BlockError}. */
export function decodeText(buffer: ArrayBuffer): TextBlock {
	const header = openRecord(buffer, RECORD.text);
	const rows = recordCount(header);
	const present = header.getUint32(24, true);
	const columns: TextColumn[] = [];
	let at = HEADER_BYTES;
	for (let k = 0; k < header.getUint32(20, true); k++) {
		if ((present & (1 << k)) === 0) {
			columns.push({ offsets: new Uint32Array(rows + 1), bytes: new Uint8Array(0) });
			continue;
		}
		if (at + (rows + 1) * 4 > buffer.byteLength) throw new BlockError('length');
		const offsets = new Uint32Array(buffer, at, rows + 1);
		at += align((rows + 1) * 4);
		const end = offsets[rows] as number;
		if (at + end > buffer.byteLength) throw new BlockError('length');
		columns.push({ offsets, bytes: new Uint8Array(buffer, at, end) });
		at += align(end);
	}
	return { rows, columns };
}

/** Text of one row; empty where the file gave none. */
export function readText(column: TextColumn, row: number, decode: Decode): string {
	return decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1]));
}
