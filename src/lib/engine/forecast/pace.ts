import type { Cycle } from '../time';

/** The straight line: credits at the cycle's end if the rest of it went as its known part did. At its very start: `used`. */
export function paceMonthEnd(used: number, cycle: Cycle, asOf: number): number {
	const elapsed = Math.min(asOf, cycle.end) - cycle.start;
	return elapsed > 0 ? used * ((cycle.end - cycle.start) / elapsed) : used;
}

/** When the straight line reaches a tier, cut to the millisecond; null if not before the cycle ends. */
export function paceRunOut(used: number, cycle: Cycle, asOf: number, includedCredits: number): number | null {
	const at = used > 0 ? cycle.start + Math.floor((includedCredits / used) * (asOf - cycle.start)) : Infinity;
	return at < cycle.end ? at : null;
}
