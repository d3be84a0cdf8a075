import { quantile } from '../forecast';
import { costOfSettled, settle, type LeftAt, type Plan, type PlanTerms } from './plan';

/** Possible courses of a cycle: what each demands in all, and when it had demanded how much. */
export interface Courses {
	/** credits of the whole cycle, one entry a course */
	readonly demand: Float64Array;
	readonly leftAt: (course: number) => LeftAt;
}

/** A quantity over courses: its mean, the value that half of them and that 1 in 10 exceed. */
export interface Summary {
	readonly mean: number;
	readonly p50: number;
	readonly p90: number;
}

/** What a plan does over all courses of a cycle. Credits; money before tax. */
export interface PlanOutcome {
	readonly plan: Plan;
	/** share of the courses on which agents are stopped before the cycle's end */
	readonly stopProbability: number;
	readonly overage: Summary;
	readonly unserved: Summary;
	/** null: a price that some course needs is missing */
	readonly cost: Summary | null;
	/** share of the courses that end on each tier */
	readonly endsOn: readonly number[];
}

/** Mean, middle and 1 in 10 of values, which are sorted in place. */
export function summaryOf(values: Float64Array): Summary {
	let sum = 0;
	for (const value of values) sum += value;
	values.sort();
	return { mean: sum / values.length, p50: quantile(values, 0.5), p90: quantile(values, 0.9) };
}

/** The cost of a plan on each course, unrounded; NaN where a price is missing. */
export function costsOf(terms: PlanTerms, plan: Plan, { demand, leftAt }: Courses): Float64Array {
	return demand.map(
		(credits, k) => costOfSettled(terms, plan, settle(terms, plan, credits), leftAt(k)) ?? NaN
	);
}

/** Reads a plan off the courses. */
export function outcomeOf(terms: PlanTerms, plan: Plan, courses: Courses): PlanOutcome {
	const count = courses.demand.length;
	const overage = new Float64Array(count);
	const unserved = new Float64Array(count);
	const endsOn = terms.tiers.map(() => 0);
	let stopped = 0;
	courses.demand.forEach((credits, k) => {
		const settled = settle(terms, plan, credits);
		overage[k] = settled.overage;
		unserved[k] = settled.unserved;
		endsOn[settled.tier] = (endsOn[settled.tier] ?? 0) + 1 / count;
		if (settled.stopped) stopped++;
	});
	const costs = costsOf(terms, plan, courses);
	return {
		plan,
		stopProbability: stopped / count,
		overage: summaryOf(overage),
		unserved: summaryOf(unserved),
		cost: costs.some(Number.isNaN) ? null : summaryOf(costs),
		endsOn
	};
}
