/**
 * The numbers of the daily forecast that were fitted on series of real usage: where they come from, and what licence
 * those are under, is in SOURCES.md. `tests/bench/forecast/fit.mjs` fits them again. No series, and no course of one,
 * is in here.
 */
export interface Fitted {
	/** with this many spans of past errors, half of the courses replay them; the others are simulated */
	readonly halfTrust: number;
	/** past forecasts made at this season count up to 1 + this many times */
	readonly season: number;
	/** simulated level error on the log scale: standard deviation = least + ofChange × weekly change */
	readonly leastError: number;
	readonly ofChange: number;
	/** how uncertain that size itself is, log scale: the tails are so much heavier */
	readonly uncertainty: number;
	/** what each further day adds, as a share of it */
	readonly drift: number;
	/** how far a drawn week keeps its own total, as a power: 1 wholly, 0 not at all */
	readonly ownWeek: number;
}

export const FITTED: Fitted = {
	halfTrust: 8,
	season: 30,
	leastError: 0.03,
	ofChange: 0.6,
	uncertainty: 0.4,
	drift: 0.25,
	ownWeek: 0.5
};
