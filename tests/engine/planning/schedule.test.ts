import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	bestSchedule,
	costsOf,
	outcomeOf,
	scheduleOf,
	settle,
	type ScheduleRequest
} from '$lib/engine/planning';
import { coursesOf, everySchedule, policies, someTerms, TERMS } from './support';
import { runs } from '../../support/runs';

const requests = fc
	.record({
		terms: someTerms,
		policy: policies,
		objective: fc.constantFrom('mean' as const, 'tail' as const, 'regret' as const),
		tolerance: fc.constantFrom(0, 0.2, 0.5, 1),
		demands: fc.array(fc.array(fc.nat(120), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
		lowest: fc.nat(3),
		locked: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
	})
	.map(({ demands, lowest, terms, ...rest }): ScheduleRequest => ({
		...rest,
		terms,
		lowest: lowest % terms.tiers.length,
		cycles: demands.map((demand) => coursesOf(...demand))
	}));

describe('the best schedule', () => {
	it('is what trying every one of them finds', () => {
		fc.assert(
			fc.property(requests, (request) => {
				const every = everySchedule(request.terms.tiers.length, request.cycles.length)
					.map((tiers) => scheduleOf(request, tiers))
					.filter((schedule) => schedule !== null);
				const best = bestSchedule(request);
				if (every.length === 0) {
					expect(best).toBeNull();
					return;
				}
				const least = Math.min(...every.map(({ value }) => value));
				expect(best?.value).toBeCloseTo(least, 9);
				expect(scheduleOf(request, best?.tiers ?? [])?.value).toBeCloseTo(least, 9);
			}),
			{ numRuns: runs(400) }
		);
	});

	it('stops in no cycle more often than is tolerated, and never goes below a lock', () => {
		fc.assert(
			fc.property(requests, (request) => {
				const best = bestSchedule(request);
				if (!best) return;
				best.tiers.forEach((tier, m) => {
					expect(best.stops[m]).toBeLessThanOrEqual(request.tolerance);
					if (m > 0 && request.locked[m]) expect(tier).toBeGreaterThanOrEqual(best.tiers[m - 1] as number);
				});
				expect(best.tiers[0]).toBeGreaterThanOrEqual(request.lowest);
			})
		);
	});

	it('buys early what a lock would make dear, and late what it would not', () => {
		const quiet = coursesOf(15, 15);
		const busy = coursesOf(90, 90);
		const base = {
			terms: { ...TERMS, overagePrice: 0.5 },
			policy: 'on' as const,
			objective: 'mean' as const,
			tolerance: 1,
			lowest: 0,
			cycles: [quiet, busy, quiet]
		};
		expect(bestSchedule({ ...base, locked: [false, false, false] })?.tiers).toEqual([0, 3, 0]);
		// Under the lock the large plan of one month has to be kept: overage is cheaper.
		expect(bestSchedule({ ...base, locked: [true, true, true] })?.tiers).toEqual([0, 0, 0]);
	});
});

describe('what a plan does over courses', () => {
	it('is read off the same courses as its costs', () => {
		fc.assert(
			fc.property(
				someTerms,
				fc.oneof(policies, fc.constant('upgrade' as const)),
				fc.array(fc.nat(150), { minLength: 1, maxLength: 30 }),
				(terms, policy, demand) => {
					const plan = { tier: 0, policy };
					const courses = coursesOf(...demand);
					const outcome = outcomeOf(terms, plan, courses);
					const settled = demand.map((credits) => settle(terms, plan, credits));
					const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
					expect(outcome.unserved.mean).toBeCloseTo(mean(settled.map(({ unserved }) => unserved)), 9);
					expect(outcome.overage.mean).toBeCloseTo(mean(settled.map(({ overage }) => overage)), 9);
					expect(outcome.stopProbability).toBeCloseTo(mean(settled.map(({ stopped }) => Number(stopped))), 9);
					expect(outcome.endsOn.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
					expect(outcome.cost?.mean).toBeCloseTo(mean([...costsOf(terms, plan, courses)]), 9);
				}
			)
		);
	});
});
