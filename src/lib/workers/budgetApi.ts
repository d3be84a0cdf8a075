/** What budgets are measured by and what is shown of them; types only. Units as in api.ts; money of forecasts as numbers. */
import type { AmountRange, BudgetOutlook, BudgetScope } from '../engine/planning/budget';
import type { Plan, PlanTerms } from '../engine/planning/plan';
import type { Cycle } from '../engine/time';
import type { Context, CostView } from './api';

/** The credits of one scope. */
export interface ScopeUsage {
	readonly scope: BudgetScope;
	/** by cycle, as those of the usage */
	readonly credits: readonly number[];
	/** per local day, as the usage's */
	readonly days: Float64Array;
	/** its part of everyone's credits in the last 28 days; null: nobody used any */
	readonly share: number | null;
}

/** The usage of each scope, and what the cycles cost. */
export interface BudgetUsage {
	/** of the as-of's cycle */
	readonly context: Context;
	/** ascending, the last is the as-of's; `known`: all of it, up to the as-of */
	readonly cycles: readonly {
		readonly cycle: Cycle;
		readonly known: boolean;
		readonly credits: number;
		/** of the contract in force; null without a tier */
		readonly cost: CostView | null;
	}[];
	/** first local day of the days: that of the cycle before, or of the only one */
	readonly firstDay: number;
	/** as they were asked for */
	readonly scopes: readonly ScopeUsage[];
	/** names that drew credits of late, for the person to choose from; by code units */
	readonly agents: readonly string[];
	readonly entities: readonly string[];
}

/** A budget to be read off the courses. */
export interface BudgetAsk {
	readonly whole: boolean;
	/** credits of the scope in the cycle by the as-of */
	readonly ownUsed: number;
	readonly share: number;
	/** null: in credits */
	readonly money: { readonly terms: PlanTerms; readonly plan: Plan } | null;
	/** in its unit; null: none is in force in the running cycle */
	readonly budget: number | null;
	/** of the eleven cycles that follow; null: none */
	readonly later: readonly (number | null)[];
}

export interface BudgetView {
	/** null: no budget is in force, a price is missing, or there are no chances */
	readonly outlook: BudgetOutlook | null;
	/** the eleven cycles that follow; null: not to be seen */
	readonly later: readonly ((AmountRange & { readonly exceeded: number | null }) | null)[] | null;
}
