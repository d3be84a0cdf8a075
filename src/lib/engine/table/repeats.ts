import type { Columns } from './columns';
import type { TextColumn } from './text';

/** Rows alike in start, channel and quantity of which each is looked at beside so many before it. */
const BESIDE = 8;

function sameText({ offsets, bytes }: TextColumn, a: number, b: number): boolean {
	const at = offsets[a] as number;
	const from = offsets[b] as number;
	const length = (offsets[a + 1] as number) - at;
	if (length === 0 || length !== (offsets[b + 1] as number) - from) return false;
	for (let k = 0; k < length; k++) if (bytes[at + k] !== bytes[from + k]) return false;
	return true;
}

/**
 * How many rows of a block are another row of it once more: with an id, and the same id, start, kind and quantity. Rows
 * ascend by these, so that they lie side by side.
 */
export function repeatsOf({ rows, start, kind, quantity }: Columns, ids: TextColumn): number {
	let repeats = 0;
	/** first row of those alike */
	let first = 0;
	for (let row = 1; row < rows; row++) {
		if (start[row] !== start[row - 1] || quantity[row] !== quantity[row - 1]) {
			first = row;
			continue;
		}
		for (let other = Math.max(first, row - BESIDE); other < row; other++) {
			if (kind[other] !== kind[row] || !sameText(ids, other, row)) continue;
			repeats++;
			break;
		}
	}
	return repeats;
}
