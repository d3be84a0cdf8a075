import { expect, test } from 'vitest';
import { cycleOf, formatInstant, offsetAt, startOfDay, dayNumber } from '$lib/engine/time';
import { isZone, readZone, zoneTable } from '$lib/workers/zone';

const from = Date.UTC(1970, 0, 1);
const to = Date.UTC(2038, 0, 1);
const zones = [
	'America/Toronto',
	'Europe/Stockholm',
	'Asia/Jerusalem',
	'Africa/Casablanca',
	'Africa/Cairo',
	'Australia/Lord_Howe',
	'Asia/Kathmandu',
	'Pacific/Apia',
	'America/St_Johns',
	'UTC'
];

/** The local clock as Intl shows it. */
function clock(zone: string, instant: number): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
		instant
	);
}

test.each(zones)(
	'the table of %s agrees with the browser everywhere, also around each of its clock changes',
	(zone) => {
		const table = readZone(zone, from, to);
		const probes = table.at.flatMap((change) => [change - 1_000, change, change + 1_000]);
		for (let instant = from; instant < to; instant += 29.3 * 86_400_000) probes.push(Math.floor(instant));
		for (const instant of probes) {
			const local = formatInstant(instant + offsetAt(table, instant));
			expect(clock(zone, instant), String(instant)).toBe(local.slice(0, 19).replace('T', ' '));
		}
	}
);

test('midnights and cycles follow the table', () => {
	const zone = zoneTable('America/Toronto', Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31));
	expect(formatInstant(startOfDay(zone, dayNumber(2026, 3, 9)))).toBe('2026-03-09T04:00:00.000Z');
	const { start, end } = cycleOf({ zone, anchorDay: 1 }, Date.UTC(2026, 10, 16));
	expect([formatInstant(start), formatInstant(end)]).toEqual([
		'2026-11-01T04:00:00.000Z',
		'2026-12-01T05:00:00.000Z'
	]);
});

test('a zone is known by its IANA name only', () => {
	expect([isZone('America/Toronto'), isZone('Toronto'), isZone('')]).toEqual([true, false, false]);
});
