import { localDay, startOfDay, weekday, type Cycle, type ZoneTable } from '$lib/engine/time';

/** One local day of a cycle: its day number and the instants `[from, to)` that belong to it. */
export interface DaySpan {
	readonly day: number;
	readonly from: number;
	readonly to: number;
}

/** A stretch of instants. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

const SATURDAY = 5;
const SUNDAY = 6;

/**
 * The local days of a cycle, ascending. They tile it without gaps, so days of 23 or 25 hours come out as long as
 * they are; a day that the zone skips is left out.
 */
export function daysOf(zone: ZoneTable, cycle: Cycle): DaySpan[] {
	const days: DaySpan[] = [];
	const last = localDay(zone, cycle.end - 1);
	for (let day = localDay(zone, cycle.start); day <= last; day++) {
		const from = Math.max(cycle.start, startOfDay(zone, day));
		const to = Math.min(cycle.end, startOfDay(zone, day + 1));
		if (from < to) days.push({ day, from, to });
	}
	return days;
}

/** Saturdays and Sundays of a cycle, joined where they touch. */
export function weekends(days: readonly DaySpan[]): Span[] {
	const bands: { from: number; to: number }[] = [];
	for (const { day, from, to } of days) {
		const which = weekday(day);
		if (which !== SATURDAY && which !== SUNDAY) continue;
		const before = bands.at(-1);
		if (before?.to === from) before.to = to;
		else bands.push({ from, to });
	}
	return bands;
}

/** The days that carry a tick: Mondays. */
export function mondays(days: readonly DaySpan[]): DaySpan[] {
	return days.filter(({ day }) => weekday(day) === 0);
}
