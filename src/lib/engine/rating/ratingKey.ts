import type { RatingPlan } from './plan';

/**
 * A text of all that changes a row's result other than rates: two cubes of the same rows under one key differ at
 * most in their credits, which `rollup/rates.ts` computes anew. Where credits cannot be computed from sums (whole
 * credits per call), or rates move a bound (a trial, which ends by credits), the rates are part of it.
 * `anchorDay` and `duration` (the rated one of the layer) cut and fill the cubes.
 */
export function ratingKey(plan: RatingPlan, anchorDay: number, duration: number): string {
	const { cards } = plan.versions;
	const { entries } = plan.register;
	const withRates = plan.trials.length > 0 || cards.some((card) => card.voiceRounding.wholeCreditsPerCall);
	return JSON.stringify([
		plan.zone.name,
		anchorDay,
		duration,
		cards.map(({ effectiveFrom, voiceRounding, premiumAppliesToAllCalls, rates }, k) => [
			// The first version also holds before its date, so that date changes nothing.
			k === 0 ? null : effectiveFrom,
			voiceRounding.shortCallSeconds,
			voiceRounding.initialSeconds,
			voiceRounding.incrementSeconds,
			voiceRounding.wholeCreditsPerCall,
			premiumAppliesToAllCalls,
			withRates ? [rates.chat.standard, rates.chat.premium, rates.voice.standard, rates.voice.premium] : null
		]),
		entries
			.map(({ agent, entity, channel, class: ofClass, licence, activatedAt }) =>
				JSON.stringify([agent, entity, channel, ofClass, licence, activatedAt])
			)
			.sort(),
		plan.trials.map(({ entry, from, to, tied }) => [
			entries[entry]?.agent,
			entries[entry]?.entity,
			entries[entry]?.channel,
			from,
			to,
			tied.map(({ layer, block, row }) => [layer, block, row])
		])
	]);
}
