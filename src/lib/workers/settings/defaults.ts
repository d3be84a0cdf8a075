import type { RateCard } from '../../engine/rating/card';
import type { Settings } from '../api';

/** Settings of a new workspace (domain.md §2, "Presets"). */
export function defaultSettings(preset: RateCard): Settings {
	return {
		rateCards: [preset],
		contract: {
			rateCardId: preset.id,
			tier: null,
			overage: 'off',
			overageCapCredits: null,
			atExhaustion: 'cut',
			upgradeCredits: 'replace',
			upgradePrice: 'new',
			changes: [],
			timeZone: 'America/Toronto',
			country: null,
			cycleAnchorDay: 1,
			currency: 'USD',
			extraAgentPrice: null,
			includedAgents: null,
			taxPercent: 0,
			oneOffFees: [],
			termMonths: null,
			termStart: null,
			censored: []
		},
		agents: [],
		readings: [],
		events: [],
		growthPercentPerMonth: null,
		assumptions: null,
		budgets: [],
		scenarios: [],
		otherCards: [],
		profiles: []
	};
}
