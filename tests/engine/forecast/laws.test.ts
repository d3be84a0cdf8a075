import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	forecastDemand,
	readCycle,
	readTier,
	reasonsOf,
	reportCard,
	sumCard,
	unservedByHour,
	type DemandHistory,
	type DemandPaths,
	type TierOutlook
} from '../../../src/lib/engine/forecast';
import { dailyUnits, mergeCubes, clockHours } from '../../../src/lib/engine/rollup';
import {
	cycleOf,
	DAY_MS,
	dayNumber,
	shiftCycle,
	startOfDay,
	type ZoneTable
} from '../../../src/lib/engine/time';
import { cubeOf, placedRows, planOf, store, TORONTO as ROWS_ZONE } from '../rollup/support';
import { history, lively, MIDNIGHT, request, TODAY, TORONTO } from './support';
import { runs } from '../../support/runs';

const QUANTILES = ['p10', 'p50', 'p90'] as const;

/** Days of four series, some idle, up to a few thousand credits each. */
const usage = fc
	.array(
		fc.oneof(
			{ weight: 1, arbitrary: fc.constant([0, 0, 0, 0]) },
			{ weight: 6, arbitrary: fc.array(fc.nat(3_000), { minLength: 4, maxLength: 4 }) }
		),
		{ minLength: 14, maxLength: 120, size: 'max' }
	)
	.map((rows) => history(TODAY, rows.length, (t, k) => rows[t]?.[k] ?? NaN));

const times = (factor: number, of: DemandHistory): DemandHistory => ({
	...of,
	series: of.series.map((one) => one.map((value) => factor * value))
});

/** The same courses, one at a time. */
function* courses(demand: DemandPaths): Generator<DemandPaths> {
	const { paths, days, total, parts } = demand;
	for (let p = 0; p < paths; p++) {
		const own = (list: Float64Array) => list.subarray(p * days, (p + 1) * days);
		yield { ...demand, paths: 1, total: own(total), parts: parts.map(own) };
	}
}

/** `more` never says that a tier lasts longer than `less` does. */
function expectNoLonger(more: TierOutlook, less: TierOutlook): void {
	expect(more.probability).toBeGreaterThanOrEqual(less.probability);
	expect(more.expectedOverage).toBeGreaterThanOrEqual(less.expectedOverage * (1 - 1e-9));
	if (!more.reached)
		for (const q of QUANTILES)
			expect(more.runOutAt[q] ?? Infinity).toBeLessThanOrEqual(less.runOutAt[q] ?? Infinity);
}

describe('more usage', () => {
	it('by a factor, now and before, never makes a tier last longer', () => {
		fc.assert(
			fc.property(
				usage,
				fc.double({ min: 1.001, max: 40, noNaN: true }),
				fc.nat(60_000),
				fc.integer({ min: 1, max: 400_000 }),
				fc.nat(DAY_MS - 1),
				(past, factor, used, credits, time) => {
					const one = forecastDemand(request(past, MIDNIGHT + time, { paths: 40 }));
					const many = forecastDemand(request(times(factor, past), MIDNIGHT + time, { paths: 40 }));
					expectNoLonger(readTier(many, factor * used, credits, null), readTier(one, used, credits, null));
				}
			),
			{ numRuns: runs(100) }
		);
	});

	it('on past days of this cycle never makes a tier last longer on any course', () => {
		// What was used since the cycle began counts in full; the courses of what is to come stay as they are.
		const demand = forecastDemand(request(history(TODAY, 120, lively), MIDNIGHT, { paths: 25 }));
		fc.assert(
			fc.property(
				fc.array(fc.nat(2_000), { minLength: 15, maxLength: 15 }),
				fc.array(fc.nat(2_000), { minLength: 15, maxLength: 15 }),
				fc.integer({ min: 1, max: 100_000 }),
				(days, added, credits) => {
					const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
					for (const course of courses(demand))
						expectNoLonger(
							readTier(course, sum(days.map((day, k) => day + (added[k] as number))), credits, null),
							readTier(course, sum(days), credits, null)
						);
				}
			)
		);
	});
});

describe('a larger tier', () => {
	it('never runs out before a smaller one, on any course', () => {
		fc.assert(
			fc.property(
				usage,
				fc.nat(60_000),
				fc.integer({ min: 1, max: 300_000 }),
				fc.nat(300_000),
				fc.nat(DAY_MS - 1),
				(past, used, credits, more, time) => {
					const demand = forecastDemand(request(past, MIDNIGHT + time, { paths: 15 }));
					for (const course of [demand, ...courses(demand)])
						expectNoLonger(
							readTier(course, used, credits, null),
							readTier(course, used, credits + more, null)
						);
				}
			),
			{ numRuns: runs(60) }
		);
	});
});

describe('figures depend on local days only', () => {
	const fixed = (hours: number): ZoneTable => ({ name: `UTC${hours}`, at: [], offset: [hours * 3_600_000] });
	/** 16 November, so long after local midnight, in the zone's own month. */
	const inZone = (zone: ZoneTable, past: DemandHistory, time: number): DemandPaths => {
		const asOf = startOfDay(zone, TODAY) + time;
		const cycle = cycleOf({ zone, anchorDay: 1 }, asOf);
		return forecastDemand(request(past, asOf, { zone, cycle, paths: 40 }));
	};

	it('not on the time zone', () => {
		fc.assert(
			fc.property(
				usage,
				fc.integer({ min: -48, max: 56 }).map((quarters) => fixed(quarters / 4)),
				fc.nat(DAY_MS - 1),
				fc.integer({ min: 1, max: 100_000 }),
				(past, zone, time, credits) => {
					const there = inZone(zone, past, time);
					for (const elsewhere of [fixed(0), TORONTO]) {
						const here = inZone(elsewhere, past, time);
						expect([there.total, there.parts]).toEqual([here.total, here.parts]);
						const [a, b] = [readTier(there, 0, credits, 9), readTier(here, 0, credits, 9)];
						expect({ ...a, runOutAt: null, ifRunOutAt: null }).toEqual({
							...b,
							runOutAt: null,
							ifRunOutAt: null
						});
						const since = (at: number | null, of: DemandPaths) => (at === null ? null : at - of.asOf);
						for (const q of QUANTILES) {
							const [mine, other] = [since(a.runOutAt[q], there), since(b.runOutAt[q], here)];
							// Instants are cut to the millisecond.
							if (mine === null || other === null) expect(mine).toBe(other);
							else expect(Math.abs(mine - other)).toBeLessThanOrEqual(1);
						}
					}
				}
			),
			{ numRuns: runs(60) }
		);
	});

	it('not on the order of import', () => {
		const plan = planOf();
		const [from, until] = [dayNumber(2026, 3, 6), dayNumber(2026, 3, 26)];
		const asOf = startOfDay(ROWS_ZONE, until) + 50_000_000;
		const cycle = cycleOf({ zone: ROWS_ZONE, anchorDay: 1 }, asOf);
		fc.assert(
			fc.property(
				placedRows,
				fc.infiniteStream(fc.nat(2)),
				fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
				(rows, places, order) => {
					const of = (list: typeof rows, layers: readonly number[]): DemandPaths => {
						const stored = store(list);
						const by = { agent: false, entity: false };
						const cubes = layers.map((layer) => ({
							cells: cubeOf(plan, stored[layer] as (typeof stored)[number], clockHours(plan.zone), by)
						}));
						const { series } = dailyUnits(mergeCubes(cubes), plan.zone, from, until);
						const past: DemandHistory = { firstDay: from, series, hourOfWeek: null };
						return forecastDemand(request(past, asOf, { zone: plan.zone, cycle, paths: 20 }));
					};
					const next = () => places.next().value as number;
					const moved = rows.map((row) => ({ ...row, layer: next(), block: next() })).reverse();
					expect(of(moved, order)).toEqual(of(rows, [0, 1, 2]));
				}
			),
			{ numRuns: runs(60) }
		);
	});
});

describe('every figure is a finite number', () => {
	const YEARS = 3_650;
	const spike = (t: number, at: number, high: number): number => (t === at ? high : 0);
	const inputs: Record<string, fc.Arbitrary<DemandHistory>> = {
		'no days at all': fc.constant(history(TODAY, 0, () => 0)),
		'one day': fc.nat(1e6).map((value) => history(TODAY, 1, () => value)),
		'only zeros': fc.integer({ min: 1, max: 400 }).map((days) => history(TODAY, days, () => 0)),
		'nothing known': fc.integer({ min: 1, max: 400 }).map((days) => history(TODAY, days, () => NaN)),
		'one spike in zeros': fc
			.tuple(fc.integer({ min: 14, max: 400 }), fc.nat(399), fc.constantFrom(1e-9, 1, 1e6, 1e12))
			.map(([days, at, high]) => history(TODAY, days, (t) => spike(t, at % days, high))),
		'one spike in ordinary days': fc
			.tuple(fc.integer({ min: 14, max: 400 }), fc.nat(399), fc.constantFrom(1e6, 1e12))
			.map(([days, at, high]) => history(TODAY, days, (t, k) => lively(t, k) + spike(t, at % days, high))),
		'gaps of any length': fc
			.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), { minLength: 2, maxLength: 12 })
			.map((stretches) => stretches.flatMap(([days, known]) => new Array<boolean>(days).fill(known)))
			.map((known) => history(TODAY, known.length, (t, k) => (known[t] ? lively(t, k) : NaN))),
		'ten years': fc
			.tuple(fc.nat(YEARS - 1), fc.constantFrom(NaN, 0, 1e12))
			.map(([at, odd]) => history(TODAY, YEARS, (t, k) => (t === at ? odd : lively(t, k))))
	};
	const rule = { zone: TORONTO, anchorDay: 1 };
	const november = cycleOf(rule, MIDNIGHT);
	const cycles = [-3, -2, -1].map((back) => ({ cycle: shiftCycle(rule, november, back), tier: 20_000 }));

	/** Whatever is in it, down to the last list. */
	function expectFinite(value: unknown): void {
		if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
		else if (value instanceof Float64Array) expect(value.every(Number.isFinite)).toBe(true);
		else if (value !== null && typeof value === 'object') Object.values(value).forEach(expectFinite);
	}

	it.each(Object.entries(inputs))('from %s', (name, some) => {
		fc.assert(
			fc.property(some, fc.nat(14 * DAY_MS), fc.nat(30_000), (past, time, used) => {
				const of = request(past, MIDNIGHT + time, { paths: 15 });
				for (const cycle of [of.cycle, shiftCycle(rule, of.cycle, 1)]) {
					const demand = forecastDemand({ ...of, cycle });
					expectFinite(demand);
					if (demand.refused) continue;
					expectFinite(readCycle(demand, used));
					for (const credits of [1, 20_000, 1e9]) {
						expectFinite(readTier(demand, used, credits, 12.5));
						expectFinite(unservedByHour(demand, used, credits, TORONTO));
					}
				}
				expectFinite(reasonsOf(of));
				const card = reportCard({ history: past, zone: TORONTO, seed: 7, paths: 10 }, cycles);
				expectFinite([card, sumCard(card)]);
			}),
			{ numRuns: name === 'ten years' ? 5 : runs(40) }
		);
	});
});
