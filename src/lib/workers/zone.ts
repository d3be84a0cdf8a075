import { DAY_MS, HOUR_MS, type ZoneTable } from '../engine/time';

/** Zones change their clocks a few times a year: a probe a week meets every change but two that cancel within one. */
const STEP = 7 * DAY_MS;

function prober(zone: string): (instant: number) => number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	// Read out of the text, "31, 20:00:00": its parts one by one take four times as long.
	return (instant) => {
		const [day = 0, hour = 0, minute = 0, second = 0] = (format.format(instant).match(/\d+/g) ?? []).map(
			Number
		);
		const today = Math.floor(instant / DAY_MS) * DAY_MS;
		const clock = hour * HOUR_MS + minute * 60_000 + second * 1_000;
		// By the clock it is the same day as in UTC, the one before, or the one behind.
		const days = [0, 1, -1].find((k) => new Date(today + k * DAY_MS).getUTCDate() === day) ?? 0;
		return today + days * DAY_MS + clock - Math.floor(instant / 1_000) * 1_000;
	};
}

/** Where to look between two instants, in seconds: clocks change on the hour, nearly always. */
function between(low: number, high: number): number {
	const middle = Math.floor((low + high) / 2);
	const hour = Math.floor(middle / 3_600) * 3_600;
	if (hour > low) return hour;
	return high % 3_600 === 0 ? high - 1 : middle;
}

/** Whether the browser knows the zone. */
export function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/**
 * The clock changes of an IANA zone between two instants, read from `Intl` by probing and bisecting to the second.
 * Throws a RangeError for a zone the browser does not know.
 */
export function readZone(name: string, from: number, to: number): ZoneTable {
	const offsetAt = prober(name);
	const at: number[] = [];
	const offset = [offsetAt(from)];
	for (let low = from; low < to; low += STEP) {
		const high = Math.min(low + STEP, to);
		findChanges(low, offset[offset.length - 1] as number, high, offsetAt(high));
	}
	return { name, at, offset };

	/** Appends the changes in (low, high], given the offsets at both ends. */
	function findChanges(low: number, before: number, high: number, after: number): void {
		if (before === after) return;
		let a = Math.floor(low / 1_000);
		let b = Math.ceil(high / 1_000);
		while (b - a > 1) {
			const middle = between(a, b);
			if (offsetAt(middle * 1_000) === before) a = middle;
			else b = middle;
		}
		const change = b * 1_000;
		const changed = offsetAt(change);
		at.push(change);
		offset.push(changed);
		// Another change within the same step.
		findChanges(change, changed, high, after);
	}
}

/** Files are read with the clock changes of this range: usage older or newer than that by the nearest known offset. */
export const EARLIEST = Date.UTC(1970, 0, 1);
export const LATEST = Date.UTC(2040, 0, 1);

const cache = new Map<string, ZoneTable>();
/** Widened outward to whole years, so that one table serves every question about a workspace. */
const YEAR = 366 * DAY_MS;

const widened = (from: number, to: number) =>
	[Math.floor(from / YEAR) - 2, Math.ceil(to / YEAR) + 2] as const;

/** {@link readZone} over a range widened by two years each way, kept for the life of the worker. */
export function zoneTable(name: string, from: number, to: number): ZoneTable {
	const [first, last] = widened(from, to);
	const key = `${name} ${first} ${last}`;
	let table = cache.get(key);
	if (!table) cache.set(key, (table = readZone(name, first * YEAR, last * YEAR)));
	return table;
}

/** Keeps a table that another worker's {@link zoneTable} gave for that range. */
export function keepZone(table: ZoneTable, from: number, to: number): void {
	cache.set([table.name, ...widened(from, to)].join(' '), table);
}
