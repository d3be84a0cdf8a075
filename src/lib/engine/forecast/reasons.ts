import { dayOf, formatDay } from '../time';
import type { DemandPlan, PlannedEvent } from './calendar';
import { readPlan } from './calendar/plan';
import { effectOf } from './calendar/events';
import { DAYS_NEEDED } from './days';
import { forecastDemand, knownDays, type ForecastRequest } from './demand';
import { replay, weeklyChange } from './errors';
import { FITTED } from './fitted';
import { follow } from './track';

/** What a forecast rests on, each with its size. */
export interface Reasons {
	/** credits of an average ordinary day at present, and four weeks before; null where it was not known then */
	readonly level: number;
	readonly levelBefore: number | null;
	/** seven factors, Monday first, mean 1 */
	readonly profile: Float64Array;
	readonly knownDays: number;
	/** share of the courses that replay the customer's own past forecast errors; the rest are simulated */
	readonly ownErrors: number;
	/** mean change from one week to the next, as a share of their mean */
	readonly weeklyChange: number;
	/** days left in the cycle that public holidays make differ, with what each is multiplied by */
	readonly holidays: readonly { readonly day: number; readonly factor: number }[];
	/** planned events on the days left: credits that each adds to the mean course until the cycle's end */
	readonly events: readonly { readonly name: string; readonly credits: number }[];
	/** the same of the growth that is expected; null: none is */
	readonly growth: number | null;
}

const FOUR_WEEKS = 28;
/** Paths of each of two forecasts that are compared, on the same random numbers. */
const PAIRED_PATHS = 400;

const meanCredits = ({ total, paths }: { readonly total: Float64Array; readonly paths: number }): number =>
	total.reduce((sum, credits) => sum + credits, 0) / paths;

/** The same event as far as it has been: what it did to past days stays undone in the history. */
function untilYesterday(event: PlannedEvent, today: number): PlannedEvent[] {
	const { from, to } = effectOf(event);
	return from >= today ? [] : [{ ...event, to: formatDay(Math.min(to, today - 1)) }];
}

/** What each event, and growth, adds to the days left: the mean course with it, less that without it. */
function sizesOf(request: ForecastRequest, today: number, lastDay: number) {
	const { plan } = request;
	const meanWith = (changed: DemandPlan): number =>
		meanCredits(forecastDemand({ ...request, paths: PAIRED_PATHS, plan: changed }));
	const touching = (plan?.events ?? []).filter((event) => {
		const { from, to } = effectOf(event);
		return from <= lastDay && to >= today;
	});
	if (!plan || (touching.length === 0 && plan.growth === null)) return { events: [], growth: null };
	const all = meanWith(plan);
	return {
		events: touching.map((event) => ({
			name: event.name,
			credits:
				all -
				meanWith({
					...plan,
					events: plan.events.flatMap((other) => (other === event ? untilYesterday(other, today) : [other]))
				})
		})),
		growth: plan.growth && all - meanWith({ ...plan, growth: null })
	};
}

/** The parts of a forecast. Null where there are no chances. */
export function reasonsOf(request: ForecastRequest): Reasons | null {
	const { asOf, zone, cycle } = request;
	const today = dayOf(zone, asOf);
	const lastDay = dayOf(zone, cycle.end - 1);
	const planned = readPlan(request.history, today, lastDay, request.plan);
	const { firstDay, total, known } = knownDays(planned.history, today);
	if (known < DAYS_NEEDED) return null;
	const n = total.length;
	const track = follow(total, firstDay);
	const days = lastDay - today + 1;
	const { spans } = replay(total, firstDay, track, days);
	const before = n - 1 - FOUR_WEEKS;
	return {
		level: track.level[n - 1] as number,
		levelBefore: before >= 0 && (track.known[before] as number) > 0 ? (track.level[before] as number) : null,
		profile: track.profile.slice(7 * (n - 1)),
		knownDays: known,
		ownErrors: spans / (spans + FITTED.halfTrust),
		weeklyChange: weeklyChange(total),
		holidays: Array.from({ length: days }, (_, h) => today + h)
			.map((day) => ({ day, factor: planned.holiday(day) }))
			.filter(({ factor }) => factor !== 1),
		...sizesOf(request, today, lastDay)
	};
}
