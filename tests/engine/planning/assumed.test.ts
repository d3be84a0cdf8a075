import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, seeded } from '$lib/engine/forecast';
import {
	assumedDemand,
	assumedPaths,
	assumedYear,
	billedLengths,
	BUSINESSES,
	BUSINESS_MIXES,
	BUSINESS_SHAPES,
	creditsPerMonth,
	interactionsOfMix,
	likelyLengths,
	minutesPerCall,
	mixOfAssumptions,
	normalQuantile,
	type AssumedRequest,
	type Assumptions
} from '$lib/engine/planning';
import { gamma, poisson, sumOf } from '$lib/engine/planning/assumed/draw';
import { NET2PHONE, PER_SECOND, type RateCard } from '$lib/engine/rating';
import { cycleOf, dayNumber, DAY_MS, shiftCycle, UTC } from '$lib/engine/time';
import { runs } from '../../support/runs';

const NO_PLAN = { country: null, events: [], growth: null };
const RULE = { zone: UTC, anchorDay: 1 };
const FIRST = cycleOf(RULE, dayNumber(2026, 12, 1) * DAY_MS);
const CYCLES = Array.from({ length: 12 }, (_, k) => shiftCycle(RULE, FIRST, k));

const EVEN: Assumptions = {
	business: 'clinic',
	from: '2026-12-01',
	interactions: { voiceStandard: 1_000, voicePremium: 200, chatStandard: 800, chatPremium: 100 },
	takenPercent: 100,
	messagesPerChat: 5,
	lengths: { kind: 'curve', typicalSeconds: 90, longSeconds: 240, hangUpPercent: 5 },
	weekdays: [1, 1, 1, 1, 1, 1, 1],
	hours: new Array<number>(24).fill(1),
	months: new Array<number>(12).fill(1),
	uncertaintyPercent: 20
};

const request = (assumptions: Assumptions, card: RateCard = NET2PHONE): AssumedRequest => ({
	demand: assumedDemand(assumptions, card),
	zone: UTC,
	first: FIRST,
	plan: NO_PLAN,
	seed: 7,
	paths: 1_500
});

/** Sums of the paths, ascending. */
const totals = ({ demand, ...rest }: AssumedRequest): Float64Array => {
	const { total, days, paths } = assumedPaths({ demand, ...rest });
	return Float64Array.from({ length: paths }, (_, p) =>
		total.subarray(p * days, (p + 1) * days).reduce((sum, day) => sum + day, 0)
	).sort();
};
const mean = (values: ArrayLike<number>): number =>
	Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

const weights = (count: number) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
		.filter((list) => list.some((weight) => weight > 0));
const volume = fc.integer({ min: 0, max: 50_000 });
const someAssumptions = fc.record<Assumptions>({
	business: fc.constantFrom(...BUSINESSES),
	from: fc.constant('2026-12-01'),
	interactions: fc.record({
		voiceStandard: volume,
		voicePremium: volume,
		chatStandard: volume,
		chatPremium: volume
	}),
	takenPercent: fc.integer({ min: 0, max: 100 }),
	messagesPerChat: fc.integer({ min: 1, max: 30 }),
	lengths: fc.oneof(
		fc.record({
			kind: fc.constant('curve' as const),
			typicalSeconds: fc.integer({ min: 1, max: 300 }),
			longSeconds: fc.integer({ min: 300, max: 3_000 }),
			hangUpPercent: fc.integer({ min: 0, max: 90 })
		}),
		fc.record({
			kind: fc.constant('sample' as const),
			seconds: fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 40 })
		})
	),
	weekdays: weights(7),
	hours: weights(24),
	months: weights(12),
	uncertaintyPercent: fc.integer({ min: 0, max: 200 })
});

describe('call lengths', () => {
	it('have their middle, and the length that 1 in 10 exceeds, where the curve says', () => {
		const lengths = likelyLengths({
			kind: 'curve',
			typicalSeconds: 100,
			longSeconds: 300,
			hangUpPercent: 0
		});
		expect(lengths).toHaveLength(400);
		expect(quantile(Float64Array.from(lengths), 0.5)).toBeCloseTo(100, -0.5);
		expect(lengths.filter((seconds) => seconds > 300)).toHaveLength(40);
	});

	it('hold as many hang-ups as are said, none of them billed under a threshold above them', () => {
		const lengths = { kind: 'curve', typicalSeconds: 90, longSeconds: 240, hangUpPercent: 10 } as const;
		const card = { ...NET2PHONE, voiceRounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: 10 } };
		const billed = billedLengths({ lengths }, card);
		expect(billed.filter((seconds) => seconds === 0).length).toBeGreaterThanOrEqual(40);
		expect(billedLengths({ lengths }, NET2PHONE).every((seconds) => seconds >= 60)).toBe(true);
	});

	it('come back from the normal law to nine digits', () => {
		expect(normalQuantile(0.5)).toBe(0);
		expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655, 8);
		expect(normalQuantile(0.001)).toBeCloseTo(-3.0902323062, 7);
		for (const share of [0.01, 0.2, 0.4])
			expect(normalQuantile(1 - share)).toBeCloseTo(-normalQuantile(share), 8);
	});

	it('rated by the started minute cost more than by the second, by half a minute a call at most and about', () => {
		const lengths = { kind: 'curve', typicalSeconds: 90, longSeconds: 240, hangUpPercent: 0 } as const;
		const extra = minutesPerCall({ lengths }, NET2PHONE) - minutesPerCall({ lengths }, PER_SECOND);
		expect(extra).toBeGreaterThan(0.4);
		expect(extra).toBeLessThan(0.6);
	});
});

describe('assumed demand', () => {
	it('costs what the card says: 2,000 calls of a minute are 20,000 credits, 10,000 messages as well', () => {
		const minute: Assumptions = { ...EVEN, lengths: { kind: 'sample', seconds: [60] } };
		const none = { voiceStandard: 0, voicePremium: 0, chatStandard: 0, chatPremium: 0 };
		const credits = (interactions: object, change: Partial<Assumptions> = {}) =>
			creditsPerMonth(
				assumedDemand({ ...minute, ...change, interactions: { ...none, ...interactions } }, NET2PHONE)
			);
		expect(credits({ voiceStandard: 2_000 })).toBe(20_000);
		expect(credits({ voicePremium: 1_000 })).toBe(20_000);
		expect(credits({ chatStandard: 2_000 })).toBe(20_000);
		expect(credits({ chatPremium: 1_000 })).toBe(20_000);
		expect(credits({ voiceStandard: 10_000 }, { takenPercent: 20 })).toBe(20_000);
	});

	it('takes calls for premium where the card does', () => {
		const all = { ...NET2PHONE, premiumAppliesToAllCalls: true };
		const [standard, premium] = assumedDemand(EVEN, all).series;
		expect(standard?.mean).toBe(premium?.mean);
	});

	it('comes back as the mix that it was made from, to the rounding of whole calls', () => {
		for (const business of BUSINESSES) {
			const shape = { ...BUSINESS_SHAPES[business], takenPercent: 40 };
			const mix = BUSINESS_MIXES[business];
			const interactions = interactionsOfMix(mix, shape, NET2PHONE);
			const again = mixOfAssumptions({ ...EVEN, ...shape, interactions }, NET2PHONE);
			for (const key of ['voiceStandard', 'voicePremium', 'chatStandard', 'chatPremium'] as const)
				expect(Math.abs(again[key] - mix[key])).toBeLessThanOrEqual(5);
		}
	});
});

describe('paths of assumptions', () => {
	it('are finite, not below 0, the sum of their parts, and the same for the same seed', () => {
		fc.assert(
			fc.property(someAssumptions, (assumptions) => {
				const asked = { ...request(assumptions), paths: 40 };
				const { total, parts, days, shapes } = assumedPaths(asked);
				expect(days).toBe(31);
				expect(shapes).toHaveLength(31);
				const sound = total.every(
					(credits, cell) =>
						credits >= 0 &&
						credits < Infinity &&
						parts.reduce((sum, part) => sum + (part[cell] as number), 0) === credits
				);
				expect(sound).toBe(true);
				expect(assumedPaths(asked).total).toEqual(total);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('have an average month in the middle, and 8 in 10 of them within the uncertainty', () => {
		const sums = totals(request(EVEN));
		const month = (creditsPerMonth(assumedDemand(EVEN, NET2PHONE)) * 31) / 30.436875;
		expect(quantile(sums, 0.5) / month).toBeGreaterThan(0.97);
		expect(quantile(sums, 0.5) / month).toBeLessThan(1.03);
		const held = sums.filter((sum) => sum >= month / 1.2 && sum <= month * 1.2).length / sums.length;
		expect(held).toBeGreaterThan(0.74);
		expect(held).toBeLessThan(0.86);
	});

	it('vary by chance alone where nothing is uncertain: as the variance of their interactions says', () => {
		const sure = { ...EVEN, uncertaintyPercent: 0 };
		const { series } = assumedDemand(sure, NET2PHONE);
		const sums = totals(request(sure));
		const average = mean(sums);
		const variance = mean(sums.map((sum) => (sum - average) ** 2));
		const counted = series.reduce((sum, one) => sum + one.interactions * (one.mean ** 2 + one.variance), 0);
		// Single days wander beside that by 12 %.
		const wander = (average * 0.12) ** 2 / 31;
		expect(variance / (counted + wander)).toBeGreaterThan(0.85);
		expect(variance / (counted + wander)).toBeLessThan(1.15);
	});

	it('follow weekdays, months, growth and events', () => {
		const quiet = { ...EVEN, weekdays: [1, 1, 1, 1, 1, 0, 0] };
		const { total, days } = assumedPaths({ ...request(quiet), paths: 20 });
		for (let cell = 0; cell < total.length; cell++) {
			const weekend = (1 + (cell % days)) % 7 >= 5;
			expect(total[cell] === 0).toBe(weekend);
		}
		const average = (asked: AssumedRequest) => mean(totals(asked));
		const plain = average(request(EVEN));
		const december = { ...EVEN, months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] };
		expect(average(request(december)) / plain).toBeCloseTo(2 / (13 / 12), 1);
		const event = {
			name: 'Sale',
			kind: 'campaign' as const,
			from: '2026-12-01',
			to: '2026-12-31',
			channel: null,
			class: null,
			percent: 50
		};
		expect(average({ ...request(EVEN), plan: { ...NO_PLAN, events: [event] } }) / plain).toBeCloseTo(1.5, 1);
	});

	it('make a year whose first cycle is the month, path by path, and which grows as is said', () => {
		const asked = {
			...request(EVEN),
			plan: { ...NO_PLAN, growth: { percentPerMonth: 10, from: dayNumber(2026, 12, 1) } }
		};
		const year = assumedYear(asked, CYCLES);
		const { total, days } = assumedPaths(asked);
		for (let p = 0; p < asked.paths; p += 97)
			expect(year.credits[12 * p]).toBe(
				total.subarray(p * days, (p + 1) * days).reduce((sum, day) => sum + day, 0)
			);
		const column = (k: number) => mean(year.credits.filter((_, cell) => cell % 12 === k));
		// From the middle of December to that of November it is 334.5 days.
		expect(column(11) / 30 / (column(0) / 31)).toBeCloseTo(1.1 ** (334.5 / 30.4375), 0);
	});

	it('cost nothing where nothing is assumed', () => {
		const none = { voiceStandard: 0, voicePremium: 0, chatStandard: 0, chatPremium: 0 };
		expect(totals(request({ ...EVEN, interactions: none })).every((sum) => sum === 0)).toBe(true);
	});
});

describe('draws', () => {
	const random = seeded(3);
	const many = <T>(make: () => T): T[] => Array.from({ length: 20_000 }, make);
	const variance = (values: readonly number[]) => {
		const average = mean(values);
		return mean(values.map((value) => (value - average) ** 2));
	};

	it.each([0.3, 8, 49, 400])('of a Poisson count of mean %d have that mean and variance', (average) => {
		const counts = many(() => poisson(average, random));
		expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
		expect(mean(counts) / average).toBeCloseTo(1, 1);
		expect(variance(counts) / average).toBeCloseTo(1, 1);
	});

	it.each([0.4, 1, 30])('of a gamma value of shape %d have that mean and variance', (shape) => {
		const values = many(() => gamma(shape, random));
		expect(mean(values) / shape).toBeCloseTo(1, 1);
		expect(variance(values) / shape).toBeCloseTo(1, 1);
	});

	it('of a sum have the mean and variance of so many values', () => {
		const sums = many(() => sumOf(12, 20, 150, random));
		expect(mean(sums)).toBeCloseTo(240, -1);
		expect(variance(sums) / (12 * 150)).toBeCloseTo(1, 1);
		expect(sumOf(0, 20, 150, random)).toBe(0);
		expect(sumOf(3, 20, 0, random)).toBe(60);
	});
});
