import type { RateCard } from '../card';

/**
 * net2phone's AI agent plans. Rates and tiers: its help page on credits and overage; overage price, rounding and the
 * premium rule: its public US service documentation. Prices of tiers are not published and are the user's to enter.
 */
export const NET2PHONE: RateCard = {
	model: 'credits',
	id: 'net2phone',
	name: 'net2phone',
	source: 'net2phone: AI Agent Credits and Overage; AI agent service documentation (US)',
	effectiveFrom: '2000-01-01',
	currency: 'USD',
	rates: { chat: { standard: 2, premium: 4 }, voice: { standard: 10, premium: 20 } },
	voiceRounding: {
		shortCallSeconds: 0,
		initialSeconds: 60,
		incrementSeconds: 60,
		wholeCreditsPerCall: false
	},
	premiumAppliesToAllCalls: false,
	tiers: [20_000, 40_000, 60_000, 100_000, 150_000, 200_000].map((includedCredits) => ({
		includedCredits,
		price: null
	})),
	overagePricePerCredit: '0.015',
	overageBlockCredits: null
};
