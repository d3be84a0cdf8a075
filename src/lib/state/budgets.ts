import { add, decimal, toNumber, ZERO } from '$lib/engine/money';
import {
	budgetAlerts,
	budgetIn,
	burnRate,
	moneyOf,
	sameDay,
	type AmountRange,
	type Budget,
	type BudgetAlert,
	type BudgetCourse,
	type BudgetOutlook,
	type BudgetScope,
	type BurnRate,
	type MoneyOf,
	type SameDay
} from '$lib/engine/planning/budget';
import type { Plan, PlanTerms } from '$lib/engine/planning/plan';
import { dayOf, type Cycle } from '$lib/engine/time';
import type { BudgetAsk, BudgetUsage, BudgetView, CostView, CycleView, MissingPrice } from '$lib/workers/api';
import { overagePrice } from './costs';
import { planTermsOf } from './planTerms';

export type Unit = 'credits' | 'money';

/** Why a budget of money cannot be compared. */
export type Missing = MissingPrice | 'plan';

/** One cycle of the table. Amounts in its unit. */
export interface BudgetRow {
	readonly cycle: Cycle;
	readonly unit: Unit;
	/** the running cycle's is up to the as-of; null: not known, since a price is missing */
	readonly actual: number | null;
	/** all of the cycle is known */
	readonly known: boolean;
	readonly budget: number | null;
	/** of the running cycle and later ones */
	readonly forecast: AmountRange | null;
	/** chance that it is exceeded */
	readonly exceeded: number | null;
}

/** A level of the budget: when it was reached, or when it may be. */
export interface LevelFigures {
	readonly level: number;
	readonly amount: number;
	readonly reached: boolean;
	/** day number on which it was reached; null: not yet, or not known */
	readonly day: number | null;
	readonly probability: number | null;
	readonly p10: number | null;
	readonly p50: number | null;
}

/** One scope's budget in the running cycle, and around it. */
export interface BudgetFigures {
	readonly scope: BudgetScope;
	readonly unit: Unit;
	readonly currency: string;
	readonly zone: string;
	readonly cycle: Cycle;
	readonly asOf: number;
	/** in force in the running cycle; null: none yet */
	readonly budget: Budget | null;
	/** the next one to come, where none is in force */
	readonly coming: Budget | null;
	readonly amount: number | null;
	readonly missing: readonly Missing[];
	readonly actual: number | null;
	readonly share: number | null;
	readonly pace: BurnRate | null;
	readonly outlook: BudgetOutlook | null;
	readonly alerts: readonly BudgetAlert[];
	readonly levels: readonly LevelFigures[];
	/** twelve cycles back and the running one */
	readonly past: readonly BudgetRow[];
	/** the running one and eleven to come; none where they cannot be seen */
	readonly ahead: readonly BudgetRow[];
	readonly same: SameDay | null;
	/** credits by day of the cycle, the last in part, and of the cycle before; null: not known */
	readonly lines: { readonly now: Float64Array; readonly before: Float64Array } | null;
}

const PAST = 12;

/** Without a budget everything is in credits. */
const unitOf = (budget: Budget | null): Unit =>
	budget === null || budget.amount === null ? 'credits' : 'money';
export const valueOf = (budget: Budget): number => budget.credits ?? Number(budget.amount);

/** What a cycle has cost before tax, exactly; null: a price is missing, or no plan was chosen. */
function beforeTax(cost: CostView | null): number | null {
	if (!cost || cost.total === null) return null;
	const lines = cost.lines.filter(({ kind }) => kind !== 'tax');
	return toNumber(
		lines.reduce((sum, { amount }) => add(sum, decimal(amount)), ZERO),
		4
	);
}

/** The plan that the contract has at the running cycle's end; null: none is chosen. */
function planIn(view: CycleView, terms: PlanTerms): Plan | null {
	const { inForce, context } = view;
	const at = (credits: number | null) => terms.tiers.findIndex((tier) => tier.credits === credits);
	const tier = inForce ? Math.max(at(inForce.includedCredits), at(context.contract.tier)) : -1;
	return inForce && tier >= 0 ? { tier, policy: inForce.overage } : null;
}

/** Everything that the budgets of one workspace are measured with. */
export interface BudgetGround {
	readonly usage: BudgetUsage;
	/** of the running cycle */
	readonly view: CycleView;
	readonly budgets: readonly Budget[];
	/** eleven cycles that follow the running one */
	readonly next: readonly Cycle[];
}

/** The budget in force, else the first to come. */
function currentOf({ budgets, usage, view }: BudgetGround, scope: BudgetScope) {
	const { zone } = usage.context;
	const budget = budgetIn(budgets, scope, view.cycle, zone);
	const coming = budget
		? null
		: (budgets
				.filter(({ of, name }) => of === scope.of && name === scope.name)
				.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null);
	return { budget, coming, unit: unitOf(budget ?? coming) };
}

/** What is asked of the courses, for each scope of the usage. */
export function budgetAsks(ground: BudgetGround): BudgetAsk[] {
	const { usage, view, budgets, next } = ground;
	const terms = planTermsOf(view);
	const plan = planIn(view, terms);
	return usage.scopes.map(({ scope, credits, share }) => {
		const { budget, unit } = currentOf(ground, scope);
		// A budget of money without a plan is asked for as if nothing had a price: there is no answer.
		const priced = plan ? { terms, plan } : { terms: { ...terms, fixed: null }, plan: NO_PLAN };
		return {
			whole: scope.of === 'workspace',
			ownUsed: credits.at(-1) ?? 0,
			share: share ?? 0,
			money: unit === 'money' ? priced : null,
			budget: budget && valueOf(budget),
			later: next.map((cycle) => {
				const later = budgetIn(budgets, scope, cycle, usage.context.zone);
				return later && unitOf(later) === unit ? valueOf(later) : null;
			})
		};
	});
}

const NO_PLAN: Plan = { tier: 0, policy: 'off' };

/** The figures of each scope of the usage. `views`: the answers to {@link budgetAsks}, or none. */
export function budgetFigures(ground: BudgetGround, views: readonly BudgetView[]): BudgetFigures[] {
	const { usage, view, budgets, next } = ground;
	const { zone, asOf, contract, card } = usage.context;
	const terms = planTermsOf(view);
	const plan = planIn(view, terms);
	return usage.scopes.map(({ scope, credits, days, share }, s): BudgetFigures => {
		const whole = scope.of === 'workspace';
		const { budget, coming, unit } = currentOf(ground, scope);
		const amount = budget && valueOf(budget);
		const missing = unit === 'money' ? missingPrices() : [];
		const outlook = missing.length > 0 ? null : (views[s]?.outlook ?? null);
		const later = views[s]?.later ?? null;
		const money: MoneyOf | null = unit === 'money' && plan ? moneyOf(terms, plan, whole) : null;

		const actualIn = (k: number, inUnit: Unit): number | null => {
			const own = credits[k] ?? 0;
			if (inUnit === 'credits') return own;
			const one = usage.cycles[k];
			const cost = beforeTax(one?.cost ?? null);
			if (cost === null || whole) return cost;
			return one && one.credits > 0 ? (cost * own) / one.credits : 0;
		};
		const last = usage.cycles.length - 1;
		const actual = missing.length > 0 ? null : actualIn(last, unit);
		const course: BudgetCourse = {
			ownUsed: credits[last] ?? 0,
			used: view.used,
			share: share ?? 0,
			money,
			budget: amount ?? 0
		};
		const pace = amount === null || missing.length > 0 ? null : burnRate(course, view.cycle, asOf);
		const base = money ? money(whole ? 0 : course.ownUsed, whole ? 0 : course.used) : 0;

		const rowOf = (cycle: Cycle, k: number): BudgetRow => {
			const own = budgetIn(budgets, scope, cycle, zone);
			const inUnit = own ? unitOf(own) : unit;
			const running = k === last;
			return {
				cycle,
				unit: inUnit,
				actual: actualIn(k, inUnit),
				known: usage.cycles[k]?.known ?? false,
				budget: own && valueOf(own),
				forecast: running ? (outlook?.end ?? null) : null,
				exceeded: running ? (outlook?.exceeded ?? null) : null
			};
		};
		const past = usage.cycles.map(({ cycle }, k) => rowOf(cycle, k)).slice(-PAST - 1);
		const ahead = (later ?? []).map((month, k): BudgetRow => {
			const cycle = next[k] as Cycle;
			const own = budgetIn(budgets, scope, cycle, zone);
			return {
				cycle,
				unit,
				actual: null,
				known: false,
				budget: own && unitOf(own) === unit ? valueOf(own) : null,
				forecast: month,
				exceeded: month?.exceeded ?? null
			};
		});

		const begin = dayOf(zone, view.cycle.start) - usage.firstDay;
		const before = usage.cycles.at(-2)?.known && begin > 0 ? days.slice(0, begin) : null;
		const now = days.slice(begin);
		const reachedDay = (target: number): number | null => {
			let sum = 0;
			const k = now.findIndex((one) => (sum += one) >= target - 1e-6);
			return k < 0 ? null : dayOf(zone, view.cycle.start) + k;
		};
		return {
			scope,
			unit,
			currency: contract.currency,
			zone: zone.name,
			cycle: view.cycle,
			asOf,
			budget,
			coming,
			amount,
			missing,
			actual,
			share: whole ? null : share,
			pace,
			outlook,
			alerts:
				budget === null || amount === null || actual === null
					? []
					: budgetAlerts(
							{ budget: amount, actual, base, warnAtChance: budget.warnAtChance },
							outlook?.exceeded ?? null,
							pace,
							{ cycle: view.cycle, asOf }
						),
			levels: levelsOf(amount, actual, outlook, unit === 'credits' ? reachedDay : () => null),
			past,
			ahead,
			same: before && sameDay(now.slice(0, -1), before),
			lines: before && !now.some(Number.isNaN) && !before.some(Number.isNaN) ? { now, before } : null
		};
	});

	function missingPrices(): Missing[] {
		if (!plan) return ['plan'];
		const found = new Set<Missing>(view.inForce?.cost.missing ?? []);
		const price = overagePrice(card, contract);
		if (plan.policy !== 'off' && 'missing' in price) found.add(price.missing);
		return [...found];
	}
}

const LEVELS = [0.5, 0.8, 0.9, 1];

function levelsOf(
	amount: number | null,
	actual: number | null,
	outlook: BudgetOutlook | null,
	reachedDay: (target: number) => number | null
): LevelFigures[] {
	if (amount === null || actual === null) return [];
	return LEVELS.map((level) => {
		const target = level * amount;
		const reached = actual >= target;
		const expected = outlook?.levels.find((one) => one.level === level) ?? null;
		return {
			level,
			amount: target,
			reached,
			day: reached ? reachedDay(target) : null,
			probability: reached ? 1 : (expected?.probability ?? null),
			p10: expected?.at.p10 ?? null,
			p50: expected?.at.p50 ?? null
		};
	});
}

/** What is most urgent among the alerts of all budgets: what is used up, then what will be, then what is by a part. */
export function urgency(alert: BudgetAlert): number {
	switch (alert.kind) {
		case 'reached':
			return alert.level === 1 ? 5 : alert.level - 1;
		case 'forecast':
			return 4;
		case 'pace':
			return 3;
	}
}
