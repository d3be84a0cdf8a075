import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	forecastDemand,
	readCycle,
	readTier,
	reasonsOf,
	reportCard,
	sumCard,
	unservedByHour,
	type DemandPlan,
	type PastForecast
} from '../../../src/lib/engine/forecast';
import { cycleOf, dayNumber, holidays, shiftCycle, startOfDay } from '../../../src/lib/engine/time';
import { history, lively, MIDNIGHT, request, TODAY, TORONTO } from './support';
import { runs } from '../../support/runs';

const rule = { zone: TORONTO, anchorDay: 1 };
const november = cycleOf(rule, MIDNIGHT);
const december = shiftCycle(rule, november, 1);
const past = [-5, -4, -3, -2, -1].map((back) => ({
	cycle: shiftCycle(rule, november, back),
	tier: 20_000 as number | null
}));
const steady = history(TODAY, 200, () => 25);
const span = { channel: null, class: null };
const base = { zone: TORONTO, seed: 7, paths: 100 };

describe('a later cycle', () => {
	const next = forecastDemand(request(history(TODAY, 200, lively), MIDNIGHT, { cycle: december }));

	it('has all of its days, from its own start, and parts that add up', () => {
		expect(next).toMatchObject({ days: 31, firstDay: dayNumber(2026, 12, 1), asOf: december.start });
		for (let cell = 0; cell < next.total.length; cell++) {
			const [a, b, c, d] = next.parts.map((part) => part[cell] as number) as [number, number, number, number];
			expect(a + b + c + d).toBe(next.total[cell]);
		}
		expect(next.shapes[0]?.ofDay).toBe(1);
		expect(readCycle(next, 0).fan.at[0]).toBe(december.start);
	});

	it('keeps its weekdays: a closed Sunday stays closed', () => {
		// `lively` counts days from the start of the history, so any seven-day pattern will do.
		const closed = history(TODAY, 200, (t) => ((t + TODAY - 200 + 3) % 7 === 6 ? 0 : 50));
		const demand = forecastDemand(request(closed, MIDNIGHT, { cycle: december }));
		const sundays = Array.from({ length: 31 }, (_, h) => h).filter(
			(h) => (demand.firstDay + h + 3) % 7 === 6
		);
		const of = (days: readonly number[]) =>
			days.reduce((sum, h) => {
				let all = 0;
				for (let p = 0; p < demand.paths; p++) all += demand.total[p * demand.days + h] as number;
				return sum + all / days.length;
			}, 0);
		const others = Array.from({ length: 31 }, (_, h) => h).filter((h) => !sundays.includes(h));
		expect(of(sundays)).toBeLessThan(0.1 * of(others));
	});

	it('of a steady customer costs what its days cost, and scales with usage', () => {
		const { monthEnd } = readCycle(forecastDemand(request(steady, MIDNIGHT, { cycle: december })), 0);
		expect(monthEnd.p50 / 3_100).toBeCloseTo(1, 1);
		const twice = forecastDemand(
			request(
				history(TODAY, 200, (t, k) => 2 * lively(t, k)),
				MIDNIGHT,
				{ cycle: december }
			)
		);
		for (const cell of [0, 30, 999])
			expect(twice.total[cell]).toBeCloseTo(2 * (next.total[cell] as number), 6);
	});
});

describe('what would be unserved, by hour', () => {
	const demand = forecastDemand(request(history(TODAY, 120, lively), MIDNIGHT));

	it('adds up to the credits beyond the tier', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60_000 }), fc.nat(9_000), (tier, used) => {
				const hours = unservedByHour(demand, used, tier, TORONTO);
				const sum = hours.reduce((all, list) => all + list.reduce((a, b) => a + b, 0), 0);
				const { expectedOverage } = readTier(demand, used, tier, null);
				// What was over at the as-of already is not unserved in the future.
				expect(sum).toBeCloseTo(expectedOverage - Math.max(0, used - tier), 4);
				for (const list of hours) for (const value of list) expect(value).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('falls into the hours in which credits are used', () => {
		const hourOfWeek = new Float64Array(168);
		for (let day = 0; day < 7; day++) hourOfWeek.fill(1, day * 24 + 9, day * 24 + 17);
		const office = { ...history(TODAY, 120, lively), hourOfWeek };
		const hours = unservedByHour(forecastDemand(request(office, MIDNIGHT)), 0, 5_000, TORONTO);
		for (const list of hours) list.forEach((value, hour) => expect(value > 0).toBe(hour >= 9 && hour < 17));
	});
});

describe('the report card', () => {
	it('tells a steady customer that every range held and no day was missed', () => {
		const card = reportCard({ ...base, history: steady }, [
			...past.map(({ cycle }) => ({ cycle, tier: 2_000 }))
		]);
		expect(card.length).toBe(15);
		const sum = sumCard(card);
		expect(sum.inside).toBe(15);
		expect(sum.monthEndError?.ours).toBeLessThan(0.01);
		expect(sum.dayError).toMatchObject({ of: 10 });
		expect(sum.dayError?.ours).toBeLessThanOrEqual(1);
	});

	it('sees nothing of what came after: later days change only what happened', () => {
		const cut = startOfDay(TORONTO, dayNumber(2026, 9, 8));
		const changed = history(
			TODAY,
			200,
			(t, k) => lively(t, k) * (TODAY - 200 + t >= dayNumber(2026, 9, 8) ? 9 : 1)
		);
		const of = (from: typeof steady): PastForecast[] =>
			reportCard({ ...base, history: from }, [{ cycle: cycleOf(rule, cut), tier: 20_000 }]);
		const [before, after] = [of(history(TODAY, 200, lively)), of(changed)].map((list) => list[0]);
		expect(after?.after).toBe(7);
		expect({ ...after, actual: 0, runOut: null }).toEqual({ ...before, actual: 0, runOut: null });
		expect(after?.actual).toBeGreaterThan(before?.actual as number);
	});

	it('leaves out cycles with unknown days, days with too little before them, and tiers already used up', () => {
		const gap = history(TODAY, 200, (t, k) =>
			TODAY - 200 + t === dayNumber(2026, 8, 9) ? NaN : lively(t, k)
		);
		const starts = new Set(reportCard({ ...base, history: gap }, past).map(({ cycle }) => cycle.start));
		expect(starts.has(past[2]?.cycle.start as number)).toBe(false);
		expect(starts.size).toBe(4);
		expect(reportCard({ ...base, history: history(TODAY, 20, lively) }, past)).toEqual([]);
		const small = reportCard(
			{ ...base, history: steady },
			past.map(({ cycle }) => ({ cycle, tier: 100 }))
		);
		expect(small.every(({ runOut }) => runOut === null)).toBe(true);
		expect(sumCard([])).toEqual({ forecasts: 0, inside: 0, monthEndError: null, dayError: null });
	});
});

describe('the reasons', () => {
	it('name level, weekdays and what the courses are made of', () => {
		const doubled = history(TODAY, 200, (t) => (t >= 172 ? 50 : 25));
		const reasons = reasonsOf(request(doubled, MIDNIGHT));
		expect(reasons).toMatchObject({ knownDays: 200, holidays: [], events: [], growth: null });
		expect((reasons?.level as number) / (reasons?.levelBefore as number)).toBeGreaterThan(1.7);
		expect(Math.max(...(reasons?.profile ?? []))).toBeCloseTo(1, 1);
		expect(reasons?.ownErrors).toBeGreaterThan(0.4);
		expect(reasonsOf(request(history(TODAY, 13, lively), MIDNIGHT))).toBeNull();
		expect(reasonsOf(request(history(TODAY, 20, lively), MIDNIGHT))?.levelBefore).toBeNull();
	});

	it('give each event the credits that it adds to the days left, and growth those of its own', () => {
		const plan: DemandPlan = {
			country: null,
			events: [
				{ ...span, name: 'over', from: '2026-10-01', to: '2026-10-31', kind: 'campaign', percent: 50 },
				{ ...span, name: 'half', from: '2026-11-01', to: '2026-11-30', kind: 'change', percent: -50 },
				{ ...span, name: 'agent', from: '2026-11-28', to: null, kind: 'newAgent', creditsPerDay: 40 },
				{ ...span, name: 'later', from: '2026-12-01', to: null, kind: 'campaign', percent: 50 }
			],
			growth: { percentPerMonth: 100, from: TODAY }
		};
		const { events, growth } = reasonsOf(request(steady, MIDNIGHT, { plan })) ?? {};
		expect(events?.map(({ name }) => name)).toEqual(['half', 'agent']);
		const sizes = events?.map(({ credits }) => credits) ?? [];
		// 100 credits a day: the event halves what is left, and 40 more come on each of the last three days.
		expect(sizes[0]).toBeLessThan(-0.4 * 100 * 15);
		expect(sizes[1]).toBeGreaterThan(0.5 * 3 * 40);
		expect(growth).toBeGreaterThan(0);
		const alone = { ...plan, events: plan.events.slice(2), growth: null };
		expect(reasonsOf(request(steady, MIDNIGHT, { plan: alone }))?.events[0]?.credits).toBeCloseTo(120, 6);
	});

	it('name the days that holidays make differ, with what they learnt', () => {
		const christmas = dayNumber(2026, 12, 20);
		const free = new Set([2024, 2025].flatMap((year) => holidays('DE', year).map(({ day }) => day)));
		const closed = history(christmas, 700, (t) => (free.has(christmas - 700 + t) ? 5 : 25));
		const plan: DemandPlan = { country: 'DE', events: [], growth: null };
		const reasons = reasonsOf(request(closed, startOfDay(TORONTO, christmas), { cycle: december, plan }));
		expect(reasons?.holidays.map(({ day }) => day)).toContain(dayNumber(2026, 12, 25));
		for (const { factor } of reasons?.holidays ?? []) expect(factor).toBeLessThan(1);
	});
});
