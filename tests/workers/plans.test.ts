import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateLayer } from '$lib/db';
import { DAY_MS, dayNumber, startOfDay } from '$lib/engine/time';
import type { CycleView, ForecastInput, PlanTerms, ScheduleAsk } from '$lib/workers/api';
import { forecast } from '$lib/workers/jobs/forecast';
import { asWriter } from '$lib/workers/jobs/locks';
import { outlook } from '$lib/workers/jobs/outlook';
import { plans, schedule } from '$lib/workers/jobs/plans';
import { cycleView } from '$lib/workers/query/cycle';
import { forecastInput } from '$lib/workers/query/history';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const settings = settingsWith({ tier: 20_000, timeZone: 'America/Toronto' });
const FIRST = dayNumber(2026, 7, 1);
const LAST = dayNumber(2026, 11, 16);

const TERMS: PlanTerms = {
	tiers: [20_000, 40_000, 60_000].map((credits, k) => ({ credits, price: [390, 690, 930][k] as number })),
	overagePrice: 0.02,
	overageBlock: null,
	cap: 5_000,
	upgradeCredits: 'replace',
	upgradePrice: 'new',
	fixed: 29
};
const ASK: ScheduleAsk = {
	terms: TERMS,
	policy: 'on',
	objective: 'mean',
	tolerance: 1,
	lockedUntil: null,
	current: null
};

let input: ForecastInput;
let view: CycleView;

beforeAll(async () => {
	const rows: string[] = [];
	for (let day = FIRST; day < LAST; day++)
		for (let k = 0; k < (day % 7 < 2 ? 14 : 28 + ((day * 13) % 17)); k++) {
			const start = new Date(day * DAY_MS + 14 * 3_600_000 + k * 600_000).toISOString();
			rows.push(`,${start},,voice,standard,Ava,Main,,${61 + k},,`);
		}
	const store = await newStore();
	const { layer } = await importFile(store, settings, canonicalFile(rows));
	const { zone } = sure(await loadUsage(store, settings)).rules;
	const coverage = { from: startOfDay(zone, FIRST), to: startOfDay(zone, LAST) };
	await asWriter(store, (term) => updateLayer(store, term, layer.id, { coverage }));
	const usage = sure(await loadUsage(store, settings));
	input = await forecastInput(usage, 7, 400);
	view = await cycleView(usage, null, false);
});

describe('the plans of a running cycle', () => {
	it('read the same courses as the forecast: overage, chances, and a cost that follows from them', () => {
		const { outcomes } = sure(plans(input, { terms: TERMS, line: view.line }));
		const { tiers } = forecast(input);
		for (const [k, { credits, price }] of TERMS.tiers.entries()) {
			const told = sure(sure(tiers).find(({ includedCredits }) => includedCredits === credits));
			const on = sure(outcomes.on[k]);
			expect(on.overageCredits.mean).toBeCloseTo(told.expectedOverageCredits, 0);
			expect(on.overageCredits.p90).toBeCloseTo(told.p90OverageCredits, 0);
			expect(on.cost?.mean).toBeCloseTo((price as number) + 29 + 0.02 * on.overageCredits.mean, 1);
			expect(on.stopProbability).toBe(0);
			const off = sure(outcomes.off[k]);
			expect(off.stopProbability).toBeCloseTo(told.probabilityOfRunOut, 5);
			expect(off.cost).toEqual({ mean: (price as number) + 29, p90: (price as number) + 29 });
			expect(off.unservedInteractions?.mean).toBeCloseTo(told.expectedUnservedInteractions as number, 0);
			// A cap lies between: what is within it is overage, what is beyond is unserved.
			const capped = sure(outcomes.capped[k]);
			expect(capped.overageCredits.p90).toBeLessThanOrEqual(5_000);
			expect(capped.overageCredits.mean + capped.unservedCredits.mean).toBeCloseTo(on.overageCredits.mean, 0);
		}
	});

	it('that upgrade at run-out end on the tier that holds the month, and stop on the largest only', () => {
		const { outcomes, monthEnds } = sure(plans(input, { terms: TERMS, line: view.line }));
		const [small, , large] = outcomes.upgrade;
		expect(sure(small).endsOn.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
		expect(sure(small).stopProbability).toBeCloseTo(sure(outcomes.off[2]).stopProbability, 6);
		expect(sure(small).cost?.mean).toBeLessThanOrEqual(sure(large).cost?.mean as number);
		expect(monthEnds.counts.reduce((a, b) => a + b, 0)).toBe(400);
	});

	it('count what was left of the cycle where an upgrade is billed by it, in the known part too', () => {
		// 5,000 credits were used in the known part: the upgrade to the second tier lies in it on every course.
		const terms: PlanTerms = {
			...TERMS,
			tiers: [
				{ credits: 5_000, price: 100 },
				{ credits: 90_000, price: 1_100 }
			],
			upgradePrice: 'prorata',
			fixed: 0
		};
		expect(input.used).toBeGreaterThan(5_000);
		const k = view.line.credits.findIndex((credits) => credits >= 5_000);
		const { start, end } = input.cycle;
		const left = (end - (view.line.at[k] as number)) / (end - start);
		const { outcomes } = sure(plans(input, { terms, line: view.line }));
		expect(outcomes.upgrade[0]?.cost?.mean).toBeCloseTo(100 + 1_000 * left, 2);
	});

	it('have no cost without prices, and no courses under 14 known days', () => {
		const unpriced = { ...TERMS, tiers: TERMS.tiers.map((tier) => ({ ...tier, price: null })) };
		const { outcomes } = sure(plans(input, { terms: unpriced, line: view.line }));
		expect(outcomes.on.map(({ cost }) => cost)).toEqual([null, null, null]);
		const young = {
			...input,
			series: {
				...input.series,
				chatStandard: input.series.chatStandard.map((value, t, all) => (t < all.length - 10 ? NaN : value))
			}
		};
		expect(plans(young, { terms: TERMS, line: view.line })).toBeNull();
		expect(schedule(young, ASK)).toBeNull();
	});
});

describe('the schedule of twelve cycles', () => {
	it('begins with the running cycle, has ranges of the outlook, and costs no more than any one tier throughout', () => {
		const year = sure(schedule(input, ASK));
		expect(year.cycles).toHaveLength(12);
		const told = sure(sure(outlook(input)).year);
		expect(year.cycles.map(({ p50 }) => p50)).toEqual(told.cycles.map(({ p50 }) => p50));
		const best = sure(year.best);
		expect(best.tiers).toHaveLength(12);
		for (const { value } of year.steady) expect(best.value).toBeLessThanOrEqual(value + 1e-6);
		expect(year.steady.map(({ tiers }) => tiers[0])).toEqual([20_000, 40_000, 60_000]);
	});

	it('says at how much more and less usage another tier would be best now', () => {
		const year = sure(schedule(input, ASK));
		const now = sure(year.best).tiers[0] as number;
		if (year.more) {
			expect(year.more.factor).toBeGreaterThan(1);
			expect(year.more.includedCredits).not.toBe(now);
		}
		if (year.less) {
			expect(year.less.factor).toBeLessThan(1);
			expect(year.less.includedCredits).toBeLessThan(now);
		}
		expect([year.more, year.less].some(Boolean)).toBe(true);
	});

	it('within a term never goes below the tier in force', () => {
		const locked = sure(
			schedule(input, { ...ASK, current: 60_000, lockedUntil: sure(input.next.at(-1)).end })
		);
		expect(new Set(sure(locked.best).tiers)).toEqual(new Set([60_000]));
	});

	it('is none where agents stop too often on every tier', () => {
		const tiny = { ...TERMS, tiers: [{ credits: 100, price: 5 }] };
		expect(sure(schedule(input, { ...ASK, terms: tiny, policy: 'off', tolerance: 0.1 })).best).toBeNull();
	});
});
