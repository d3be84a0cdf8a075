import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastDemand, type DemandPlan, type PlannedEvent } from '../../../src/lib/engine/forecast';
import { learnHolidays } from '../../../src/lib/engine/forecast/calendar/holidayEffects';
import { dayNumber, formatDay, holidays, weekday } from '../../../src/lib/engine/time';
import { history, lively, MIDNIGHT, request, TODAY } from './support';
import { runs } from '../../support/runs';

const NOTHING: DemandPlan = { country: null, events: [], growth: null };
const past = history(TODAY, 120, lively);
const paths = (plan?: Partial<DemandPlan>, of = past) =>
	forecastDemand(request(of, MIDNIGHT, { paths: 30, plan: plan && { ...NOTHING, ...plan } }));

const anySpan = fc.tuple(fc.nat(20), fc.option(fc.nat(12), { nil: null })).map(([from, length]) => ({
	name: 'An event',
	from: formatDay(TODAY + from),
	to: length === null ? null : formatDay(TODAY + from + length)
}));
const anyPart = fc.record({
	channel: fc.constantFrom('chat' as const, 'voice' as const, null),
	class: fc.constantFrom('standard' as const, 'premium' as const, null)
});
const eventOf = (kind: 'campaign' | 'closure' | 'change', least: number, most: number) =>
	fc
		.tuple(anySpan, anyPart, fc.integer({ min: least, max: most }))
		.map(([span, part, percent]): PlannedEvent => ({ ...span, ...part, kind, percent }));
const newAgent = fc
	.tuple(anySpan, anyPart, fc.nat(5_000))
	.map(([span, part, creditsPerDay]): PlannedEvent => ({
		...span,
		...part,
		kind: 'newAgent',
		creditsPerDay
	}));
const anyEvents = fc.array(
	fc.oneof(eventOf('campaign', 0, 300), eventOf('closure', -100, 0), eventOf('change', -100, 300), newAgent),
	{ maxLength: 4 }
);

/** Cumulative credits of each path at the end of each day. */
function running({ total, days }: { total: Float64Array; days: number }): Float64Array {
	const out = total.slice();
	for (let cell = 0; cell < out.length; cell++)
		if (cell % days > 0) out[cell] = (out[cell] as number) + (out[cell - 1] as number);
	return out;
}

describe('a plan', () => {
	it('that says nothing changes nothing, to the last bit', () => {
		expect(paths({})).toEqual(paths());
		expect(paths({ growth: { percentPerMonth: 0, from: TODAY } })).toEqual(paths());
		const over: PlannedEvent = {
			name: 'Long ago',
			kind: 'campaign',
			from: '2001-01-01',
			to: '2001-01-31',
			channel: null,
			class: null,
			percent: 50
		};
		expect(paths({ events: [over] })).toEqual(paths());
	});

	it('keeps the total the sum of its parts to the last bit, finite and not negative', () => {
		fc.assert(
			fc.property(anyEvents, fc.integer({ min: -50, max: 50 }), (events, percentPerMonth) => {
				const { total, parts } = paths({
					country: 'CA',
					events,
					growth: { percentPerMonth, from: TODAY }
				});
				for (let cell = 0; cell < total.length; cell++) {
					expect(parts.reduce((sum, part) => sum + (part[cell] as number), 0)).toBe(total[cell]);
					expect(Number.isFinite(total[cell]) && (total[cell] as number) >= 0).toBe(true);
				}
			}),
			{ numRuns: runs(30) }
		);
	});

	const before = running(paths());
	it.each([
		['campaign', eventOf('campaign', 0, 300), 1],
		['new agent', newAgent, 1],
		['closure', eventOf('closure', -100, 0), -1]
	])('with a %s to come moves no course the other way', (_, some, sign) => {
		fc.assert(
			fc.property(some, (event) => {
				const after = running(paths({ events: [event] }));
				expect(after.every((value, cell) => sign * (value - (before[cell] as number)) >= 0)).toBe(true);
			}),
			{ numRuns: runs(30) }
		);
	});

	it('touches only the series it names', () => {
		const premiumVoice: PlannedEvent = {
			name: 'No experts',
			kind: 'closure',
			from: formatDay(TODAY),
			to: null,
			channel: 'voice',
			class: 'premium',
			percent: -100
		};
		const [plain, closed] = [paths(), paths({ events: [premiumVoice] })];
		expect(Math.max(...(closed.parts[1] as Float64Array))).toBe(0);
		for (const k of [0, 2, 3]) expect(closed.parts[k]).toEqual(plain.parts[k]);
	});

	it('adds a new agent’s credits on each of its days, among the series as they are', () => {
		const agent: PlannedEvent = {
			name: 'Night agent',
			kind: 'newAgent',
			from: formatDay(TODAY + 3),
			to: formatDay(TODAY + 4),
			channel: 'chat',
			class: null,
			creditsPerDay: 500
		};
		const [plain, more] = [paths(), paths({ events: [agent] })];
		const added = (h: number) => (more.total[h] as number) - (plain.total[h] as number);
		expect([2, 3, 4, 5].map(added)).toEqual([0, expect.closeTo(500, 6), expect.closeTo(500, 6), 0]);
	});

	it('undoes what a past event did, so that a campaign that is over teaches no level', () => {
		const campaign: PlannedEvent = {
			name: 'Autumn sale',
			kind: 'campaign',
			from: formatDay(TODAY - 20),
			to: formatDay(TODAY - 1),
			channel: null,
			class: null,
			percent: 100
		};
		const swollen = history(TODAY, 120, (t, k) => lively(t, k) * (t >= 100 ? 2 : 1));
		expect(paths({ events: [campaign] }, swollen)).toEqual(paths());
	});

	it('reads a past closure as unknown days, not as low ones', () => {
		const closure: PlannedEvent = {
			name: 'Moving house',
			kind: 'closure',
			from: formatDay(TODAY - 9),
			to: formatDay(TODAY - 3),
			channel: null,
			class: null,
			percent: -100
		};
		const shut = history(TODAY, 120, (t, k) => (t >= 111 && t <= 117 ? 0 : lively(t, k)));
		const unknown = history(TODAY, 120, (t, k) => (t >= 111 && t <= 117 ? NaN : lively(t, k)));
		expect(paths({ events: [closure] }, shut)).toEqual(paths(undefined, unknown));
	});

	it('grows from its first day on, by so much a month', () => {
		const grown = paths({ growth: { percentPerMonth: 10, from: TODAY } });
		const plain = paths();
		expect(grown.total[0]).toBe(plain.total[0]);
		expect((grown.total[14] as number) / (plain.total[14] as number)).toBeCloseTo(1.1 ** (14 / 30.4375), 9);
	});

	it('never reads the as-of day or anything after it', () => {
		const later = {
			...past,
			series: past.series.map((one) => Float64Array.from([...one.subarray(0, 120), 1e9, 1e9]))
		};
		expect(paths({ country: 'CA' }, later)).toEqual(paths({ country: 'CA' }));
	});
});

describe('public holidays', () => {
	const FIRST = dayNumber(2025, 1, 1);
	const on = new Set([2025, 2026, 2027, 2028].flatMap((year) => holidays('CA', year).map(({ day }) => day)));
	const steady = (t: number) => 100 + ((t * 7919) % 11) + (weekday(FIRST + t) > 4 ? -50 : 0);
	const days = (of: (t: number) => number, length = 600) => Float64Array.from({ length }, (_, t) => of(t));
	const learnt = (values: Float64Array) => learnHolidays(values, FIRST, 'CA', FIRST + 800);

	it('have an effect that is learnt from what they did', () => {
		const factor = learnt(days((t) => steady(t) * (on.has(FIRST + t) ? 0.3 : 1)));
		expect(factor(dayNumber(2026, 12, 25))).toBeGreaterThan(0.2);
		expect(factor(dayNumber(2026, 12, 25))).toBeLessThan(0.4);
		expect(factor(dayNumber(2026, 12, 22))).toBe(1);
	});

	it('have none where they did nothing, or where none was seen', () => {
		const nothing = learnt(days(steady));
		const few = learnt(days((t) => steady(t), 20));
		for (const day of [...on].filter((one) => one < FIRST + 800)) {
			expect(Math.abs(nothing(day) - 1)).toBeLessThan(0.03);
			expect(few(day)).toBe(1);
		}
	});

	it('are told apart once one was seen three times', () => {
		const christmas = (day: number) => formatDay(day).endsWith('12-25') || formatDay(day).endsWith('12-27');
		const values = days(
			(t) => steady(t) * (on.has(FIRST + t) ? (christmas(FIRST + t) ? 0.1 : 0.8) : 1),
			365 * 4
		);
		const factor = learnHolidays(values, FIRST, 'CA', dayNumber(2029, 12, 31));
		expect(factor(dayNumber(2029, 12, 25))).toBeLessThan(0.5);
		expect(factor(dayNumber(2029, 7, 2))).toBeGreaterThan(0.6);
	});

	it('are finite factors that are not negative, whatever the history holds', () => {
		const anyDay = fc.oneof(fc.constant(NaN), fc.constant(0), fc.nat(1_000), fc.constant(1e12));
		fc.assert(
			fc.property(fc.array(anyDay, { minLength: 1, maxLength: 200, size: 'max' }), (values) => {
				const factor = learnt(Float64Array.from(values));
				for (let day = FIRST; day < FIRST + 400; day++)
					expect(Number.isFinite(factor(day)) && factor(day) >= 0).toBe(true);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('do not hand a past dip on to an ordinary day', () => {
		// Labour Day, Truth, Thanksgiving and Remembrance Day lie before 16 November; none lies after it in the month.
		const shut = new Set(holidays('CA', 2026).map(({ day }) => day));
		const quiet = history(TODAY, 150, (t, k) => lively(t, k) + 200);
		const dips = history(TODAY, 150, (t, k) => (shut.has(TODAY - 150 + t) ? 0 : lively(t, k) + 200));
		const sum = (demand: { total: Float64Array }) => demand.total.reduce((a, b) => a + b, 0);
		const goal = sum(paths(undefined, quiet));
		const off = (demand: { total: Float64Array }) => Math.abs(sum(demand) - goal);
		expect(off(paths({ country: 'CA' }, dips))).toBeLessThan(off(paths(undefined, dips)));
	});
});
