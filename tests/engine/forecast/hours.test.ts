import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayShape, instantOf } from '../../../src/lib/engine/forecast/hours';
import { dayNumber, dayOf, HOUR_MS, startOfDay } from '../../../src/lib/engine/time';
import { MIDNIGHT, TODAY, TORONTO } from './support';

const SPRING = dayNumber(2026, 3, 8);
const AUTUMN = dayNumber(2026, 11, 1);

describe('the hours of a day', () => {
	it('has 23 hours in spring and 25 in autumn', () => {
		expect(dayShape(TORONTO, SPRING, null).by).toHaveLength(4 * 23);
		expect(dayShape(TORONTO, AUTUMN, null).by).toHaveLength(4 * 25);
	});

	it('is even round the clock without a profile', () => {
		const shape = dayShape(TORONTO, AUTUMN, null);
		expect(instantOf(shape, 0.5)).toBe(startOfDay(TORONTO, AUTUMN) + 12.5 * HOUR_MS);
	});

	it('counts a repeated hour twice', () => {
		const night = Float64Array.from({ length: 168 }, (_, h) => (h % 24 === 1 ? 1 : 0));
		const shape = dayShape(TORONTO, AUTUMN, night);
		expect(instantOf(shape, 0)).toBe(shape.start);
		expect(instantOf(shape, 0.75)).toBe(shape.start + 2.5 * HOUR_MS);
	});

	it('falls back to even use on a weekday without any', () => {
		const shape = dayShape(TORONTO, TODAY, new Float64Array(168));
		expect(instantOf(shape, 0.25)).toBe(MIDNIGHT + 6 * HOUR_MS);
	});

	it('gives the rest of a day its share', () => {
		const office = Float64Array.from({ length: 168 }, (_, h) => (h % 24 >= 9 && h % 24 < 17 ? 1 : 0));
		expect(dayShape(TORONTO, TODAY, office, MIDNIGHT + 15 * HOUR_MS).ofDay).toBeCloseTo(0.25, 12);
		expect(dayShape(TORONTO, TODAY, office, MIDNIGHT + 18 * HOUR_MS).ofDay).toBe(0);
		expect(dayShape(TORONTO, TODAY, office).ofDay).toBe(1);
	});

	it('never goes back in time as more is drawn', () => {
		const any = fc.array(fc.nat(9), { minLength: 168, maxLength: 168 });
		fc.assert(
			fc.property(
				any,
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(w, a, b) => {
					const shape = dayShape(TORONTO, SPRING, Float64Array.from(w));
					expect(instantOf(shape, Math.min(a, b))).toBeLessThanOrEqual(instantOf(shape, Math.max(a, b)));
					expect(instantOf(shape, 1)).toBeLessThanOrEqual(shape.end);
				}
			)
		);
	});

	it('knows the day of an instant by its midnights', () => {
		expect(dayOf(TORONTO, MIDNIGHT)).toBe(TODAY);
		expect(dayOf(TORONTO, MIDNIGHT - 1)).toBe(TODAY - 1);
	});
});
