import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastDemand, readCycle } from '../../../src/lib/engine/forecast';
import { replay, singleDays, weeklyChange } from '../../../src/lib/engine/forecast/errors';
import { FITTED } from '../../../src/lib/engine/forecast/fitted';
import { normal, seeded } from '../../../src/lib/engine/forecast/random';
import { simulateDaily } from '../../../src/lib/engine/forecast/simulate';
import { follow } from '../../../src/lib/engine/forecast/track';
import { startOfDay, weekday } from '../../../src/lib/engine/time';
import { history, lively, MIDNIGHT, request, TODAY, TORONTO } from './support';

/** A Monday. */
const MONDAY = 4;

const days = (n: number, of: (t: number) => number): Float64Array =>
	Float64Array.from({ length: n }, (_, t) => of(t));
const median = (past: ReturnType<typeof history>): number =>
	readCycle(forecastDemand(request(past, MIDNIGHT, { paths: 500 })), 0).monthEnd.p50;

describe('following a series', () => {
	it('finds the level and the weekdays of a series that only has those', () => {
		const week = [120, 110, 100, 90, 80, 140, 60];
		const track = follow(
			days(70, (t) => week[t % 7] as number),
			MONDAY
		);
		expect(weekday(MONDAY)).toBe(0);
		// The first six days have no profile yet, and weigh a little still.
		expect(track.level[69]).toBeCloseTo(100, 0);
		week.forEach((value, d) => expect(track.profile[7 * 69 + d]).toBeCloseTo(value / 100, 6));
	});

	it('states no weekday profile where days only differ by chance', () => {
		const random = seeded(3);
		const track = follow(
			days(140, () => 100 * random()),
			MONDAY
		);
		for (let d = 0; d < 7; d++)
			expect(Math.abs((track.profile[7 * 139 + d] as number) - 1)).toBeLessThan(0.15);
	});

	it('keeps its level over days that are unknown, and does not over days without use', () => {
		const gap = (filler: number): number => {
			const { level } = follow(
				days(60, (t) => (t >= 50 ? filler : 100)),
				MONDAY
			);
			return level[59] as number;
		};
		expect(gap(NaN)).toBeCloseTo(100, 9);
		expect(gap(0)).toBeLessThan(70);
	});

	it('does not let one wild day move it far', () => {
		const { level } = follow(
			days(60, (t) => (t === 59 ? 1e9 : 100)),
			MONDAY
		);
		expect(level[59]).toBeLessThan(200);
	});

	it('hears of a weekday that is used for the first time, as of an average day at most', () => {
		const levelAfter = (sunday: number): number => {
			const { level } = follow(
				days(63, (t) => (t === 62 ? sunday : t % 7 === 6 ? 0 : 100)),
				MONDAY
			);
			return level[62] as number;
		};
		expect(levelAfter(50)).toBeGreaterThan(levelAfter(0));
		expect(levelAfter(1e9)).toBeLessThan(1.2 * levelAfter(0));
	});

	it('knows nothing of days to come', () => {
		const whole = follow(
			days(60, (t) => lively(t, 0)),
			MONDAY
		);
		const part = follow(
			days(40, (t) => lively(t, 0)),
			MONDAY
		);
		expect(whole.level.slice(0, 40)).toEqual(part.level);
		expect(whole.profile.slice(0, 280)).toEqual(part.profile);
	});
});

describe('past errors', () => {
	it('are all one where every forecast came true', () => {
		const values = days(70, () => 50);
		const past = replay(values, MONDAY, follow(values, MONDAY), 10);
		expect(past.spans).toBeGreaterThan(2);
		for (let k = 0; k < 7 * 10; k++) expect(past.ratios[k]).toBeCloseTo(1, 12);
	});

	it('are drawn most from this time of year', () => {
		const values = days(800, (t) => lively(t, 0));
		const past = replay(values, MONDAY, follow(values, MONDAY), 7);
		const random = seeded(1);
		// Origins go back week by week from one week before the last day: the 52nd is a year back, the 104th two.
		let near = 0;
		for (let k = 0; k < 1_000; k++) {
			const back = past.draw(random) / 7 + 1;
			if (Math.abs(back - 52) <= 3 || Math.abs(back - 104) <= 3) near++;
		}
		expect(near).toBeGreaterThan(500);
	});

	it('measure the change from week to week', () => {
		expect(weeklyChange(days(14, (t) => (t < 7 ? 10 : 30)))).toBe(1);
		expect(weeklyChange(days(28, () => 10))).toBe(0);
		expect(weeklyChange(days(28, (t) => (t % 14 < 7 ? 0 : 10)))).toBe(2);
		expect(weeklyChange(days(10, () => 10))).toBe(1);
	});

	it('compare single days with the weeks around them, the last first', () => {
		const values = days(35, (t) => (t === 34 ? 58 : 100));
		const single = singleDays(values, MONDAY, follow(values, MONDAY));
		expect(single).toHaveLength(35);
		// The last 29 days hold 28 × 100 + 58; the profile is nearly flat.
		expect(single[0]).toBeLessThan(0.75);
		expect(single[20]).toBeCloseTo(1, 1);
	});
});

describe('what is simulated', () => {
	/** Nothing is replayed. */
	const SIMULATED = { ...FITTED, halfTrust: Infinity };
	/** Without a level error only the order of own weeks is left to chance. */
	const CERTAIN = { ...SIMULATED, leastError: 0, ofChange: 0 };
	const short = fc.array(fc.oneof(fc.constant(0), fc.constant(NaN), fc.nat(5_000)), {
		minLength: 14,
		maxLength: 60
	});
	const simulate = (values: readonly number[], fitted = SIMULATED) =>
		simulateDaily(Float64Array.from(values), MONDAY, 20, 25, seeded(11), fitted);
	/** 28 days, two quiet weeks and two busy ones in turn. */
	const uneven = Array.from({ length: 28 }, (_, t) => (t % 14 < 7 ? 50 : 150));
	const logSums = (fitted: typeof FITTED): Float64Array => {
		const paths = simulateDaily(Float64Array.from(uneven), MONDAY, 14, 2_000, seeded(3), fitted);
		return Float64Array.from({ length: 2_000 }, (_, p) =>
			Math.log(paths.subarray(14 * p, 14 * p + 14).reduce((a, b) => a + b, 0))
		).sort();
	};
	const between = (ascending: Float64Array, low: number, high: number): number =>
		(ascending[2_000 * high] as number) - (ascending[2_000 * low] as number);

	it('scales with usage, to the last bit where it doubles', () => {
		fc.assert(
			fc.property(short, fc.integer({ min: -10, max: 10 }), (values, power) => {
				const many = simulate(values.map((value) => value * 2 ** power));
				expect(many).toEqual(simulate(values).map((value) => value * 2 ** power));
			})
		);
	});

	it('is the same for the same numbers, finite and not negative', () => {
		fc.assert(
			fc.property(short, (values) => {
				const paths = simulate(values);
				expect(paths).toEqual(simulate(values));
				expect(paths.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
			})
		);
	});

	it('keeps half of what sets a week apart, on the log scale', () => {
		const weeksOf = (ownWeek: number): number[] => {
			const paths = simulate(uneven, { ...CERTAIN, ownWeek });
			const sums = Array.from({ length: 25 }, (_, p) =>
				paths.subarray(20 * p, 20 * p + 7).reduce((a, b) => a + b, 0)
			);
			return [Math.min(...sums), Math.max(...sums)];
		};
		const apart = (ownWeek: number): number => {
			const [quiet, busy] = weeksOf(ownWeek) as [number, number];
			return busy / quiet;
		};
		expect(apart(1)).toBeCloseTo(3, 6);
		expect(apart(FITTED.ownWeek)).toBeCloseTo(Math.sqrt(3), 6);
		expect(apart(0)).toBeCloseTo(1, 6);
	});

	it('has heavier tails where the size of the error is uncertain', () => {
		const tails = (uncertainty: number): number => {
			const sums = logSums({ ...SIMULATED, uncertainty, ownWeek: 0 });
			return between(sums, 0.01, 0.99) / between(sums, 0.25, 0.75);
		};
		expect(tails(FITTED.uncertainty)).toBeGreaterThan(1.1 * tails(0));
	});
});

describe('what the forecast makes of a history', () => {
	it('holds last year’s season possible where there is one', () => {
		// Each year the last week of November has three times the use.
		const peak = (t: number): number => ((TODAY - 750 + t - (TODAY + 7)) % 364 === 0 ? 1 : 0);
		const inPeak = (t: number): boolean => [0, 1, 2, 3, 4, 5, 6].some((k) => t >= k && peak(t - k) === 1);
		const high = (of: (t: number) => number): number =>
			readCycle(forecastDemand(request(history(TODAY, 750, of), MIDNIGHT)), 0).monthEnd.p90;
		expect(high(() => 25)).toBeLessThan(1_600);
		expect(high((t) => (inPeak(t) ? 75 : 25))).toBeGreaterThan(2_500);
	});

	it('reads a stop as missing, not as low demand', () => {
		const whole = median(history(TODAY, 90, () => 25));
		const stopped = median(history(TODAY, 90, (t) => (t >= 75 && t < 85 ? NaN : 25)));
		expect(Math.abs(stopped / whole - 1)).toBeLessThan(0.05);
	});

	it('is wider for a history that changes from week to week', () => {
		const width = (of: (t: number) => number): number => {
			const { monthEnd } = readCycle(forecastDemand(request(history(TODAY, 60, of), MIDNIGHT)), 0);
			return (monthEnd.p90 - monthEnd.p10) / monthEnd.p50;
		};
		expect(width((t) => (t % 28 < 14 ? 10 : 40))).toBeGreaterThan(3 * width((t) => 25 + (t % 3)));
	});

	it('covers the last day of a cycle and its first instant', () => {
		const past = history(TODAY, 60, lively);
		const last = startOfDay(TORONTO, TODAY + 14);
		expect(forecastDemand(request(past, last)).days).toBe(1);
		expect(forecastDemand(request(past, startOfDay(TORONTO, TODAY + 15))).days).toBe(31);
	});
});

describe('random numbers', () => {
	it('are the same everywhere for a seed', () => {
		const random = seeded(2026);
		expect([random(), random(), random()]).toEqual(GOLDEN);
	});

	it('are uniform, and normal', () => {
		const random = seeded(5);
		const uniform = Array.from({ length: 20_000 }, random);
		const bell = Array.from({ length: 20_000 }, () => normal(random));
		const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
		expect(mean(uniform)).toBeCloseTo(0.5, 2);
		expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...uniform)).toBeLessThan(1);
		expect(Math.abs(mean(bell))).toBeLessThan(0.03);
		expect(mean(bell.map((x) => x * x))).toBeCloseTo(1, 1);
	});
});

/** The 13th to 15th number of sfc32 with state (0x9e3779b9, 0x243f6a88, 2026, 1), as reckoned with BigInt. */
const GOLDEN = [684_944_128, 4_145_004_944, 2_856_310_301].map((n) => n / 4_294_967_296);
