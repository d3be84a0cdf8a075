import type { BillingRule } from '$lib/engine/rating/billingRule';
import type { RateCard } from '$lib/engine/rating/card';

/** A rule of billing that differs from the card's in one thing. */
export interface RuleChoice {
	readonly id: string;
	readonly kind: 'rounding' | 'shortCall' | 'allPremium' | 'noPremium';
	readonly rule: BillingRule;
}

/** Initial and increment in seconds, as vendors sell them. */
const ROUNDINGS = [
	[60, 60],
	[30, 6],
	[6, 6],
	[1, 1]
] as const;
const THRESHOLDS = [0, 15, 30] as const;

/** The other roundings and short-call thresholds that a card is compared with; its own are left out. */
export function ruleChoices({ voiceRounding: own }: RateCard): RuleChoice[] {
	const { initialSeconds, incrementSeconds, shortCallSeconds } = own;
	return [
		...ROUNDINGS.filter(
			([initial, increment]) => initial !== initialSeconds || increment !== incrementSeconds
		).map(([initial, increment]): RuleChoice => ({
			id: `${initial}/${increment}`,
			kind: 'rounding',
			rule: { initialSeconds: initial, incrementSeconds: increment }
		})),
		...THRESHOLDS.filter((seconds) => seconds !== shortCallSeconds).map((seconds): RuleChoice => ({
			id: `t${seconds}`,
			kind: 'shortCall',
			rule: { shortCallSeconds: seconds }
		}))
	];
}

/** All that a card's small print is compared with: its roundings and thresholds, and the rules on premium. */
export const smallPrintChoices = (card: RateCard): RuleChoice[] => [
	...ruleChoices(card),
	{ id: 'noPremium', kind: 'noPremium', rule: { premiumAsStandard: true } },
	{
		id: 'allPremium',
		kind: 'allPremium',
		rule: { premiumAppliesToAllCalls: !card.premiumAppliesToAllCalls }
	}
];
