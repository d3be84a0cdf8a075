import type { Contract, Overage } from '../ledger/contract';

/** What happens when the included credits are used up; `upgrade`: the next tier is bought at that instant. */
export type PlanPolicy = Overage | 'upgrade';

/** Credits a cycle, and their price in the contract's currency; null: not entered. */
export interface PricedTier {
	readonly credits: number;
	readonly price: number | null;
}

/**
 * What plans are compared under: the prices of one card and the settings of one contract. Money as plain numbers, not
 * rounded: these are for forecasts; invoices are `ledger/cost`. Before tax.
 */
export interface PlanTerms {
	/** ascending in credits, at least one */
	readonly tiers: readonly PricedTier[];
	/** of one credit; null: not entered */
	readonly overagePrice: number | null;
	/** overage is billed in whole blocks of so many credits; null: not */
	readonly overageBlock: number | null;
	/** credits of overage a cycle under `capped`; null acts as 0 */
	readonly cap: number | null;
	readonly upgradeCredits: Contract['upgradeCredits'];
	readonly upgradePrice: Contract['upgradePrice'];
	/** what a cycle costs on any plan beside tier and overage; null: a price of it is missing */
	readonly fixed: number | null;
}

/** One way to buy a cycle: the tier it starts with (an index into the terms' tiers) and the policy. */
export interface Plan {
	readonly tier: number;
	readonly policy: PlanPolicy;
}

/** How a cycle with some demand ends under a plan. Credits. */
export interface Settled {
	/** index of the tier at the end */
	readonly tier: number;
	readonly overage: number;
	readonly unserved: number;
	/** agents were stopped before the cycle's end */
	readonly stopped: boolean;
}

/** Share of the cycle that was left, 0–1, when so many credits had been used. */
export type LeftAt = (credits: number) => number;

/** Credits that are included once the tiers from `from` to `to` have been bought one after the other (domain.md §4). */
export function includedUpTo({ tiers, upgradeCredits }: PlanTerms, from: number, to: number): number {
	if (upgradeCredits === 'replace') return tiers[to]?.credits ?? 0;
	let sum = 0;
	for (let k = from; k <= to; k++) sum += tiers[k]?.credits ?? 0;
	return sum;
}

/** Credits at which agents stop; Infinity: they never do. */
export function stopsAt(terms: PlanTerms, { tier, policy }: Plan): number {
	const included = terms.tiers[tier]?.credits ?? 0;
	switch (policy) {
		case 'off':
			return included;
		case 'on':
			return Infinity;
		case 'capped':
			return included + (terms.cap ?? 0);
		case 'upgrade':
			return includedUpTo(terms, tier, terms.tiers.length - 1);
	}
}

/**
 * Settles a cycle in which so many credits were demanded: the ledger's rules for a running sum (domain.md §4). Reaching
 * a limit exactly stops the agents, or buys the next tier.
 */
export function settle(terms: PlanTerms, plan: Plan, demand: number): Settled {
	const limit = stopsAt(terms, plan);
	const unserved = Math.max(0, demand - limit);
	let tier = plan.tier;
	if (plan.policy === 'upgrade')
		while (tier < terms.tiers.length - 1 && demand >= includedUpTo(terms, plan.tier, tier)) tier++;
	const included = terms.tiers[plan.tier]?.credits ?? 0;
	const overage =
		plan.policy === 'on' || plan.policy === 'capped' ? Math.max(0, Math.min(demand, limit) - included) : 0;
	return { tier, overage, unserved, stopped: demand >= limit };
}

/** Price of the tiers held, from the first to the last (domain.md §4, "Upgrade"); null: one that is needed is missing. */
function tierPrice(terms: PlanTerms, from: number, to: number, leftAt: LeftAt): number | null {
	const price = (k: number) => terms.tiers[k]?.price ?? null;
	if (terms.upgradePrice === 'new' || from === to) return price(to);
	let sum = 0;
	for (let k = from; k <= to; k++) {
		const own = price(k);
		if (own === null) return null;
		if (k === from || terms.upgradePrice === 'both') sum += own;
		else sum += (own - (price(k - 1) ?? 0)) * leftAt(includedUpTo(terms, from, k - 1));
	}
	return sum;
}

/** What a settled cycle costs before tax, unrounded; null: a price that it needs is missing. */
export function costOfSettled(terms: PlanTerms, plan: Plan, settled: Settled, leftAt: LeftAt): number | null {
	const tiers = tierPrice(terms, plan.tier, settled.tier, leftAt);
	if (tiers === null || terms.fixed === null) return null;
	if (settled.overage === 0) return terms.fixed + tiers;
	if (terms.overagePrice === null) return null;
	const { overageBlock: block } = terms;
	const billed = block === null ? settled.overage : Math.ceil(settled.overage / block) * block;
	return terms.fixed + tiers + billed * terms.overagePrice;
}

/** Use that is even over the cycle: for questions that know a cycle's demand and not its days. */
export const evenUse =
	(demand: number): LeftAt =>
	(credits) =>
		demand > 0 ? Math.max(0, 1 - credits / demand) : 1;

/** What a cycle with so much demand costs under a plan; null: a price is missing. */
export const costAt = (terms: PlanTerms, plan: Plan, demand: number): number | null =>
	costOfSettled(terms, plan, settle(terms, plan, demand), evenUse(demand));
