import type { DemandPaths } from '../../engine/forecast';
import { coursesFrom, outcomeOf, summaryOf } from '../../engine/planning';
import { CHANNELS, plainCost, plainUnits, type OtherCard } from '../../engine/planning/offers';
import type {
	ForecastInput,
	OfferChannel,
	OfferCounts,
	OffersAsk,
	OffersView,
	OfferView,
	SpreadView
} from '../api';
import { demandOf, six } from './forecast';
import { reachedIn } from './plans';

/** Credits to come on each path, by series. */
const comingCredits = ({ parts, paths, days }: DemandPaths): Float64Array[] =>
	parts.map((part) =>
		Float64Array.from({ length: paths }, (_, p) =>
			part.subarray(p * days, (p + 1) * days).reduce((sum, credits) => sum + credits, 0)
		)
	);

/**
 * What is counted in the cycle on each path: the known part, and credits to come at the count that a credit had of
 * late. NaN: credits are to come of a series that had none, or it counts without drawing credits.
 */
function countsOn(
	coming: readonly Float64Array[],
	{ known, recent }: OfferCounts,
	credits: readonly number[]
): Float64Array {
	const sofar = known.reduce((sum, count) => sum + count, 0);
	const counts = new Float64Array(coming[0]?.length ?? 0).fill(sofar);
	for (const [k, part] of coming.entries()) {
		const [count, drawn] = [recent[k] ?? 0, credits[k] ?? 0];
		if (count === 0 && drawn > 0) continue;
		for (const [p, value] of part.entries())
			if (value > 0 || count > 0)
				counts[p] = (counts[p] as number) + (drawn > 0 ? (value * count) / drawn : NaN);
	}
	return counts;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const spreadOf = (values: Float64Array): SpreadView | null => {
	if (values.some(Number.isNaN)) return null;
	const { mean, p90 } = summaryOf(values);
	return { mean: six(mean), p90: six(p90) };
};

function offerView(
	card: OtherCard,
	counts: Readonly<Record<(typeof CHANNELS)[number], OfferCounts | null>> | null,
	coming: readonly Float64Array[],
	credits: readonly number[]
): OfferView {
	const costs = new Float64Array(coming[0]?.length ?? 0).fill(Number(card.fee));
	const channels: OfferChannel[] = [];
	for (const channel of CHANNELS) {
		const charge = card[channel];
		if (!charge || charge.model === 'flat') continue;
		// A voice charge counts minutes of calls only: the series of chats have none of it.
		const mine = counts?.[channel];
		const own = channel === 'voice' ? [0, 2] : [2, 4];
		const on = mine
			? countsOn(
					coming.slice(...own),
					{ known: mine.known, recent: mine.recent.slice(...own) },
					credits.slice(...own)
				)
			: null;
		const paid = on?.map((count) => plainCost(charge, count));
		costs.forEach((cost, p) => (costs[p] = cost + (paid?.[p] ?? NaN)));
		if (on && paid && !on.some(Number.isNaN))
			channels.push({
				channel,
				units: six(mean(on.map((count) => plainUnits(charge, count)))),
				cost: six(mean(paid))
			});
	}
	return { cost: spreadOf(costs), channels };
}

/** The running cycle under other vendors' cards and under the plan that is held, on the same courses; null where there are none. */
export function offers(
	input: ForecastInput,
	{ cards, usage, held, plans: { terms, line } }: OffersAsk
): OffersView | null {
	const demand = demandOf(input);
	if (demand.refused) return null;
	const coming = comingCredits(demand);
	const tier = terms.tiers.findIndex(({ credits }) => credits === held.tier);
	const courses = coursesFrom(demand, input.used, (credits) => reachedIn(line, credits));
	const own = tier < 0 ? null : outcomeOf(terms, { tier, policy: held.policy }, courses).cost;
	return {
		cycle: input.cycle,
		contract: own && { mean: six(own.mean), p90: six(own.p90) },
		offers: cards.map((card, k) => offerView(card, usage.running?.[k] ?? null, coming, usage.recentCredits))
	};
}
