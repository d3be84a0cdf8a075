import { quantile } from '../forecast';
import { costOfSettled, evenUse, settle, type Plan, type PlanTerms } from './plan';

/** What a plan comes to over several cycles, on all courses. Credits; money before tax. */
export interface TermOutcome {
	readonly plan: Plan;
	/** of all cycles together: the mean, and what 1 in 10 courses stay below and exceed; null: a price is missing */
	readonly cost: { readonly mean: number; readonly p10: number; readonly p90: number } | null;
	/** means of all cycles together */
	readonly overage: number;
	readonly unserved: number;
	/** mean number of cycles in which agents are stopped */
	readonly stops: number;
}

/**
 * Holds a plan through several cycles of which only the totals are known (row-major paths × cycles). An upgrade at
 * run-out stays: the cycles after it begin with the higher tier, since a lower one is refused within the term.
 */
export function termOutcome(
	terms: PlanTerms,
	plan: Plan,
	credits: Float64Array,
	cycles: number
): TermOutcome {
	const paths = credits.length / cycles;
	const costs = new Float64Array(paths);
	let [overage, unserved, stops] = [0, 0, 0];
	for (let p = 0; p < paths; p++) {
		let { tier } = plan;
		for (let k = 0; k < cycles; k++) {
			const demand = credits[p * cycles + k] as number;
			const held = { tier, policy: plan.policy };
			const settled = settle(terms, held, demand);
			costs[p] = (costs[p] as number) + (costOfSettled(terms, held, settled, evenUse(demand)) ?? NaN);
			overage += settled.overage / paths;
			unserved += settled.unserved / paths;
			if (settled.stopped) stops += 1 / paths;
			tier = settled.tier;
		}
	}
	const mean = costs.reduce((sum, cost) => sum + cost, 0) / paths;
	costs.sort();
	return {
		plan,
		cost: Number.isNaN(mean) ? null : { mean, p10: quantile(costs, 0.1), p90: quantile(costs, 0.9) },
		overage,
		unserved,
		stops
	};
}
