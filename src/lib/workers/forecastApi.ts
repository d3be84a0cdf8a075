/** What a forecast starts from and what is shown of it; types only. Units as in api.ts. */
import type { CycleTotal, DemandPlan, PastCycle, PastForecast, Reasons } from '../engine/forecast';
import type { AssumedDemand } from '../engine/planning/assumed';
import type { SeriesSpread } from '../engine/planning/mix';
import type { Cycle, ZoneTable } from '../engine/time';
import type { PerSeries } from './series';

/** Daily history that a forecast starts from; made by the query worker, read by the compute worker. */
export interface ForecastInput {
	readonly asOf: number;
	readonly zone: ZoneTable;
	readonly cycle: Cycle;
	/** credits used in the cycle by the as-of */
	readonly used: number;
	/** first local day of the arrays */
	readonly firstDay: number;
	/** metered credits per local day, NaN = missing (not covered, or agents stopped); the last is the as-of's day */
	readonly series: PerSeries<Float64Array>;
	/** credits per hour of the week, Monday 00 first; null: not known (readings) */
	readonly hourOfWeek: Float64Array | null;
	/** metered credits per metered interaction of late, for counts of unserved interactions; null: not known */
	readonly creditsPerInteraction: number | null;
	/** levels to read off the paths: the card's tiers, and each with the contract's cap on top */
	readonly tiers: readonly number[];
	/** complete cycles before the as-of's, ascending, with the tier in force; the latest dozen */
	readonly past: readonly PastCycle[];
	/** eleven cycles that follow the as-of's */
	readonly next: readonly Cycle[];
	/** all cycles before the as-of's, ascending; NaN where not all of one is known */
	readonly totals: readonly CycleTotal[];
	readonly plan: DemandPlan;
	/** the cycle, and those after it, are drawn from this and not from history; null: from history */
	readonly assumed: AssumedDemand | null;
	readonly seed: number;
	readonly paths: number;
}

export interface TierForecast {
	readonly includedCredits: number;
	readonly probabilityOfRunOut: number;
	/** over all paths; null: not before the cycle's end */
	readonly runOutAt: {
		readonly p10: number | null;
		readonly p50: number | null;
		readonly p90: number | null;
	};
	/** middle run-out among the paths that do run out; null when none does */
	readonly ifRunOutAt: number | null;
	readonly expectedOverageCredits: number;
	readonly p90OverageCredits: number;
	readonly expectedUnservedInteractions: number | null;
	readonly p90UnservedInteractions: number | null;
	/** chance of running out on each local day, from the as-of's to the cycle's last */
	readonly dailyChances: readonly { readonly day: number; readonly chance: number }[];
	/** the same as whole numbers out of 100, largest remainder; with `notBeforeRenewal` they add up to 100 */
	readonly outOf100: readonly number[];
	readonly notBeforeRenewal: number;
	/** when shares of the tier are used, on the middle course; null: not before renewal, or already */
	readonly marks: readonly {
		readonly share: number;
		readonly probability: number;
		readonly at: number | null;
	}[];
}

export interface ForecastView {
	/** why there are no chances; the pace is always there */
	readonly refused: null | {
		readonly code: 'tooFewDays';
		readonly knownDays: number;
		readonly chancesFrom: number;
	};
	readonly asOf: number;
	readonly cycle: Cycle;
	readonly paths: number;
	readonly seed: number;
	readonly method: string;
	readonly pace: { readonly monthEndCredits: number };
	readonly monthEndCredits: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
	/** quantiles of cumulative credits, from the as-of to the cycle's end, ascending in time */
	readonly fan: {
		readonly at: readonly number[];
		readonly p10: readonly number[];
		readonly p25: readonly number[];
		readonly p50: readonly number[];
		readonly p75: readonly number[];
		readonly p90: readonly number[];
		/** P97.5 at the cycle's end: the top of the picture */
		readonly top: number;
	} | null;
	/** the middle course per local day; the first is the rest of the as-of's day */
	readonly middleDays: { readonly firstDay: number; readonly credits: readonly number[] } | null;
	readonly tiers: readonly TierForecast[] | null;
}

/** A later cycle, as far as it can be seen from here. */
export interface NextCycle {
	readonly cycle: Cycle;
	readonly monthEndCredits: { readonly p10: number; readonly p50: number; readonly p90: number };
	readonly tiers: readonly Pick<
		TierForecast,
		'includedCredits' | 'probabilityOfRunOut' | 'runOutAt' | 'expectedOverageCredits' | 'p90OverageCredits'
	>[];
}

/** Twelve cycles from the running one on, each whole. */
export interface YearView {
	/** made from whole cycles (two years of them and more), from daily history, or from assumptions */
	readonly from: 'cycles' | 'days' | 'assumed';
	readonly cycles: readonly {
		readonly cycle: Cycle;
		readonly p10: number;
		readonly p50: number;
		readonly p90: number;
		/** by tier: chance that the cycle needs more than it includes */
		readonly beyond: readonly { readonly includedCredits: number; readonly probability: number }[];
	}[];
	/** the known ones before, at most twelve */
	readonly past: readonly CycleTotal[];
}

/** What the Forecast screen shows beside the forecast of the running cycle. */
export interface OutlookView {
	/** null: there is too little for it */
	readonly year: YearView | null;
	readonly next: readonly NextCycle[];
	/** credits that would be unserved if the agents stopped, by local hour of the day (24), for each tier */
	readonly unserved: readonly {
		readonly includedCredits: number;
		readonly voice: readonly number[];
		readonly chat: readonly number[];
	}[];
	/** past forecasts beside what happened, by cycle and day */
	readonly card: readonly PastForecast[];
	/** null: nothing is known */
	readonly reasons: Reasons | null;
	/** of the credits that are still to come in the running cycle, by series */
	readonly spread: SeriesSpread;
}
