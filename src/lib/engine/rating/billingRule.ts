import type { RateCard } from './card';

/** Another small print than the card's own: what is not named stays as the card has it. Whole seconds. */
export interface BillingRule {
	readonly initialSeconds?: number;
	readonly incrementSeconds?: number;
	readonly shortCallSeconds?: number;
	readonly premiumAppliesToAllCalls?: boolean;
	/** premium interactions cost what standard ones do */
	readonly premiumAsStandard?: boolean;
}

/** A card under another rule; prices and tiers stay. */
export function underRule(card: RateCard, rule: BillingRule): RateCard {
	const { premiumAppliesToAllCalls, premiumAsStandard, ...rounding } = rule;
	const { chat, voice } = card.rates;
	return {
		...card,
		voiceRounding: { ...card.voiceRounding, ...rounding },
		premiumAppliesToAllCalls: premiumAppliesToAllCalls ?? card.premiumAppliesToAllCalls,
		rates: premiumAsStandard
			? {
					chat: { standard: chat.standard, premium: chat.standard },
					voice: { standard: voice.standard, premium: voice.standard }
				}
			: card.rates
	};
}
