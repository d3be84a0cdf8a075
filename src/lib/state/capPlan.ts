import { capChoice, capForBudget, capForRisk } from '$lib/engine/planning/cap';
import type { PlanTerms } from '$lib/engine/planning/plan';
import * as format from '$lib/i18n/format';
import { plans as words } from '$lib/i18n/plans';
import type { PlansView } from '$lib/workers/api';

/** A cap as it is said and set: up to the next whole hundred for a risk, down to one for a budget. */
export interface CapAnswer {
	readonly text: string;
	/** credits that can be set as the contract's cap; null: none */
	readonly cap: number | null;
}

const HUNDRED = 100;

const money = (amount: number, currency: string) => format.estimateMoney(amount, currency);

/** What cap a risk needs. Null: a price is missing. */
export function capOfRisk(
	terms: PlanTerms,
	credits: number,
	{ demands }: PlansView,
	stopsOf100: number,
	currency: string
): CapAnswer | null {
	const t = words.current.cap;
	const tier = terms.tiers.findIndex((own) => own.credits === credits);
	const exact = capForRisk(terms, tier, demands, stopsOf100 / 100);
	if (exact.cap === 0) return { text: t.noCap, cap: null };
	const cap = Math.ceil(exact.cap / HUNDRED) * HUNDRED;
	const { mostCost } = capChoice(terms, tier, demands, cap);
	return mostCost === null ? null : { text: t.forRisk(format.integer(cap), money(mostCost, currency)), cap };
}

/** What cap a budget allows. Null: a price is missing, or overage is free. */
export function capOfBudget(
	terms: PlanTerms,
	credits: number,
	{ demands }: PlansView,
	budget: number
): CapAnswer | null {
	const t = words.current.cap;
	const tier = terms.tiers.findIndex((own) => own.credits === credits);
	const price = terms.tiers[tier]?.price ?? null;
	if (price === null || terms.fixed === null || !terms.overagePrice) return null;
	const choice = capForBudget(terms, tier, demands, budget);
	if (!choice) return { text: t.tooSmall, cap: null };
	const text = t.forBudget(format.integer(choice.cap), format.chance(choice.stopProbability));
	return { text, cap: choice.cap > 0 ? choice.cap : null };
}
