/** Past usage under contracts that were not in force; types only. Units as in api.ts, money exact as decimal text. */
import type { BillingRule, MoneyText, RateCard } from '../engine/rating';
import type { Cycle } from '../engine/time';
import type { CostView, ForecastInput, PlanPolicy, PlanTerms } from './api';

export type { BillingRule } from '../engine/rating';

/** What past cycles are replayed under. */
export interface PastAsk {
	/** null: the card's own */
	readonly rule: BillingRule | null;
	/** null: the contract's own */
	readonly anchorDay: number | null;
	/** overage credits a cycle under `capped`; null: the contract's */
	readonly cap: number | null;
}

/** One past cycle under one plan: its exact ledger. */
export interface PastLedger {
	/** included credits of the tier at the cycle's end */
	readonly endsOn: number;
	readonly stopped: boolean;
	readonly overageCredits: number;
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
	readonly cost: CostView;
}

/** Sums of the cycles that count. */
export interface PastSum {
	/** null: a price is missing, or a cycle's card does not sell the tier */
	readonly total: MoneyText | null;
	/** the part of it that is overage, before tax */
	readonly overage: MoneyText | null;
	readonly stopped: number;
	readonly overageCredits: number;
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
}

export interface PastPlan {
	readonly policy: PlanPolicy;
	readonly includedCredits: number;
	/** by cycle; null: its card does not sell the tier */
	readonly ledgers: readonly (PastLedger | null)[];
	readonly sum: PastSum;
}

export interface PastCycleView {
	readonly cycle: Cycle;
	/** metered credits, served or not */
	readonly demand: number;
	/** agents stood still in a part of it: demand was higher, unknown by how much */
	readonly censored: boolean;
	/** the card's version of the cycle, under the rule */
	readonly card: RateCard;
	/** the contract as it was entered, with its changes; null: it had no tier */
	readonly contract: PastLedger | null;
}

export interface PastView {
	/** cycles that are complete and known as a whole, ascending */
	readonly cycles: readonly PastCycleView[];
	/** complete or begun, but not known as a whole */
	readonly leftOut: number;
	/** every tier of the latest card, ascending, under each policy; `capped` only with a cap */
	readonly plans: readonly PastPlan[];
	/** null: a cycle had no tier */
	readonly contract: PastSum | null;
	/** what forecasts at the start of each cycle begin with */
	readonly input: ForecastInput;
}

export interface ChoicesAsk {
	readonly policy: PlanPolicy;
	/** share of the courses of a cycle on which agents may stop */
	readonly tolerance: number;
	readonly cycles: readonly {
		readonly cycle: Cycle;
		readonly terms: PlanTerms;
		/** a term forbids a lower tier than in the cycle before */
		readonly locked: boolean;
	}[];
}

/** What would have been recommended at a cycle's start, by what was known then. */
export type PastChoice =
	| { readonly kind: 'chosen'; readonly includedCredits: number }
	/** agents would have stopped too often on every tier: the largest was the closest */
	| { readonly kind: 'largest'; readonly includedCredits: number }
	| { readonly kind: 'tooFewDays'; readonly knownDays: number };

/** Whole past cycles under one rule of billing. */
export interface SmallPrintView {
	readonly cycles: number;
	/** metered credits of all of them */
	readonly credits: number;
	/** the smallest tier on which agents would never have stopped, with overage off; null: none */
	readonly smallest: number | null;
	/** the tier that would have cost least with overage on; null: no price is known, or no cycle */
	readonly cheapest: number | null;
}

/** Who used the credits of the last weeks, by local hour. */
export interface EntityHours {
	readonly entities: readonly string[];
	/** row-major entities × 48: 24 hours of chats, then 24 of calls; credits */
	readonly credits: Float64Array;
}
