import { oddities } from '$lib/engine/planning/ladder';
import type { Contract } from '$lib/engine/ledger/contract';
import type { PlanTerms } from '$lib/engine/planning/plan';
import type { RateCard } from '$lib/engine/rating/card';
import * as format from '$lib/i18n/format';
import { plans as words } from '$lib/i18n/plans';
import type { CycleView } from '$lib/workers/api';
import { overagePrice, tierPrice, type Price } from './costs';

/** For forecasts, whose money is not rounded; invoices are exact. */
const numberOf = (price: Price): number | null => ('amount' in price ? Number(price.amount) : null);

/** What the cycle costs on any plan beside tier and overage, before tax; null: not known, since a price is missing. */
function fixedCost(view: CycleView): number | null {
	const priced = view.plans.find(({ overage, cost }) => overage === 'off' && cost.total !== null);
	if (!priced) return null;
	return priced.cost.lines
		.filter(({ kind }) => kind !== 'tier' && kind !== 'tax')
		.reduce((sum, { amount }) => sum + Number(amount), 0);
}

/** The terms of the card and contract on screen, for plans over possible courses. */
export const planTermsOf = (view: CycleView): PlanTerms =>
	termsUnder(view.context.card, view.context.contract, fixedCost(view));

/** The terms of a card under a contract; `fixed`: what a cycle costs beside tier and overage, before tax. */
export function termsUnder(card: RateCard, contract: Contract, fixed: number | null): PlanTerms {
	return {
		tiers: card.tiers.map(({ includedCredits }) => ({
			credits: includedCredits,
			price: numberOf(tierPrice(card, contract, includedCredits))
		})),
		overagePrice: numberOf(overagePrice(card, contract)),
		overageBlock: card.overageBlockCredits,
		cap: contract.overageCapCredits,
		upgradeCredits: contract.upgradeCredits,
		upgradePrice: contract.upgradePrice,
		fixed
	};
}

/** Something odd about the tiers' prices, and the plans that put together would do better; null: none. */
export interface OddPrice {
	readonly text: string;
	readonly parts: readonly number[] | null;
}

/** What is odd about the tiers' prices, a sentence each. */
export function oddPrices(terms: PlanTerms, currency: string): OddPrice[] {
	const { odd, list } = words.current;
	const credits = (tier: number) => terms.tiers[tier]?.credits ?? 0;
	const name = (tier: number) => format.integer(credits(tier));
	return oddities(terms).map((one) => {
		if (one.kind === 'dominated') return { text: odd.dominated(name(one.tier), name(one.by)), parts: null };
		const parts = [...new Set(one.parts)].map((tier) =>
			odd.plan(one.parts.filter((other) => other === tier).length, name(tier))
		);
		return {
			text: odd.stack(name(one.tier), list(parts), format.estimateMoney(one.saves, currency)),
			parts: one.parts.map(credits)
		};
	});
}
