import { weekday } from '../time';

/** What the method knew at the end of each past day: nothing in it looks ahead, so past errors can be replayed honestly. */
export interface Track {
	/** expected credits of an average day, made from the days up to and with this one; 0 where nothing is known */
	readonly level: Float64Array;
	/** seven factors a day (Monday first, mean 1): `profile[7 * t + weekday]` */
	readonly profile: Float64Array;
	/** how many days up to and with this one are known */
	readonly known: Int32Array;
}

/** Days after which a week counts half in the weekday profile. */
const PROFILE_HALF_LIFE = 42;
/** Levels that are averaged with equal weights: means of the last days, and exponential averages. */
const WINDOWS = [7, 14, 28, 56];
const SMOOTHING = [0.05, 0.15];
/** A day counts at most this many times the level before it. */
const WINSOR = 4;

/** Seven factors from sums of ratios, shrunken towards 1 by empirical Bayes (Efron and Morris 1975): noise gives no profile. */
function shrink(
	sum: Float64Array,
	square: Float64Array,
	weight: Float64Array,
	out: Float64Array,
	at: number
): void {
	let within = 0;
	let total = 0;
	let grand = 0;
	for (let d = 0; d < 7; d++) {
		const w = weight[d] as number;
		if (w <= 0) continue;
		const mean = (sum[d] as number) / w;
		within += Math.max(0, (square[d] as number) - w * mean * mean);
		total += w;
		grand += sum[d] as number;
	}
	grand = total > 0 ? grand / total : 1;
	const noise = within / Math.max(1, total - 7);
	let between = 0;
	let seen = 0;
	for (let d = 0; d < 7; d++) {
		const w = weight[d] as number;
		if (w <= 0) continue;
		between += ((sum[d] as number) / w - grand) ** 2 - noise / w;
		seen++;
	}
	between = seen > 1 ? Math.max(0, between / (seen - 1)) : 0;
	let mean = 0;
	for (let d = 0; d < 7; d++) {
		const w = weight[d] as number;
		const trust = w > 0 && between > 0 ? between / (between + noise / w) : 0;
		const factor = grand > 0 && w > 0 ? 1 + trust * ((sum[d] as number) / w / grand - 1) : 1;
		out[at + d] = factor;
		mean += factor / 7;
	}
	for (let d = 0; d < 7; d++) out[at + d] = (out[at + d] as number) / mean;
}

/**
 * Follows a daily series and notes, day by day, the level and weekday profile as they would have been stated then.
 * `values[t]` are credits of day `firstDay + t`, NaN where unknown.
 */
export function follow(values: Float64Array, firstDay: number): Track {
	const n = values.length;
	const level = new Float64Array(n);
	const profile = new Float64Array(7 * n).fill(1);
	const known = new Int32Array(n);
	const winsorised = new Float64Array(n).fill(NaN);
	const sum = new Float64Array(7);
	const square = new Float64Array(7);
	const weight = new Float64Array(7);
	const decay = 0.5 ** (1 / PROFILE_HALF_LIFE);
	const above = new Float64Array(SMOOTHING.length);
	const below = new Float64Array(SMOOTHING.length);
	for (let t = 0; t < n; t++) {
		const value = values[t] as number;
		const day = weekday(firstDay + t);
		const before = t > 0 ? (level[t - 1] as number) : 0;
		known[t] = (t > 0 ? (known[t - 1] as number) : 0) + (Number.isNaN(value) ? 0 : 1);
		for (let d = 0; d < 7; d++) {
			sum[d] = (sum[d] as number) * decay;
			square[d] = (square[d] as number) * decay;
			weight[d] = (weight[d] as number) * decay;
		}
		if (!Number.isNaN(value)) {
			// The mean of the last seven days holds each weekday once, so it is a level without a weekday in it.
			let week = 0;
			let count = 0;
			for (let k = Math.max(0, t - 6); k <= t; k++)
				if (!Number.isNaN(values[k])) {
					week += values[k] as number;
					count++;
				}
			if (week > 0 && count === 7) {
				const ratio = (7 * value) / week;
				sum[day] = (sum[day] as number) + ratio;
				square[day] = (square[day] as number) + ratio * ratio;
				weight[day] = (weight[day] as number) + 1;
			}
			const expected = before * (t > 0 ? (profile[7 * (t - 1) + day] as number) : 1);
			winsorised[t] = (known[t] as number) > 7 && expected > 0 ? Math.min(value, WINSOR * expected) : value;
		}
		shrink(sum, square, weight, profile, 7 * t);
		let total = 0;
		let levels = 0;
		for (const window of WINDOWS) {
			let used = 0;
			let share = 0;
			for (let k = Math.max(0, t - window + 1); k <= t; k++) {
				if (Number.isNaN(winsorised[k])) continue;
				used += winsorised[k] as number;
				share += profile[7 * t + weekday(firstDay + k)] as number;
			}
			if (share > 0) {
				total += used / share;
				levels++;
			}
		}
		for (let j = 0; j < SMOOTHING.length; j++) {
			const keep = 1 - (SMOOTHING[j] as number);
			above[j] = (above[j] as number) * keep;
			below[j] = (below[j] as number) * keep;
			if (!Number.isNaN(value)) {
				above[j] = (above[j] as number) + (winsorised[t] as number);
				below[j] = (below[j] as number) + (profile[7 * t + day] as number);
			}
			if ((below[j] as number) > 0) {
				total += (above[j] as number) / (below[j] as number);
				levels++;
			}
		}
		level[t] = levels > 0 ? total / levels : 0;
	}
	return { level, profile, known };
}
