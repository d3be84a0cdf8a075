import { instantOf, paceMonthEnd, quantile, type DemandPaths } from '../forecast';
import type { LocalDate, MoneyText } from '../rating/card';
import { DAY_MS, parseDay, startOfDay, type Cycle, type ZoneTable } from '../time';
import { costAt, type Plan, type PlanTerms } from './plan';

/** Whose use a budget is for: everyone's, or one agent's or entity's by its exact name ('' is "unassigned"). */
export interface BudgetScope {
	readonly of: 'workspace' | 'agent' | 'entity';
	/** '' for the workspace */
	readonly name: string;
}

/** An amount for every billing cycle from one on, until a later budget of the same scope. Credits, or else money. */
export interface Budget extends BudgetScope {
	/** the cycle that holds this day is the first */
	readonly from: LocalDate;
	readonly credits: number | null;
	/** in the contract's currency, before tax */
	readonly amount: MoneyText | null;
	/** out of 100: from this chance on that it is exceeded it is warned of */
	readonly warnAtChance: number;
}

/** Shares of a budget that are told when they are reached. */
export const BUDGET_LEVELS = [0.5, 0.8, 0.9, 1] as const;
export type BudgetLevel = (typeof BUDGET_LEVELS)[number];

const sameScope = (a: BudgetScope, b: BudgetScope) => a.of === b.of && a.name === b.name;

/** The scopes that have a budget at some time, the workspace first, else in the order of the list. */
export function budgetScopes(budgets: readonly Budget[]): BudgetScope[] {
	const scopes: BudgetScope[] = [];
	for (const { of, name } of budgets)
		if (!scopes.some((known) => sameScope(known, { of, name }))) scopes.push({ of, name });
	return [...scopes.filter(({ of }) => of === 'workspace'), ...scopes.filter(({ of }) => of !== 'workspace')];
}

/** The budget of a scope that is in force in a cycle: of those that have begun by its end the latest; null: none. */
export function budgetIn(
	budgets: readonly Budget[],
	scope: BudgetScope,
	cycle: Cycle,
	zone: ZoneTable
): Budget | null {
	let found: Budget | null = null;
	for (const budget of budgets) {
		const day = parseDay(budget.from);
		if (day === null || !sameScope(budget, scope) || startOfDay(zone, day) >= cycle.end) continue;
		if (!found || budget.from > found.from) found = budget;
	}
	return found;
}

/**
 * What a cycle comes to in money, before tax, for a part of its credits: `own` of `all`. An agent or entity bears the
 * cost by its share of the credits. NaN: a price that is needed is missing.
 */
export type MoneyOf = (own: number, all: number) => number;

/** `whole`: for everyone, who bear the cost also where nothing was used. */
export function moneyOf(terms: PlanTerms, plan: Plan, whole: boolean): MoneyOf {
	return (own, all) => {
		const share = whole ? 1 : all > 0 ? own / all : 0;
		return share === 0 ? 0 : (costAt(terms, plan, all) ?? NaN) * share;
	};
}

/** A cycle at the as-of, as one budget sees it. */
export interface BudgetCourse {
	/** credits of the scope, and of everyone, up to the as-of */
	readonly ownUsed: number;
	readonly used: number;
	/** the scope's part of the credits to come, 0–1 */
	readonly share: number;
	/** null: the budget is in credits */
	readonly money: MoneyOf | null;
	/** the budget, in its unit */
	readonly budget: number;
}

export interface AmountRange {
	readonly mean: number;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
}

/** What the courses of a forecast say of a budget. Amounts in its unit; instants: null = not before the cycle's end. */
export interface BudgetOutlook {
	readonly end: AmountRange;
	/** share of the courses that end above it */
	readonly exceeded: number;
	readonly levels: readonly {
		readonly level: BudgetLevel;
		/** share of the courses that reach it before the cycle's end; 1 where it is reached already, then without instants */
		readonly probability: number;
		readonly at: { readonly p10: number | null; readonly p50: number | null; readonly p90: number | null };
	}[];
}

/** Amount of a scope in a cycle with so many credits. */
const amountIn = (money: MoneyOf | null, own: number, all: number): number => (money ? money(own, all) : own);

function rangeOf(values: Float64Array): AmountRange {
	let mean = 0;
	for (const value of values) mean += value / values.length;
	const sorted = values.toSorted();
	return {
		mean,
		p10: quantile(sorted, 0.1),
		p50: quantile(sorted, 0.5),
		p90: quantile(sorted, 0.9)
	};
}

const shareAbove = (values: Float64Array, limit: number): number =>
	values.reduce((count, value) => count + (value > limit ? 1 : 0), 0) / values.length;

/** Halvings that find the moment of a day at which an amount of money is reached: to less than a second. */
const HALVINGS = 20;

/** The share of a day's credits by which the amount reaches a target that it has at the day's end. */
function shareOfDay(course: BudgetCourse, target: number, own: number, all: number, value: number): number {
	const { money, share } = course;
	if (!money) return Math.min(1, (target - own) / (share * value));
	let [low, high] = [0, 1];
	for (let k = 0; k < HALVINGS; k++) {
		const middle = (low + high) / 2;
		if (money(own + middle * share * value, all + middle * value) >= target) high = middle;
		else low = middle;
	}
	return high;
}

/** Reads a budget off the courses; null: a price that they need is missing, or there are none. */
export function readBudget(demand: DemandPaths, course: BudgetCourse): BudgetOutlook | null {
	const { paths, days, total, shapes } = demand;
	const { ownUsed, used, share, money, budget } = course;
	const now = amountIn(money, ownUsed, used);
	const ends = new Float64Array(paths);
	const reached = BUDGET_LEVELS.map(() => new Float64Array(paths).fill(Infinity));
	for (let p = 0; p < paths; p++) {
		let [own, all, amount] = [ownUsed, used, now];
		for (let h = 0; h < days; h++) {
			const value = total[p * days + h] as number;
			const after = amountIn(money, own + share * value, all + value);
			if (after > amount)
				BUDGET_LEVELS.forEach((level, k) => {
					const target = level * budget;
					const at = reached[k] as Float64Array;
					const shape = shapes[h];
					if (amount >= target || after < target || at[p] !== Infinity || !shape) return;
					at[p] = instantOf(shape, shareOfDay(course, target, own, all, value));
				});
			own += share * value;
			all += value;
			amount = after;
		}
		ends[p] = amount;
	}
	if (paths === 0 || ends.some(Number.isNaN)) return null;
	return {
		end: rangeOf(ends),
		exceeded: shareAbove(ends, budget),
		levels: BUDGET_LEVELS.map((level, k) => {
			if (now >= level * budget) return { level, probability: 1, at: { p10: null, p50: null, p90: null } };
			const at = (reached[k] as Float64Array).toSorted();
			const when = (q: number) => {
				const instant = quantile(at, q);
				return instant < Infinity ? instant : null;
			};
			const missed = at.reduce((count, instant) => count + (instant < Infinity ? 0 : 1), 0);
			return {
				level,
				probability: (paths - missed) / paths,
				at: { p10: when(0.1), p50: when(0.5), p90: when(0.9) }
			};
		})
	};
}

/** A later cycle of which only everyone's total is known on each course; null: a price is missing. */
export function readLaterBudget(
	totals: Float64Array,
	{ share, money, budget }: Pick<BudgetCourse, 'share' | 'money'> & { readonly budget: number | null }
): (AmountRange & { readonly exceeded: number | null }) | null {
	const amounts = totals.map((all) => amountIn(money, share * all, all));
	if (amounts.length === 0 || amounts.some(Number.isNaN)) return null;
	return { ...rangeOf(amounts), exceeded: budget === null ? null : shareAbove(amounts, budget) };
}

/** How fast a budget is used, by the plain pace of the cycle's known part. Amounts in its unit. */
export interface BurnRate {
	/** at the cycle's end, if the rest goes as the known part did */
	readonly end: number;
	/** a day, in the days that are left */
	readonly perDay: number;
	/** a day that would just keep to the budget, at least 0 */
	readonly allowed: number;
}

/** Null: the cycle has only begun or is over, or a price is missing. */
export function burnRate(course: BudgetCourse, cycle: Cycle, asOf: number): BurnRate | null {
	const { ownUsed, used, money, budget } = course;
	const left = (cycle.end - asOf) / DAY_MS;
	if (left <= 0 || asOf <= cycle.start) return null;
	const now = amountIn(money, ownUsed, used);
	const end = amountIn(money, paceMonthEnd(ownUsed, cycle, asOf), paceMonthEnd(used, cycle, asOf));
	if (Number.isNaN(end)) return null;
	return { end, perDay: (end - now) / left, allowed: Math.max(0, budget - now) / left };
}

/** What has to be told of a budget. */
export type BudgetAlert =
	| { readonly kind: 'reached'; readonly level: BudgetLevel }
	/** it is exceeded on as many courses as the person wants to be warned from */
	| { readonly kind: 'forecast' }
	/** it would be exceeded at the present pace */
	| { readonly kind: 'pace' };

/** In the first days of a cycle the pace says little. */
const PACE_FROM = 3 * DAY_MS;

/**
 * The alerts of a budget in a cycle, the most urgent first: all of it is reached; it will be; a part of it is. Only the
 * highest level is told, and none that the plan's price alone comes to.
 */
export function budgetAlerts(
	{
		budget,
		actual,
		base,
		warnAtChance
	}: {
		readonly budget: number;
		/** up to the as-of */
		readonly actual: number;
		/** what the cycle comes to without any use */
		readonly base: number;
		readonly warnAtChance: number;
	},
	exceeded: number | null,
	pace: BurnRate | null,
	{ cycle, asOf }: { readonly cycle: Cycle; readonly asOf: number }
): BudgetAlert[] {
	const level = BUDGET_LEVELS.findLast((share) => actual >= share * budget && share * budget > base);
	const reached: BudgetAlert[] = level === undefined ? [] : [{ kind: 'reached', level }];
	if (actual >= budget) return reached;
	const alerts: BudgetAlert[] = [];
	if (exceeded !== null && exceeded * 100 >= warnAtChance) alerts.push({ kind: 'forecast' });
	if (pace !== null && pace.end > budget && asOf - cycle.start >= PACE_FROM) alerts.push({ kind: 'pace' });
	return [...alerts, ...reached];
}

/** The cycle beside the one before, at the end of the same whole day. Credits. */
export interface SameDay {
	/** whole days since the cycle's start */
	readonly days: number;
	readonly now: number;
	readonly before: number;
}

/**
 * @param now credits by day of the cycle, whole days only
 * @param before credits by day of the whole cycle before; where it was shorter its last day stands for those it lacks
 */
export function sameDay(now: ArrayLike<number>, before: ArrayLike<number>): SameDay | null {
	const days = now.length;
	if (days === 0 || before.length === 0) return null;
	const sum = (list: ArrayLike<number>) => {
		let credits = 0;
		for (let k = 0; k < Math.min(days, list.length); k++) credits += list[k] as number;
		return credits;
	};
	const found = { days, now: sum(now), before: sum(before) };
	return Number.isNaN(found.now + found.before) ? null : found;
}
