import {
	FORECAST_METHOD,
	forecastDemand,
	forecastYear,
	paceMonthEnd,
	readCycle,
	readTier,
	type DemandPaths,
	type ForecastRequest,
	type YearPaths
} from '../../engine/forecast';
import {
	ASSUMED_METHOD,
	assumedPaths,
	assumedYear,
	type AssumedDemand,
	type AssumedRequest
} from '../../engine/planning/assumed';
import type { ForecastInput, ForecastView, TierForecast } from '../api';
import { SERIES } from '../series';

/** Forecast figures carry at most six significant digits (formats.md): engines of different makers agree that far. */
export const six = (value: number): number => Number(value.toPrecision(6));
const sixOrNull = (value: number | null): number | null => (value === null ? null : six(value));
const list = (values: Float64Array | undefined): number[] => Array.from(values ?? [], six);

/** Shares of a tier that people plan by; all of it is the run-out. */
const MARKS = [0.5, 0.8, 0.9];

/** What the engine is asked, for the as-of's cycle. */
export const requestOf = ({ firstDay, series, hourOfWeek, ...rest }: ForecastInput): ForecastRequest => ({
	history: { firstDay, series: SERIES.map((key) => series[key]), hourOfWeek },
	asOf: rest.asOf,
	zone: rest.zone,
	cycle: rest.cycle,
	seed: rest.seed,
	paths: rest.paths,
	plan: rest.plan
});

/** Paths of the running cycle, or of a later one: from history, or from what is assumed. */
export function demandOf(input: ForecastInput, cycle = input.cycle): DemandPaths {
	const { assumed } = input;
	if (!assumed) return forecastDemand({ ...requestOf(input), cycle });
	return assumedPaths(assumedRequest(input, assumed), cycle);
}

const assumedRequest = (
	{ zone, cycle, plan, seed, paths }: ForecastInput,
	demand: AssumedDemand
): AssumedRequest => ({ demand, zone, first: cycle, plan, seed, paths });

/**
 * Paths of the totals of the running cycle and the eleven after it.
 * @param firstCycle the running cycle's total on each path, where it is known already
 */
export function yearPaths(input: ForecastInput, firstCycle: Float64Array | null = null): YearPaths {
	const { asOf, zone, used, seed, paths, plan, totals, assumed } = input;
	const cycles = [input.cycle, ...input.next];
	if (assumed) return assumedYear(assumedRequest(input, assumed), cycles);
	return forecastYear({
		history: requestOf(input).history,
		asOf,
		zone,
		cycles,
		pastCycles: totals,
		used,
		firstCycle,
		seed,
		paths,
		plan
	});
}

/** Assumptions have no pace before their first day: the mean of their paths stands for it. */
const assumedMean = ({ total, paths }: DemandPaths): number =>
	total.reduce((sum, credits) => sum + credits, 0) / paths;

/** Sample paths from the input, and everything that screens and the report read off them. */
export function forecast(input: ForecastInput): ForecastView {
	const { asOf, cycle, used, seed, assumed } = input;
	const demand = demandOf(input);
	const pace = assumed ? assumedMean(demand) : paceMonthEnd(used, cycle, asOf);
	const base = {
		asOf,
		cycle,
		seed,
		method: assumed ? ASSUMED_METHOD : FORECAST_METHOD,
		pace: { monthEndCredits: six(pace) }
	};
	if (demand.refused) {
		const { known, chancesFrom } = demand.refused;
		return {
			...base,
			refused: { code: 'tooFewDays', knownDays: known, chancesFrom },
			paths: 0,
			monthEndCredits: null,
			fan: null,
			middleDays: null,
			tiers: null
		};
	}
	const { monthEnd, fan, middle } = readCycle(demand, used);
	const [p10, p25, p50, p75, p90] = fan.credits;
	const tiers = input.tiers.map((includedCredits): TierForecast => {
		const tier = readTier(demand, used, includedCredits, input.creditsPerInteraction);
		return {
			includedCredits,
			probabilityOfRunOut: six(tier.probability),
			runOutAt: tier.runOutAt,
			ifRunOutAt: tier.ifRunOutAt,
			expectedOverageCredits: six(tier.expectedOverage),
			p90OverageCredits: six(tier.p90Overage),
			expectedUnservedInteractions: sixOrNull(tier.expectedUnserved),
			p90UnservedInteractions: sixOrNull(tier.p90Unserved),
			dailyChances: Array.from(tier.dailyChances, (chance, k) => ({
				day: demand.firstDay + k,
				chance: six(chance)
			})),
			outOf100: tier.dailyOf100,
			notBeforeRenewal: tier.remainderOf100,
			marks: MARKS.map((share) => {
				const mark = readTier(demand, used, share * includedCredits, null);
				return { share, probability: six(mark.probability), at: mark.runOutAt.p50 };
			})
		};
	});
	return {
		...base,
		refused: null,
		paths: demand.paths,
		monthEndCredits: { p10: six(monthEnd.p10), p50: six(monthEnd.p50), p90: six(monthEnd.p90) },
		fan: {
			at: Array.from(fan.at),
			p10: list(p10),
			p25: list(p25),
			p50: list(p50),
			p75: list(p75),
			p90: list(p90),
			top: six(monthEnd.p97_5)
		},
		middleDays: { firstDay: demand.firstDay, credits: list(middle) },
		tiers
	};
}
