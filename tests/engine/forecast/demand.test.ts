import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAYS_NEEDED, forecastDemand, readTier, type DemandHistory } from '../../../src/lib/engine/forecast';
import { DAY_MS } from '../../../src/lib/engine/time';
import { history, lively, MIDNIGHT, request, TODAY } from './support';
import { runs } from '../../support/runs';

/** Any history: zeros, spikes, gaps, series that differ; mostly long enough for chances. */
const anyHistory: fc.Arbitrary<DemandHistory> = fc
	.tuple(
		fc.array(
			fc.oneof(
				{ weight: 1, arbitrary: fc.constant([NaN, NaN, NaN, NaN]) },
				{ weight: 1, arbitrary: fc.constant([0, 0, 0, 0]) },
				{
					weight: 6,
					arbitrary: fc.array(
						fc.oneof(
							{ weight: 2, arbitrary: fc.constant(0) },
							{ weight: 8, arbitrary: fc.nat(5_000) },
							{ weight: 1, arbitrary: fc.constantFrom(1e12, 1e-9) }
						),
						{ minLength: 4, maxLength: 4 }
					)
				}
			),
			{ minLength: 10, maxLength: 150, size: 'max' }
		),
		fc.boolean()
	)
	.map(([rows, hours]) => ({
		firstDay: TODAY - rows.length,
		series: [0, 1, 2, 3].map((k) => Float64Array.from(rows, (row) => row[k] as number)),
		hourOfWeek: hours ? Float64Array.from({ length: 168 }, (_, h) => (h % 24 > 7 ? 1 : 0)) : null
	}));

describe('sample paths of demand', () => {
	it('refuses chances under fourteen known days and says from which day there may be some', () => {
		const paths = forecastDemand(request(history(TODAY, 13, lively), MIDNIGHT));
		expect(paths.refused).toEqual({
			code: 'tooFewDays',
			known: 13,
			needed: DAYS_NEEDED,
			chancesFrom: TODAY + 1
		});
		expect(paths.total).toHaveLength(0);
	});

	it('counts only known days towards the fourteen', () => {
		const holes = history(TODAY, 20, (t, k) => (t % 2 ? NaN : lively(t, k)));
		expect(forecastDemand(request(holes, MIDNIGHT)).refused).toMatchObject({
			known: 10,
			chancesFrom: TODAY + 4
		});
	});

	it('never reads the as-of day or anything after it', () => {
		const past = history(TODAY, 90, lively);
		const later: DemandHistory = {
			...past,
			series: past.series.map((one) => Float64Array.from([...one.subarray(0, 90), 1e9, 1e9, 1e9]))
		};
		expect(forecastDemand(request(later, MIDNIGHT)).total).toEqual(
			forecastDemand(request(past, MIDNIGHT)).total
		);
	});

	it('runs from the as-of day to the last day of the cycle', () => {
		const paths = forecastDemand(request(history(TODAY, 90, lively), MIDNIGHT));
		expect([paths.firstDay, paths.days]).toEqual([TODAY, 15]);
		expect(paths.total).toHaveLength(200 * 15);
	});

	it('gives the same paths for the same seed and others for another', () => {
		const one = request(history(TODAY, 90, lively), MIDNIGHT);
		expect(forecastDemand(one)).toEqual(forecastDemand(one));
		expect(forecastDemand({ ...one, seed: 8 }).total).not.toEqual(forecastDemand(one).total);
	});

	it('forecasts only the rest of a day that is partly over', () => {
		const flat = history(TODAY, 90, () => 25);
		const noon = forecastDemand(request(flat, MIDNIGHT + DAY_MS / 2));
		const morning = forecastDemand(request(flat, MIDNIGHT));
		for (let p = 0; p < 200; p++)
			expect(noon.total[p * 15]).toBeCloseTo((morning.total[p * 15] as number) / 2, 9);
		expect(noon.total[1]).toBe(morning.total[1]);
	});

	it('expects next to nothing of a weekday that never had anything', () => {
		const closed = history(TODAY, 140, (t, k) => ((TODAY - 140 + t + 3) % 7 === 6 ? 0 : 100 + lively(t, k)));
		const paths = forecastDemand(request(closed, MIDNIGHT));
		const sum = (day: number): number => {
			let all = 0;
			for (let p = 0; p < 200; p++) all += paths.total[p * 15 + day] as number;
			return all;
		};
		// 16 November 2026 is a Monday: day 6 of the forecast is a Sunday.
		expect(sum(6)).toBeLessThan(0.001 * sum(5));
	});

	it('splits every path into parts that add up to it to the last bit', () => {
		fc.assert(
			fc.property(anyHistory, (past) => {
				const { total, parts } = forecastDemand(request(past, MIDNIGHT, { paths: 20 }));
				for (let cell = 0; cell < total.length; cell++) {
					const sum = parts.reduce((running, part) => running + (part[cell] as number), 0);
					expect(sum).toBe(total[cell]);
				}
			}),
			{ numRuns: runs(40) }
		);
	});

	it('gives a series that was never used no credits', () => {
		const voiceOnly = history(TODAY, 60, (t, k) => (k < 2 ? 10 + lively(t, k) : 0));
		const { parts } = forecastDemand(request(voiceOnly, MIDNIGHT));
		expect(Math.max(...(parts[2] ?? []), ...(parts[3] ?? []))).toBe(0);
	});

	it('is finite and never negative whatever the history holds', () => {
		fc.assert(
			fc.property(anyHistory, fc.nat(DAY_MS * 14), (past, later) => {
				const paths = forecastDemand(request(past, MIDNIGHT + later, { paths: 20 }));
				for (const list of [paths.total, ...paths.parts])
					for (const value of list) expect(Number.isFinite(value) && value >= 0).toBe(true);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('never puts the middle above ten times the largest month known', () => {
		fc.assert(
			fc.property(anyHistory, (past) => {
				const paths = forecastDemand(request(past, MIDNIGHT, { paths: 50 }));
				if (paths.refused) return;
				const length = past.series[0]?.length ?? 0;
				let largest = 0;
				for (let end = 1; end <= length; end++) {
					let month = 0;
					for (let t = Math.max(0, end - 30); t < end; t++) {
						const day = past.series.reduce((sum, one) => sum + (one[t] as number), 0);
						month += Number.isNaN(day) ? 0 : day;
					}
					largest = Math.max(largest, month);
				}
				const middle = readTier(paths, 0, 10 * largest * (1 + 1e-9) + 1e-300, null).probability;
				expect(middle).toBeLessThanOrEqual(0.5);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('scales with usage', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (factor) => {
				const one = forecastDemand(request(history(TODAY, 120, lively), MIDNIGHT, { paths: 20 }));
				const many = forecastDemand(
					request(
						history(TODAY, 120, (t, k) => factor * lively(t, k)),
						MIDNIGHT,
						{ paths: 20 }
					)
				);
				for (let cell = 0; cell < one.total.length; cell++)
					expect(
						Math.abs((many.total[cell] as number) - factor * (one.total[cell] as number))
					).toBeLessThanOrEqual(1e-9 * factor * (one.total[cell] as number));
			}),
			{ numRuns: runs(20) }
		);
	});

	it('forecasts nothing from nothing', () => {
		const zeros = forecastDemand(
			request(
				history(TODAY, 60, () => 0),
				MIDNIGHT
			)
		);
		expect(zeros.refused).toBeNull();
		expect(Math.max(...zeros.total)).toBe(0);
	});

	it('answers for ten years of days', () => {
		const paths = forecastDemand(request(history(TODAY, 3_650, lively), MIDNIGHT, { paths: 50 }));
		expect(paths.refused).toBeNull();
		expect(paths.total.every((value) => Number.isFinite(value))).toBe(true);
	});
});
