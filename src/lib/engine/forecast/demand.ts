import type { Cycle, ZoneTable } from '../time';
import { dayOf } from '../time';
import { readPlan, type DemandPlan } from './calendar/plan';
import { DAYS_NEEDED } from './days';
import { dayShape, type DayShape } from './hours';
import { seeded } from './random';
import { simulateDaily } from './simulate';
import { splitPaths } from './split';

/** Names the method in reports; changes with every change that moves a figure. */
export const FORECAST_METHOD = 'replay-3';

/** Metered demand by local day, up to the as-of's day. */
export interface DemandHistory {
	/** local day number of the first entry */
	readonly firstDay: number;
	/**
	 * Credits per local day: voice standard, voice premium, chat standard, chat premium. NaN where unknown (not covered,
	 * or stopped); a day counts as known only where all four are. Entries from the as-of's day on are not read.
	 */
	readonly series: readonly Float64Array[];
	/** 168 weights (credits by local hour of the week, Monday 00 first), or null for even use round the clock */
	readonly hourOfWeek: Float64Array | null;
}

export interface ForecastRequest {
	readonly history: DemandHistory;
	/** the instant up to which usage is known */
	readonly asOf: number;
	readonly zone: ZoneTable;
	/** the cycle that the as-of lies in, or a later one */
	readonly cycle: Cycle;
	readonly seed: number;
	/** number of sample paths */
	readonly paths: number;
	/** holidays, planned events and growth; absent: none */
	readonly plan?: DemandPlan | undefined;
}

/** Why there are no chances, and the local day on which there may be. */
export interface Refusal {
	readonly code: 'tooFewDays';
	readonly known: number;
	readonly needed: number;
	readonly chancesFrom: number;
}

/** Joint sample paths of the demand in a cycle, from the as-of on: everything shown is a function of these. */
export interface DemandPaths {
	readonly refused: Refusal | null;
	/** 0 when refused, as is `days` */
	readonly paths: number;
	readonly days: number;
	/** the as-of's local day, of which only the rest is forecast, or a later cycle's first; the last is the cycle's */
	readonly firstDay: number;
	/** from where on: the as-of, or a later cycle's start */
	readonly asOf: number;
	readonly cycle: Cycle;
	/** credits, row-major paths × days */
	readonly total: Float64Array;
	/** the four series, same shape; on each path and day they add up to the total exactly, in their order */
	readonly parts: readonly Float64Array[];
	/** one for each day: how its credits spread over real time */
	readonly shapes: readonly DayShape[];
}

/** The known days before `today`, without leading unknown ones: four series made alike, and their total. */
export function knownDays(history: DemandHistory, today: number) {
	const length = Math.max(0, today - history.firstDay);
	const total = new Float64Array(length);
	let first = length;
	let known = 0;
	for (let t = 0; t < length; t++) {
		let sum = 0;
		for (const one of history.series) sum += t < one.length ? (one[t] as number) : NaN;
		total[t] = sum;
		if (Number.isNaN(sum)) continue;
		first = Math.min(first, t);
		known++;
	}
	const series = history.series.map((one) => {
		const padded = new Float64Array(length).fill(NaN);
		padded.set(one.subarray(0, length));
		return padded.subarray(first);
	});
	return { firstDay: history.firstDay + first, total: total.subarray(first), series, known };
}

/** The last days of each path. */
function lastDays(total: Float64Array, days: number, kept: number): Float64Array {
	if (kept === days) return total;
	const out = new Float64Array((total.length / days) * kept);
	for (let from = days - kept, to = 0; to < out.length; from += days, to += kept)
		out.set(total.subarray(from, from + kept), to);
	return out;
}

/**
 * Simulates demand for the rest of the as-of's cycle, or for a later cycle. Seeded: the same request gives the same
 * paths, bit for bit. Multiplying the history multiplies the paths. All values are finite and ≥ 0.
 */
export function forecastDemand(request: ForecastRequest): DemandPaths {
	const { history, asOf, zone, cycle } = request;
	const today = dayOf(zone, asOf);
	const from = Math.max(asOf, cycle.start);
	const planned = readPlan(history, today, dayOf(zone, cycle.end - 1), request.plan);
	const { firstDay, total: past, series, known } = knownDays(planned.history, today);
	const first = dayOf(zone, from);
	const base = { firstDay: first, asOf: from, cycle };
	if (known < DAYS_NEEDED) {
		const refused: Refusal = {
			code: 'tooFewDays',
			known,
			needed: DAYS_NEEDED,
			chancesFrom: today + DAYS_NEEDED - known
		};
		return {
			...base,
			refused,
			paths: 0,
			days: 0,
			total: new Float64Array(0),
			parts: series.map(() => new Float64Array(0)),
			shapes: []
		};
	}
	const skip = first - today;
	const days = dayOf(zone, cycle.end - 1) - first + 1;
	const random = seeded(request.seed);
	const all = simulateDaily(past, firstDay, skip + days, request.paths, random);
	const total = lastDays(all, skip + days, days);
	const shapes: DayShape[] = [];
	for (let h = 0; h < days; h++) {
		const shape = dayShape(zone, first + h, history.hourOfWeek, from);
		shapes.push(shape);
		// Of today only the rest is to come; a day that the zone skips has nothing.
		if (shape.ofDay !== 1)
			for (let cell = h; cell < total.length; cell += days)
				total[cell] = (total[cell] as number) * shape.ofDay;
	}
	const parts = splitPaths(total, days, series, firstDay, random, skip);
	planned.apply({ firstDay: first, days, total, parts, shapes });
	return { ...base, refused: null, paths: request.paths, days, total, parts, shapes };
}
