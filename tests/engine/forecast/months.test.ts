import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	DAYS_NEEDED,
	forecastMonths,
	forecastYear,
	MONTHS_NEEDED,
	normal,
	quantile,
	readYear,
	seeded,
	type CycleTotal,
	type DemandPlan,
	type PlannedEvent,
	type YearRequest
} from '../../../src/lib/engine/forecast';
import {
	cycleOf,
	cyclesBetween,
	dayNumber,
	formatDay,
	shiftCycle,
	type Cycle
} from '../../../src/lib/engine/time';
import { history, lively, MIDNIGHT, TODAY, TORONTO } from './support';
import { runs } from '../../support/runs';

const RULE = { zone: TORONTO, anchorDay: 1 };
const RUNNING = cycleOf(RULE, MIDNIGHT);
const TWELVE = cyclesBetween(RULE, RUNNING.start, shiftCycle(RULE, RUNNING, 11).start);

/** First day after the running cycle. */
const RUNNING_ENDS = dayNumber(2026, 12, 1);

/** Complete cycles before the running one; `credits(k)` of the k-th. */
function past(count: number, credits: (k: number) => number): CycleTotal[] {
	const cycles: Cycle[] = [];
	for (let cycle = RUNNING; cycles.length < count;) {
		cycle = shiftCycle(RULE, cycle, -1);
		cycles.unshift(cycle);
	}
	return cycles.map((cycle, k) => ({ cycle, credits: credits(k) }));
}

function year(more: Partial<YearRequest> = {}): YearRequest {
	return {
		history: history(TODAY, 120, lively),
		asOf: MIDNIGHT,
		zone: TORONTO,
		cycles: TWELVE,
		pastCycles: [],
		used: 9_000,
		firstCycle: null,
		seed: 7,
		paths: 200,
		...more
	};
}

/** Medians of each column. */
function middles(rows: Float64Array, columns: number): number[] {
	return Array.from({ length: columns }, (_, k) =>
		quantile(rows.filter((_, cell) => cell % columns === k).sort(), 0.5)
	);
}

/** A season of a third up and down, growth of 1 % a month and noise of 3 %. */
function seasonal(months: number, seed = 3): Float64Array {
	const random = seeded(seed);
	return Float64Array.from(
		{ length: months },
		(_, t) => 50_000 * Math.exp(0.01 * t + 0.33 * Math.sin((2 * Math.PI * t) / 12) + 0.03 * normal(random))
	);
}

/** Months of any kind: none, one, zeros, spikes, gaps, ten years. */
const anyMonths = fc
	.array(
		fc.oneof(
			{ weight: 2, arbitrary: fc.constant(NaN) },
			{ weight: 2, arbitrary: fc.constant(0) },
			{ weight: 8, arbitrary: fc.nat(5_000) },
			{ weight: 1, arbitrary: fc.constantFrom(1e12, 1e-9) }
		),
		{ minLength: 0, maxLength: 120, size: 'max' }
	)
	.map((list) => Float64Array.from(list));

const run = (totals: Float64Array, more: { seed?: number; paths?: number; horizon?: number } = {}) =>
	forecastMonths({ totals, horizon: 12, seed: 7, paths: 40, ...more });

describe('sample paths of months', () => {
	it('are finite, not negative and with no middle above ten times the largest month, whatever the past', () => {
		fc.assert(
			fc.property(anyMonths, fc.integer(), (totals, seed) => {
				const rows = run(totals, { seed, horizon: 18 });
				const largest = totals.reduce((most, value) => (value > most ? value : most), 0);
				expect(rows).toHaveLength(40 * 18);
				expect(rows.every((credits) => Number.isFinite(credits) && credits >= 0)).toBe(true);
				for (const middle of middles(rows, 18)) expect(middle).toBeLessThanOrEqual(10 * largest * (1 + 1e-9));
			}),
			{ numRuns: runs(60) }
		);
	});

	it('do not explode on steep growth', () => {
		const steep = Float64Array.from({ length: 30 }, (_, t) => 2 ** t);
		for (const middle of middles(run(steep, { horizon: 18 }), 18))
			expect(middle).toBeLessThanOrEqual(10 * 2 ** 29 * (1 + 1e-9));
	});

	it('are all 0 where nothing was ever used, and where nothing is known', () => {
		expect(run(new Float64Array(36)).every((credits) => credits === 0)).toBe(true);
		expect(run(new Float64Array(36).fill(NaN)).every((credits) => credits === 0)).toBe(true);
		expect(run(new Float64Array(0)).every((credits) => credits === 0)).toBe(true);
	});

	it('scale with the past: four times as much gives exactly four times as much', () => {
		const totals = seasonal(40);
		expect(run(totals.map((value) => 4 * value))).toEqual(run(totals).map((credits) => 4 * credits));
	});

	it('scale by any factor up to rounding', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (factor) => {
				const totals = seasonal(30);
				const one = run(totals);
				run(totals.map((value) => factor * value)).forEach((credits, cell) =>
					expect(credits / factor / (one[cell] as number)).toBeCloseTo(1, 6)
				);
			}),
			{ numRuns: runs(10) }
		);
	});

	it('are the same for the same seed and others for another', () => {
		const totals = seasonal(40);
		expect(run(totals)).toEqual(run(totals));
		expect(run(totals, { seed: 8 })).not.toEqual(run(totals));
	});

	it('leave the past they are given as it was', () => {
		const totals = seasonal(40);
		const before = totals.slice();
		run(totals);
		expect(totals).toEqual(before);
	});

	it('stay in place after months that are all alike, up or down by a few percent', () => {
		const rows = run(new Float64Array(36).fill(1_000), { paths: 2_000 });
		for (const middle of middles(rows, 12)) expect(middle).toBeCloseTo(1_000, 0);
		const last = rows.filter((_, cell) => cell % 12 === 11).sort();
		expect(quantile(last, 0.1)).toBeGreaterThan(900);
		expect(quantile(last, 0.9)).toBeLessThan(1_100);
	});

	it('know the season after three years: the high month is high again', () => {
		const totals = seasonal(36);
		const found = middles(run(totals, { paths: 2_000 }), 12);
		found.forEach((middle, h) => {
			const truth = 50_000 * Math.exp(0.01 * (36 + h) + 0.33 * Math.sin((2 * Math.PI * h) / 12));
			expect(Math.abs(Math.log(middle / truth))).toBeLessThan(0.12);
		});
	});

	it('know it still where months are missing', () => {
		const totals = seasonal(48);
		for (const t of [3, 17, 18, 19, 30]) totals[t] = NaN;
		const found = middles(run(totals, { paths: 2_000 }), 12);
		expect((found[3] as number) / (found[9] as number)).toBeGreaterThan(1.5);
	});

	it('find no season in chance: middles of noise around one level stay close together', () => {
		const random = seeded(11);
		const totals = Float64Array.from({ length: 48 }, () => 1_000 * Math.exp(0.1 * normal(random)));
		const found = middles(run(totals, { paths: 2_000 }), 12);
		expect(Math.max(...found) / Math.min(...found)).toBeLessThan(1.15);
	});

	it('hold what follows in eight of ten cases, on seasons with growth and noise', () => {
		let held = 0;
		let seen = 0;
		for (let seed = 1; seed <= 30; seed++) {
			const whole = seasonal(84, seed);
			const rows = run(whole.subarray(0, 72), { seed, paths: 200 });
			for (let h = 0; h < 12; h++) {
				const column = rows.filter((_, cell) => cell % 12 === h).sort();
				const actual = whole[72 + h] as number;
				if (actual >= quantile(column, 0.1) && actual <= quantile(column, 0.9)) held++;
				seen++;
			}
		}
		expect(held / seen).toBeGreaterThan(0.72);
		expect(held / seen).toBeLessThan(0.98);
	});
});

describe('the next twelve cycles', () => {
	const twoYears = past(MONTHS_NEEDED, (k) => 20_000 + 100 * k);

	it('are refused under fourteen known days', () => {
		const found = forecastYear(year({ history: history(TODAY, 13, lively), pastCycles: twoYears }));
		expect(found.refused).toEqual({
			code: 'tooFewDays',
			known: 13,
			needed: DAYS_NEEDED,
			chancesFrom: TODAY + 1
		});
		expect([found.cycles, found.paths, found.credits.length]).toEqual([0, 0, 0]);
		expect(readYear(found)).toEqual([]);
	});

	it('come from whole cycles once two years of them are known, from days before', () => {
		expect(forecastYear(year({ pastCycles: twoYears })).from).toBe('cycles');
		expect(forecastYear(year({ pastCycles: twoYears.slice(1) })).from).toBe('days');
		const gap = past(MONTHS_NEEDED, (k) => (k === 5 ? NaN : 20_000));
		expect(forecastYear(year({ pastCycles: gap })).from).toBe('days');
	});

	it.each(['cycles', 'days'] as const)('take the running cycle as it is given, from %s', (from) => {
		const firstCycle = Float64Array.from({ length: 200 }, (_, p) => 15_000 + 10 * p);
		const pastCycles = from === 'cycles' ? twoYears : [];
		const found = forecastYear(year({ firstCycle, pastCycles }));
		expect(found.from).toBe(from);
		expect(found.credits.filter((_, cell) => cell % 12 === 0)).toEqual(firstCycle);
	});

	it('start from what is used where the running cycle is not given', () => {
		const found = forecastYear(year());
		for (let p = 0; p < found.paths; p++) expect(found.credits[12 * p]).toBeGreaterThanOrEqual(9_000);
	});

	it.each([[twoYears], [[]]])(
		'keep a part of what is special about the running cycle on its path',
		(pastCycles) => {
			const firstCycle = Float64Array.from({ length: 200 }, (_, p) => (p < 100 ? 15_000 : 30_000));
			const found = forecastYear(year({ firstCycle, pastCycles }));
			const mean = (from: number): number => {
				let sum = 0;
				for (let p = from; p < from + 100; p++) sum += (found.credits[12 * p + 1] as number) / 100;
				return sum;
			};
			expect(mean(100)).toBeGreaterThan(1.2 * mean(0));
		}
	);

	it.each([[twoYears], [[]]])('are the same for the same seed and others for another', (pastCycles) => {
		expect(forecastYear(year({ pastCycles }))).toEqual(forecastYear(year({ pastCycles })));
		expect(forecastYear(year({ pastCycles, seed: 8 })).credits).not.toEqual(
			forecastYear(year({ pastCycles })).credits
		);
	});

	it.each([[twoYears], [[]]])('scale with the past', (pastCycles) => {
		const double = year({
			history: history(TODAY, 120, (t, k) => 2 * lively(t, k)),
			used: 18_000,
			pastCycles: pastCycles.map(({ cycle, credits }) => ({ cycle, credits: 2 * credits }))
		});
		const one = forecastYear(year({ pastCycles })).credits;
		forecastYear(double).credits.forEach((credits, cell) =>
			expect(credits / (2 * (one[cell] as number))).toBeCloseTo(1, 9)
		);
	});

	it.each([
		['days', 0],
		['cycles', MONTHS_NEEDED]
	] as const)(
		'stay in place where each day is like any other, long and short cycles apart (from %s)',
		(from, count) => {
			const pastCycles = past(count, (k) => {
				const { start, end } = past(count, () => 0)[k]?.cycle as Cycle;
				return 100 * Math.round((end - start) / 86_400_000);
			});
			const found = forecastYear(
				year({ history: history(TODAY, 300, () => 25), used: 1_500, pastCycles, paths: 2_000 })
			);
			expect(found.from).toBe(from);
			readYear(found).forEach(({ p50 }, k) => {
				const { start, end } = TWELVE[k] as Cycle;
				const days = Math.round((end - start) / 86_400_000);
				expect(p50 / days).toBeGreaterThan(98);
				expect(p50 / days).toBeLessThan(102);
			});
		}
	);

	describe.each([
		['days', 0],
		['cycles', MONTHS_NEEDED]
	] as const)('with a plan, from %s', (_, count) => {
		const quiet = year({
			history: history(TODAY, 300, (_, k) => (k === 2 ? 100 : 0)),
			used: 1_500,
			pastCycles: past(count, () => 3_040)
		});
		const of = (plan: DemandPlan) => readYear(forecastYear({ ...quiet, plan })).map(({ p50 }) => p50);
		const none: DemandPlan = { country: null, events: [], growth: null };
		const plain = of(none);

		it('are the same to the bit where nothing is planned', () => {
			expect(forecastYear({ ...quiet, plan: none })).toEqual(forecastYear(quiet));
		});

		it('grow as planned', () => {
			const grown = of({ ...none, growth: { percentPerMonth: 5, from: RUNNING_ENDS } });
			grown.forEach((p50, k) => {
				if (k > 0) expect(p50 / (plain[k] as number)).toBeCloseTo(1.05 ** (k - 0.5), 1);
			});
		});

		it('add what a new agent takes each day, on every path alike', () => {
			const events: PlannedEvent[] = [
				{
					kind: 'newAgent',
					name: 'Orders',
					from: '2026-12-01',
					to: null,
					channel: 'chat',
					class: 'standard',
					creditsPerDay: 40
				}
			];
			const more = of({ ...none, events });
			expect(more[0]).toBeCloseTo(plain[0] as number, 6);
			TWELVE.forEach(({ start, end }, k) => {
				const days = Math.round((end - start) / 86_400_000);
				if (k > 0) expect((more[k] as number) - (plain[k] as number)).toBeCloseTo(40 * days, 4);
			});
		});

		it('do not take a past campaign for the new level', () => {
			const from = TODAY - 60;
			const events: PlannedEvent[] = [
				{
					kind: 'campaign',
					name: 'Autumn',
					from: formatDay(from),
					to: formatDay(TODAY - 16),
					channel: null,
					class: null,
					percent: 100
				}
			];
			const busy = history(TODAY, 300, (t, k) => (k === 2 ? (t >= 240 && t < 285 ? 200 : 100) : 0));
			const told = readYear(forecastYear({ ...quiet, history: busy, plan: { ...none, events } }));
			const untold = readYear(forecastYear({ ...quiet, history: busy }));
			expect(told[3]?.p50).toBeLessThan(untold[3]?.p50 as number);
		});
	});

	it('widen with every cycle where only days are known', () => {
		const ranges = readYear(forecastYear(year({ paths: 2_000 })));
		const width = ranges.map(({ p10, p90 }) => Math.log(p90 / p10));
		expect(width[11]).toBeGreaterThan(1.5 * (width[1] as number));
	});

	it('are finite, not negative and in order, whatever is known', () => {
		const value = fc.oneof(
			{ weight: 1, arbitrary: fc.constant(NaN) },
			{ weight: 1, arbitrary: fc.constant(0) },
			{ weight: 6, arbitrary: fc.nat(100_000) },
			{ weight: 1, arbitrary: fc.constantFrom(1e12, 1e-9) }
		);
		fc.assert(
			fc.property(
				fc.array(value, { minLength: 14, maxLength: 200, size: 'max' }),
				fc.array(value, { maxLength: 120, size: 'max' }),
				fc.nat(50_000),
				(days, months, used) => {
					const found = forecastYear(
						year({
							history: history(TODAY, days.length, (t, k) => (k === 2 ? (days[t] as number) : 0)),
							pastCycles: past(months.length, (k) => months[k] as number),
							used,
							paths: 30
						})
					);
					expect(found.credits.every((credits) => Number.isFinite(credits) && credits >= 0)).toBe(true);
					const largest = Math.max(0, ...[...months, ...days].filter((one) => one >= 0));
					for (const [k, { p10, p50, p90, mean }] of readYear(found).entries()) {
						expect(p10).toBeLessThanOrEqual(p50);
						expect(p50).toBeLessThanOrEqual(p90);
						expect(Number.isFinite(mean)).toBe(true);
						const most = Math.max(30 * largest, readYear(found)[0]?.p50 ?? 0);
						if (k > 0) expect(p50).toBeLessThanOrEqual(10 * most * (1 + 1e-9));
					}
				}
			),
			{ numRuns: runs(60) }
		);
	});

	it('are as many as asked for, also only the running one', () => {
		expect(readYear(forecastYear(year({ cycles: TWELVE.slice(0, 1) })))).toHaveLength(1);
		expect(readYear(forecastYear(year({ cycles: TWELVE.slice(0, 3), pastCycles: twoYears })))).toHaveLength(
			3
		);
	});
});
