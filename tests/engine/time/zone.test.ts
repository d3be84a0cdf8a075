import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	DAY_MS,
	dayNumber,
	dayOf,
	formatDay,
	formatInstant,
	HOUR_MS,
	localDay,
	localTime,
	momentOf,
	offsetAt,
	parseDay,
	readLocal,
	startOfDay,
	UTC
} from '$lib/engine/time';
import { ODD_ZONES, wallClock, zoneOf } from '../../support/zones';

// Reading zones takes long: not within the time of one test.
ODD_ZONES.forEach(zoneOf);

const bound = (zone: string, day: string) => formatInstant(startOfDay(zoneOf(zone), parseDay(day) ?? NaN));
const instants = fc.integer({ min: Date.UTC(2006, 0, 1), max: Date.UTC(2031, 0, 1) });
const zones = fc.constantFrom(...ODD_ZONES);

describe('a zone table', () => {
	it('shows the clock that the runtime shows, at any instant of any odd zone', () => {
		fc.assert(
			fc.property(zones, instants, (zone, instant) => {
				expect(localTime(zoneOf(zone), instant)).toBe(wallClock(zone)(instant));
			})
		);
	});

	it.each([
		['America/Toronto', '2026-03-08', 23],
		['America/Toronto', '2026-11-01', 25],
		['Europe/Stockholm', '2026-03-29', 23],
		['Europe/Stockholm', '2026-10-25', 25],
		['Australia/Lord_Howe', '2026-04-05', 24.5],
		['Pacific/Apia', '2011-12-30', 0]
	])('gives %s on %s a day of %d hours', (zone, day, hours) => {
		const number = parseDay(day) ?? NaN;
		const table = zoneOf(zone);
		expect((startOfDay(table, number + 1) - startOfDay(table, number)) / HOUR_MS).toBe(hours);
	});

	it.each([
		['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', 'no midnight'],
		['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 'two midnights'],
		['America/St_Johns', '2009-11-01', '2009-11-01T02:30:00.000Z', 'two midnights'],
		['America/Sao_Paulo', '2017-10-15', '2017-10-15T03:00:00.000Z', 'no midnight'],
		['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 'no such day']
	])('starts the day in %s on %s at %s (%s)', (zone, day, instant) => {
		expect(bound(zone, day)).toBe(instant);
	});

	it('starts a day at the first instant whose local date is that day or later', () => {
		fc.assert(
			fc.property(zones, instants, (zone, instant) => {
				const table = zoneOf(zone);
				const day = localDay(table, instant);
				const start = startOfDay(table, day);
				expect(start).toBeLessThanOrEqual(instant);
				expect(localDay(table, start)).toBeGreaterThanOrEqual(day);
				expect(localDay(table, start - 1)).toBeLessThan(day);
			})
		);
	});

	it('puts every instant in exactly one day, also where a clock change repeats a midnight', () => {
		fc.assert(
			fc.property(zones, instants, (zone, instant) => {
				const table = zoneOf(zone);
				const day = dayOf(table, instant);
				expect(startOfDay(table, day)).toBeLessThanOrEqual(instant);
				expect(startOfDay(table, day + 1)).toBeGreaterThan(instant);
			})
		);
	});

	it('keeps a day that has begun when the clock goes back before its midnight', () => {
		const zone = zoneOf('America/St_Johns');
		// 00:01 → 23:01 on 1 November 2009, at 02:31Z: the wall shows 31 October again for 59 minutes.
		const again = Date.UTC(2009, 10, 1, 2, 45);
		expect(formatDay(localDay(zone, again))).toBe('2009-10-31');
		expect(formatDay(dayOf(zone, again))).toBe('2009-11-01');
	});

	it('takes the nearest known offset outside the range that was read', () => {
		const zone = zoneOf('Asia/Kolkata');
		expect(offsetAt(zone, Date.UTC(1990, 0, 1))).toBe(5.5 * HOUR_MS);
		expect(startOfDay(zone, dayNumber(2090, 1, 1))).toBe(Date.UTC(2090, 0, 1) - 5.5 * HOUR_MS);
	});
});

describe('a local clock reading', () => {
	const toronto = zoneOf('America/Toronto');
	const local = (...parts: [number, number, number, number, number]) => Date.UTC(...parts);

	it('of a repeated hour means the first', () => {
		expect(readLocal(toronto, local(2026, 10, 1, 1, 30))).toEqual({
			instant: Date.UTC(2026, 10, 1, 5, 30),
			kind: 'repeated'
		});
	});

	it('that is skipped is read with the offset before the change', () => {
		expect(readLocal(toronto, local(2026, 2, 8, 2, 30))).toEqual({
			instant: Date.UTC(2026, 2, 8, 7, 30),
			kind: 'skipped'
		});
	});

	it('on a day that never came is read with the offset before the change', () => {
		expect(readLocal(zoneOf('Pacific/Apia'), local(2011, 11, 30, 12, 0))).toEqual({
			instant: Date.UTC(2011, 11, 30, 22, 0),
			kind: 'skipped'
		});
	});

	it('gives back the instant it was read at, or the earlier of two', () => {
		fc.assert(
			fc.property(zones, instants, (zone, instant) => {
				const table = zoneOf(zone);
				const reading = readLocal(table, localTime(table, instant));
				expect(localTime(table, reading.instant)).toBe(localTime(table, instant));
				if (reading.kind === 'unique') expect(reading.instant).toBe(instant);
				else expect(reading.instant).toBeLessThanOrEqual(instant);
				expect(reading.kind).not.toBe('skipped');
			})
		);
	});

	it('is its own instant in UTC', () => {
		expect(readLocal(UTC, 5 * DAY_MS + 17)).toEqual({ instant: 5 * DAY_MS + 17, kind: 'unique' });
	});
});

describe('a moment of the settings', () => {
	const havana = zoneOf('America/Havana');

	it('is an instant as it stands', () => {
		expect(momentOf(havana, '2026-11-01T12:34:56.789Z')).toBe(Date.UTC(2026, 10, 1, 12, 34, 56, 789));
	});

	it('is the first instant of a local date', () => {
		expect(momentOf(havana, '2026-11-01')).toBe(Date.UTC(2026, 10, 1, 4));
	});

	it('is refused where it is neither', () => {
		expect(() => momentOf(havana, '2026-02-30')).toThrow(RangeError);
	});
});
