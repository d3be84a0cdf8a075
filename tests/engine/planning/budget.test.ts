import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTier, type DemandPaths } from '$lib/engine/forecast';
import {
	BUDGET_LEVELS,
	budgetAlerts,
	budgetIn,
	budgetScopes,
	burnRate,
	costAt,
	moneyOf,
	readBudget,
	readLaterBudget,
	sameDay,
	type Budget,
	type BudgetCourse
} from '$lib/engine/planning';
import { cycleOf, dayNumber, DAY_MS, formatDay, startOfDay, UTC, type Cycle } from '$lib/engine/time';
import { sure } from '../../support/sure';
import { policies, someTerms, TERMS } from './support';

const START = startOfDay(UTC, dayNumber(2026, 11, 1));
const CYCLE: Cycle = { start: START, end: startOfDay(UTC, dayNumber(2026, 12, 1)) };

/** Courses of whole days before the cycle's end, each used evenly. */
function demandOf(courses: readonly (readonly number[])[]): DemandPaths {
	const days = courses[0]?.length ?? 0;
	const asOf = CYCLE.end - days * DAY_MS;
	return {
		refused: null,
		paths: courses.length,
		days,
		firstDay: asOf / DAY_MS,
		asOf,
		cycle: CYCLE,
		total: Float64Array.from(courses.flat()),
		parts: [],
		shapes: Array.from({ length: days }, (_, h) => ({
			start: asOf + h * DAY_MS,
			end: asOf + (h + 1) * DAY_MS,
			by: Float64Array.from({ length: 96 }, (_, k) => (k + 1) / 96),
			ofDay: 1
		}))
	};
}

const someCourses = fc
	.integer({ min: 1, max: 6 })
	.chain((days) =>
		fc.array(fc.array(fc.nat(12), { minLength: days, maxLength: days }), { minLength: 1, maxLength: 20 })
	)
	.map(demandOf);
const course = (change: Partial<BudgetCourse> = {}): BudgetCourse => ({
	ownUsed: 30,
	used: 30,
	share: 1,
	money: null,
	budget: 60,
	...change
});

const budget = (change: Partial<Budget> = {}): Budget => ({
	of: 'workspace',
	name: '',
	from: '2026-11-01',
	credits: 60_000,
	amount: null,
	warnAtChance: 50,
	...change
});

describe('budgets that are stepped', () => {
	it('hold from the cycle of their first day until a later one of the same scope', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: dayNumber(2026, 1, 1), max: dayNumber(2026, 12, 31) }), {
					maxLength: 8
				}),
				fc.integer({ min: 1, max: 31 }),
				(days, anchorDay) => {
					const rule = { zone: UTC, anchorDay };
					const budgets = days.map((day) => budget({ from: formatDay(day), credits: day }));
					for (let month = 1; month <= 12; month++) {
						const cycle = cycleOf(rule, startOfDay(UTC, dayNumber(2026, month, 15)));
						const begun = days.filter((day) => startOfDay(UTC, day) < cycle.end);
						expect(budgetIn(budgets, budget(), cycle, UTC)?.credits ?? null).toBe(
							begun.length > 0 ? Math.max(...begun) : null
						);
					}
				}
			)
		);
	});

	it('belong to one scope by its exact name, the workspace first', () => {
		const budgets = [budget({ of: 'agent', name: 'Ava' }), budget(), budget({ of: 'entity', name: 'Ava' })];
		expect(budgetScopes([...budgets, budget({ from: '2027-01-01' })])).toEqual([
			{ of: 'workspace', name: '' },
			{ of: 'agent', name: 'Ava' },
			{ of: 'entity', name: 'Ava' }
		]);
		expect(budgetIn(budgets, { of: 'agent', name: 'ava' }, CYCLE, UTC)).toBeNull();
	});
});

describe('a budget on the courses', () => {
	it('of credits is reached when a plan of as many credits runs out', () => {
		fc.assert(
			fc.property(someCourses, fc.nat(40), fc.integer({ min: 1, max: 100 }), (demand, used, amount) => {
				const outlook = sure(readBudget(demand, course({ ownUsed: used, used, budget: amount })));
				for (const { level, probability, at } of outlook.levels) {
					const tier = readTier(demand, used, level * amount, null);
					expect([probability, at]).toEqual([tier.probability, tier.runOutAt]);
				}
			})
		);
	});

	it('reaches no higher level sooner or more often, and shares of it scale', () => {
		fc.assert(
			fc.property(
				someCourses,
				fc.nat(40),
				fc.integer({ min: 1, max: 100 }),
				fc.constantFrom(0.25, 0.5, 1),
				(demand, used, amount, share) => {
					const own = course({ ownUsed: used * share, used, share, budget: amount * share });
					const outlook = sure(readBudget(demand, own));
					const chances = outlook.levels.map(({ probability }) => probability);
					expect(chances).toEqual(chances.toSorted((a, b) => b - a));
					const dates = outlook.levels.map(({ at }) => at.p50 ?? -1).filter((at) => at > 0);
					expect(dates).toEqual(dates.toSorted((a, b) => a - b));
					expect(outlook.exceeded).toBeLessThanOrEqual(chances.at(-1) ?? 0);
					const whole = sure(readBudget(demand, course({ ownUsed: used, used, budget: amount })));
					expect(outlook.end.p50).toBeCloseTo(whole.end.p50 * share, 9);
					expect(chances).toEqual(whole.levels.map(({ probability }) => probability));
				}
			)
		);
	});

	it('of money ends at what the plan costs, and is reached at its moment of the day', () => {
		fc.assert(
			fc.property(
				someCourses,
				someTerms,
				policies,
				fc.integer({ min: 1, max: 60 }),
				(demand, terms, policy, amount) => {
					const plan = { tier: 0, policy };
					const outlook = sure(
						readBudget(demand, course({ money: moneyOf(terms, plan, true), budget: amount }))
					);
					const totals = Array.from({ length: demand.paths }, (_, p) =>
						demand.total.slice(p * demand.days, (p + 1) * demand.days).reduce((a, b) => a + b, 30)
					);
					const costs = totals.map((all) => sure(costAt(terms, plan, all)));
					expect(outlook.exceeded).toBeCloseTo(costs.filter((cost) => cost > amount).length / costs.length);
					expect(outlook.end.mean).toBeCloseTo(costs.reduce((a, b) => a + b, 0) / costs.length);
					for (const { at } of outlook.levels)
						for (const instant of Object.values(at))
							if (instant !== null) {
								expect(instant).toBeGreaterThanOrEqual(demand.asOf);
								expect(instant).toBeLessThanOrEqual(CYCLE.end);
							}
				}
			)
		);
		// 20 credits included; overage at 0.25 from then on: 12.5 are 10 more than the plan's 20.
		const overage = moneyOf(TERMS, { tier: 0, policy: 'on' }, true);
		const outlook = sure(
			readBudget(demandOf([[20]]), course({ ownUsed: 20, used: 20, money: overage, budget: 12.5 }))
		);
		const noon = CYCLE.end - DAY_MS / 2;
		expect(Math.abs(sure(outlook.levels[3]).at.p50 ?? 0) - noon).toBeLessThan(1_000);
		expect(outlook.levels[1]).toMatchObject({ probability: 1, at: { p50: null } });
	});

	it('says nothing where a price that is needed is missing', () => {
		const unpriced = moneyOf({ ...TERMS, overagePrice: null }, { tier: 0, policy: 'on' }, true);
		expect(readBudget(demandOf([[20]]), course({ money: unpriced }))).toBeNull();
		expect(readLaterBudget(Float64Array.of(40), { share: 1, money: unpriced, budget: 5 })).toBeNull();
		expect(readLaterBudget(Float64Array.of(10), { share: 1, money: unpriced, budget: 5 })?.exceeded).toBe(1);
		expect(readLaterBudget(Float64Array.of(10), { share: 0.5, money: null, budget: null })).toMatchObject({
			p50: 5,
			exceeded: null
		});
	});

	it('an agent bears the cost by its share of the credits, and all shares are the whole', () => {
		fc.assert(
			fc.property(someTerms, policies, fc.nat(60), fc.nat(60), (terms, policy, a, b) => {
				const plan = { tier: 0, policy };
				const one = moneyOf(terms, plan, false);
				fc.pre(a + b > 0);
				expect(one(a, a + b) + one(b, a + b)).toBeCloseTo(moneyOf(terms, plan, true)(a + b, a + b));
			})
		);
		expect(moneyOf(TERMS, { tier: 0, policy: 'on' }, false)(0, 0)).toBe(0);
		expect(moneyOf(TERMS, { tier: 0, policy: 'on' }, true)(0, 0)).toBe(10);
	});
});

describe('the burn rate', () => {
	const asOf = START + 10 * DAY_MS;

	it('that is allowed just keeps to the budget', () => {
		fc.assert(
			fc.property(fc.nat(100), fc.integer({ min: 1, max: 200 }), (used, amount) => {
				const rate = sure(burnRate(course({ ownUsed: used, used, budget: amount }), CYCLE, asOf));
				expect(rate.end).toBeCloseTo(3 * used);
				expect(used + rate.perDay * 20).toBeCloseTo(rate.end);
				expect(used + rate.allowed * 20).toBeCloseTo(Math.max(amount, used));
			})
		);
	});

	it('is not known at the start, after the end and without a price', () => {
		const unpriced = moneyOf({ ...TERMS, fixed: null }, { tier: 0, policy: 'on' }, true);
		expect(burnRate(course(), CYCLE, CYCLE.start)).toBeNull();
		expect(burnRate(course(), CYCLE, CYCLE.end)).toBeNull();
		expect(burnRate(course({ money: unpriced }), CYCLE, asOf)).toBeNull();
	});
});

describe('alerts', () => {
	const asOf = START + 10 * DAY_MS;
	const at = { cycle: CYCLE, asOf };
	const state = { budget: 100, actual: 0, base: 0, warnAtChance: 50 };
	const fast = { end: 120, perDay: 6, allowed: 4 };

	it('tell the highest level alone, and what is used up before all else', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 150 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(actual, exceeded) => {
					const alerts = budgetAlerts({ ...state, actual }, exceeded, fast, at);
					const levels = alerts.flatMap((alert) => (alert.kind === 'reached' ? [alert.level] : []));
					expect(levels).toEqual(BUDGET_LEVELS.filter((level) => actual >= level * 100).slice(-1));
					expect(alerts.some(({ kind }) => kind === 'forecast')).toBe(actual < 100 && exceeded * 100 >= 50);
					if (actual >= 100) expect(alerts).toEqual([{ kind: 'reached', level: 1 }]);
				}
			)
		);
	});

	it('do not tell of levels that the price of the plan alone comes to', () => {
		const fixed = { ...state, base: 93 };
		expect(budgetAlerts({ ...fixed, actual: 93 }, 0, null, at)).toEqual([]);
		expect(budgetAlerts({ ...fixed, actual: 101 }, 0, null, at)).toEqual([{ kind: 'reached', level: 1 }]);
	});

	it('do not trust the pace of the first days', () => {
		const early = { cycle: CYCLE, asOf: START + 2 * DAY_MS };
		expect(budgetAlerts(state, null, fast, early)).toEqual([]);
		expect(budgetAlerts(state, null, fast, at)).toEqual([{ kind: 'pace' }]);
		expect(budgetAlerts(state, null, { ...fast, end: 100 }, at)).toEqual([]);
	});
});

describe('the same day of the cycle before', () => {
	it('is summed over as many whole days', () => {
		expect(sameDay([1, 2, 3], [4, 5, 6, 7])).toEqual({ days: 3, now: 6, before: 15 });
		expect(sameDay([1, 2, 3], [4, 5])).toEqual({ days: 3, now: 6, before: 9 });
		expect(sameDay([], [4, 5])).toBeNull();
		expect(sameDay([1, 2], [4, NaN])).toBeNull();
	});
});
