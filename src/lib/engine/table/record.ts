import { xxh32 } from './checksum';

/**
 * Every stored buffer is one record: a header of 64 bytes, then data. Little-endian throughout, as typed arrays are
 * on every platform with a browser.
 *
 * Header: 0 u32 magic · 4 u16 version · 6 u16 kind · 8 u32 length of the record · 12 u32 XXH32 of all that follows ·
 * 16 u32 count (rows or entries) · 20–63 by kind, else zero.
 */

export const HEADER_BYTES = 64;
const MAGIC = 0x4e574444; // "DDWN"
const CHECKED_FROM = 16;

export const RECORD = { num: 1, text: 2, live: 4, dictionary: 5, summary: 7 } as const;
export type RecordKind = (typeof RECORD)[keyof typeof RECORD];

/** Versions that are written; records of earlier ones are read, too. */
const VERSIONS: Readonly<Record<RecordKind, number>> = {
	[RECORD.num]: 5,
	[RECORD.text]: 5,
	[RECORD.live]: 1,
	[RECORD.dictionary]: 1,
	[RECORD.summary]: 1
};

/** Kinds of earlier versions, fingerprints of rows and of cases: what they said is worked out where it is asked for. */
const RETIRED: readonly number[] = [3, 6];

/** True for a record that earlier versions kept and that is read over. */
export const isRetired = (header: ArrayBuffer): boolean =>
	recordLength(header) !== null && RETIRED.includes(new DataView(header).getUint16(6, true));

/** Why a buffer cannot be read as a record; `newer`: written by a later version of the product. */
export type BlockErrorCode = 'notARecord' | 'newer' | 'kind' | 'length';

export class BlockError extends Error {
	constructor(readonly code: BlockErrorCode) {
		super(code);
		this.name = 'BlockError';
	}
}

/** The next multiple of 8: columns begin there, so that views of any type are aligned. */
export const align = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** An empty record of `length` bytes, header included; call {@link sealRecord} when it is filled. */
export function newRecord(kind: RecordKind, count: number, length: number): ArrayBuffer {
	const buffer = new ArrayBuffer(length);
	const view = new DataView(buffer);
	view.setUint32(0, MAGIC, true);
	view.setUint16(4, VERSIONS[kind], true);
	view.setUint16(6, kind, true);
	view.setUint32(8, length, true);
	view.setUint32(16, count, true);
	return buffer;
}

const checksum = (buffer: ArrayBuffer): number => xxh32(new Uint8Array(buffer, CHECKED_FROM));

/** Writes the checksum and returns the same buffer. */
export function sealRecord(buffer: ArrayBuffer): ArrayBuffer {
	new DataView(buffer).setUint32(12, checksum(buffer), true);
	return buffer;
}

/** The record's header; throws {@link BlockError} where it is not a whole record of that kind. Does not check the sum. */
export function openRecord(buffer: ArrayBuffer, kind: RecordKind): DataView {
	if (buffer.byteLength < HEADER_BYTES) throw new BlockError('length');
	const view = new DataView(buffer);
	if (view.getUint32(0, true) !== MAGIC) throw new BlockError('notARecord');
	if (view.getUint16(6, true) !== kind) throw new BlockError('kind');
	if (recordVersion(view) > VERSIONS[kind]) throw new BlockError('newer');
	if (view.getUint32(8, true) !== buffer.byteLength) throw new BlockError('length');
	return view;
}

/** Version of an opened record. */
export const recordVersion = (view: DataView): number => view.getUint16(4, true);

/** True for a record of a kind in an earlier version than is written today. */
export const isEarlier = (record: ArrayBuffer, kind: RecordKind): boolean =>
	recordLength(record) !== null && recordVersion(new DataView(record)) < VERSIONS[kind];

/** Count (rows or entries) of an opened record. */
export const recordCount = (view: DataView): number => view.getUint32(16, true);

/** True if the buffer is a record, of that kind if one is named, whose bytes are those that were written. */
export function verify(buffer: ArrayBuffer, kind?: RecordKind): boolean {
	if (buffer.byteLength < HEADER_BYTES) return false;
	const view = new DataView(buffer);
	const found = view.getUint16(6, true) as RecordKind;
	return (
		view.getUint32(0, true) === MAGIC &&
		recordVersion(view) <= (VERSIONS[found] ?? 0) &&
		(kind === undefined || found === kind) &&
		view.getUint32(8, true) === buffer.byteLength &&
		view.getUint32(12, true) === checksum(buffer)
	);
}

/** Length of the record that begins with these bytes; null where none begins. */
export function recordLength(header: ArrayBuffer): number | null {
	if (header.byteLength < HEADER_BYTES) return null;
	const view = new DataView(header);
	const length = view.getUint32(8, true);
	return view.getUint32(0, true) === MAGIC && length >= HEADER_BYTES ? length : null;
}
