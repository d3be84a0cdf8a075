import type { CycleRule, ZoneTable } from '$lib/engine/time';
import { dayNumber, DAY_MS } from '$lib/engine/time';

/** What the clock on the wall shows in a zone, read from `Intl`, as ms since 1970-01-01T00:00 local. */
export function wallClock(zone: string): (instant: number) => number {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		calendar: 'iso8601',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	});
	return (instant) => {
		const part = Object.fromEntries(
			format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])
		);
		const number = (type: string) => part[type] ?? NaN;
		return (
			dayNumber(number('year'), number('month'), number('day')) * DAY_MS +
			number('hour') * 3_600_000 +
			number('minute') * 60_000 +
			number('second') * 1_000 +
			(((instant % 1_000) + 1_000) % 1_000)
		);
	};
}

const tables = new Map<string, ZoneTable>();

/** The zone's clock changes from 2005 to 2032: probed every week, each change then bisected to the second. */
export function zoneOf(name: string): ZoneTable {
	const known = tables.get(name);
	if (known) return known;
	const clock = wallClock(name);
	const offsetAt = (instant: number) => clock(instant) - instant;
	const at: number[] = [];
	const from = Date.UTC(2005, 0, 1);
	const offset = [offsetAt(from)];
	for (let day = from; day < Date.UTC(2032, 0, 1); day += 7 * DAY_MS) {
		let low = day;
		let high = day + 7 * DAY_MS;
		if (offsetAt(low) === offsetAt(high)) continue;
		while (high - low > 1_000) {
			const middle = Math.floor((low + high) / 2_000) * 1_000;
			if (offsetAt(middle) === offset.at(-1)) low = middle;
			else high = middle;
		}
		at.push(high);
		offset.push(offsetAt(high));
	}
	const table = { name, at, offset };
	tables.set(name, table);
	return table;
}

export function ruleOf(zone: string, anchorDay = 1): CycleRule {
	return { zone: zoneOf(zone), anchorDay };
}

/** Zones with every kind of oddity the cycle rule must bear. */
export const ODD_ZONES = [
	'UTC',
	'America/Toronto',
	'Europe/Stockholm',
	'Asia/Beirut',
	'America/Havana',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Pacific/Apia',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Australia/Lord_Howe'
];
