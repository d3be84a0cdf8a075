import { costsOf, summaryOf, type Courses } from './outcome';
import { stopsAt, type PlanPolicy, type PlanTerms } from './plan';

/**
 * What is to be as small as it can: the mean cost; the cost that 1 in 10 courses of a cycle exceed; or the regret that
 * 1 in 10 exceed, which is what a tier cost beyond the one that would have been cheapest on that course (L. J. Savage,
 * The theory of statistical decision, JASA 46, 1951, with a quantile for his maximum).
 */
export type Objective = 'mean' | 'tail' | 'regret';

/** A choice of tiers over the cycles to come, all under one policy. */
export interface ScheduleRequest {
	readonly terms: PlanTerms;
	readonly policy: PlanPolicy;
	readonly objective: Objective;
	/** in each cycle agents may stop in this share of the courses */
	readonly tolerance: number;
	/** one for each cycle, the running one first */
	readonly cycles: readonly Courses[];
	/** index of the lowest tier that may be held in the first cycle */
	readonly lowest: number;
	/** true: the tier of a cycle may not be below that of the one before (within the term) */
	readonly locked: readonly boolean[];
}

/** The best choice. Money is the objective summed over the cycles. */
export interface Schedule {
	/** index of the tier in each cycle */
	readonly tiers: readonly number[];
	readonly value: number;
	/** mean cost of the whole; its objective may be another */
	readonly meanCost: number;
	/** chance that agents stop in each cycle */
	readonly stops: readonly number[];
}

/** By cycle and tier: the objective (Infinity: not allowed), the mean cost, the chance that agents stop. */
interface Table {
	readonly value: readonly Float64Array[];
	readonly mean: readonly Float64Array[];
	readonly stops: readonly Float64Array[];
}

function tableOf({ terms, policy, objective, tolerance, cycles }: ScheduleRequest): Table {
	const table = { value: [] as Float64Array[], mean: [] as Float64Array[], stops: [] as Float64Array[] };
	for (const courses of cycles) {
		const count = courses.demand.length;
		const stops = Float64Array.from(terms.tiers, (_, tier) => {
			const limit = stopsAt(terms, { tier, policy });
			let stopped = 0;
			for (const credits of courses.demand) if (credits >= limit) stopped++;
			return stopped / count;
		});
		const costs = terms.tiers.map((_, tier) => costsOf(terms, { tier, policy }, courses));
		// Hindsight chooses among what the tolerance allows, on each course.
		const allowed = costs.map((own, tier) => (stops[tier] as number) <= tolerance && !own.some(Number.isNaN));
		const least = courses.demand.map((_, k) =>
			costs.reduce((min, own, tier) => (allowed[tier] ? Math.min(min, own[k] as number) : min), Infinity)
		);
		table.stops.push(stops);
		table.mean.push(Float64Array.from(costs, (own) => own.reduce((a, b) => a + b, 0) / count));
		table.value.push(
			Float64Array.from(costs, (own, tier) => {
				if (!allowed[tier]) return Infinity;
				if (objective === 'mean') return own.reduce((a, b) => a + b, 0) / count;
				if (objective === 'tail') return summaryOf(Float64Array.from(own)).p90;
				return summaryOf(own.map((cost, k) => cost - (least[k] as number))).p90;
			})
		);
	}
	return table;
}

/**
 * The schedule of least value, exactly: a dynamic programme over cycles and tiers, backwards (R. Bellman, Dynamic
 * Programming, 1957). Among equals the lower tier wins, earlier cycles first. Null: nothing is allowed, because every
 * tier stops too often or a price is missing.
 */
export function bestSchedule(request: ScheduleRequest): Schedule | null {
	const { terms, cycles, lowest, locked } = request;
	const { value, mean, stops } = tableOf(request);
	const sizes = terms.tiers.length;
	/** least value from a cycle on, by its tier; and the tier that follows */
	const from = cycles.map(() => new Float64Array(sizes).fill(Infinity));
	const next = cycles.map(() => new Int32Array(sizes).fill(-1));
	for (let m = cycles.length - 1; m >= 0; m--) {
		for (let tier = 0; tier < sizes; tier++) {
			let rest = 0;
			if (m + 1 < cycles.length) {
				rest = Infinity;
				for (let k = locked[m + 1] ? tier : 0; k < sizes; k++) {
					const later = from[m + 1]?.[k] as number;
					if (later >= rest) continue;
					rest = later;
					(next[m] as Int32Array)[tier] = k;
				}
			}
			(from[m] as Float64Array)[tier] = (value[m]?.[tier] as number) + rest;
		}
	}
	let first = -1;
	for (let tier = lowest; tier < sizes; tier++)
		if ((from[0]?.[tier] as number) < (first < 0 ? Infinity : (from[0]?.[first] as number))) first = tier;
	if (first < 0) return null;
	const tiers = [first];
	for (let m = 0; m + 1 < cycles.length; m++) tiers.push(next[m]?.[tiers[m] as number] as number);
	return {
		tiers,
		value: from[0]?.[first] as number,
		meanCost: tiers.reduce((sum, tier, m) => sum + (mean[m]?.[tier] as number), 0),
		stops: tiers.map((tier, m) => stops[m]?.[tier] as number)
	};
}

/** The value of holding given tiers; null where one of them is not allowed, or a lock is broken. */
export function scheduleOf(request: ScheduleRequest, tiers: readonly number[]): Schedule | null {
	const { value, mean, stops } = tableOf(request);
	const sum = (rows: readonly Float64Array[]) =>
		tiers.reduce((all, tier, m) => all + (rows[m]?.[tier] ?? Infinity), 0);
	const broken = tiers.some((tier, m) =>
		m === 0 ? tier < request.lowest : request.locked[m] && tier < (tiers[m - 1] as number)
	);
	const total = sum(value);
	if (broken || !Number.isFinite(total)) return null;
	return {
		tiers,
		value: total,
		meanCost: sum(mean),
		stops: tiers.map((tier, m) => stops[m]?.[tier] as number)
	};
}
