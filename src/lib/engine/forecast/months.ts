import { dayOf, weekday, type Cycle, type ZoneTable } from '../time';
import type { DemandPlan } from './calendar';
import { readPlan } from './calendar/plan';
import { DAYS_NEEDED } from './days';
import { forecastDemand, knownDays, type DemandHistory, type Refusal } from './demand';
import { carriedTo, cycleErrors, daysOf, ordinaryShare, outlineCycles, plannedChange } from './months-cycles';
import { trendForecast } from './months-trend';
import { quantile } from './quantile';
import { normal, seeded, type Random } from './random';

/** With so many known whole cycles they are forecast as months; with fewer, from daily history. */
export const MONTHS_NEEDED = 24;
/** Whole cycles further back than ten years are not read. */
const MOST_MONTHS = 120;
/** Months below this share of the mean month are read as this: the logarithm of nothing says nothing. */
const LEAST_SHARE = 0.01;
/** No median above this many times the largest past month; no path further than this from the middle. */
const MOST = 10;

/** Errors are looked back on over the later half of the past; earlier ones, from little, would say too much. */
const LOOK_BACK = 0.5;
/** The first forecast looked back on has two years before it, if six months of looking back are left then. */
const BURN_IN = 24;
const LEAST_BACK = 6;
/** With so many past forecasts over the whole horizon, half of the paths replay them; the others are simulated. */
const HALF_TRUST = 20;
/** Simulated error, variance over that of the smallest: half of it is there from the start, each month adds to it. */
const FROM_START = 0.5;
const EACH_MONTH = 0.26;
/** Its standard deviation before there are past errors, on the log scale, and as how many errors that counts. */
const PRIOR_ERROR = 0.08;
const PRIOR_ERRORS = 9;
/** How uncertain the size of the errors itself is (log scale). */
const SIZE_ERROR = 0.2;
/** How much of the running cycle's surprise stays in the next one, where whole cycles are read. */
const CARRY = 0.6;

export interface MonthsRequest {
	/** credits of past complete months without a gap between them, the oldest first, NaN where unknown */
	readonly totals: Float64Array;
	/** how many months to forecast */
	readonly horizon: number;
	readonly seed: number;
	readonly paths: number;
}

/**
 * Sample paths of the `horizon` months after the last of `totals`, row-major paths × horizon, credits. Meant for two
 * years of months and more; with fewer there is no season in it. Finite and ≥ 0 for any input; all 0 where nothing above
 * 0 is known. Multiplying the totals multiplies the paths. The months of the year are counted from the end: entry t has
 * the season of entry t − 12, so no calendar is needed.
 */
export function forecastMonths(request: MonthsRequest): Float64Array {
	return simulateMonths(request.totals, request.horizon, request.paths, seeded(request.seed));
}

function simulateMonths(totals: Float64Array, horizon: number, paths: number, random: Random): Float64Array {
	const out = new Float64Array(paths * horizon);
	let mean = 0;
	let largest = 0;
	let known = 0;
	for (const value of totals) {
		if (Number.isNaN(value)) continue;
		mean += value;
		largest = Math.max(largest, value);
		known++;
	}
	mean /= known;
	if (!(mean > 0)) return out;
	const logs = totals.map((value) => Math.log(Math.max(LEAST_SHARE, value / mean)));
	const middle = trendForecast(logs, logs.length, horizon);
	const errors = monthErrors(logs, horizon, paths, random);
	// Held below the guard already on the log scale, where steep growth cannot overflow.
	const top = Math.log((MOST * largest) / mean);
	for (let cell = 0; cell < out.length; cell++)
		out[cell] =
			mean * Math.exp(Math.min(top, middle[cell % horizon] as number) + bounded(errors[cell] as number));
	guardMedians(out, horizon, 0, largest);
	return out;
}

/** A log error of at most tenfold up or down. */
function bounded(error: number): number {
	return Math.max(-Math.log(MOST), Math.min(Math.log(MOST), error));
}

/**
 * Sample paths of log errors (actual − forecast), row-major. The method is run as it would have been at each past month,
 * and what followed is kept as a whole path (Williams and Goodman 1971; Lee and Scholtes 2014). Paths over the whole
 * horizon are drawn again; beside them paths are simulated whose size comes from all past errors. Each path has its
 * mirror image beside it: past errors in one direction say little about the next ones, and the middle stays in place.
 */
function monthErrors(logs: Float64Array, horizon: number, paths: number, random: Random): Float64Array {
	const n = logs.length;
	const out = new Float64Array(paths * horizon);
	const start = Math.max(1, Math.min(BURN_IN, n - LEAST_BACK), Math.floor(n * LOOK_BACK));
	const rows = new Float64Array(Math.max(0, n - start) * horizon);
	let whole = 0;
	let squares = PRIOR_ERRORS * PRIOR_ERROR * PRIOR_ERROR;
	let count = PRIOR_ERRORS;
	for (let until = start; until < n; until++) {
		const ahead = trendForecast(logs, until, Math.min(horizon, n - until));
		let seen = 0;
		for (let h = 0; h < ahead.length; h++) {
			const error = (logs[until + h] as number) - (ahead[h] as number);
			rows[whole * horizon + h] = error;
			if (Number.isNaN(error)) continue;
			squares += bounded(error) ** 2 / (1 + EACH_MONTH * (h + 1));
			count++;
			seen++;
		}
		if (seen === horizon) whole++;
	}
	const size = Math.sqrt(squares / count);
	const trust = whole / (whole + HALF_TRUST);
	for (let p = 0; p < paths; p += 2) {
		const row = out.subarray(p * horizon, (p + 1) * horizon);
		const scale = Math.exp(SIZE_ERROR * normal(random));
		const sign = random() < 0.5 ? scale : -scale;
		if (random() < trust) {
			const from = Math.floor(random() * whole) * horizon;
			for (let h = 0; h < horizon; h++) row[h] = sign * (rows[from + h] as number);
		} else {
			const each = scale * size;
			let level = normal(random) * each * Math.sqrt(FROM_START);
			for (let h = 0; h < horizon; h++) {
				level += normal(random) * each * Math.sqrt(EACH_MONTH);
				row[h] = level + normal(random) * each * Math.sqrt(1 - FROM_START);
			}
		}
		if (p + 1 < paths) for (let h = 0; h < horizon; h++) out[(p + 1) * horizon + h] = -(row[h] as number);
	}
	return out;
}

/** Scales down each column from `first` on whose middle is absurd beside the largest month ever seen. */
function guardMedians(out: Float64Array, columns: number, first: number, largest: number): void {
	for (let k = first; k < columns; k++) {
		const middle = quantile(columnOf(out, columns, k).sort(), 0.5);
		if (!(middle > MOST * largest)) continue;
		for (let cell = k; cell < out.length; cell += columns)
			out[cell] = (out[cell] as number) * ((MOST * largest) / middle);
	}
}

function columnOf(rows: Float64Array, columns: number, k: number): Float64Array {
	return Float64Array.from({ length: rows.length / columns }, (_, p) => rows[p * columns + k] as number);
}

/** A past cycle and what was used in it; NaN where that is not known. */
export interface CycleTotal {
	readonly cycle: Cycle;
	readonly credits: number;
}

export interface YearRequest {
	readonly history: DemandHistory;
	/** the instant up to which usage is known; within the first of `cycles` */
	readonly asOf: number;
	readonly zone: ZoneTable;
	/** the cycles to forecast, one after the other, the running one first */
	readonly cycles: readonly Cycle[];
	/** complete cycles up to the running one, the oldest first, without a gap */
	readonly pastCycles: readonly CycleTotal[];
	/** credits of the running cycle up to the as-of */
	readonly used: number;
	/** the running cycle's total on each path, from the daily forecast, taken as it is; null: made here from the same */
	readonly firstCycle: Float64Array | null;
	readonly seed: number;
	/** number of sample paths */
	readonly paths: number;
	/** holidays, planned events and growth; undefined: none, the paths are the same to the bit */
	readonly plan?: DemandPlan | undefined;
}

/** Joint sample paths of the totals of billing cycles. */
export interface YearPaths {
	readonly refused: Refusal | null;
	/** from whole cycles (two years of them and more), or from daily history */
	readonly from: 'cycles' | 'days';
	/** number of cycles; 0 when refused, as is `paths` */
	readonly cycles: number;
	readonly paths: number;
	/** credits, row-major paths × cycles */
	readonly credits: Float64Array;
}

/** Credits of one cycle: the range called 8 in 10, the middle and the mean. */
export interface CycleRange {
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	readonly mean: number;
}

/**
 * Sample paths of the credits of the next billing cycles, the running one first. With two years of whole cycles they are
 * forecast as months (`forecastMonths`, credits for each weighted day, so that long and short cycles compare); with less,
 * from daily history: level × weekdays of the cycle × slight growth × errors that widen. In both, the running cycle's
 * middle is taken for the latest news, and a part of what is special about it on a path stays on that path.
 * Planned events and growth are taken out of the past and put into the cycles to come.
 * Seeded, finite, ≥ 0; refused with fewer than 14 known days.
 */
export function forecastYear(request: YearRequest): YearPaths {
	const { history, asOf, zone, cycles, pastCycles, paths, seed } = request;
	const today = dayOf(zone, asOf);
	const running = cycles[0];
	const recent = pastCycles.slice(-MOST_MONTHS);
	const from =
		recent.filter(({ credits }) => !Number.isNaN(credits)).length < MONTHS_NEEDED ? 'days' : 'cycles';
	// The season of whole cycles has the holidays in it.
	const plan = from === 'cycles' && request.plan ? { ...request.plan, country: null } : request.plan;
	const lastDay = dayOf(zone, (cycles[cycles.length - 1]?.end ?? asOf + 1) - 1);
	const planned = readPlan(history, today, lastDay, plan);
	const { firstDay, total: daily, known } = knownDays(planned.history, today);
	if (known < DAYS_NEEDED || !running) {
		const refused: Refusal = {
			code: 'tooFewDays',
			known,
			needed: DAYS_NEEDED,
			chancesFrom: today + Math.max(0, DAYS_NEEDED - known)
		};
		return { refused, from, cycles: 0, paths: 0, credits: new Float64Array(0) };
	}
	const columns = cycles.length;
	const later = columns - 1;
	const first = request.firstCycle ?? restOfCycle(request, running);
	const random = seeded(seed ^ 0x5bd1e995);
	const outline = outlineCycles(daily, firstDay, later);
	const weightOf = (cycle: Cycle): number => {
		const [first, last] = daysOf(zone, cycle);
		let sum = 0;
		for (let day = first; day <= last; day++) sum += outline.weekdays[weekday(day)] as number;
		return sum;
	};
	const weights = Float64Array.from(cycles, weightOf);
	const middle = quantile(Float64Array.from(first).sort(), 0.5);
	const changes = cycles.map((cycle) =>
		plan ? plannedChange(planned, daysOf(zone, cycle), outline) : { factor: 1, added: 0 }
	);
	const now = changes[0] ?? { factor: 1, added: 0 };
	const ordinaryMiddle = now.factor > 0 ? Math.max(0, middle - now.added) / now.factor : middle;
	let ahead: Float64Array;
	if (from === 'cycles') {
		const totals = new Float64Array(recent.length + 1);
		recent.forEach(({ cycle, credits }, k) => {
			const share = ordinaryShare(planned.history, history, daysOf(zone, cycle));
			totals[k] = (credits * share) / weightOf(cycle);
		});
		totals[recent.length] = ordinaryMiddle / (weights[0] as number);
		ahead = simulateMonths(totals, later, paths, random);
	} else {
		ahead = cycleErrors(outline.spread, later, paths, random);
		for (let cell = 0; cell < ahead.length; cell++)
			ahead[cell] =
				outline.level * Math.exp(outline.growth((cell % later) + 1) + bounded(ahead[cell] as number));
	}
	const credits = new Float64Array(paths * columns);
	for (let p = 0; p < paths; p++) {
		const total = first[p] as number;
		const surprise = middle > 0 ? bounded(Math.log(total / middle)) : 0;
		credits[p * columns] = total;
		for (let k = 1; k < columns; k++)
			credits[p * columns + k] =
				(ahead[p * later + k - 1] as number) *
				Math.exp(surprise * (from === 'cycles' ? CARRY : carriedTo(k))) *
				(weights[k] as number);
	}
	guardMedians(credits, columns, 1, largestMonth(recent, daily, middle));
	changes.slice(1).forEach(({ factor, added }, k) => {
		if (factor !== 1 || added !== 0)
			for (let cell = k + 1; cell < credits.length; cell += columns)
				credits[cell] = (credits[cell] as number) * factor + added;
	});
	return { refused: null, from, cycles: columns, paths, credits };
}

/** The running cycle's total on each path: what is used, and the daily forecast of the rest. */
function restOfCycle(request: YearRequest, cycle: Cycle): Float64Array {
	const { history, asOf, zone, seed, paths, used, plan } = request;
	const demand = forecastDemand({ history, asOf, zone, cycle, seed, paths, plan });
	const first = new Float64Array(paths).fill(used);
	demand.total.forEach((credits, cell) => {
		const p = Math.floor(cell / demand.days);
		first[p] = (first[p] as number) + credits;
	});
	return first;
}

/** The largest of the past cycles, the largest thirty days known and the running cycle's middle. */
function largestMonth(past: readonly CycleTotal[], daily: Float64Array, middle: number): number {
	let largest = middle;
	for (const { credits } of past) if (credits > largest) largest = credits;
	let thirty = 0;
	for (let t = 0; t < daily.length; t++) {
		thirty += Number.isNaN(daily[t]) ? 0 : (daily[t] as number);
		if (t >= 30) thirty -= Number.isNaN(daily[t - 30]) ? 0 : (daily[t - 30] as number);
		largest = Math.max(largest, thirty);
	}
	return largest;
}

/** Reads each cycle off the paths, in credits; nothing when refused. */
export function readYear(year: YearPaths): CycleRange[] {
	return Array.from({ length: year.cycles }, (_, k) => {
		const column = columnOf(year.credits, year.cycles, k).sort();
		let mean = 0;
		for (const credits of column) mean += credits / year.paths;
		return { p10: quantile(column, 0.1), p50: quantile(column, 0.5), p90: quantile(column, 0.9), mean };
	});
}
