import { cycleTerms, hasTier, planTerms, type CycleTerms } from '../../engine/ledger';
import { assumedDemand, type AssumedDemand, type Assumptions } from '../../engine/planning/assumed';
import type { RateCard } from '../../engine/rating';
import { cycleOf, DAY_MS, dayOf, formatInstant, momentOf, parseDay } from '../../engine/time';
import type { CycleView, ForecastInput, ForecastView, Settings } from '../api';
import { rulesOf, type Rules } from '../rules';
import { perSeries } from '../series';
import { cyclesAround, forecastLevels, planOf } from './history';
import { forecastPart, reportHead } from './report';
import { summedLedger } from './summed';

/** Assumptions say nothing of the past: they are answered from at the start of the first cycle that they plan. */
interface Planned {
	readonly rules: Rules;
	readonly demand: AssumedDemand;
	readonly terms: CycleTerms;
}

function planned(settings: Settings, assumptions: Assumptions): Planned {
	const day = parseDay(assumptions.from) as number;
	const rules = rulesOf(settings, (day - 1) * DAY_MS, (day + 1) * DAY_MS, []);
	const cycle = cycleOf(rules.cycleRule, momentOf(rules.zone, assumptions.from));
	const [terms] = cycleTerms(settings.contract, rules.versions, rules.cycleRule, [cycle]);
	const own = terms as CycleTerms;
	return { rules, terms: own, demand: assumedDemand(assumptions, own.card) };
}

/** The cycle that is planned first, of which nothing is known yet. */
export function assumedView(settings: Settings, assumptions: Assumptions, sample: boolean): CycleView {
	const { rules, terms } = planned(settings, assumptions);
	const { cycle, card } = terms;
	const points = [{ at: cycle.start, credits: 0 }];
	return {
		context: {
			zone: rules.zone,
			asOf: cycle.start,
			interactions: 0,
			cycles: [cycle],
			contract: settings.contract,
			card,
			source: 'assumed',
			sample,
			contractContradicted: false
		},
		cycle,
		complete: false,
		line: { at: Float64Array.of(cycle.start), credits: Float64Array.of(0) },
		days: { firstDay: dayOf(rules.zone, cycle.start), credits: perSeries(() => new Float64Array(0)) },
		used: 0,
		bySeries: perSeries(() => 0),
		interactions: 0,
		byDayUntil: null,
		inForce: hasTier(terms) ? summedLedger(rules, points, terms) : null,
		plans: planTerms(terms).map((plan) => summedLedger(rules, points, plan)),
		censored: [],
		readings: []
	};
}

/** The version of the card that the first planned cycle is rated with. */
export const assumedCard = (settings: Settings, assumptions: Assumptions): RateCard =>
	planned(settings, assumptions).terms.card;

export function assumedInput(
	settings: Settings,
	assumptions: Assumptions,
	seed: number,
	paths: number
): ForecastInput {
	const { rules, terms, demand } = planned(settings, assumptions);
	const { cycle } = terms;
	const firstDay = dayOf(rules.zone, cycle.start);
	const interactions = demand.series.reduce((sum, series) => sum + series.interactions, 0);
	const credits = demand.series.reduce((sum, series) => sum + series.interactions * series.mean, 0);
	return {
		asOf: cycle.start,
		zone: rules.zone,
		cycle,
		used: 0,
		firstDay,
		series: perSeries(() => new Float64Array(0)),
		hourOfWeek: demand.hourOfWeek,
		creditsPerInteraction: credits > 0 ? credits / interactions : null,
		tiers: forecastLevels(terms),
		...cyclesAround(rules, [], cycle),
		totals: [],
		plan: planOf(settings, firstDay),
		assumed: demand,
		seed,
		paths
	};
}

/** A report without interactions: what is assumed, and the forecast from it. */
export function assumedReport(
	settings: Settings,
	assumptions: Assumptions,
	forecast: ForecastView | null
): object {
	const { rules, terms } = planned(settings, assumptions);
	return {
		...reportHead(rules, formatInstant(terms.cycle.start)),
		usage: { interactions: 0, from: null, to: null, cycles: [], agents: [], censored: [] },
		forecast: forecast && forecastPart(forecast, terms.card),
		recommendation: null
	};
}
