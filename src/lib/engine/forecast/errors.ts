import { weekday } from '../time';
import { FITTED } from './fitted';
import type { Random } from './random';
import type { Track } from './track';

/** A forecast needs this many known days before its errors are worth replaying. */
const BURN_IN = 14;
/** Weekday factors below this are read as this: a ratio to nothing says nothing. */
const LEAST_FACTOR = 0.02;
/** How near to the anniversary a past forecast was made at this season, in days. */
const SEASON_DAYS = 7;
const YEAR = 364;
/** How far back single days are taken from, in weeks, and the surroundings they are compared with, in days. */
const SINGLE_WEEKS = 26;
const AROUND = 29;

/** Expected share of a weekday in what was stated at the end of day `t`. */
export function factorOf(track: Track, t: number, day: number): number {
	return Math.max(LEAST_FACTOR, track.profile[7 * t + weekday(day)] as number);
}

/** Past forecast errors of one series as whole paths, ready to be drawn. */
export interface PastErrors {
	/** how many whole spans of the horizon's length they stem from, overlap not counted */
	readonly spans: number;
	/** offset of a drawn path in `ratios` */
	draw(random: Random): number;
	/** row after row `days` ratios of what came to what had been expected */
	readonly ratios: Float64Array;
}

/**
 * Takes every past day of the last day's weekday as a forecast origin and keeps the paths of ratios that followed:
 * the joint distribution of errors as it was, with its weekdays, drifts, bursts and idle days. Those made at this time
 * of year are drawn more often, which brings last year's shape in where there is one.
 */
export function replay(
	values: Float64Array,
	firstDay: number,
	track: Track,
	days: number,
	season = FITTED.season
): PastErrors {
	const n = values.length;
	const most = Math.max(0, Math.ceil((n - days) / 7));
	const ratios = new Float64Array(most * days);
	const weights = new Float64Array(most);
	let count = 0;
	let weight = 0;
	for (let back = 7 * Math.ceil(days / 7); back < n; back += 7) {
		const t = n - 1 - back;
		const level = track.level[t] as number;
		if ((track.known[t] as number) < BURN_IN || !(level > 0)) continue;
		if (
			!fillGaps(ratios, count * days, days, (h) => {
				const day = t + 1 + h;
				return (values[day] as number) / (level * factorOf(track, t, firstDay + day));
			})
		)
			continue;
		const years = Math.max(1, Math.round(back / YEAR));
		weight += 1 + season * Math.exp(-0.5 * ((back - years * YEAR) / SEASON_DAYS) ** 2);
		weights[count++] = weight;
	}
	const draw = (random: Random): number => {
		const at = random() * weight;
		let low = 0;
		let high = count - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((weights[middle] as number) > at) high = middle;
			else low = middle + 1;
		}
		return low * days;
	};
	return { spans: (7 * count) / Math.max(days, BURN_IN), draw, ratios };
}

/** Writes a row of ratios, unknown ones as the mean of the others; false if more than a third are unknown. */
function fillGaps(out: Float64Array, at: number, days: number, ratio: (h: number) => number): boolean {
	let sum = 0;
	let seen = 0;
	for (let h = 0; h < days; h++) {
		const value = ratio(h);
		out[at + h] = value;
		if (Number.isNaN(value)) continue;
		sum += value;
		seen++;
	}
	if (3 * seen < 2 * days) return false;
	for (let h = 0; h < days; h++) if (Number.isNaN(out[at + h])) out[at + h] = sum / seen;
	return true;
}

/**
 * What single days were like: ratios to the mean of the four weeks around them in the latest profile, the last day
 * first, at most half a year; unknown ones as 1. Whole weeks only.
 */
export function singleDays(values: Float64Array, firstDay: number, track: Track): Float64Array {
	const n = values.length;
	const out = new Float64Array(7 * Math.min(SINGLE_WEEKS, Math.floor(n / 7))).fill(1);
	for (let back = 0; back < out.length; back++) {
		const t = n - 1 - back;
		const start = Math.max(0, Math.min(t - (AROUND >> 1), n - AROUND));
		let used = 0;
		let share = 0;
		for (let k = start; k < Math.min(n, start + AROUND); k++) {
			if (Number.isNaN(values[k])) continue;
			used += values[k] as number;
			share += factorOf(track, n - 1, firstDay + k);
		}
		if (used > 0 && !Number.isNaN(values[t]))
			out[back] = ((values[t] as number) * share) / (used * factorOf(track, n - 1, firstDay + t));
	}
	return out;
}

/** Mean change from one known week to the next, as a share of their mean (0 = none, 2 = all or nothing); 1 if unknown. */
export function weeklyChange(values: Float64Array): number {
	let sum = 0;
	let count = 0;
	const mean = (end: number): number => {
		let used = 0;
		let known = 0;
		for (let t = end - 7; t < end; t++) {
			if (Number.isNaN(values[t])) continue;
			used += values[t] as number;
			known++;
		}
		return known > 0 ? used / known : NaN;
	};
	for (let end = values.length; end >= 14 && count < SINGLE_WEEKS; end -= 7) {
		const [a, b] = [mean(end), mean(end - 7)];
		if (!(a + b > 0)) continue;
		sum += (2 * Math.abs(a - b)) / (a + b);
		count++;
	}
	return count > 0 ? sum / count : 1;
}
