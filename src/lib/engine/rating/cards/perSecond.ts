import type { RateCard } from '../card';
import { NET2PHONE } from './net2phone';

/** net2phone's rates and tiers, calls billed by the second; without its prices, which are net2phone's own. */
export const PER_SECOND: RateCard = {
	...NET2PHONE,
	id: 'per-second',
	name: 'Per-second',
	source: '',
	currency: null,
	voiceRounding: { ...NET2PHONE.voiceRounding, initialSeconds: 1, incrementSeconds: 1 },
	overagePricePerCredit: null
};
