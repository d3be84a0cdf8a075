import fc from 'fast-check';
import type { Courses, PlanTerms } from '$lib/engine/planning';

/** Terms with invented prices: 20, 40, 60 and 100 credits, overage at 0.25. */
export const TERMS: PlanTerms = {
	tiers: [
		{ credits: 20, price: 10 },
		{ credits: 40, price: 18 },
		{ credits: 60, price: 25 },
		{ credits: 100, price: 38 }
	],
	overagePrice: 0.25,
	overageBlock: null,
	cap: 15,
	upgradeCredits: 'replace',
	upgradePrice: 'new',
	fixed: 0
};

/** Courses of which only the demand is known, used evenly. */
export const coursesOf = (...demand: number[]): Courses => ({
	demand: Float64Array.from(demand),
	leftAt: (k) => (credits) => Math.max(0, 1 - credits / (demand[k] as number))
});

/** Ladders of one to four tiers with whole prices, dear enough that each choice can win. */
export const someTerms = fc
	.record({
		steps: fc.array(fc.record({ credits: fc.integer({ min: 1, max: 30 }), price: fc.nat(20) }), {
			minLength: 1,
			maxLength: 4
		}),
		overagePrice: fc.integer({ min: 1, max: 8 }).map((n) => n / 4),
		overageBlock: fc.constantFrom(null, 5),
		cap: fc.constantFrom(null, 0, 7, 20),
		upgradeCredits: fc.constantFrom('replace' as const, 'add' as const),
		upgradePrice: fc.constantFrom('new' as const, 'prorata' as const, 'both' as const),
		fixed: fc.nat(5)
	})
	.map(({ steps, ...rest }): PlanTerms => {
		let [credits, price] = [0, 0];
		return {
			...rest,
			tiers: steps.map((step) => ({ credits: (credits += step.credits), price: (price += step.price) }))
		};
	});

export const policies = fc.constantFrom('off' as const, 'on' as const, 'capped' as const);

/** All tuples of tiers, one a cycle. */
export function everySchedule(tiers: number, cycles: number): number[][] {
	if (cycles === 0) return [[]];
	return everySchedule(tiers, cycles - 1).flatMap((rest) =>
		Array.from({ length: tiers }, (_, tier) => [...rest, tier])
	);
}
