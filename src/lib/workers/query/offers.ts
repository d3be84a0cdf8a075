import { hasTier } from '../../engine/ledger';
import { sumMoney } from '../../engine/money';
import { assumedDemand, type Assumptions } from '../../engine/planning/assumed';
import { MIX_KEYS } from '../../engine/planning/mix';
import { assumedCount, CHANNELS, offerCost, type OtherCard } from '../../engine/planning/offers';
import { isMetered, UNITS_PER_CREDIT, type Channel, type RateCard } from '../../engine/rating';
import { DAY_MS } from '../../engine/time';
import type { CostView, OfferCounts, OfferMonth, OffersUsage } from '../api';
import { censoredOf, SIZE_DAYS, type Stretch } from './history';
import { countStretches, measureOf, SERIES_COUNT, seriesOf, type StretchCounts } from './offerCounts';
import { settler } from './past';
import type { Usage } from './usage';
import { wholeCycles } from './wholeCycles';

/** What a contract's cycle cost without its tax: other vendors' prices are compared before theirs. */
const beforeTax = ({ total, lines, currency }: CostView): string | null =>
	total === null
		? null
		: sumMoney(
				lines.filter(({ kind }) => kind !== 'tax').map(({ amount }) => amount),
				currency
			);

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Channels in which a stretch has interactions. */
const channelsOf = ({ interactions }: Pick<StretchCounts, 'interactions'>): Channel[] =>
	CHANNELS.filter((channel) => total(interactions.slice(...(channel === 'voice' ? [0, 2] : [2, 4]))) > 0);

/** Metered credits of a stretch by series. */
function creditsIn({ time }: Usage, { from, to }: Stretch): number[] {
	const credits = new Array<number>(SERIES_COUNT).fill(0);
	for (let k = 0; k < time.count; k++) {
		const at = time.from[k] as number;
		const slot = time.slot[k] as number;
		if (at < from || at >= to || !isMetered(slot)) continue;
		const series = seriesOf(slot);
		credits[series] = (credits[series] as number) + (time.units[k] as number) / UNITS_PER_CREDIT;
	}
	return credits;
}

/** Imported usage under other vendors' cards: metered interactions, so that the demand is the contract's own. */
export async function offersUsage(usage: Usage, cards: readonly OtherCard[]): Promise<OffersUsage> {
	const whole = wholeCycles(usage);
	const running = usage.termsAt(null).cycle;
	const censored = await censoredOf(usage);
	const recent = { from: usage.asOf - SIZE_DAYS * DAY_MS, to: Infinity };
	const measures = new Map(
		cards.flatMap((card) =>
			CHANNELS.flatMap((channel) => {
				const measure = measureOf(channel, card[channel]);
				return measure ? [[measure.key, measure] as const] : [];
			})
		)
	);
	const stretches = [
		...whole.map(({ cycle }) => ({ from: cycle.start, to: cycle.end })),
		{ from: running.start, to: Infinity },
		recent
	];
	const counted = await countStretches(usage, stretches, [...measures.values()]);
	const [known, late] = counted.slice(-2) as [StretchCounts, StretchCounts];
	const countsIn = (
		{ counts }: StretchCounts,
		card: OtherCard,
		channel: Channel
	): readonly number[] | null => {
		const measure = measureOf(channel, card[channel]);
		return measure ? (counts[measure.key] ?? null) : new Array<number>(SERIES_COUNT).fill(0);
	};
	const months: OfferMonth[] = [];
	for (const [k, terms] of whole.entries()) {
		const { cycle } = terms;
		const own = counted[k] as StretchCounts;
		months.push({
			cycle,
			contract: hasTier(terms) ? beforeTax((await (await settler(usage, terms))(terms, null)).cost) : null,
			censored: censored.some(({ from, to }) => to > cycle.start && from < cycle.end),
			channels: channelsOf(own),
			offers: cards.map((card) => {
				const count = (channel: Channel) => {
					const counts = countsIn(own, card, channel);
					return counts && total(counts);
				};
				return offerCost(card, { chat: count('chat'), voice: count('voice') });
			})
		});
	}
	const counts = (card: OtherCard, channel: Channel): OfferCounts | null => {
		const [sofar, weeks] = [countsIn(known, card, channel), countsIn(late, card, channel)];
		return sofar && weeks && { known: sofar, recent: weeks };
	};
	return {
		months,
		outside: counted.slice(0, -2).reduce((sum, { outside }) => sum + outside, 0),
		running: cards.map((card) => ({ chat: counts(card, 'chat'), voice: counts(card, 'voice') })),
		recentCredits: creditsIn(usage, recent),
		channels: CHANNELS.filter((channel) => counted.some((one) => channelsOf(one).includes(channel)))
	};
}

/** What is assumed, under other vendors' cards: nothing is known yet, and of each interaction what it counts on average. */
export function assumedOffers(
	assumptions: Assumptions,
	card: RateCard,
	cards: readonly OtherCard[]
): OffersUsage {
	const { series } = assumedDemand(assumptions, card);
	const counts = (other: OtherCard, channel: Channel): OfferCounts => {
		const charge = other[channel];
		const each = charge && charge.model !== 'flat' ? assumedCount(charge, channel, assumptions) : 0;
		return {
			known: series.map(() => 0),
			recent: MIX_KEYS.map((key, k) => (key.startsWith(channel) ? each * (series[k]?.interactions ?? 0) : 0))
		};
	};
	return {
		months: [],
		outside: 0,
		running: cards.map((other) => ({ chat: counts(other, 'chat'), voice: counts(other, 'voice') })),
		recentCredits: series.map(({ interactions, mean }) => interactions * mean),
		channels: channelsOf({ interactions: series.map(({ interactions }) => interactions) })
	};
}

/** Readings know of credits alone: neither what was counted nor by which channel. */
export const READINGS_OFFERS: OffersUsage = {
	months: [],
	outside: 0,
	running: null,
	recentCredits: [],
	channels: []
};
