import { creditsOfUnits, UNITS_PER_CREDIT } from '../../rating/credits';
import type { RateCard } from '../../rating/card';
import { billableSeconds, callUnits, isShort, tariffOf } from '../../rating/tariff';
import { MIX_KEYS, MOST_VOLUME, type Mix, type MixKey } from '../mix';
import type { Assumptions } from './assumptions';
import { likelyLengths } from './lengths';

/** Days of an average month of the Gregorian calendar. */
export const MONTH_DAYS = 30.436875;

/** The interactions of one series: how many, and what one draws. */
export interface AssumedSeries {
	/** in an average month */
	readonly interactions: number;
	/** credits of one: mean and variance */
	readonly mean: number;
	readonly variance: number;
}

/** Assumptions under a rate card, as paths are drawn from them. The series are in the order of MIX_KEYS. */
export interface AssumedDemand {
	readonly series: readonly AssumedSeries[];
	/** of mean 1: Monday first, January first */
	readonly weekdays: readonly number[];
	readonly months: readonly number[];
	/** 168 weights, Monday 00 first */
	readonly hourOfWeek: Float64Array;
	/** standard deviation of the logarithm of a month's demand beside what is assumed */
	readonly uncertainty: number;
}

function moments(values: readonly number[]): { mean: number; variance: number } {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

/** Billable seconds of each of the likely calls under a card, a short one's 0 (domain.md §2 step 3). */
export function billedLengths({ lengths }: Pick<Assumptions, 'lengths'>, card: RateCard): number[] {
	return likelyLengths(lengths).map((seconds) =>
		isShort(1_000 * seconds, card.voiceRounding) ? 0 : billableSeconds(1_000 * seconds, card.voiceRounding)
	);
}

/** Billable minutes of a call, on average. */
export const minutesPerCall = (shape: Pick<Assumptions, 'lengths'>, card: RateCard): number =>
	moments(billedLengths(shape, card)).mean / 60;

const toMean1 = (weights: readonly number[]): number[] => {
	const { mean } = moments(weights);
	return weights.map((weight) => (mean > 0 ? weight / mean : 1));
};

const isVoice = (key: MixKey): boolean => key.startsWith('voice');
const isPremium = (key: MixKey): boolean => key.endsWith('Premium');

/** Calls, or chats, that the agents take in an average month. */
const taken = ({ interactions, takenPercent }: Assumptions, key: MixKey): number =>
	(interactions[key] * takenPercent) / 100;

/** Rates the assumed interactions. The messages of a chat are geometric from one on, so that few chats are long. */
export function assumedDemand(assumptions: Assumptions, card: RateCard): AssumedDemand {
	const { messagesPerChat, weekdays, hours, months, uncertaintyPercent } = assumptions;
	const tariff = tariffOf(card);
	const billed = billedLengths(assumptions, card);
	const series = MIX_KEYS.map((key): AssumedSeries => {
		const premium = isPremium(key) || (isVoice(key) && tariff.premiumCalls) ? 1 : 0;
		const interactions = taken(assumptions, key);
		if (isVoice(key))
			return {
				interactions,
				...moments(billed.map((seconds) => callUnits(seconds, premium, tariff) / UNITS_PER_CREDIT))
			};
		const rate = tariff.message[premium] / UNITS_PER_CREDIT;
		return {
			interactions,
			mean: messagesPerChat * rate,
			variance: messagesPerChat * (messagesPerChat - 1) * rate * rate
		};
	});
	const busy = toMean1(hours);
	return {
		series,
		weekdays: toMean1(weekdays),
		months: toMean1(months),
		hourOfWeek: Float64Array.from(
			{ length: 168 },
			(_, k) => (weekdays[Math.floor(k / 24)] as number) * (busy[k % 24] as number)
		),
		uncertainty: Math.log(1 + uncertaintyPercent / 100) / 1.281_551_565_5
	};
}

const within = (volume: number): number => Math.min(MOST_VOLUME, Math.round(volume));

/** What an average month comes to: whole billable minutes and messages. */
export function mixOfAssumptions(assumptions: Assumptions, card: RateCard): Mix {
	const each = minutesPerCall(assumptions, card);
	return Object.fromEntries(
		MIX_KEYS.map((key) => [
			key,
			within(taken(assumptions, key) * (isVoice(key) ? each : assumptions.messagesPerChat))
		])
	) as Record<MixKey, number>;
}

/** The interactions of an average month of which a mix is made, for the shape of its calls and chats. */
export function interactionsOfMix(
	mix: Mix,
	shape: Pick<Assumptions, 'lengths' | 'messagesPerChat' | 'takenPercent'>,
	card: RateCard
): Assumptions['interactions'] {
	const perCall = minutesPerCall(shape, card);
	return Object.fromEntries(
		MIX_KEYS.map((key) => {
			const each = ((isVoice(key) ? perCall : shape.messagesPerChat) * shape.takenPercent) / 100;
			return [key, each > 0 ? within(mix[key] / each) : 0];
		})
	) as Record<MixKey, number>;
}

/** Credits of an average month, half-even to four places. */
export function creditsPerMonth({ series }: AssumedDemand): number {
	const credits = series.reduce((sum, { interactions, mean }) => sum + interactions * mean, 0);
	return creditsOfUnits(Math.round(credits * UNITS_PER_CREDIT));
}
