import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '$lib/engine/forecast';
import { costAt, settle, termOutcome } from '$lib/engine/planning';
import { policies, someTerms, TERMS } from './support';

const year = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
	.chain(([cycles, paths]) =>
		fc.record({
			cycles: fc.constant(cycles),
			credits: fc
				.array(fc.integer({ min: 0, max: 120 }), { minLength: cycles * paths, maxLength: cycles * paths })
				.map((list) => Float64Array.from(list))
		})
	);

describe('a plan held through a term', () => {
	it('costs the sum of its cycles on each course, where nothing is bought on the way', () => {
		fc.assert(
			fc.property(someTerms, policies, year, (terms, policy, { cycles, credits }) => {
				const plan = { tier: terms.tiers.length - 1, policy };
				const sums = Float64Array.from({ length: credits.length / cycles }, (_, p) =>
					credits
						.subarray(p * cycles, (p + 1) * cycles)
						.reduce((sum, demand) => sum + (costAt(terms, plan, demand) as number), 0)
				).sort();
				const { cost } = termOutcome(terms, plan, credits, cycles);
				expect(cost?.mean).toBeCloseTo(sums.reduce((a, b) => a + b, 0) / sums.length, 6);
				expect(cost?.p10).toBeCloseTo(quantile(sums, 0.1), 6);
				expect(cost?.p90).toBeCloseTo(quantile(sums, 0.9), 6);
			})
		);
	});

	it('serves, as overage or not, all of what is demanded', () => {
		fc.assert(
			fc.property(someTerms, policies, year, (terms, policy, { cycles, credits }) => {
				const plan = { tier: 0, policy };
				const { overage, unserved } = termOutcome(terms, plan, credits, cycles);
				const included = terms.tiers[0]?.credits ?? 0;
				const beyond = credits.reduce((sum, demand) => sum + Math.max(0, demand - included), 0);
				expect(overage + unserved).toBeCloseTo((beyond * cycles) / credits.length, 6);
			})
		);
	});

	it('keeps a tier that was bought when credits ran out', () => {
		const plan = { tier: 0, policy: 'upgrade' as const };
		// The first cycle runs out of 20 and buys 40, the second holds it, the third buys 60.
		const { cost, stops } = termOutcome(TERMS, plan, Float64Array.of(30, 10, 50), 3);
		expect(cost?.mean).toBe(18 + 18 + 25);
		expect(stops).toBe(0);
		expect(settle(TERMS, plan, 30).tier).toBe(1);
	});

	it('counts the cycles in which agents stop', () => {
		const { stops, unserved } = termOutcome(
			TERMS,
			{ tier: 0, policy: 'off' },
			Float64Array.of(25, 10, 45),
			3
		);
		expect(stops).toBe(2);
		expect(unserved).toBe(30);
	});

	it('has no cost where a price is missing on some course', () => {
		const terms = { ...TERMS, overagePrice: null };
		expect(termOutcome(terms, { tier: 0, policy: 'on' }, Float64Array.of(5, 25), 1).cost).toBeNull();
		expect(termOutcome(terms, { tier: 0, policy: 'on' }, Float64Array.of(5, 15), 1).cost).not.toBeNull();
	});
});
