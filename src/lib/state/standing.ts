import type { Overage } from '$lib/engine/ledger/contract';
import type { CycleView, ForecastView, LedgerView, TierForecast } from '$lib/workers/api';

/** The plan on screen, and what is known and expected of it in the cycle on screen. */
export interface Standing {
	readonly tier: number;
	readonly overage: Overage;
	/** credits of overage after which agents stop; null unless capped */
	readonly cap: number | null;
	readonly ledger: LedgerView;
	/** null: past cycle, not computed yet, or refused */
	readonly forecast: TierForecast | null;
}

/** The ledger of a plan without changes; null where the card has no such tier. */
export function planOf(view: CycleView, tier: number, overage: Overage): LedgerView | null {
	return view.plans.find((plan) => plan.includedCredits === tier && plan.overage === overage) ?? null;
}

/** What the forecast says of an amount of included credits. */
export function outlookOf(forecast: ForecastView | null, credits: number): TierForecast | null {
	return forecast?.tiers?.find((tier) => tier.includedCredits === credits) ?? null;
}

/** A probability as a chance of 100, with the digits that a forecast has at most; null: it is not known. */
export const of100 = (probability: number | null): number | null =>
	probability === null ? null : Number((100 * probability).toPrecision(6));

/**
 * The plan asked for. The contract's own question is answered by the ledger in force, with its changes; any other by
 * the plan as if it had held for the whole cycle. Null: no tier is chosen.
 */
export function standingOf(
	view: CycleView,
	forecast: ForecastView | null,
	tier: number | null,
	overage: Overage
): Standing | null {
	const { contract } = view.context;
	if (tier === null) return null;
	const asked = tier === contract.tier && overage === contract.overage;
	const ledger = (asked ? view.inForce : null) ?? planOf(view, tier, overage);
	if (!ledger) return null;
	return {
		tier: ledger.includedCredits,
		overage: ledger.overage,
		cap: ledger.overage === 'capped' ? contract.overageCapCredits : null,
		ledger,
		forecast: outlookOf(forecast, ledger.includedCredits)
	};
}

/** Tiers of the card in force at the cycle's start, ascending. */
export function tiersOf(view: CycleView): number[] {
	return view.context.card.tiers.map(({ includedCredits }) => includedCredits);
}
