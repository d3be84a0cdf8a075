import { HOUR_MS, type Cycle } from '../time';
import { isMetered } from '../rating/slot';
import type { Cells } from './cells';

/** The metered demand as a line in time: pieces with rows, ascending, and sums before each. */
export interface Timeline {
	/** number of pieces */
	readonly count: number;
	/** first instant of each piece */
	readonly from: Float64Array;
	/** no piece of rows is longer, in ms; a piece ends where the next begins, or earlier */
	readonly width: number;
	/** `[k]`: units, interactions of all pieces before k; one more than the pieces */
	readonly unitsBefore: Float64Array;
	readonly interactionsBefore: Float64Array;
	/** by piece: the end of the local day whose sum it is, of which no time is known; 0: a piece of rows */
	readonly dayEnd: Float64Array;
}

/**
 * The timeline of a cube of time pieces (merged, sorted): its metered rows. `days`: those that a summary has a part
 * in, ascending; each is one piece, with what rows of other layers bring to it.
 */
export function timelineOf(cells: Cells, days: readonly Cycle[] = [], width = HOUR_MS): Timeline {
	const from = new Float64Array(cells.count);
	const dayEnd = new Float64Array(cells.count);
	const unitsBefore = new Float64Array(cells.count + 1);
	const interactionsBefore = new Float64Array(cells.count + 1);
	let count = 0;
	let next = 0;
	for (let k = 0; k < cells.count; k++) {
		if (!isMetered(cells.slot[k] as number)) continue;
		let at = cells.from[k] as number;
		let day = days[next];
		while (day && day.end <= at) day = days[++next];
		const summed = day && day.start <= at ? day : null;
		if (summed) at = summed.start;
		if (count === 0 || from[count - 1] !== at) {
			from[count] = at;
			dayEnd[count++] = summed?.end ?? 0;
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
		interactionsBefore: interactionsBefore.slice(0, count + 1),
		dayEnd: dayEnd.slice(0, count)
	};
}
