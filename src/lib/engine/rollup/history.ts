import { isMetered, PREMIUM, VOICE } from '../rating/slot';
import type { Cycle } from '../time';
import type { Cells } from './cells';

/** Exact sums, row-major groups × cycles: messages of chats, billable seconds of calls, metered units of 1/60,000. */
export interface HistorySums {
	readonly interactions: Float64Array;
	readonly messages: Float64Array;
	readonly seconds: Float64Array;
	readonly units: Float64Array;
}

/** The position of a slot among voice standard, voice premium, chat standard and chat premium. */
export const seriesOf = (slot: number): number =>
	((slot & VOICE) === 0 ? 2 : 0) + ((slot & PREMIUM) === 0 ? 0 : 1);

/** The cycle that holds an instant, of ascending ones that follow each other; −1 before the first. */
function cycleAt(cycles: readonly Cycle[], instant: number): number {
	let [low, high] = [0, cycles.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((cycles[middle] as Cycle).start <= instant) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/**
 * Sums of groups of interactions in each cycle, from a cube whose stretches do not cross the cycles' bounds. `groupOf`
 * names the group of a cell, from 0 to `groups`.
 */
export function historySums(
	cells: Cells,
	cycles: readonly Cycle[],
	groups: number,
	groupOf: (cell: number) => number
): HistorySums {
	const column = () => new Float64Array(groups * cycles.length);
	const sums = { interactions: column(), messages: column(), seconds: column(), units: column() };
	for (let k = 0; k < cells.count; k++) {
		const cycle = cycleAt(cycles, cells.from[k] as number);
		if (cycle < 0) continue;
		const at = groupOf(k) * cycles.length + cycle;
		const slot = cells.slot[k] as number;
		const add = (to: Float64Array, amount: number) => (to[at] = (to[at] as number) + amount);
		add(sums.interactions, cells.interactions[k] as number);
		if ((slot & VOICE) === 0) add(sums.messages, cells.quantity[k] as number);
		add(sums.seconds, cells.seconds[k] as number);
		if (isMetered(slot)) add(sums.units, cells.units[k] as number);
	}
	return sums;
}
