import { weekday } from '../time';
import type { Random } from './random';

/** How far back days lend their mix, and the chance that one more week back is taken. */
const WEEKS = 8;
const FURTHER = 0.75;

/**
 * Splits total paths among series. Each week of a path takes the mix of a whole week of the last eight, recent ones
 * more often, day for day of the same weekday; so the mix moves between paths as it has moved between weeks.
 * @param total row-major paths × days; overwritten with the sum of the parts, so that they add up to the last bit
 * @param series the known days, NaN where unknown; `firstDay` is the day of their first entry
 * @param skip days between the last of them and the first of the paths
 */
export function splitPaths(
	total: Float64Array,
	days: number,
	series: readonly Float64Array[],
	firstDay: number,
	random: Random,
	skip = 0
): Float64Array[] {
	const n = series[0]?.length ?? 0;
	const mixes = recentMixes(series, firstDay);
	const mix = new Int32Array(total.length);
	let week = 0;
	for (let cell = 0; cell < total.length; cell++) {
		const h = cell % days;
		if (h % 7 === 0) for (week = 0; week < WEEKS - 1 && random() < FURTHER;) week++;
		mix[cell] = series.length * (7 * week + weekday(firstDay + n + skip + h));
	}
	const sum = new Float64Array(total.length);
	const parts = series.map((_, k) => {
		const part = new Float64Array(total.length);
		for (let cell = 0; cell < part.length; cell++) {
			const value = (total[cell] as number) * (mixes[(mix[cell] as number) + k] as number);
			part[cell] = value;
			sum[cell] = (sum[cell] as number) + value;
		}
		return part;
	});
	total.set(sum);
	return parts;
}

/** Shares of the series for each of the last eight weeks (0 = latest) and weekday; gaps take the mean mix. */
function recentMixes(series: readonly Float64Array[], firstDay: number): Float64Array {
	const n = series[0]?.length ?? 0;
	const size = series.length;
	const mixes = new Float64Array(size * 7 * WEEKS).fill(NaN);
	const mean = new Float64Array(size);
	let all = 0;
	for (let t = n - 1; t >= 0; t--) {
		const age = n - 1 - t;
		if (age >= 7 * WEEKS && all > 0) break;
		let sum = 0;
		for (let k = 0; k < size; k++) sum += (series[k] as Float64Array)[t] as number;
		if (!(sum > 0)) continue;
		const keep = FURTHER ** Math.floor(age / 7);
		all += keep * sum;
		for (let k = 0; k < size; k++) {
			const value = (series[k] as Float64Array)[t] as number;
			mean[k] = (mean[k] as number) + keep * value;
			if (age < 7 * WEEKS) mixes[size * (7 * Math.floor(age / 7) + weekday(firstDay + t)) + k] = value / sum;
		}
	}
	for (let cell = 0; cell < mixes.length; cell++)
		if (Number.isNaN(mixes[cell])) mixes[cell] = all > 0 ? (mean[cell % size] as number) / all : 1 / size;
	return mixes;
}
