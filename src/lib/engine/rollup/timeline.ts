import { QUARTER_MS } from '../time';
import { isMetered } from '../rating/slot';
import type { Cells } from './cells';

/** The metered demand as a line in time: pieces with rows, ascending, and sums before each. */
export interface Timeline {
	/** number of pieces */
	readonly count: number;
	/** first instant of each piece */
	readonly from: Float64Array;
	/** no piece is longer, in ms; a piece ends where the next begins, or earlier */
	readonly width: number;
	/** `[k]`: units, interactions of all pieces before k; one more than the pieces */
	readonly unitsBefore: Float64Array;
	readonly interactionsBefore: Float64Array;
}

/** The timeline of a cube of time pieces (merged, sorted): its metered rows. */
export function timelineOf(cells: Cells, width = QUARTER_MS): Timeline {
	const from = new Float64Array(cells.count);
	const unitsBefore = new Float64Array(cells.count + 1);
	const interactionsBefore = new Float64Array(cells.count + 1);
	let count = 0;
	for (let k = 0; k < cells.count; k++) {
		if (!isMetered(cells.slot[k] as number)) continue;
		const at = cells.from[k] as number;
		if (count === 0 || from[count - 1] !== at) {
			from[count++] = at;
			unitsBefore[count] = unitsBefore[count - 1] as number;
			interactionsBefore[count] = interactionsBefore[count - 1] as number;
		}
		unitsBefore[count] = (unitsBefore[count] as number) + (cells.units[k] as number);
		interactionsBefore[count] = (interactionsBefore[count] as number) + (cells.interactions[k] as number);
	}
	return {
		count,
		from: from.slice(0, count),
		width,
		unitsBefore: unitsBefore.slice(0, count + 1),
		interactionsBefore: interactionsBefore.slice(0, count + 1)
	};
}

/** Number of pieces that begin before an instant, searched in `[low, high]`. */
export function piecesBefore(timeline: Timeline, instant: number, low = 0, high = timeline.count): number {
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((timeline.from[middle] as number) < instant) low = middle + 1;
		else high = middle;
	}
	return low;
}
