import type { RateCard } from '../card';
import { PER_SECOND } from './perSecond';

/** Calls shorter than 15 s are non-billable. Only that threshold is the vendor's; rates and rounding are assumed. */
export const FIFTEEN_SECOND_RULE: RateCard = {
	...PER_SECOND,
	id: '15-second-rule',
	name: '15-second rule',
	voiceRounding: { ...PER_SECOND.voiceRounding, shortCallSeconds: 15 }
};
