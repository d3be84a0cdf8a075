import { dayOf, weekday, type Cycle, type ZoneTable } from '../time';
import type { Planned } from './calendar/plan';
import type { DemandHistory } from './demand';
import { factorOf, weeklyChange } from './errors';
import { normal, type Random } from './random';
import { follow } from './track';

/** A cycle for the look back, in days, and how many of them must be known. */
const CYCLE_DAYS = 30;
const DAYS_KNOWN = 20;
/** Known days before a day from which a look back starts. */
const BURN_IN = 14;
/** A cycle's level error keeps this much of the one before. */
const KEPT = 0.92;
/** A surprise in the running cycle's total is so many times as large in the next one. */
const CARRY = 1.3;
/** Size of the error before there are past ones: LEAST + OF_CHANGE × weekly change, counted as so many past errors. */
const LEAST_ERROR = 0.03;
const OF_CHANGE = 0.9;
const PRIOR_ERRORS = 60;
/** How uncertain the size itself is (log scale). */
const SIZE_ERROR = 0.3;
/** Growth: half of the slope is believed with so many blocks of four weeks, and each cycle keeps this much of it. */
const HALF_SLOPE = 100;
const DAMPING = 0.8;
const BLOCK = 28;
const BLOCK_KNOWN = 14;
/** Ratios beyond these bounds say no more than the bounds. */
const LEAST_RATIO = 0.01;

/** How much of the running cycle's surprise is in the k-th after it: more than 1 at first, as the level drifted to its end. */
export function carriedTo(cycle: number): number {
	return CARRY * KEPT ** (cycle - 1);
}

/** Variance of the error of the k-th cycle after the origin, beside that of the first. */
function growthOf(cycle: number): number {
	let variance = 1;
	for (let k = 0; k < cycle; k++) variance = KEPT * KEPT * variance + 1;
	return variance;
}

/** Mean slope of the logarithm of four-week means, by block; drawn strongly to 0. */
function slopeOf(values: Float64Array): number {
	let count = 0;
	let sumT = 0;
	let sumY = 0;
	let sumTT = 0;
	let sumTY = 0;
	for (let end = values.length, t = 0; end >= BLOCK; end -= BLOCK, t--) {
		let sum = 0;
		let known = 0;
		for (let k = end - BLOCK; k < end; k++) {
			if (Number.isNaN(values[k])) continue;
			sum += values[k] as number;
			known++;
		}
		if (known < BLOCK_KNOWN || !(sum > 0)) continue;
		const y = Math.log(sum / known);
		count++;
		sumT += t;
		sumY += y;
		sumTT += t * t;
		sumTY += t * y;
	}
	const spread = count * sumTT - sumT * sumT;
	return spread > 0 ? ((count * sumTY - sumT * sumY) / spread) * (count / (count + HALF_SLOPE)) : 0;
}

/** What daily history says of whole cycles to come. */
export interface CycleOutline {
	/** credits of an average day at present */
	readonly level: number;
	/** seven factors, Monday first, mean 1: credits of a cycle are level × the sum over its days */
	readonly weekdays: Float64Array;
	/** logarithm of the growth from the present level to cycle k, k = 1 for the next one */
	readonly growth: (cycle: number) => number;
	/** size of the error of the next cycle's total, as a standard deviation on the log scale */
	readonly spread: number;
}

/**
 * Reads level, weekdays, growth and the size of past errors from the daily credits `values` (NaN = unknown) from
 * `firstDay` on. The error is that of totals of 30 days, looked back on from each seventh day as a forecast would have
 * stood then (Williams and Goodman, JASA 66, 1971), drawn to what the weekly change of level lets expect.
 */
export function outlineCycles(values: Float64Array, firstDay: number, cycles: number): CycleOutline {
	const n = values.length;
	const track = follow(values, firstDay);
	const weekdays = new Float64Array(7);
	const slope = slopeOf(values);
	const growth = (cycle: number): number => (slope * DAMPING * (1 - DAMPING ** cycle)) / (1 - DAMPING);
	const prior = LEAST_ERROR + OF_CHANGE * weeklyChange(values);
	let squares = PRIOR_ERRORS * prior * prior;
	let count = PRIOR_ERRORS;
	for (let t = n - 1 - CYCLE_DAYS; t >= BURN_IN - 1; t -= 7) {
		const level = track.level[t] as number;
		if ((track.known[t] as number) < BURN_IN || !(level > 0)) continue;
		for (let k = 0; k < cycles && t + (k + 1) * CYCLE_DAYS < n; k++) {
			let used = 0;
			let expected = 0;
			let known = 0;
			for (let day = t + 1 + k * CYCLE_DAYS; day <= t + (k + 1) * CYCLE_DAYS; day++) {
				if (Number.isNaN(values[day])) continue;
				used += values[day] as number;
				expected += level * factorOf(track, t, firstDay + day);
				known++;
			}
			if (known < DAYS_KNOWN) continue;
			squares += Math.log(Math.max(LEAST_RATIO, used / expected)) ** 2 / growthOf(k);
			count++;
		}
	}
	// Days 4 to 10 of 1970 are Monday to Sunday.
	for (let d = 0; d < 7; d++) weekdays[d] = n > 0 ? factorOf(track, n - 1, 4 + d) : 1;
	const level = n > 0 ? (track.level[n - 1] as number) : 0;
	return { level, weekdays, growth, spread: Math.sqrt(squares / count) };
}

/**
 * Sample paths of the logarithm of actual ÷ expected totals of the `cycles` cycles to come, row-major paths × cycles:
 * a level error that wanders and slowly forgets. Each path has its mirror image beside it, so the middle stays in place.
 */
export function cycleErrors(spread: number, cycles: number, paths: number, random: Random): Float64Array {
	const out = new Float64Array(paths * cycles);
	for (let p = 0; p < paths; p += 2) {
		const size = spread * Math.exp(SIZE_ERROR * normal(random));
		let error = 0;
		for (let k = 0; k < cycles; k++) {
			error = KEPT * error + size * normal(random);
			out[p * cycles + k] = error;
			if (p + 1 < paths) out[(p + 1) * cycles + k] = -error;
		}
	}
	return out;
}

/** Days from which the mix of the series is taken. */
const MIX_DAYS = 56;

/** What a plan makes of a cycle's credits: `factor` times as many, and `added` ones. */
export interface PlannedChange {
	readonly factor: number;
	readonly added: number;
}

/** Local days of a cycle: the first and the last. */
export function daysOf(zone: ZoneTable, cycle: Cycle): readonly [number, number] {
	return [dayOf(zone, cycle.start), dayOf(zone, cycle.end - 1)];
}

/** Reads a plan's change of a whole cycle off two courses of it: an ordinary one, in the latest mix, and one of no use. */
export function plannedChange(
	planned: Planned,
	[from, to]: readonly [number, number],
	outline: CycleOutline
): PlannedChange {
	const days = to - from + 1;
	const mix = planned.history.series.map((one) => {
		let sum = 0;
		for (const value of one.subarray(-MIX_DAYS)) sum += Number.isNaN(value) ? 0 : value;
		return sum;
	});
	const all = mix.reduce((a, b) => a + b, 0);
	const level = outline.level > 0 && all > 0 ? outline.level : 0;
	const total = new Float64Array(2 * days);
	for (let h = 0; h < days; h++) total[h] = level * (outline.weekdays[weekday(from + h)] as number);
	const parts = mix.map((one) => total.map((credits) => (all > 0 ? (credits * one) / all : 0)));
	const sum = (row: number): number =>
		total.subarray(row * days, (row + 1) * days).reduce((a, b) => a + b, 0);
	const before = sum(0);
	planned.apply({ firstDay: from, days, total, parts, shapes: [] });
	const added = sum(1);
	return { factor: before > 0 ? Math.max(0, (sum(0) - added) / before) : 1, added };
}

/** Credits of an ordinary day of a cycle beside those of a day as it was: 1 where no planned change touched it. */
export function ordinaryShare(
	ordinary: DemandHistory,
	actual: DemandHistory,
	[from, to]: readonly [number, number]
): number {
	if (ordinary === actual) return 1;
	const mean = ({ firstDay, series }: DemandHistory): number => {
		let sum = 0;
		let known = 0;
		for (let day = from; day <= to; day++) {
			let credits = 0;
			for (const one of series) credits += one[day - firstDay] ?? NaN;
			if (Number.isNaN(credits)) continue;
			sum += credits;
			known++;
		}
		return sum / known;
	};
	const share = mean(ordinary) / mean(actual);
	return Number.isFinite(share) ? share : 1;
}
