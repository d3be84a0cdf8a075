import { BLOCK_ROWS } from './columns';
import { isWidth, narrowBytes, narrowest, readNarrow, writeNarrow, type Narrow } from './narrow';
import { LONGEST, pack, packedBytes, readShape, shapeOf, unpack } from './packed';
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
 * Then for each column with text, 8-byte aligned: u32 bytes per length · u32 bytes of the texts · u32 form · u32 base of
 * the lengths · the lengths as `narrow.ts` stores them, of what follows what is shared · by form:
 * 0: the bytes of the texts;
 * 1, each text goes on from the one before: a byte each, how much is shared · the bytes that are not;
 * 2, since version 5, all are of one shape: its bytes (`packed.ts`) · the digits.
 */
const [WHOLE, GOES_ON, PACKED] = [0, 1, 2];
const COLUMN_HEADER = 16;
/** In the header of version 2 there is no more than the first two. */
const SECOND_HEADER = 8;
/** Texts go on from the one before where that leaves out so many bytes of each on average: ids that are counted up. */
const WORTH = 4;
const MOST_SHARED = 255;

/** How many bytes each text begins with as the one before it does (front coding); null: too few to be worth it. */
function sharedLengths({ offsets, bytes }: TextColumn, rows: number): Uint8Array | null {
	const shared = new Uint8Array(rows);
	let sum = 0;
	for (let row = 1; row < rows; row++) {
		const before = offsets[row - 1] as number;
		const at = offsets[row] as number;
		const most = Math.min(at - before, (offsets[row + 1] as number) - at, MOST_SHARED);
		let k = 0;
		while (k < most && bytes[before + k] === bytes[at + k]) k++;
		shared[row] = k;
		sum += k;
	}
	return sum >= WORTH * rows ? shared : null;
}

/** The lengths of the texts, without what they share. */
function lengthsOf({ offsets }: TextColumn, rows: number, shared: Uint8Array | null): Uint32Array {
	const lengths = new Uint32Array(rows);
	for (let row = 0; row < rows; row++) lengths[row] = (offsets[row + 1] as number) - (offsets[row] as number);
	if (shared)
		for (let row = 0; row < rows; row++) lengths[row] = (lengths[row] as number) - (shared[row] as number);
	return lengths;
}

/** Copies what no text shares with the one before; where it ends. */
function writeRests({ offsets, bytes }: TextColumn, shared: Uint8Array, into: Uint8Array): void {
	let to = 0;
	for (let row = 0; row < shared.length; row++) {
		const end = offsets[row + 1] as number;
		for (let k = (offsets[row] as number) + (shared[row] as number); k < end; k++)
			into[to++] = bytes[k] as number;
	}
}

/** A column as it is stored, and its bytes. */
interface StoredColumn {
	readonly form: number;
	readonly end: number;
	readonly lengths: Uint32Array;
	readonly narrow: Narrow;
	readonly parts: readonly Part[];
}

/** So many bytes, from a multiple of 8 on, and what fills them. */
type Part = readonly [bytes: number, fill: (into: Uint8Array) => void];

const copyOf = (bytes: Uint8Array): Part => [bytes.length, (into) => into.set(bytes)];

/** Texts go on where that leaves out half of their bytes: what packing saves of digits, which is tried next. */
function storedColumn(column: TextColumn, rows: number): StoredColumn {
	const end = column.offsets[rows] as number;
	const shared = sharedLengths(column, rows);
	const lengths = lengthsOf(column, rows, shared);
	const rests = shared ? sum(lengths) : end;
	const shape = 2 * rests > end ? shapeOf(column, rows) : null;
	if (shape) {
		const digits = packedBytes(shape, end / shape.bytes.length);
		const parts: Part[] = [copyOf(shape.bytes), [digits, (into) => pack(column, rows, shape, into)]];
		const whole = shared ? lengthsOf(column, rows, null) : lengths;
		return { form: PACKED, end, lengths: whole, narrow: narrowest(whole), parts };
	}
	const stored = { end, lengths, narrow: narrowest(lengths) };
	if (!shared) return { ...stored, form: WHOLE, parts: [copyOf(column.bytes.subarray(0, end))] };
	const unlike: Part = [rests, (into) => writeRests(column, shared, into)];
	return { ...stored, form: GOES_ON, parts: [copyOf(shared), unlike] };
}

const sum = (lengths: Uint32Array): number => lengths.reduce((all, length) => all + length, 0);

/** The text record; the columns are copied. A column without any text takes no room. */
export function encodeText({ rows, columns }: TextBlock): ArrayBuffer {
	const present = columns.map(({ offsets }) => offsets[rows] !== 0);
	const stored = columns.filter((_, k) => present[k]).map((column) => storedColumn(column, rows));
	const room = ({ narrow, parts }: StoredColumn) =>
		parts.reduce((at, [bytes]) => at + align(bytes), COLUMN_HEADER + narrowBytes(rows, narrow));
	const length = stored.reduce((at, column) => at + room(column), HEADER_BYTES);
	const buffer = newRecord(RECORD.text, rows, length);
	const header = new DataView(buffer);
	header.setUint32(20, columns.length, true);
	header.setUint32(
		24,
		present.reduce((bits, is, k) => bits | (Number(is) << k), 0),
		true
	);
	let at = HEADER_BYTES;
	for (const { form, end, lengths, narrow, parts } of stored) {
		header.setUint32(at, narrow.width, true);
		header.setUint32(at + 4, end, true);
		header.setUint32(at + 8, form, true);
		header.setUint32(at + 12, narrow.base, true);
		at += COLUMN_HEADER;
		writeNarrow(buffer, at, lengths, narrow);
		at += narrowBytes(rows, narrow);
		for (const [bytes, fill] of parts) {
			fill(new Uint8Array(buffer, at, bytes));
			at += align(bytes);
		}
	}
	return sealRecord(buffer);
}

/** The columns of a text record, bytes that are stored as they are as views on its buffer. Throws {@link BlockError}. */
export function decodeText(buffer: ArrayBuffer): TextBlock {
	const header = openRecord(buffer, RECORD.text);
	const rows = recordCount(header);
	// Texts that are all as long take no bytes for that, so that the length alone bounds nothing.
	if (rows > BLOCK_ROWS) throw new BlockError('length');
	const present = header.getUint32(24, true);
	const version = recordVersion(header);
	const next = version === 1 ? columnOfFirst : version === 2 ? columnOfSecond : columnAt;
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
	const lengths = { base: header.getUint32(at + 12, true), width: widthAt(header, at) };
	const read = READERS[header.getUint32(at + 8, true)];
	if (!read) throw new BlockError('length');
	return read(buffer, at + COLUMN_HEADER, rows, header.getUint32(at + 4, true), lengths);
}

/** By form. */
const READERS: readonly (typeof whole)[] = [whole, goingOn, packed];

function columnOfSecond(buffer: ArrayBuffer, header: DataView, at: number, rows: number): ReadColumn {
	if (at + SECOND_HEADER > buffer.byteLength) throw new BlockError('length');
	const lengths = { base: 0, width: widthAt(header, at) };
	return whole(buffer, at + SECOND_HEADER, rows, header.getUint32(at + 4, true), lengths);
}

function widthAt(header: DataView, at: number): Narrow['width'] {
	const width = header.getUint32(at, true);
	if (!isWidth(width)) throw new BlockError('length');
	return width;
}

/** Where texts of these lengths begin and end, of so many bytes in all. */
function offsetsOf(
	buffer: ArrayBuffer,
	at: number,
	rows: number,
	length: number,
	lengths: Narrow
): Uint32Array {
	const offsets = new Uint32Array(rows + 1);
	readNarrow(buffer, at, lengths, offsets.subarray(1));
	for (let row = 0; row < rows; row++)
		offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
	if (offsets[rows] !== length) throw new BlockError('length');
	return offsets;
}

/** A column of so many bytes whose texts are stored as they are; `at`: where their lengths lie. */
function whole(buffer: ArrayBuffer, at: number, rows: number, length: number, lengths: Narrow): ReadColumn {
	const from = at + narrowBytes(rows, lengths);
	if (from + length > buffer.byteLength) throw new BlockError('length');
	const offsets = offsetsOf(buffer, at, rows, length, lengths);
	return { column: { offsets, bytes: new Uint8Array(buffer, from, length) }, end: from + align(length) };
}

/** A column whose texts go on from the one before. */
function goingOn(buffer: ArrayBuffer, at: number, rows: number, length: number, lengths: Narrow): ReadColumn {
	const sharedAt = at + narrowBytes(rows, lengths);
	const from = sharedAt + align(rows);
	if (from > buffer.byteLength || length > buffer.byteLength - from + MOST_SHARED * rows)
		throw new BlockError('length');
	const rests = readNarrow(buffer, at, lengths, new Uint32Array(rows));
	const shared = new Uint8Array(buffer, sharedAt, rows);
	const stored = new Uint8Array(buffer, from);
	const offsets = new Uint32Array(rows + 1);
	const bytes = new Uint8Array(length);
	let next = 0;
	let to = 0;
	for (let row = 0; row < rows; row++) {
		const before = offsets[Math.max(row - 1, 0)] as number;
		const held = shared[row] as number;
		const rest = rests[row] as number;
		// What is shared is a part of the text before, all of it is there, and there is room for it.
		if (before + held > to || next + rest > stored.length || to + held + rest > length)
			throw new BlockError('length');
		for (let k = 0; k < held; k++) bytes[to++] = bytes[before + k] as number;
		for (let k = 0; k < rest; k++) bytes[to++] = stored[next++] as number;
		offsets[row + 1] = to;
	}
	if (to !== length) throw new BlockError('length');
	return { column: { offsets, bytes }, end: from + align(next) };
}

/** A column whose texts are of one shape. */
function packed(buffer: ArrayBuffer, at: number, rows: number, length: number, lengths: Narrow): ReadColumn {
	const offsets = offsetsOf(buffer, at, rows, length, lengths);
	const each = offsets.find((end) => end > 0) ?? 0;
	let texts = 0;
	for (let row = 0; row < rows; row++) {
		const own = (offsets[row + 1] as number) - (offsets[row] as number);
		if (own !== 0 && own !== each) throw new BlockError('length');
		if (own !== 0) texts++;
	}
	const shapeAt = at + narrowBytes(rows, lengths);
	const from = shapeAt + align(each);
	if (texts === 0 || each > LONGEST || from > buffer.byteLength) throw new BlockError('length');
	const shape = readShape(new Uint8Array(buffer, shapeAt, each));
	const size = packedBytes(shape, texts);
	if (from + size > buffer.byteLength) throw new BlockError('length');
	const bytes = unpack(new Uint8Array(buffer, from, size), texts, shape);
	return { column: { offsets, bytes }, end: from + align(size) };
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
