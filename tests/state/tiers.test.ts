import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSchedule, costAt, scheduleOf, type ScheduleRequest } from '$lib/engine/planning';
import { NET2PHONE, withStack, withTier, type RateCard } from '$lib/engine/rating';
import { termsUnder } from '$lib/state/planTerms';
import { coursesOf, everySchedule, policies } from '../engine/planning/support';
import { CONTRACT } from '../support/rows';

const CARD: RateCard = {
	...NET2PHONE,
	tiers: [
		{ includedCredits: 20, price: '10' },
		{ includedCredits: 50, price: '24' }
	],
	overagePricePerCredit: '0.75'
};
const stacked = (...parts: number[]): RateCard => ({ ...CARD, tiers: withStack(CARD.tiers, parts) });

describe('tiers of one’s own and plans put together', () => {
	it('are priced in plans as the sum of what they are made of', () => {
		const terms = termsUnder(stacked(50, 20, 20), CONTRACT, 0);
		expect(terms.tiers).toEqual([
			{ credits: 20, price: 10 },
			{ credits: 50, price: 24 },
			{ credits: 90, price: 44 }
		]);
		expect(costAt(terms, { tier: 2, policy: 'on' }, 100)).toBe(44 + 7.5);
	});

	it('leave the best schedule what trying every one of them finds', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(20, 50), { minLength: 2, maxLength: 3 }),
				fc.record({ credits: fc.integer({ min: 1, max: 120 }), price: fc.nat(60) }),
				policies,
				fc.array(fc.array(fc.nat(150), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
				(parts, { credits, price }, policy, demands) => {
					const card = stacked(...parts);
					const own = { includedCredits: credits, price: String(price) };
					const terms = termsUnder({ ...card, tiers: withTier(card.tiers, own) }, CONTRACT, 0);
					const request: ScheduleRequest = {
						terms,
						policy,
						objective: 'mean',
						tolerance: 0.5,
						lowest: 0,
						locked: demands.map(() => true),
						cycles: demands.map((demand) => coursesOf(...demand))
					};
					const values = everySchedule(terms.tiers.length, demands.length).flatMap((tiers) => {
						const schedule = scheduleOf(request, tiers);
						return schedule ? [schedule.value] : [];
					});
					const best = bestSchedule(request);
					if (values.length === 0) expect(best).toBeNull();
					else expect(best?.value).toBeCloseTo(Math.min(...values), 9);
				}
			),
			{ numRuns: 60 }
		);
	});
});
