import { type PlanTerms } from './plan';

/** A cap on overage with what follows from it. Credits; money before tax. */
export interface CapChoice {
	readonly cap: number;
	/** share of the courses on which agents stop before renewal */
	readonly stopProbability: number;
	/** the most that the cycle can cost: tier, cap and what any plan costs; null: a price is missing */
	readonly mostCost: number | null;
}

/** Share of ascending demands that reach so many credits. */
function reaching(demands: ArrayLike<number>, credits: number): number {
	let [low, high] = [0, demands.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((demands[middle] as number) < credits) low = middle + 1;
		else high = middle;
	}
	return demands.length > 0 ? (demands.length - low) / demands.length : 0;
}

/** Credits that are billed for so many of overage. */
const billed = ({ overageBlock }: PlanTerms, credits: number): number =>
	overageBlock === null ? credits : Math.ceil(credits / overageBlock) * overageBlock;

/** What follows from a cap. `demands`: credits of the cycle on each course, ascending. */
export function capChoice(
	terms: PlanTerms,
	tier: number,
	demands: ArrayLike<number>,
	cap: number
): CapChoice {
	const { credits = 0, price = null } = terms.tiers[tier] ?? {};
	const overage =
		cap === 0 ? 0 : terms.overagePrice === null ? null : billed(terms, cap) * terms.overagePrice;
	return {
		cap,
		stopProbability: reaching(demands, credits + cap),
		mostCost:
			price === null || terms.fixed === null || overage === null ? null : terms.fixed + price + overage
	};
}

/**
 * The smallest cap, in whole credits, under which agents stop on at most a share of the courses.
 * @param demands credits of the cycle on each course, ascending
 */
export function capForRisk(
	terms: PlanTerms,
	tier: number,
	demands: ArrayLike<number>,
	risk: number
): CapChoice {
	const included = terms.tiers[tier]?.credits ?? 0;
	const allowed = Math.min(demands.length, Math.floor(risk * demands.length + 1e-9));
	// The cap has to lie above the course that is the first not allowed to stop: reaching it exactly stops.
	const highest = demands[demands.length - 1 - allowed] ?? 0;
	return capChoice(terms, tier, demands, Math.max(0, Math.floor(highest) + 1 - included));
}

/**
 * The largest cap, in whole credits, whose cycle costs no more than a budget; null: the plan alone costs more, or a
 * price is missing or nil.
 */
export function capForBudget(
	terms: PlanTerms,
	tier: number,
	demands: ArrayLike<number>,
	budget: number
): CapChoice | null {
	const bare = capChoice(terms, tier, demands, 0).mostCost;
	const { overagePrice, overageBlock } = terms;
	if (bare === null || bare > budget || overagePrice === null || !(overagePrice > 0)) return null;
	const step = overageBlock ?? 1;
	// A thousandth of a credit makes up for what decimals lose in binary.
	const cap = Math.floor((budget - bare) / overagePrice / step + 1e-3 / step) * step;
	return capChoice(terms, tier, demands, cap);
}
