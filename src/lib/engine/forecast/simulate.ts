import { factorOf, replay, singleDays, weeklyChange } from './errors';
import { quantile } from './quantile';
import { normal, type Random } from './random';
import { follow } from './track';

/** With this many spans of past errors, half of the paths replay them; the others are simulated. */
export const HALF_TRUST = 8;
/** Simulated level error, log scale: standard deviation = LEAST + OF_CHANGE × weekly change; each day adds DRIFT of it. */
const LEAST_ERROR = 0.02;
const OF_CHANGE = 0.6;
const DRIFT = 0.25;
/** A path's mean error is at most this factor. */
const MOST = 6;
/** No median above this many times the largest thirty days known. */
const MOST_MONTHS = 10;

/**
 * Joint sample paths of a daily series: row-major paths × days, credits of the days after the last value.
 * A path is level × weekday profile × a path of ratios. Ratios are replayed from the customer's own past forecast
 * errors, or, the less history there is the more often, simulated: own weeks of single days × a wandering level error.
 */
export function simulateDaily(
	values: Float64Array,
	firstDay: number,
	days: number,
	paths: number,
	random: Random
): Float64Array {
	const n = values.length;
	const out = new Float64Array(paths * days);
	const track = follow(values, firstDay);
	const level = n > 0 ? (track.level[n - 1] as number) : 0;
	if (!(level > 0)) return out;
	const past = replay(values, firstDay, track, days);
	const single = singleDays(values, firstDay, track);
	const error = LEAST_ERROR + OF_CHANGE * weeklyChange(values);
	const trust = past.spans / (past.spans + HALF_TRUST);
	for (let p = 0; p < paths; p++) {
		const row = out.subarray(p * days, (p + 1) * days);
		if (random() < trust) {
			const from = past.draw(random);
			row.set(past.ratios.subarray(from, from + days));
		} else simulateRatios(row, single, error, random);
		let mean = 0;
		for (const ratio of row) mean += ratio / days;
		const tame = mean > MOST ? MOST / mean : 1;
		for (let h = 0; h < days; h++)
			row[h] = (row[h] as number) * tame * level * factorOf(track, n - 1, firstDay + n + h);
	}
	guardMedian(out, days, values);
	return out;
}

/** One simulated path of ratios: weeks of own days, on their weekdays, times a level error that wanders. */
function simulateRatios(row: Float64Array, single: Float64Array, error: number, random: Random): void {
	let log = normal(random) * error;
	let week = 0;
	for (let h = 0; h < row.length; h++) {
		if (h % 7 === 0) week = 7 * Math.floor((random() * single.length) / 7);
		log += normal(random) * error * DRIFT;
		// `single` runs backwards from the last day: six days before it is the weekday of the first day to come.
		row[h] = (single[week + 6 - (h % 7)] as number) * Math.min(MOST, Math.exp(log));
	}
}

/** Scales all paths down if the middle one is absurd beside what was ever seen. */
function guardMedian(out: Float64Array, days: number, values: Float64Array): void {
	let largest = 0;
	let running = 0;
	for (let t = 0; t < values.length; t++) {
		running += Number.isNaN(values[t]) ? 0 : (values[t] as number);
		if (t >= 30) running -= Number.isNaN(values[t - 30]) ? 0 : (values[t - 30] as number);
		largest = Math.max(largest, running);
	}
	const sums = new Float64Array(days > 0 ? out.length / days : 0);
	for (let cell = 0; cell < out.length; cell++) {
		const path = Math.floor(cell / days);
		sums[path] = (sums[path] as number) + (out[cell] as number);
	}
	const median = quantile(sums.sort(), 0.5);
	if (!(median > MOST_MONTHS * largest)) return;
	for (let cell = 0; cell < out.length; cell++)
		out[cell] = (out[cell] as number) * ((MOST_MONTHS * largest) / median);
}
