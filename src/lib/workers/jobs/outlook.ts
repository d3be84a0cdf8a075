import {
	readCycle,
	readTier,
	readYear,
	reasonsOf,
	reportCard,
	unservedByHour,
	type DemandPaths
} from '../../engine/forecast';
import { seriesSpread } from '../../engine/planning/mix';
import { dayOf, startOfDay, type Cycle } from '../../engine/time';
import type { ForecastInput, ForecastView, NextCycle, OutlookView, YearView } from '../api';
import { SERIES } from '../series';
import { demandOf, forecast, requestOf, six, yearPaths } from './forecast';

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

/** Later cycles whose chances are shown by plan. */
const CHANCES = 2;
const PAST_TOTALS = 12;

/** The running cycle's total on each of its courses. */
export function cycleTotals(input: ForecastInput, demand: DemandPaths): Float64Array {
	const totals = new Float64Array(demand.paths).fill(input.used);
	for (let cell = 0; cell < demand.total.length; cell++) {
		const path = Math.floor(cell / demand.days);
		totals[path] = (totals[path] as number) + (demand.total[cell] as number);
	}
	return totals;
}

/** Twelve cycles; the running one's courses are those of its own forecast. */
function yearView(input: ForecastInput, demand: DemandPaths): YearView | null {
	const { totals } = input;
	const cycles = [input.cycle, ...input.next];
	const year = yearPaths(input, cycleTotals(input, demand));
	if (year.refused) return null;
	return {
		from: input.assumed ? 'assumed' : year.from,
		cycles: readYear(year).map(({ p10, p50, p90 }, k) => ({
			cycle: cycles[k] as Cycle,
			p10: six(p10),
			p50: six(p50),
			p90: six(p90),
			beyond: input.tiers.map((includedCredits) => {
				let beyond = 0;
				for (let cell = k; cell < year.credits.length; cell += year.cycles)
					if ((year.credits[cell] as number) > includedCredits) beyond++;
				return { includedCredits, probability: six(beyond / year.paths) };
			})
		})),
		past: totals.filter(({ credits }) => !Number.isNaN(credits)).slice(-PAST_TOTALS)
	};
}

const add = (a: ArrayLike<number>, b: ArrayLike<number>): number[] =>
	Array.from(a, (value, k) => six(value + (b[k] as number)));

/** Later cycles, past forecasts beside what happened, and the reasons; null where there are no chances. */
export function outlook(input: ForecastInput): OutlookView | null {
	const request = requestOf(input);
	const demand = demandOf(input);
	if (demand.refused) return null;
	const { asOf: _, cycle: __, ...base } = request;
	const reasons = reasonsOf(request);
	const spread = seriesSpread(demand.parts, demand.paths, demand.days);
	return {
		year: yearView(input, demand),
		next: input.next.slice(0, CHANCES).map((cycle) => nextCycle(input, demandOf(input, cycle))),
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
			weeklyChange: six(reasons.weeklyChange),
			events: reasons.events.map(({ name, credits }) => ({ name, credits: six(credits) })),
			growth: reasons.growth === null ? null : six(reasons.growth),
			holidays: reasons.holidays.map(({ day, factor }) => ({ day, factor: six(factor) }))
		},
		spread: { mean: spread.mean.map(six), covariance: spread.covariance.map(six) }
	};
}
