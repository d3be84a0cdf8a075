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

/** Which rows of a block count: one bit a row. A row that another layer already holds is not live. */
export interface Live {
	readonly rows: number;
	/** bit `r & 7` of byte `r >> 3`; bits beyond the rows are 0 */
	readonly bits: Uint8Array;
}

/** All rows live. */
export function allLive(rows: number): Live {
	const bits = new Uint8Array(Math.ceil(rows / 8)).fill(255);
	if (rows % 8 !== 0) bits[bits.length - 1] = (1 << (rows % 8)) - 1;
	return { rows, bits };
}

export function isLive(live: Live, row: number): boolean {
	return ((live.bits[row >> 3] as number) & (1 << (row & 7))) !== 0;
}

/** Sets one bit in place. */
export function setLive({ bits }: Live, row: number, value: boolean): void {
	const byte = bits[row >> 3] as number;
	bits[row >> 3] = value ? byte | (1 << (row & 7)) : byte & ~(1 << (row & 7));
}

/** Number of live rows. */
export function countLive({ bits }: Live): number {
	let count = 0;
	for (let k = 0; k < bits.length; k++) {
		for (let byte = bits[k] as number; byte !== 0; byte &= byte - 1) count++;
	}
	return count;
}

export function encodeLive({ rows, bits }: Live): ArrayBuffer {
	const buffer = newRecord(RECORD.live, rows, HEADER_BYTES + align(bits.length));
	new Uint8Array(buffer, HEADER_BYTES).set(bits);
	return sealRecord(buffer);
}

/** A copy, free to be changed and encoded again. Throws {@link BlockError}. */
export function decodeLive(buffer: ArrayBuffer): Live {
	const rows = recordCount(openRecord(buffer, RECORD.live));
	const bytes = Math.ceil(rows / 8);
	if (buffer.byteLength !== HEADER_BYTES + align(bytes)) throw new BlockError('length');
	return { rows, bits: new Uint8Array(buffer, HEADER_BYTES, bytes).slice() };
}
