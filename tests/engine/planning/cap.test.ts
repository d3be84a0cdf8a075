import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capForBudget, capForRisk, costAt, settle } from '$lib/engine/planning';
import { sure } from '../../support/sure';
import { someTerms, TERMS } from './support';

const demandsOf = fc
	.array(fc.nat(150), { minLength: 1, maxLength: 40 })
	.map((demands) => demands.toSorted((a, b) => a - b));
const stopsWith = (cap: number, demands: readonly number[], tier = 0, terms = TERMS) =>
	demands.filter((demand) => settle({ ...terms, cap }, { tier, policy: 'capped' }, demand).stopped).length;

describe('a cap on overage', () => {
	it('for a risk stops on no more courses than allowed, and one credit less would', () => {
		fc.assert(
			fc.property(someTerms, demandsOf, fc.integer({ min: 0, max: 100 }), (terms, demands, percent) => {
				const risk = percent / 100;
				const { cap, stopProbability } = capForRisk(terms, 0, demands, risk);
				const stopped = stopsWith(cap, demands, 0, terms);
				expect(stopProbability).toBe(stopped / demands.length);
				expect(stopProbability).toBeLessThanOrEqual(risk + 1e-9);
				if (cap > 0) expect(stopsWith(cap - 1, demands, 0, terms) / demands.length).toBeGreaterThan(risk);
			})
		);
	});

	it('for a budget costs no more on any demand, and a larger one would', () => {
		fc.assert(
			fc.property(someTerms, demandsOf, fc.nat(120), (terms, demands, budget) => {
				const choice = capForBudget(terms, 0, demands, budget);
				const bare = (terms.fixed ?? NaN) + (terms.tiers[0]?.price ?? NaN);
				if (bare > budget) {
					expect(choice).toBeNull();
					return;
				}
				const { cap, mostCost } = sure(choice);
				expect(mostCost).toBeLessThanOrEqual(budget + 1e-9);
				const plan = { tier: 0, policy: 'capped' as const };
				expect(costAt({ ...terms, cap }, plan, 100_000)).toBe(mostCost);
				const more = cap + (terms.overageBlock ?? 1);
				expect(costAt({ ...terms, cap: more }, plan, 100_000)).toBeGreaterThan(budget);
			})
		);
	});

	it('has no cost without a price, and none for a budget', () => {
		expect(capForRisk({ ...TERMS, overagePrice: null }, 0, [50], 0)).toMatchObject({
			cap: 31,
			mostCost: null
		});
		expect(capForBudget({ ...TERMS, overagePrice: null }, 0, [50], 100)).toBeNull();
		expect(capForBudget({ ...TERMS, overagePrice: 0 }, 0, [50], 100)).toBeNull();
	});
});
