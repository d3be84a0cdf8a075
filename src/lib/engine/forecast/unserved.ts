import { DAY_MS, HOUR_MS, localTime, QUARTER_MS, type ZoneTable } from '../time';
import type { DemandPaths } from './demand';

/** Local hour of the day, 0–23, of an instant. */
function hourOf(zone: ZoneTable, instant: number): number {
	const local = localTime(zone, instant);
	return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS);
}

/**
 * What would be unserved if the agents stopped when a tier is used up: expected credits by series and local hour of
 * the day, from the run-out of each path to the cycle's end. Summed up they are the mean credits beyond the tier.
 * @param used credits of this cycle up to the as-of
 */
export function unservedByHour(
	demand: DemandPaths,
	used: number,
	includedCredits: number,
	zone: ZoneTable
): Float64Array[] {
	const { paths, days, total, parts, shapes } = demand;
	const hours = parts.map(() => new Float64Array(24));
	const running = new Float64Array(paths).fill(used);
	for (const [h, shape] of shapes.entries()) {
		const quarters = parts.map(() => new Float64Array(shape.by.length));
		for (let p = 0; p < paths; p++) {
			const before = running[p] as number;
			const value = total[p * days + h] as number;
			running[p] = before + value;
			if (before + value <= includedCredits || value <= 0) continue;
			const from = Math.max(0, (includedCredits - before) / value);
			for (let q = 0, start = 0; q < shape.by.length; q++) {
				const end = shape.by[q] as number;
				const share = Math.max(0, end - Math.max(start, from));
				start = end;
				if (share === 0) continue;
				parts.forEach((part, k) => {
					const list = quarters[k] as Float64Array;
					list[q] = (list[q] as number) + share * (part[p * days + h] as number);
				});
			}
		}
		for (let q = 0; q < shape.by.length; q++) {
			const hour = hourOf(zone, shape.start + q * QUARTER_MS);
			hours.forEach((list, k) => {
				list[hour] = (list[hour] as number) + ((quarters[k] as Float64Array)[q] as number) / paths;
			});
		}
	}
	return hours;
}
