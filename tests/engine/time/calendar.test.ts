import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	civilDate,
	dayNumber,
	daysInMonth,
	formatDay,
	formatInstant,
	parseDay,
	parseInstant,
	weekday
} from '$lib/engine/time';

const days = fc.integer({ min: -700_000, max: 2_900_000 });
/** years 0–9999, which four digits can write */
const written = fc.integer({ min: -719_528, max: 2_932_896 });

describe('a day number', () => {
	it('is the civil date that the runtime computes', () => {
		fc.assert(
			fc.property(days, (day) => {
				const date = new Date(day * 86_400_000);
				expect(civilDate(day)).toEqual({
					year: date.getUTCFullYear(),
					month: date.getUTCMonth() + 1,
					day: date.getUTCDate()
				});
				expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
			})
		);
	});

	it('survives the way to a date and back', () => {
		fc.assert(
			fc.property(days, (number) => {
				const { year, month, day } = civilDate(number);
				expect(dayNumber(year, month, day)).toBe(number);
				expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
			})
		);
	});

	it('survives the way to text and back', () => {
		fc.assert(
			fc.property(written, (day) => {
				expect(parseDay(formatDay(day))).toBe(day);
			})
		);
	});

	it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', ''])(
		'is not read from %j',
		(text) => {
			expect(parseDay(text)).toBeNull();
		}
	);

	it('knows the leap years of centuries', () => {
		expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
	});
});

describe('the text of an instant', () => {
	it('is that of the runtime', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
				expect(formatInstant(date.getTime())).toBe(date.toISOString());
				expect(parseInstant(date.toISOString())).toBe(date.getTime());
			})
		);
	});

	it.each([
		'2026-03-01T05:00:00Z',
		'2026-03-01T24:00:00.000Z',
		'2026-03-01',
		'2026-03-01T05:00:00.000+00:00'
	])('is refused in another form: %s', (text) => {
		expect(parseInstant(text)).toBeNull();
	});
});
