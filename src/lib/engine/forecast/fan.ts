import { HOUR_MS, QUARTER_MS } from '../time';
import type { DemandPaths } from './demand';
import { quantile } from './quantile';

/** The quantiles of the fan. */
export const FAN_QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;

type Six = [number, number, number, number, number, number];

/** Cumulative credits of the cycle: from the as-of, hour by hour, to its end. */
export interface Fan {
	/** instants, ascending; the first is the as-of */
	readonly at: Float64Array;
	/** by quantile, then instant. Never falling along either. */
	readonly credits: readonly Float64Array[];
}

/** Month-end credits and the middle course, with the fan they are the end of. */
export interface CycleOutlook {
	readonly monthEnd: {
		readonly p10: number;
		readonly p50: number;
		readonly p90: number;
		readonly p97_5: number;
		readonly mean: number;
	};
	readonly fan: Fan;
	/** credits of each forecast day on the middle course: the steps of the fan's median, which they add up to */
	readonly middle: Float64Array;
	/** the middle course by series, in proportion to their means that day; they add up to it */
	readonly middleParts: readonly Float64Array[];
}

/** Reads the cycle's cumulative demand off the paths; `used` are its credits up to the as-of. */
export function readCycle(demand: DemandPaths, used: number): CycleOutlook {
	const { paths, days, total, parts, shapes } = demand;
	const running = new Float64Array(paths).fill(used);
	const sorted = new Float64Array(paths);
	// Quantiles at day ends are exact; within a day they move as its credits do.
	const ends = FAN_QUANTILES.map(() => new Float64Array(days + 1).fill(used));
	const means = parts.map((part) => {
		const mean = new Float64Array(days);
		for (let cell = 0; cell < part.length; cell++)
			mean[cell % days] = (mean[cell % days] as number) + (part[cell] as number) / paths;
		return mean;
	});
	for (let h = 0; h < days; h++) {
		for (let p = 0; p < paths; p++) running[p] = (running[p] as number) + (total[p * days + h] as number);
		sorted.set(running);
		sorted.sort();
		FAN_QUANTILES.forEach((q, k) => ((ends[k] as Float64Array)[h + 1] = quantile(sorted, q)));
	}
	const mean = running.reduce((a, b) => a + b, 0) / paths;
	const [p10, , p50, , p90, p97_5] = ends.map((end) => end[days] as number) as Six;
	const middleEnds = ends[2] as Float64Array;
	const middle = new Float64Array(days);
	const middleParts = parts.map(() => new Float64Array(days));
	for (let h = 0; h < days; h++) {
		middle[h] = (middleEnds[h + 1] as number) - (middleEnds[h] as number);
		let sum = 0;
		for (const one of means) sum += one[h] as number;
		middleParts.forEach((part, k) => {
			part[h] = sum > 0 ? ((middle[h] as number) * ((means[k] as Float64Array)[h] as number)) / sum : 0;
		});
	}
	const at: number[] = [demand.asOf];
	const credits = FAN_QUANTILES.map(() => [used]);
	const step = HOUR_MS / QUARTER_MS;
	shapes.forEach((shape, h) => {
		for (let k = step - 1; k < shape.by.length + step - 1; k += step) {
			const index = Math.min(k, shape.by.length - 1);
			const instant = Math.min(shape.end, shape.start + (index + 1) * QUARTER_MS);
			if (instant <= (at[at.length - 1] as number)) continue;
			at.push(instant);
			const share = shape.by[index] as number;
			credits.forEach((list, j) => {
				const end = ends[j] as Float64Array;
				const from = end[h] as number;
				list.push(share === 1 ? (end[h + 1] as number) : from + share * ((end[h + 1] as number) - from));
			});
		}
	});
	return {
		monthEnd: { p10, p50, p90, p97_5, mean },
		fan: { at: Float64Array.from(at), credits: credits.map((list) => Float64Array.from(list)) },
		middle,
		middleParts
	};
}
