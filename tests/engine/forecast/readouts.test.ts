import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	FAN_QUANTILES,
	forecastDemand,
	largestRemainder,
	paceMonthEnd,
	paceRunOut,
	quantile,
	readCycle,
	readTier
} from '../../../src/lib/engine/forecast';
import { DAY_MS, dayNumber, HOUR_MS, startOfDay } from '../../../src/lib/engine/time';
import { history, lively, MIDNIGHT, request, TODAY, TORONTO } from './support';

const demand = forecastDemand(request(history(TODAY, 120, lively), MIDNIGHT));
const TIERS = [500, 5_000, 10_000, 20_000, 40_000, 200_000];

describe('a demand that never changes', () => {
	// 4 × 25 credits a day since June; by 16 November 00:00 the cycle has used 15 × 100.
	const steady = forecastDemand(
		request(
			history(TODAY, 150, () => 25),
			MIDNIGHT
		)
	);

	it('runs out where arithmetic says, within a narrow band', () => {
		const tier = readTier(steady, 1_500, 2_050, 10);
		// 550 credits at 100 a day: 21 November, 12:00.
		const noon = startOfDay(TORONTO, dayNumber(2026, 11, 21)) + 12 * HOUR_MS;
		expect(tier.probability).toBe(1);
		expect(Math.abs((tier.runOutAt.p50 as number) - noon)).toBeLessThan(6 * HOUR_MS);
		expect((tier.runOutAt.p90 as number) - (tier.runOutAt.p10 as number)).toBeLessThan(2 * DAY_MS);
	});

	it('ends the month at thirty days of it', () => {
		const { monthEnd } = readCycle(steady, 1_500);
		expect(monthEnd.p50 / 3_000).toBeCloseTo(1, 1);
		expect((monthEnd.p90 - monthEnd.p10) / 3_000).toBeLessThan(0.15);
		const tier = readTier(steady, 1_500, 2_000, 10);
		expect(tier.expectedOverage / 1_000).toBeCloseTo(1, 1);
		expect(tier.expectedUnserved).toBe(tier.expectedOverage / 10);
	});

	it('has a straight line that agrees', () => {
		const { cycle } = steady;
		// November has a day of 25 hours: 15 days and an hour of 30 days and an hour are known.
		const share = (15 * 24 + 1) / (30 * 24 + 1);
		expect(paceMonthEnd(1_500, cycle, MIDNIGHT)).toBeCloseTo(1_500 / share, 9);
		expect(paceRunOut(1_500, cycle, MIDNIGHT, 2_000)).toBe(
			cycle.start + Math.floor((2_000 / 1_500) * (15 * 24 + 1) * HOUR_MS)
		);
		expect(paceRunOut(1_500, cycle, MIDNIGHT, 3_100)).toBeNull();
		expect(paceMonthEnd(0, cycle, cycle.start)).toBe(0);
	});
});

describe('reading tiers off the paths', () => {
	it('orders tiers on every path', () => {
		let last = readTier(demand, 3_000, TIERS[0] as number, 4);
		for (const credits of TIERS.slice(1)) {
			const tier = readTier(demand, 3_000, credits, 4);
			expect(tier.probability).toBeLessThanOrEqual(last.probability);
			expect(tier.expectedOverage).toBeLessThanOrEqual(last.expectedOverage);
			for (const p of ['p10', 'p50', 'p90'] as const)
				if (!last.reached)
					expect(tier.runOutAt[p] ?? Infinity).toBeGreaterThanOrEqual(last.runOutAt[p] ?? Infinity);
			last = tier;
		}
	});

	it('never lets a tier last longer when more was used already', () => {
		fc.assert(
			fc.property(
				fc.nat(30_000),
				fc.nat(30_000),
				fc.integer({ min: 1, max: 80_000 }),
				(used, more, credits) => {
					const less = readTier(demand, used, credits, null);
					const most = readTier(demand, used + more, credits, null);
					expect(most.probability).toBeGreaterThanOrEqual(less.probability);
					for (const p of ['p10', 'p50', 'p90'] as const)
						if (!most.reached)
							expect(most.runOutAt[p] ?? Infinity).toBeLessThanOrEqual(less.runOutAt[p] ?? Infinity);
				}
			)
		);
	});

	it('gives daily chances that make a hundred with the remainder, and the probability', () => {
		for (const credits of TIERS) {
			const tier = readTier(demand, 3_000, credits, null);
			if (tier.reached) continue;
			expect(tier.dailyOf100.reduce((a, b) => a + b, 0) + tier.remainderOf100).toBe(100);
			expect(tier.dailyChances.reduce((a, b) => a + b, 0)).toBeCloseTo(tier.probability, 12);
		}
	});

	it('names no date for a share of paths that does not run out', () => {
		const tier = readTier(demand, 3_000, 1e9, null);
		expect(tier).toMatchObject({
			probability: 0,
			runOutAt: { p10: null, p50: null, p90: null },
			remainderOf100: 100
		});
	});

	it('leaves the instant of a tier already reached to the ledger', () => {
		const tier = readTier(demand, 3_000, 3_000, null);
		expect(tier).toMatchObject({
			reached: true,
			probability: 1,
			runOutAt: { p10: null },
			expectedUnserved: null
		});
	});

	it('places every run-out between the as-of and the end of the cycle', () => {
		for (const credits of [3_001, 9_000, 15_000]) {
			const { runOutAt } = readTier(demand, 3_000, credits, null);
			for (const at of [runOutAt.p10, runOutAt.p50, runOutAt.p90])
				if (at !== null) expect(at >= MIDNIGHT && at <= demand.cycle.end && Number.isInteger(at)).toBe(true);
		}
	});

	it('places a run-out within the day where its hours are', () => {
		const office = Float64Array.from({ length: 168 }, (_, h) => (h % 24 >= 9 && h % 24 < 17 ? 1 : 0));
		const past = { ...history(TODAY, 150, () => 25), hourOfWeek: office };
		const { runOutAt } = readTier(forecastDemand(request(past, MIDNIGHT)), 1_500, 2_050, null);
		const day = startOfDay(TORONTO, dayNumber(2026, 11, 21));
		expect(runOutAt.p50).toBeGreaterThanOrEqual(day + 9 * HOUR_MS);
		expect(runOutAt.p50).toBeLessThanOrEqual(day + 17 * HOUR_MS);
	});
});

describe('the fan', () => {
	const { fan, middle, middleParts, monthEnd } = readCycle(demand, 3_000);

	it('starts at what is used and ends with the cycle', () => {
		expect(fan.at[0]).toBe(MIDNIGHT);
		expect(fan.at[fan.at.length - 1]).toBe(demand.cycle.end);
		for (const line of fan.credits) expect(line[0]).toBe(3_000);
		expect(fan.credits[2]?.at(-1)).toBe(monthEnd.p50);
	});

	it('never falls along time or across quantiles', () => {
		for (let i = 0; i < fan.at.length; i++)
			for (let k = 0; k < FAN_QUANTILES.length; k++) {
				const here = fan.credits[k]?.[i] as number;
				if (i > 0) expect(here).toBeGreaterThanOrEqual(fan.credits[k]?.[i - 1] as number);
				if (k > 0) expect(here).toBeGreaterThanOrEqual(fan.credits[k - 1]?.[i] as number);
			}
	});

	it('has a middle course that adds up to its median, by day and by series', () => {
		expect(3_000 + middle.reduce((a, b) => a + b, 0)).toBeCloseTo(monthEnd.p50, 6);
		middle.forEach((day, h) =>
			expect(middleParts.reduce((sum, one) => sum + (one[h] as number), 0)).toBeCloseTo(day, 6)
		);
	});

	it('agrees with the tiers: at its median the chance is even', () => {
		expect(readTier(demand, 3_000, monthEnd.p50, null).probability).toBeGreaterThanOrEqual(0.5);
		expect(readTier(demand, 3_000, monthEnd.p50 * 1.0001, null).probability).toBeLessThanOrEqual(0.5);
	});
});

describe('rounding', () => {
	it('gives the largest remainders the missing parts', () => {
		expect(largestRemainder([1, 1, 1], 100)).toEqual([34, 33, 33]);
		expect(largestRemainder([0, 0], 100)).toEqual([0, 0]);
		expect(largestRemainder([333, 333, 334], 10)).toEqual([3, 3, 4]);
	});

	it('reads quantiles that are members of the list', () => {
		const list = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect([0.1, 0.5, 0.51, 0.9, 1].map((q) => quantile(list, q))).toEqual([1, 5, 6, 9, 10]);
	});
});
