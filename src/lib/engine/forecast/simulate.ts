import { factorOf, replay, singleDays, weeklyChange } from './errors';
import { FITTED, type Fitted } from './fitted';
import { quantile } from './quantile';
import { normal, type Random } from './random';
import { follow } from './track';

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
	random: Random,
	fitted: Fitted = FITTED
): Float64Array {
	const n = values.length;
	const out = new Float64Array(paths * days);
	const track = follow(values, firstDay);
	const level = n > 0 ? (track.level[n - 1] as number) : 0;
	if (!(level > 0)) return out;
	const factor = (h: number): number => factorOf(track, n - 1, firstDay + n + h);
	const past = replay(values, firstDay, track, days, fitted.season);
	const weeks = ownWeeks(singleDays(values, firstDay, track), factor, fitted);
	const error = fitted.leastError + fitted.ofChange * weeklyChange(values);
	const trust = past.spans / (past.spans + fitted.halfTrust);
	for (let p = 0; p < paths; p++) {
		const row = out.subarray(p * days, (p + 1) * days);
		if (random() < trust) {
			const from = past.draw(random);
			row.set(past.ratios.subarray(from, from + days));
		} else simulateRatios(row, weeks, error, fitted, random);
		let mean = 0;
		for (const ratio of row) mean += ratio / days;
		const tame = mean > MOST ? MOST / mean : 1;
		for (let h = 0; h < days; h++) row[h] = (row[h] as number) * tame * level * factor(h);
	}
	guardMedian(out, days, values);
	return out;
}

/**
 * The customer's weeks as ratios on the weekdays to come. What a week was above or below its surroundings as a whole is
 * drawn towards them: most of it is the level's error, which is simulated on top.
 */
function ownWeeks(single: Float64Array, factor: (h: number) => number, { ownWeek }: Fitted): Float64Array {
	const weeks = new Float64Array(single.length);
	let factors = 0;
	for (let h = 0; h < 7; h++) factors += factor(h);
	for (let week = 0; week < weeks.length; week += 7) {
		let total = 0;
		for (let h = 0; h < 7; h++) {
			// `single` runs backwards from the last day: six days before it is the weekday of the first day to come.
			const ratio = single[week + 6 - h] as number;
			weeks[week + h] = ratio;
			total += (ratio * factor(h)) / factors;
		}
		if (total > 0)
			for (let h = 0; h < 7; h++) weeks[week + h] = (weeks[week + h] as number) * total ** (ownWeek - 1);
	}
	return weeks;
}

/** One simulated path of ratios: own weeks in any order, times a level error that wanders, its size uncertain. */
function simulateRatios(
	row: Float64Array,
	weeks: Float64Array,
	error: number,
	{ uncertainty, drift }: Fitted,
	random: Random
): void {
	const size = error * Math.exp(normal(random) * uncertainty);
	let log = normal(random) * size;
	let week = 0;
	for (let h = 0; h < row.length; h++) {
		if (h % 7 === 0) week = 7 * Math.floor((random() * weeks.length) / 7);
		log += normal(random) * size * drift;
		row[h] = (weeks[week + (h % 7)] as number) * Math.min(MOST, Math.exp(log));
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
