import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayerRating, NET2PHONE, newRated, type RateCard, type RatingPlan } from '$lib/engine/rating';
import {
	cycleSpans,
	dailyUnits,
	localDays,
	mergeCubes,
	mergeSummaries,
	clockHours,
	rateSummary,
	roundingStretches,
	sameRule,
	summaryCells,
	summaryConflict,
	SummaryBuilder,
	summaryRule,
	summedDays,
	timelineOf,
	type Cells,
	type CubeNames,
	type Cutter
} from '$lib/engine/rollup';
import type { Summary } from '$lib/engine/table';
import { dayNumber, DAY_MS, HOUR_MS, startOfDay } from '$lib/engine/time';
import { columnsOf, entryFor, newNames } from '../../support/rows';
import {
	cubeOf,
	partOf,
	placedRows,
	planOf,
	RULE,
	store,
	timeCube,
	TORONTO,
	type StoredLayer
} from './support';

const ROUNDING = {
	...NET2PHONE.voiceRounding,
	shortCallSeconds: 15,
	initialSeconds: 30,
	incrementSeconds: 6
};
const CARD: RateCard = { ...NET2PHONE, voiceRounding: ROUNDING };
/** Dearer, and premium for all calls: another version, the same rounding. */
const DEARER: RateCard = {
	...CARD,
	effectiveFrom: '2026-03-20',
	premiumAppliesToAllCalls: true,
	rates: { chat: { standard: 1.125, premium: 7 }, voice: { standard: 3.5, premium: 40.001 } }
};
const REGISTER = [
	entryFor('Ava', { class: 'premium', activatedAt: '2026-03-15' }),
	entryFor('Bo', { entity: 'Sales', licence: 'unlimited' })
];
const PLAN = planOf([CARD, DEARER], REGISTER);
const RULES = summaryRule(ROUNDING, TORONTO);

/** A layer's rows as its summary: what retention makes of rows that it takes the place of. */
function summaryOf(plan: RatingPlan, { names, blocks }: StoredLayer, blocksTaken = blocks): Summary {
	const builder = new SummaryBuilder(plan.zone, names);
	const rating = new LayerRating(plan, 'layer', names, 0);
	const rated = newRated(1_000);
	for (const [k, { columns, live }] of blocksTaken.entries()) {
		rating.rate(columns, k, rated);
		builder.add(columns, rated, live);
	}
	return builder.finish();
}

const ratingOf = (plan: RatingPlan, { names }: Pick<StoredLayer, 'names'>) =>
	new LayerRating(plan, 'layer', names, 0);

/** A cube of the layers from their summaries alone. */
function fromSummaries(plan: RatingPlan, layers: readonly StoredLayer[], cut: Cutter, by: CubeNames): Cells {
	return mergeCubes(
		layers.map((layer) => {
			const rated = rateSummary(summaryOf(plan, layer), ratingOf(plan, layer));
			const cells = summaryCells(rated, cut, by);
			return by.agent ? partOf(cells, layer.names) : { cells };
		})
	);
}

/** The same cube without first and last start, which a summary keeps to the day only. */
const sumsOf = ({ first: _, last: __, ...sums }: Cells) => sums;

describe('a summary', () => {
	it('rates to what its rows rate to, by day and class, whatever is asked of it later', () => {
		const by = { agent: false, entity: false };
		const days = localDays(TORONTO);
		// Rates, class and licence are the rules' when it is read, not when it was made.
		const made = planOf([CARD]);
		fc.assert(
			fc.property(placedRows, (rows) => {
				const layers = store(rows);
				const summed = mergeCubes(
					layers.map((layer) => ({
						cells: summaryCells(rateSummary(summaryOf(made, layer), ratingOf(PLAN, layer)), days, by)
					}))
				);
				const rated = mergeCubes(layers.map((layer) => ({ cells: cubeOf(PLAN, layer, days, by) })));
				expect(sumsOf(summed)).toEqual(sumsOf(rated));
			})
		);
	});

	it('rates to what its rows rate to, by cycle, version, agent and entity', () => {
		const by = { agent: true, entity: true };
		const spans = cycleSpans(RULE, PLAN.versions);
		fc.assert(
			fc.property(placedRows, (rows) => {
				const layers = store(rows);
				const rated = mergeCubes(layers.map((layer) => partOf(cubeOf(PLAN, layer, spans, by), layer.names)));
				expect(sumsOf(fromSummaries(PLAN, layers, spans, by))).toEqual(sumsOf(rated));
			})
		);
	});

	it('gives the days the same credits as its rows through the cube of time pieces', () => {
		fc.assert(
			fc.property(placedRows, (rows) => {
				const layers = store(rows);
				const [first, end] = [dayNumber(2026, 3, 1), dayNumber(2026, 4, 10)];
				const summed = fromSummaries(PLAN, layers, clockHours(TORONTO), { agent: false, entity: false });
				expect(dailyUnits(summed, TORONTO, first, end)).toEqual(
					dailyUnits(timeCube(PLAN, layers), TORONTO, first, end)
				);
			})
		);
	});

	it('is the same however its rows are cut into blocks and its parts are merged', () => {
		fc.assert(
			fc.property(placedRows, (rows) => {
				// One layer's names for all, so that codes agree.
				const [layer] = store(rows.map((row) => ({ ...row, layer: 0 })));
				if (!layer) return;
				const whole = summaryOf(PLAN, layer);
				const [a, b, c] = layer.blocks.map((block) => summaryOf(PLAN, layer, [block])) as [
					Summary,
					Summary,
					Summary
				];
				expect(mergeSummaries([a, b, c])).toEqual(whole);
				expect(mergeSummaries([c, a, b])).toEqual(whole);
				expect(mergeSummaries([a, mergeSummaries([c, b])])).toEqual(whole);
				expect(mergeSummaries([whole, mergeSummaries([])])).toEqual(whole);
			})
		);
	});

	it('counts an activation for the whole of its day', () => {
		const names = newNames();
		const noon = startOfDay(TORONTO, dayNumber(2026, 3, 10)) + 12 * HOUR_MS;
		const rows = [noon - DAY_MS, noon - HOUR_MS, noon + HOUR_MS].map((start) => ({
			start,
			messages: 1,
			agent: 'Cy'
		}));
		const columns = columnsOf(rows, names);
		const plan = planOf([CARD], [entryFor('Cy', { activatedAt: new Date(noon).toISOString() })]);
		const layer = { names, blocks: [{ columns, live: { rows: 3, bits: Uint8Array.of(7) } }] };
		const { state } = rateSummary(summaryOf(plan, layer), ratingOf(plan, layer));
		expect([...state].map((bits) => (bits & 16) !== 0)).toEqual([true, false]);
	});
});

describe('sums made under other rules', () => {
	const names = newNames();
	const at = startOfDay(TORONTO, dayNumber(2026, 3, 10)) + HOUR_MS;
	const layer: StoredLayer = {
		names,
		blocks: [
			{
				columns: columnsOf([{ start: at, ms: 61_000, agent: 'Cy' }], names),
				live: { rows: 1, bits: Uint8Array.of(1) }
			}
		]
	};
	const summary = summaryOf(PLAN, layer);
	const conflict = (plan: RatingPlan) => summaryConflict(summary, RULES, ratingOf(plan, layer));

	it('are taken under their own, and under other rates, tiers, classes and versions', () => {
		expect(conflict(PLAN)).toBeNull();
		expect(
			conflict(planOf([DEARER], [entryFor('Cy', { class: 'premium', licence: 'unlimited' })]))
		).toBeNull();
	});

	it('are refused under another threshold, first step, increment or zone, and under whole credits per call', () => {
		const under = (change: Partial<RateCard['voiceRounding']>) =>
			conflict(planOf([{ ...CARD, voiceRounding: { ...ROUNDING, ...change } }]));
		expect(under({ shortCallSeconds: 0 })).toBe('rounding');
		expect(under({ initialSeconds: 60 })).toBe('rounding');
		expect(under({ incrementSeconds: 60 })).toBe('rounding');
		expect(under({ wholeCreditsPerCall: true })).toBe('wholeCredits');
		expect(summaryConflict(summary, { ...RULES, timeZone: 'UTC' }, ratingOf(PLAN, layer))).toBe('zone');
	});

	it('are refused only for versions that hold on their days', () => {
		const other = { ...CARD, voiceRounding: NET2PHONE.voiceRounding };
		expect(conflict(planOf([CARD, { ...other, effectiveFrom: '2026-03-11' }]))).toBeNull();
		expect(conflict(planOf([CARD, { ...other, effectiveFrom: '2026-03-10' }]))).toBe('rounding');
	});

	it('do without calls whatever calls are rounded to', () => {
		const chats: StoredLayer = {
			names,
			blocks: [
				{
					columns: columnsOf([{ start: at, messages: 3 }], names),
					live: { rows: 1, bits: Uint8Array.of(1) }
				}
			]
		};
		expect(summaryConflict(summaryOf(PLAN, chats), RULES, ratingOf(planOf(), chats))).toBeNull();
	});

	it('are refused where a trial may reach into one of their days, and only there', () => {
		const trial = (given: object) =>
			conflict(planOf([CARD], [entryFor('Cy', { licence: 'trial', ...given })]));
		expect(trial({})).toBe('trial');
		expect(trial({ activatedAt: '2026-03-01' })).toBe('trial');
		expect(trial({ activatedAt: '2026-03-01', trialDays: 8 })).toBeNull();
		expect(trial({ activatedAt: '2026-03-11' })).toBeNull();
		expect(trial({ trialCredits: 0 })).toBeNull();
		expect(trial({ entity: 'Sales' })).toBeNull();
	});
});

describe('roundings of a card', () => {
	it('are one stretch over versions that differ in rates only', () => {
		const later = { ...DEARER, effectiveFrom: '2026-04-01', voiceRounding: NET2PHONE.voiceRounding };
		const from = startOfDay(TORONTO, dayNumber(2026, 4, 1));
		expect(roundingStretches(planOf([CARD, DEARER, later]).versions)).toEqual([
			{ start: -Infinity, end: from, rounding: ROUNDING },
			{ start: from, end: Infinity, rounding: NET2PHONE.voiceRounding }
		]);
	});

	it('make one rule where threshold, steps and zone agree', () => {
		expect(sameRule(RULES, summaryRule(ROUNDING, TORONTO))).toBe(true);
		expect(sameRule(RULES, { ...RULES, timeZone: 'UTC' })).toBe(false);
		expect(sameRule(RULES, { ...RULES, incrementSeconds: 1 })).toBe(false);
	});
});

describe('the timeline of days that a summary has a part in', () => {
	it('has one piece for each, with what rows of other layers bring, and pieces of rows elsewhere', () => {
		fc.assert(
			fc.property(placedRows, (rows) => {
				const [old, ...rest] = store(rows);
				if (!old) return;
				const rated = rateSummary(summaryOf(PLAN, old), ratingOf(PLAN, old));
				const pieces = clockHours(TORONTO);
				const by = { agent: false, entity: false };
				const cells = mergeCubes([
					{ cells: summaryCells(rated, pieces, by) },
					...rest.map((layer) => ({ cells: cubeOf(PLAN, layer, pieces, by) }))
				]);
				const days = summedDays([rated]);
				const timeline = timelineOf(cells, days);
				const plain = timelineOf(timeCube(PLAN, [old, ...rest]));
				const inDay = (at: number) => days.find(({ start, end }) => at >= start && at < end);
				const expected = new Map<number, number>();
				for (let k = 0; k < plain.count; k++) {
					const at = plain.from[k] ?? NaN;
					const from = inDay(at)?.start ?? at;
					const units = (plain.unitsBefore[k + 1] ?? NaN) - (plain.unitsBefore[k] ?? NaN);
					expected.set(from, (expected.get(from) ?? 0) + units);
				}
				const found = Array.from(timeline.from, (from, k) => [
					from,
					(timeline.unitsBefore[k + 1] ?? NaN) - (timeline.unitsBefore[k] ?? NaN)
				]);
				expect(found).toEqual([...expected]);
				expect([...timeline.dayEnd]).toEqual(Array.from(timeline.from, (from) => inDay(from)?.end ?? 0));
			})
		);
	});
});
