import { decodeNum, decodeText } from '$lib/engine/table';
import { align, newRecord, RECORD, sealRecord } from '$lib/engine/table/record';

/** Records as earlier versions wrote them, from those of today. */

type Kind = typeof RECORD.num | typeof RECORD.text;

function recordOf(version: number, kind: Kind, rows: number, length: number): ArrayBuffer {
	const buffer = newRecord(kind, rows, length);
	new DataView(buffer).setUint16(4, version, true);
	return buffer;
}

const first = (kind: Kind, rows: number, length: number) => recordOf(1, kind, rows, length);

/** Writes parts one behind the other, each 8-byte aligned; where they end. */
function fill(buffer: ArrayBuffer, from: number, parts: readonly Uint8Array[]): number {
	let at = from;
	for (const part of parts) {
		new Uint8Array(buffer).set(part, at);
		at += align(part.length);
	}
	return at;
}

/** Every column as wide as it is read. */
export function firstNum(record: ArrayBuffer): ArrayBuffer {
	const block = decodeNum(record);
	const { start, quantity, kind, agent, entity, outcome, caseCode, line, durations, hours, firstRow } = block;
	const columns = [start, quantity, kind, agent, entity, outcome, caseCode, line, ...durations];
	const all = [...columns, hours, firstRow].map((values) => new Uint8Array(values.slice().buffer));
	const length = all.reduce((at, bytes) => at + align(bytes.length), 64);
	const buffer = first(RECORD.num, block.rows, length);
	// The widths of codes, the numbers of durations and hours, and the bounds stand where they do today.
	new Uint8Array(buffer).set(new Uint8Array(record, 20, 44), 20);
	fill(buffer, 64, all);
	return sealRecord(buffer);
}

/** Offsets in the place of lengths. */
export function firstText(record: ArrayBuffer): ArrayBuffer {
	const { rows, columns } = decodeText(record);
	const parts = columns
		.filter(({ bytes }) => bytes.length > 0)
		.flatMap(({ offsets, bytes }) => [new Uint8Array(offsets.slice().buffer), bytes]);
	const buffer = first(
		RECORD.text,
		rows,
		parts.reduce((at, bytes) => at + align(bytes.length), 64)
	);
	new Uint8Array(buffer).set(new Uint8Array(record, 20, 8), 20);
	fill(buffer, 64, parts);
	return sealRecord(buffer);
}

/** Little-endian bytes of whole numbers, so many each. */
function bytesOf(values: readonly number[], width: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(values.length * width));
	values.forEach((value, k) => {
		if (width === 8) view.setFloat64(8 * k, value, true);
		else
			for (let byte = 0; byte < width; byte++)
				view.setUint8(width * k + byte, Math.floor(value / 256 ** byte) % 256);
	});
	return new Uint8Array(view.buffer);
}

const narrowest = (most: number): 1 | 2 | 4 | 8 =>
	most < 256 ? 1 : most < 65_536 ? 2 : most < 2 ** 32 ? 4 : 8;

/** The second version counted each column from its least value, whether that took fewer bytes or not. */
export const secondNum = (record: ArrayBuffer): ArrayBuffer => numOf(2, record);

/** The third counted from it only where that took fewer; no column took none or three, and lines had no step. */
export const thirdNum = (record: ArrayBuffer): ArrayBuffer => numOf(3, record);

function numOf(version: 2 | 3, record: ArrayBuffer): ArrayBuffer {
	const block = decodeNum(record);
	const { start, quantity, kind, agent, entity, outcome, caseCode, line, durations, hours, firstRow } = block;
	const stored = [start, quantity, kind, agent, entity, outcome, caseCode, line, ...durations].map(
		(values) => {
			const all = [...values];
			const least = all.length === 0 || values === kind ? 0 : Math.min(...all);
			const most = Math.max(0, ...all);
			const width = values === kind ? 1 : narrowest(most - least);
			const needless = version === 3 && least >= 0 && narrowest(most) === width;
			const from = width === 8 || needless ? 0 : least;
			return {
				base: from,
				width,
				bytes: bytesOf(
					all.map((value) => value - from),
					width
				)
			};
		}
	);
	const directory = [hours, firstRow].map((values) => new Uint8Array(values.slice().buffer));
	const parts = [...stored.map(({ bytes }) => bytes), ...directory];
	const entries = 64 + 16 * stored.length;
	const buffer = recordOf(
		version,
		RECORD.num,
		block.rows,
		parts.reduce((at, { length }) => at + align(length), entries)
	);
	new Uint8Array(buffer).set(new Uint8Array(record, 20, 44), 20);
	const header = new DataView(buffer);
	stored.forEach(({ base, width }, k) => {
		header.setFloat64(64 + 16 * k, base, true);
		header.setUint32(64 + 16 * k + 8, width, true);
	});
	fill(buffer, entries, parts);
	return sealRecord(buffer);
}

/** Every text as it is. */
export function secondText(record: ArrayBuffer): ArrayBuffer {
	const { rows, columns } = decodeText(record);
	const stored = columns
		.filter(({ bytes }) => bytes.length > 0)
		.map(({ offsets, bytes }) => {
			const lengths = Array.from({ length: rows }, (_, r) => Number(offsets[r + 1]) - Number(offsets[r]));
			const most = Math.max(...lengths);
			const width = most < 256 ? 1 : most < 65_536 ? 2 : 4;
			return { width, lengths: bytesOf(lengths, width), bytes };
		});
	const length = stored.reduce(
		(at, { lengths, bytes }) => at + 8 + align(lengths.length) + align(bytes.length),
		64
	);
	const buffer = recordOf(2, RECORD.text, rows, length);
	new Uint8Array(buffer).set(new Uint8Array(record, 20, 8), 20);
	const header = new DataView(buffer);
	let at = 64;
	for (const { width, lengths, bytes } of stored) {
		header.setUint32(at, width, true);
		header.setUint32(at + 4, bytes.length, true);
		at = fill(buffer, at + 8, [lengths, bytes]);
	}
	return sealRecord(buffer);
}

/** The third version counted no lengths from a least one. */
export function thirdText(record: ArrayBuffer): ArrayBuffer {
	const header = new DataView(record);
	const rows = header.getUint32(16, true);
	const widths = { 0: null, 1: Uint8Array, 2: Uint16Array, 3: null, 4: Uint32Array };
	const columns: { readonly head: Uint8Array; readonly width: number; readonly parts: Uint8Array[] }[] = [];
	for (let at = 64; at < record.byteLength;) {
		const [width, bytes, shares, base] = [0, 4, 8, 12].map((by) => header.getUint32(at + by, true)) as [
			keyof typeof widths,
			number,
			number,
			number
		];
		const Stored = widths[width];
		if (width === 3) throw new Error('no length of these tests takes three bytes');
		const lengths = Array.from(
			Stored ? new Stored(record, at + 16, rows) : new Uint8Array(rows),
			(n) => n + base
		);
		const from = at + 16 + align(rows * width);
		const shared = new Uint8Array(record, from, shares ? rows : 0);
		const rests = shares ? lengths.reduce((sum, length) => sum + length, 0) : bytes;
		const rest = new Uint8Array(record, from + align(shared.length), rests);
		const before = narrowest(Math.max(...lengths));
		columns.push({
			head: new Uint8Array(record, at, 12),
			width: before,
			parts: [bytesOf(lengths, before), ...(shares ? [shared] : []), rest]
		});
		at = from + align(shared.length) + align(rests);
	}
	const length = columns.reduce(
		(sum, { parts }) => parts.reduce((at, part) => at + align(part.length), sum + 16),
		64
	);
	const buffer = recordOf(3, RECORD.text, rows, length);
	new Uint8Array(buffer).set(new Uint8Array(record, 20, 8), 20);
	let at = 64;
	for (const { head, width, parts } of columns) {
		new Uint8Array(buffer).set(head, at);
		new DataView(buffer).setUint32(at, width, true);
		at = fill(buffer, at + 16, parts);
	}
	return sealRecord(buffer);
}
