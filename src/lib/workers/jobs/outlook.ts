import {
	forecastDemand,
	readCycle,
	readTier,
	reasonsOf,
	reportCard,
	unservedByHour,
	type DemandPaths
} from '../../engine/forecast';
import { dayOf, startOfDay } from '../../engine/time';
import type { ForecastInput, ForecastView, NextCycle, OutlookView } from '../api';
import { SERIES } from '../series';
import { forecast, requestOf, six } from './forecast';

/** Paths of each past forecast: enough for its 8-in-10 range. */
const CARD_PATHS = 400;

/**
 * The input as it was at the start of a past local day, in the cycle of that day; null where a day before it in that
 * cycle is unknown. Its hours of the week are today's: they only spread a day's credits over its hours.
 */
export function inputOf(input: ForecastInput, day: number): ForecastInput | null {
	const asOf = startOfDay(input.zone, day);
	const cycles = [...input.past.map(({ cycle }) => cycle), input.cycle];
	const cycle = cycles.find(({ start, end }) => start <= asOf && asOf < end);
	if (!cycle) return null;
	let used = 0;
	for (let d = dayOf(input.zone, cycle.start); d < day; d++)
		for (const key of SERIES) used += input.series[key][d - input.firstDay] ?? NaN;
	return Number.isNaN(used) ? null : { ...input, asOf, cycle, used };
}

/** What would have been said at the start of a past local day. */
export function forecastOf(input: ForecastInput, day: number): ForecastView | null {
	const then = inputOf(input, day);
	return then && forecast(then);
}

function nextCycle(input: ForecastInput, demand: DemandPaths): NextCycle {
	const { monthEnd } = readCycle(demand, 0);
	return {
		cycle: demand.cycle,
		monthEndCredits: { p10: six(monthEnd.p10), p50: six(monthEnd.p50), p90: six(monthEnd.p90) },
		tiers: input.tiers.map((includedCredits) => {
			const tier = readTier(demand, 0, includedCredits, null);
			return {
				includedCredits,
				probabilityOfRunOut: six(tier.probability),
				runOutAt: tier.runOutAt,
				expectedOverageCredits: six(tier.expectedOverage),
				p90OverageCredits: six(tier.p90Overage)
			};
		})
	};
}

const add = (a: ArrayLike<number>, b: ArrayLike<number>): number[] =>
	Array.from(a, (value, k) => six(value + (b[k] as number)));

/** Later cycles, past forecasts beside what happened, and the reasons; null where there are no chances. */
export function outlook(input: ForecastInput): OutlookView | null {
	const request = requestOf(input);
	const demand = forecastDemand(request);
	if (demand.refused) return null;
	const { asOf, cycle: _, ...base } = request;
	const reasons = reasonsOf(request.history, dayOf(input.zone, asOf), demand.days);
	return {
		next: input.next.map((cycle) => nextCycle(input, forecastDemand({ ...request, cycle }))),
		unserved: input.tiers.map((includedCredits) => {
			const hours = unservedByHour(demand, input.used, includedCredits, input.zone);
			const [voice, premiumVoice, chat, premiumChat] = hours as [
				Float64Array,
				Float64Array,
				Float64Array,
				Float64Array
			];
			return { includedCredits, voice: add(voice, premiumVoice), chat: add(chat, premiumChat) };
		}),
		card: reportCard({ ...base, paths: CARD_PATHS }, input.past).map(({ monthEnd, pace, ...rest }) => ({
			...rest,
			monthEnd: { p10: six(monthEnd.p10), p50: six(monthEnd.p50), p90: six(monthEnd.p90) },
			pace: six(pace)
		})),
		reasons: reasons && {
			...reasons,
			level: six(reasons.level),
			levelBefore: reasons.levelBefore === null ? null : six(reasons.levelBefore),
			profile: reasons.profile.map(six),
			ownErrors: six(reasons.ownErrors),
			weeklyChange: six(reasons.weeklyChange)
		}
	};
}
