import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	civilDate,
	COUNTRIES,
	easter,
	formatDay,
	holidays,
	weekday,
	type Country
} from '../../../src/lib/engine/time';

/** By hand, from the governments' own calendars. Substitutes included; `;` parts years from 2024 on. */
const KNOWN: Record<Country, string> = {
	CA: `01-01 03-29 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26;
		01-01 04-18 05-19 07-01 08-04 09-01 09-30 10-13 11-11 12-25 12-26;
		01-01 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-26 12-28;
		01-01 03-26 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-25 12-26 12-27 12-28`,
	US: `01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 11-29 12-25;
		01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 11-28 12-25;
		01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 11-27 12-25;
		01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 11-26 12-24 12-25 12-31`,
	SE: `01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-21 06-22 11-02 12-24 12-25 12-26 12-31;
		01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-20 06-21 11-01 12-24 12-25 12-26 12-31;
		01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31;
		01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-25 06-26 11-06 12-24 12-25 12-26 12-31`,
	GB: `01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26;
		01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26;
		01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28;
		01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28`,
	DE: `01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-24 12-25 12-26 12-31;
		01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-24 12-25 12-26 12-31;
		01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-24 12-25 12-26 12-31;
		01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-24 12-25 12-26 12-31`,
	FR: `01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25;
		01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25;
		01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25;
		01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25`
};

describe('public holidays', () => {
	it.each(COUNTRIES)('of %s are those of its calendars, 2024 to 2027', (country) => {
		KNOWN[country].split(';').forEach((days, k) => {
			const year = 2024 + k;
			const expected = days
				.trim()
				.split(/\s+/)
				.map((day) => `${year}-${day}`);
			expect(holidays(country, year).map(({ day }) => formatDay(day))).toEqual(expected);
		});
	});

	it('give Christmas and the day after their own substitutes where both fall on a weekend', () => {
		const end = holidays('GB', 2021).slice(-4);
		expect(end.map(({ day, name }) => [formatDay(day), name])).toEqual([
			['2021-12-25', 'christmas'],
			['2021-12-26', 'boxing'],
			['2021-12-27', 'christmas'],
			['2021-12-28', 'boxing']
		]);
	});

	it('begin when they were made', () => {
		const has = (country: Country, year: number, name: string) =>
			holidays(country, year).some((one) => one.name === name);
		expect([has('US', 2020, 'juneteenth'), has('US', 2021, 'juneteenth')]).toEqual([false, true]);
		expect([has('SE', 2004, 'national'), has('CA', 2020, 'truth')]).toEqual([false, false]);
	});

	it('lie in their year, ascending, whatever the year', () => {
		fc.assert(
			fc.property(fc.constantFrom(...COUNTRIES), fc.integer({ min: 1970, max: 2200 }), (country, year) => {
				const days = holidays(country, year).map(({ day }) => day);
				expect(days.every((day) => civilDate(day).year === year)).toBe(true);
				expect(days).toEqual([...days].sort((a, b) => a - b));
			})
		);
	});
});

describe('Easter Sunday', () => {
	it.each([
		[1818, '1818-03-22'],
		[1943, '1943-04-25'],
		[1954, '1954-04-18'],
		[2000, '2000-04-23'],
		[2038, '2038-04-25'],
		[2285, '2285-03-22']
	])('of %i is %s', (year, day) => expect(formatDay(easter(year))).toBe(day));

	it('is a Sunday from 22 March to 25 April in every year', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1583, max: 9_000 }), (year) => {
				const day = easter(year);
				expect(weekday(day)).toBe(6);
				const { month, day: date } = civilDate(day);
				expect(31 * (month - 3) + date).toBeGreaterThanOrEqual(22);
				expect(31 * (month - 3) + date).toBeLessThanOrEqual(31 + 25);
			})
		);
	});
});
