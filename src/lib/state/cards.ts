import type { RateCard } from '$lib/engine/rating/card';
import type { Settings } from '$lib/workers/api';

/** The version of the contract's card that holds on a local date: the latest begun, else the first; null: no such card. */
export function cardOn({ rateCards, contract }: Settings, date: string): RateCard | null {
	const versions = rateCards
		.filter(({ id }) => id === contract.rateCardId)
		.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
	return versions.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? versions[0] ?? null;
}

/** The latest version of the contract's card, where no cycle says which is in force. */
export const cardOf = (settings: Settings): RateCard | null => cardOn(settings, '9999-12-31');

/** Settings whose contract is on a tier of its card, in some version, or on none. */
export function withHeldTier(settings: Settings): Settings {
	const { contract, rateCards } = settings;
	const has = rateCards.some(
		({ id, tiers }) =>
			id === contract.rateCardId && tiers.some(({ includedCredits }) => includedCredits === contract.tier)
	);
	return contract.tier === null || has ? settings : { ...settings, contract: { ...contract, tier: null } };
}
