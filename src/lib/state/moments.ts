import {
	DAY_MS,
	formatDay,
	localDay,
	localTime,
	parseDay,
	readLocal,
	startOfDay,
	type ZoneTable
} from '$lib/engine/time';
import { zoneTable } from '$lib/workers/zone';

/** Moments of a person's calendar and clock are given within these years. */
const table = (zone: string, around: number): ZoneTable =>
	zoneTable(zone, around - 2 * DAY_MS, around + 2 * DAY_MS);

/** The instant of a date (`YYYY-MM-DD`) and a time of day (`HH:MM`) in a zone; null: they are none. */
export function instantOf(date: string, time: string, zone: string): number | null {
	const day = parseDay(date);
	const clock = /^(\d\d):(\d\d)(?::\d\d)?$/.exec(time);
	if (day === null || !clock) return null;
	const local = day * DAY_MS + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
	return readLocal(table(zone, local), local).instant;
}

/** Date and time of day of an instant in a zone, as fields for dates and times take them. */
export function localFields(instant: number, zone: string): { date: string; time: string } {
	const local = localTime(table(zone, instant), instant);
	const minute = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 60_000);
	const two = (n: number) => String(n).padStart(2, '0');
	return {
		date: formatDay(Math.floor(local / DAY_MS)),
		time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
	};
}

/** Whole local days of a zone, first to last, as `[from, to)` in instants; null: no such days. */
export function wholeDays(first: string, last: string, zone: string): { from: number; to: number } | null {
	const [a, b] = [parseDay(first), parseDay(last)];
	if (a === null || b === null || b < a) return null;
	return {
		from: startOfDay(table(zone, a * DAY_MS), a),
		to: startOfDay(table(zone, (b + 1) * DAY_MS), b + 1)
	};
}

/** The local day that an instant is in, as `YYYY-MM-DD`. */
export function dayOf(instant: number, zone: string): string {
	return formatDay(localDay(table(zone, instant), instant));
}
