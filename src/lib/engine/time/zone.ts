import { DAY_MS, HOUR_MS } from './calendar';

/**
 * A time zone as data: its clock changes within a range, read outside the engine (workers/zone.ts).
 * `offset[k]` (ms east of UTC) holds from `at[k - 1]` on, until `at[k]`; `offset[0]` before the first change.
 * Outside the range that was read, the nearest known offset is taken.
 */
export interface ZoneTable {
	/** IANA name */
	readonly name: string;
	/** instants of the clock changes, ascending */
	readonly at: readonly number[];
	/** one more than `at` */
	readonly offset: readonly number[];
}

export const UTC: ZoneTable = { name: 'UTC', at: [], offset: [0] };

/** Number of clock changes at or before the instant: the index into `offset`. */
function period(zone: ZoneTable, instant: number): number {
	const { at } = zone;
	let low = 0;
	let high = at.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((at[middle] as number) <= instant) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The zone's offset at an instant, in ms east of UTC. */
export function offsetAt(zone: ZoneTable, instant: number): number {
	return zone.offset[period(zone, instant)] as number;
}

/** Local clock reading at an instant, as ms since 1970-01-01T00:00 local. */
export function localTime(zone: ZoneTable, instant: number): number {
	return instant + offsetAt(zone, instant);
}

/** The hour by the zone's clock that holds an instant, `[start, end)`; a clock change ends it and begins another. */
export function clockHour(
	zone: ZoneTable,
	instant: number
): { readonly start: number; readonly end: number } {
	const k = period(zone, instant);
	const offset = zone.offset[k] as number;
	const start = Math.floor((instant + offset) / HOUR_MS) * HOUR_MS - offset;
	return {
		start: Math.max(start, zone.at[k - 1] ?? -Infinity),
		end: Math.min(start + HOUR_MS, zone.at[k] ?? Infinity)
	};
}

/** Day number of the local date at an instant. */
export function localDay(zone: ZoneTable, instant: number): number {
	return Math.floor(localTime(zone, instant) / DAY_MS);
}

/** What a local clock reading stands for. */
export interface LocalReading {
	readonly instant: number;
	/** `repeated`: it comes twice, the first is taken; `skipped`: it never comes, the offset before the change is taken. */
	readonly kind: 'unique' | 'repeated' | 'skipped';
}

/**
 * The instant of a local clock reading (ms since 1970-01-01T00:00 local), by the rule of formats.md §1:
 * of a repeated hour the first is meant; a skipped time is read with the offset before the change.
 */
export function readLocal(zone: ZoneTable, local: number): LocalReading {
	const { at, offset } = zone;
	// Offsets are less than a day, so only changes within a day of the reading matter.
	let k = period(zone, local - DAY_MS);
	let found: number | null = null;
	let count = 0;
	for (; k < offset.length; k++) {
		const from = k === 0 ? -Infinity : (at[k - 1] as number);
		if (from > local + DAY_MS) break;
		const to = k < at.length ? (at[k] as number) : Infinity;
		const instant = local - (offset[k] as number);
		if (instant >= from && instant < to) {
			count++;
			found ??= instant;
		}
	}
	if (found !== null) return { instant: found, kind: count > 1 ? 'repeated' : 'unique' };
	// Skipped: the change jumps over the reading; take the offset that was in force before it.
	for (k = period(zone, local - DAY_MS); k < at.length; k++) {
		const change = at[k] as number;
		const before = offset[k] as number;
		if (local - before >= change && local - (offset[k + 1] as number) < change)
			return { instant: local - before, kind: 'skipped' };
	}
	return { instant: local - offsetAt(zone, local), kind: 'unique' };
}

/**
 * The first instant whose local date is the given day or later (domain.md §3): where midnight is skipped the
 * clock change itself, where it comes twice the first.
 */
export function startOfDay(zone: ZoneTable, day: number): number {
	const midnight = day * DAY_MS;
	const { at, offset } = zone;
	for (let k = period(zone, midnight - 2 * DAY_MS); k < offset.length; k++) {
		const from = k === 0 ? -Infinity : (at[k - 1] as number);
		const to = k < at.length ? (at[k] as number) : Infinity;
		const instant = Math.max(from, midnight - (offset[k] as number));
		if (instant < to) return instant;
	}
	return midnight - offsetAt(zone, midnight);
}

/**
 * The day that holds an instant: the last one that has started. It agrees with {@link startOfDay}, so a day, once
 * begun, stays, also where a clock change takes the local date back for a while (unlike {@link localDay}).
 */
export function dayOf(zone: ZoneTable, instant: number): number {
	let day = localDay(zone, instant);
	while (startOfDay(zone, day + 1) <= instant) day++;
	return day;
}
