import * as format from '$lib/i18n/format';
import type { CycleView } from '$lib/workers/api';

/** Of a day that is kept as a sum no time of day is known. */
export const toTheDay = (view: CycleView, instant: number): boolean =>
	view.byDayUntil !== null && instant < view.byDayUntil;

/** When a limit was reached or a stop ended: date and time, or the date alone where no more is known. */
export function reachedText(view: CycleView, instant: number): string {
	const zone = view.context.zone.name;
	return toTheDay(view, instant) ? format.date(instant, zone) : format.dateTime(instant, zone);
}
