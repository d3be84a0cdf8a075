import { decodeNum, decodeText } from '$lib/engine/table';
import { align, newRecord, RECORD, sealRecord } from '$lib/engine/table/record';

/** Records as the first version wrote them, from those of today. */

function first(kind: typeof RECORD.num | typeof RECORD.text, rows: number, length: number): ArrayBuffer {
	const buffer = newRecord(kind, rows, length);
	new DataView(buffer).setUint16(4, 1, true);
	return buffer;
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
	let at = 64;
	for (const bytes of all) {
		new Uint8Array(buffer).set(bytes, at);
		at += align(bytes.length);
	}
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
	let at = 64;
	for (const bytes of parts) {
		new Uint8Array(buffer).set(bytes, at);
		at += align(bytes.length);
	}
	return sealRecord(buffer);
}
