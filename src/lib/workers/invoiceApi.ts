/** Whether an invoice is right, and who owes which part of it; types only. Units as in api.ts. */
import type { Cause, InvoiceField, InvoiceTotals } from '../engine/explore/reconcile';
import type { MoneyText, VoiceRounding } from '../engine/rating';
import type { Cycle } from '../engine/time';
import type { CostView } from './api';

export type { Cause, InvoiceField, InvoiceTotals } from '../engine/explore/reconcile';

export interface InvoiceAsk {
	/** an instant of the contract's cycle that the invoice is for */
	readonly cycle: number;
	readonly totals: InvoiceTotals;
	/** the invoice shows rounded figures, in a way that is not known */
	readonly rounded: boolean;
	/** position among the rule sets found: the one that is explained by rows */
	readonly chosen: number;
}

/** In what a rule set differs from what is in force. */
export type RuleWay = 'rounding' | 'shortCall' | 'zone' | 'anchorDay' | 'duration';

/** A rule set in plain values. */
export interface BilledRules {
	readonly rounding: VoiceRounding;
	readonly zone: string;
	readonly anchorDay: number;
	readonly cycle: Cycle;
	/** name of the duration column; null: the one that each file is rated by */
	readonly duration: string | null;
	/** empty: the contract's own */
	readonly ways: readonly RuleWay[];
}

/** What the metered interactions come to under a rule set. */
export interface BilledFigures {
	readonly credits: number;
	readonly voiceCredits: number;
	readonly chatCredits: number;
	readonly billableMinutes: number;
	readonly calls: number;
	readonly messages: number;
	/** null: the contract cannot say it from a sum (no tier, a change within the cycle, a price missing) */
	readonly overageCredits: number | null;
	readonly amount: MoneyText | null;
}

/** A rule set with the ones that no row can tell from it. */
export interface BilledExplanation {
	readonly rules: BilledRules;
	readonly figures: BilledFigures;
	/** the simplest of those that give every row the same credits */
	readonly alike: readonly BilledRules[];
	/** of all of them */
	readonly alikeCount: number;
}

export interface BilledRow {
	readonly start: number;
	/** name of its file, and its line in it */
	readonly file: string;
	readonly line: number;
	readonly agent: string;
	readonly entity: string;
	/** of a call; null: a chat */
	readonly ms: number | null;
	/** of a chat */
	readonly messages: number | null;
	/** by rule set */
	readonly credits: readonly number[];
}

/** What makes the difference between the contract's own rules and another rule set. */
export interface BilledDifference {
	readonly causes: readonly {
		readonly cause: Cause;
		readonly interactions: number;
		/** they add up to the difference between the two rule sets */
		readonly credits: number;
	}[];
	/** what the invoice's credits are beyond the rule set's; 0 where it does not say them */
	readonly left: number;
	/** those that differ most; `credits`: own, other */
	readonly rows: readonly BilledRow[];
}

export interface InvoiceView {
	readonly cycle: Cycle;
	/** the contract's own */
	readonly own: BilledExplanation;
	/** own totals that the invoice does not meet */
	readonly unmet: readonly InvoiceField[];
	/** rule sets that meet every total, simplest first; at most twelve */
	readonly explanations: readonly BilledExplanation[];
	/** further ones */
	readonly more: number;
	/** where none does: those whose credits come nearest */
	readonly nearest: readonly BilledExplanation[];
	/** of the chosen one, else of the nearest; null: it is the contract's own, or there is none */
	readonly difference: BilledDifference | null;
	/** by which the rule sets shown differ; `credits` by explanation */
	readonly apart: readonly BilledRow[];
	/** rule sets that were tried */
	readonly tried: number;
	/** rule sets that days kept as sums do not let try */
	readonly untried: number;
	/** stretches that were not tried, since their usage is not known for more than a day */
	readonly unknownPeriods: number;
	/** totals given that the contract has no figure for */
	readonly untold: readonly InvoiceField[];
}

/** Who is shown their part: everyone of a kind, or the values of one of the register's tags. */
export type ShowbackBy = { readonly of: 'entity' | 'agent' } | { readonly of: 'tag'; readonly tag: string };

export interface ShowbackLine {
	/** '': unassigned; null: what belongs to nobody who used anything */
	readonly name: string | null;
	readonly interactions: number;
	/** metered */
	readonly credits: number;
	/** of all metered credits, 0 to 1 */
	readonly share: number;
	/** what its trial and unlimited interactions would have drawn */
	readonly outsideCredits: number;
	/** null while a price is missing */
	readonly money: ShowbackMoney | null;
}

export interface ShowbackMoney {
	readonly plan: MoneyText;
	readonly overage: MoneyText;
	readonly other: MoneyText;
	readonly tax: MoneyText;
	readonly total: MoneyText;
}

export interface ShowbackView {
	readonly cycle: Cycle;
	readonly complete: boolean;
	readonly lines: readonly ShowbackLine[];
	readonly sum: Omit<ShowbackLine, 'name'>;
	/** the invoice that the parts add up to; null without a tier */
	readonly cost: CostView | null;
	/** the register's tags, for the choice */
	readonly tags: readonly string[];
}
