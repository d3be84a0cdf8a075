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
function firstNum(record: ArrayBuffer): ArrayBuffer {
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
function firstText(record: ArrayBuffer): ArrayBuffer {
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
const secondNum = (record: ArrayBuffer): ArrayBuffer => numOf(2, record);

/** The third counted from it only where that took fewer; no column took none or three, and lines had no step. */
const thirdNum = (record: ArrayBuffer): ArrayBuffer => numOf(3, record);

/** The fourth left out of lines alone what the rest tells. */
const fourthNum = (record: ArrayBuffer): ArrayBuffer => numOf(4, record);

const narrowestOfFourth = (most: number): number =>
	most < 256 ? 1 : most < 65_536 ? 2 : most < 2 ** 24 ? 3 : most < 2 ** 32 ? 4 : 8;

interface Column {
	readonly base: number;
	readonly width: number;
	readonly step: number;
	readonly bytes: Uint8Array;
}

/** Counted from the least value, or, since the third version, only where that took fewer bytes. */
function counted(version: 2 | 3, values: readonly number[], kinds: boolean): Column {
	const least = values.length === 0 || kinds ? 0 : Math.min(...values);
	const most = Math.max(0, ...values);
	const width = kinds ? 1 : narrowest(most - least);
	const needless = version === 3 && least >= 0 && narrowest(most) === width;
	const base = width === 8 || needless ? 0 : least;
	return { base, width, step: 0, bytes: bytesOf(less(values, base), width) };
}

const less = (values: readonly number[], base: number) => values.map((value) => value - base);

/** None where all are alike, three bytes as the lower two of all and then the third of each. */
function countedByFourth(values: readonly number[], kinds: boolean): Column {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	if (values.length === 0 || least === most)
		return { base: values[0] ?? 0, width: 0, step: 0, bytes: new Uint8Array(0) };
	const width = kinds ? 1 : narrowestOfFourth(most - least);
	const base = kinds || width === 8 || (least >= 0 && narrowestOfFourth(most) === width) ? 0 : least;
	const stored = less(values, base);
	if (width !== 3) return { base, width, step: 0, bytes: bytesOf(stored, width) };
	const low = bytesOf(
		stored.map((value) => value % 65_536),
		2
	);
	const high = bytesOf(
		stored.map((value) => Math.floor(value / 65_536)),
		1
	);
	return { base, width, step: 0, bytes: Uint8Array.from([...low, ...high]) };
}

/** The fourth version left out the row of lines that go up or down, where that took fewer bytes. */
function linesOfFourth(lines: readonly number[]): Column {
	const plain = countedByFourth(lines, false);
	const step = Math.sign((lines.at(-1) ?? 0) - (lines[0] ?? 0));
	const left = countedByFourth(
		lines.map((line, row) => (line - step * row + 2 ** 32) % 2 ** 32),
		false
	);
	return left.width < plain.width ? { ...left, step } : plain;
}

function numOf(version: 2 | 3 | 4, record: ArrayBuffer): ArrayBuffer {
	const block = decodeNum(record);
	const { start, quantity, kind, agent, entity, outcome, caseCode, line, durations, hours, firstRow } = block;
	const stored = [start, quantity, kind, agent, entity, outcome, caseCode, line, ...durations].map(
		(values) => {
			if (version !== 4) return counted(version, [...values], values === kind);
			return values === line ? linesOfFourth([...line]) : countedByFourth([...values], values === kind);
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
	stored.forEach(({ base, width, step }, k) => {
		header.setFloat64(64 + 16 * k, base, true);
		header.setUint32(64 + 16 * k + 8, width, true);
		header.setInt32(64 + 16 * k + 12, step, true);
	});
	fill(buffer, entries, parts);
	return sealRecord(buffer);
}

/** Every text as it is. */
function secondText(record: ArrayBuffer): ArrayBuffer {
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

/** What a text shares with the one before it, by row; null where that leaves out fewer than four bytes of each. */
function sharedOf(texts: readonly Uint8Array[]): number[] | null {
	const shared = texts.map((text, row) => {
		const before = texts[row - 1] ?? new Uint8Array(0);
		const unlike = text.findIndex((byte, k) => byte !== before[k]);
		return Math.min(unlike < 0 ? text.length : unlike, 255);
	});
	return shared.reduce((sum, bytes) => sum + bytes, 0) >= 4 * texts.length ? shared : null;
}

/** The fourth version packed no digits. */
const fourthText = (record: ArrayBuffer): ArrayBuffer => textOf(4, record);

/** The third, besides, counted no lengths from a least one. */
const thirdText = (record: ArrayBuffer): ArrayBuffer => textOf(3, record);

function textOf(version: 3 | 4, record: ArrayBuffer): ArrayBuffer {
	const { rows, columns } = decodeText(record);
	const stored = columns
		.filter(({ bytes }) => bytes.length > 0)
		.map(({ offsets, bytes }) => {
			const texts = Array.from({ length: rows }, (_, r) => bytes.subarray(offsets[r], offsets[r + 1]));
			const shared = sharedOf(texts);
			const rests = texts.map((text, row) => text.subarray(shared?.[row] ?? 0));
			const lengths = rests.map(({ length }) => length);
			const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
			if (most >= 65_536) throw new Error('no length of these tests takes three bytes');
			const counted = version === 4 && (least === most || narrowest(most - least) < narrowest(most));
			const base = counted ? least : 0;
			const width = version === 4 && least === most ? 0 : narrowest(most - base);
			const numbers = bytesOf(width === 0 ? [] : lengths.map((length) => length - base), width);
			const rest = Uint8Array.from(rests.flatMap((bytes) => [...bytes]));
			return {
				head: [width, bytes.length, shared ? 1 : 0, base],
				parts: [numbers, ...(shared ? [Uint8Array.from(shared)] : []), rest]
			};
		});
	const length = stored.reduce(
		(sum, { parts }) => parts.reduce((at, part) => at + align(part.length), sum + 16),
		64
	);
	const buffer = recordOf(version, RECORD.text, rows, length);
	new Uint8Array(buffer).set(new Uint8Array(record, 20, 8), 20);
	let at = 64;
	for (const { head, parts } of stored) {
		head.forEach((value, k) => new DataView(buffer).setUint32(at + 4 * k, value, true));
		at = fill(buffer, at + 16, parts);
	}
	return sealRecord(buffer);
}

/** Earlier versions by name, and how each wrote the records of a block. */
export const EARLIER = [
	['first', firstNum, firstText],
	['second', secondNum, secondText],
	['third', thirdNum, thirdText],
	['fourth', fourthNum, fourthText]
] as const;
