import { dayOf, startOfDay, type Cycle } from '../time';
import { CARD_DAYS } from './days';
import { forecastDemand, type ForecastRequest } from './demand';
import { paceMonthEnd, paceRunOut } from './pace';
import { quantile } from './quantile';
import { readTier } from './runout';

/** A past cycle all of whose days are known, with the tier that was in force; null: none. */
export interface PastCycle {
	readonly cycle: Cycle;
	readonly tier: number | null;
}

/** What would have been said so many days into a past cycle, and what happened. Credits; days count from 0. */
export interface PastForecast {
	readonly cycle: Cycle;
	/** one of {@link CARD_DAYS} */
	readonly after: number;
	readonly used: number;
	readonly monthEnd: { readonly p10: number; readonly p50: number; readonly p90: number };
	/** the straight line's month end */
	readonly pace: number;
	readonly actual: number;
	/** where the tier did run out, later than the forecast was made: on which day of the cycle, and on which it was seen */
	readonly runOut: { readonly actual: number; readonly forecast: number; readonly pace: number } | null;
}

/**
 * Rolling-origin evaluation (L. J. Tashman, Out-of-sample tests of forecasting accuracy, International Journal of
 * Forecasting 16, 2000) on the customer's own past: each forecast sees the days before it only. Cycles with unknown
 * days are left out, as are days on which there was too little to go by.
 */
export function reportCard(
	request: Omit<ForecastRequest, 'asOf' | 'cycle'>,
	cycles: readonly PastCycle[]
): PastForecast[] {
	const { history, zone } = request;
	const valueOf = (day: number): number =>
		history.series.reduce((sum, one) => sum + (one[day - history.firstDay] ?? NaN), 0);
	const found: PastForecast[] = [];
	for (const { cycle, tier } of cycles) {
		const first = dayOf(zone, cycle.start);
		const days = dayOf(zone, cycle.end - 1) - first + 1;
		const by = new Float64Array(days + 1);
		for (let k = 0; k < days; k++) by[k + 1] = (by[k] as number) + valueOf(first + k);
		const actual = by[days] as number;
		if (Number.isNaN(actual)) continue;
		for (const after of CARD_DAYS) {
			if (after >= days) continue;
			const asOf = startOfDay(zone, first + after);
			const demand = forecastDemand({ ...request, asOf, cycle });
			if (demand.refused) continue;
			const used = by[after] as number;
			const ends = new Float64Array(demand.paths).fill(used);
			for (let cell = 0; cell < demand.total.length; cell++) {
				const path = Math.floor(cell / demand.days);
				ends[path] = (ends[path] as number) + (demand.total[cell] as number);
			}
			ends.sort();
			found.push({
				cycle,
				after,
				used,
				monthEnd: { p10: quantile(ends, 0.1), p50: quantile(ends, 0.5), p90: quantile(ends, 0.9) },
				pace: paceMonthEnd(used, cycle, asOf),
				actual,
				runOut: tier !== null && used < tier && actual >= tier ? runOut(tier) : null
			});

			function runOut(included: number) {
				// Who expects it to last says the cycle's end.
				const dayIn = (instant: number | null) => (instant === null ? days : dayOf(zone, instant) - first);
				return {
					actual: by.findIndex((sum) => sum >= included) - 1,
					forecast: dayIn(readTier(demand, used, included, null).runOutAt.p50),
					pace: dayIn(paceRunOut(used, cycle, asOf, included))
				};
			}
		}
	}
	return found;
}

/** The sum of a report card: how often the 8-in-10 range held, and mean errors beside the straight line's. */
export interface CardSum {
	readonly forecasts: number;
	readonly inside: number;
	/** mean error of the month's end as a share of what happened; null without any */
	readonly monthEndError: { readonly ours: number; readonly pace: number } | null;
	/** mean error of the run-out day, in days, over the cycles that did run out; null without any */
	readonly dayError: { readonly ours: number; readonly pace: number; readonly of: number } | null;
}

export function sumCard(forecasts: readonly PastForecast[]): CardSum {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const some = forecasts.filter(({ actual }) => actual > 0);
	const outs = forecasts.flatMap(({ runOut }) => runOut ?? []);
	return {
		forecasts: forecasts.length,
		inside: forecasts.filter(({ monthEnd, actual }) => actual >= monthEnd.p10 && actual <= monthEnd.p90)
			.length,
		monthEndError:
			some.length === 0
				? null
				: {
						ours: mean(some.map(({ monthEnd, actual }) => Math.abs(monthEnd.p50 - actual) / actual)),
						pace: mean(some.map(({ pace, actual }) => Math.abs(pace - actual) / actual))
					},
		dayError:
			outs.length === 0
				? null
				: {
						ours: mean(outs.map((one) => Math.abs(one.forecast - one.actual))),
						pace: mean(outs.map((one) => Math.abs(one.pace - one.actual))),
						of: outs.length
					}
	};
}
