import { FRACTION, readScaled, readWhole, type DecimalMark } from './numbers';

/** Unit in which `1.234` and `1,234` differ under any reading. */
const THOUSANDTHS = 1_000;

/** What a number says of the mark before decimals: it can have one only, it could have either, or it has none. */
export type MarkProof = DecimalMark | 'either' | 'none';

const hasMark = (bytes: Uint8Array, start: number, end: number): boolean => {
	for (let p = start; p < end; p++) if (bytes[p] === 46 || bytes[p] === 44) return true;
	return false;
};

/**
 * What the number in `[start, end)` proves: `1,5` and `1.234,5` a comma, `0.250` a point, `1,234` nothing, as it may be
 * 1,234 or a little more than 1. Of whole numbers (`whole`) that one proves a point: messages have no fractions.
 */
export function proofOfMark(bytes: Uint8Array, start: number, end: number, whole = false): MarkProof {
	if (!hasMark(bytes, start, end)) return 'none';
	const point = readScaled(bytes, start, end, THOUSANDTHS, '.');
	const comma = readScaled(bytes, start, end, THOUSANDTHS, ',');
	if (Number.isNaN(point)) return Number.isNaN(comma) ? 'none' : ',';
	if (Number.isNaN(comma)) return '.';
	if (point === comma) return 'none';
	if (whole && readWhole(bytes, start, end, '.') === FRACTION) return ',';
	if (whole && readWhole(bytes, start, end, ',') === FRACTION) return '.';
	return 'either';
}

/** How many values of a column prove which mark. */
export interface MarkCounts {
	'.': number;
	',': number;
	either: number;
	none: number;
}

export const noMarks = (): MarkCounts => ({ '.': 0, ',': 0, either: 0, none: 0 });

/** The mark that most of the values that say anything prove; null: all that have one could have either. */
export function provenMark(counts: MarkCounts): DecimalMark | null {
	if (counts['.'] === 0 && counts[','] === 0) return null;
	return counts[','] > counts['.'] ? ',' : '.';
}
