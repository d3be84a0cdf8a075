import type { DemandHistory, ForecastRequest } from '../../../src/lib/engine/forecast';
import { cycleOf, dayNumber, startOfDay, type ZoneTable } from '../../../src/lib/engine/time';

/** Toronto in 2026: clocks change on 8 March and 1 November. */
export const TORONTO: ZoneTable = {
	name: 'America/Toronto',
	at: [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)],
	offset: [-5 * 3_600_000, -4 * 3_600_000, -5 * 3_600_000]
};

/** A history of whole days of four series before `today`; `day(t, k)` gives series k on the t-th day. */
export function history(today: number, days: number, day: (t: number, k: number) => number): DemandHistory {
	return {
		firstDay: today - days,
		series: [0, 1, 2, 3].map((k) =>
			Float64Array.from({ length: days + 1 }, (_, t) => (t < days ? day(t, k) : NaN))
		),
		hourOfWeek: null
	};
}

/** A request in the calendar month of Toronto that holds the as-of. */
export function request(
	of: DemandHistory,
	asOf: number,
	more: Partial<ForecastRequest> = {}
): ForecastRequest {
	const cycle = cycleOf({ zone: TORONTO, anchorDay: 1 }, asOf);
	return { history: of, asOf, zone: TORONTO, cycle, seed: 7, paths: 200, ...more };
}

/** 16 November 2026, 00:00 in Toronto. */
export const TODAY = dayNumber(2026, 11, 16);
export const MIDNIGHT = startOfDay(TORONTO, TODAY);

/** A lively but fixed history: weekdays, noise, a level shift, some idle days. */
export function lively(t: number, k: number): number {
	const noise = ((t * 7919 + k * 104729) % 101) / 100;
	const weekend = t % 7 > 4 ? 0.3 : 1;
	return t % 11 === 0 ? 0 : (k + 1) * 100 * weekend * (0.5 + noise) * (t > 60 ? 2 : 1);
}
