import { instantOf, type DemandPaths } from '../forecast';
import type { Courses } from './outcome';
import { evenUse } from './plan';

/**
 * The paths of a forecast as courses of its cycle.
 * @param used credits of the cycle up to the as-of
 * @param reachedAt the instant at which the known part had drawn so many credits, at most `used`
 */
export function coursesFrom(
	{ cycle, paths, days, total, shapes }: DemandPaths,
	used: number,
	reachedAt: (credits: number) => number
): Courses {
	const demand = new Float64Array(paths);
	for (let p = 0; p < paths; p++) {
		let sum = used;
		for (let h = 0; h < days; h++) sum += total[p * days + h] as number;
		demand[p] = sum;
	}
	const instant = (path: number, credits: number): number => {
		if (credits <= used) return reachedAt(credits);
		let running = used;
		for (let h = 0; h < days; h++) {
			const value = total[path * days + h] as number;
			const shape = shapes[h];
			if (shape && running + value >= credits) return instantOf(shape, (credits - running) / value);
			running += value;
		}
		return cycle.end;
	};
	return {
		demand,
		leftAt: (path) => (credits) =>
			Math.min(1, Math.max(0, (cycle.end - instant(path, credits)) / (cycle.end - cycle.start)))
	};
}

/** Courses of one of several cycles of which only the totals are known (row-major paths × cycles), used evenly. */
export function coursesOfCycle(credits: Float64Array, cycles: number, cycle: number): Courses {
	const demand = Float64Array.from(
		{ length: credits.length / cycles },
		(_, path) => credits[path * cycles + cycle] as number
	);
	return { demand, leftAt: (path) => evenUse(demand[path] as number) };
}
