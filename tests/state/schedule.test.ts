import { describe, expect, it } from 'vitest';
import { cycleOf, shiftCycle } from '$lib/engine/time';
import { scheduleAsk, scheduleBars, scheduleSentences, scheduleTitle } from '$lib/state/schedule';
import type { CycleView, ScheduleView } from '$lib/workers/api';
import { AS_OF, november, TORONTO } from '../support/november';

const PRICES = {
	20_000: '390',
	40_000: '690',
	60_000: '930',
	100_000: '1400',
	150_000: '1900',
	200_000: '2400'
};
const { view } = november({ prices: PRICES, overagePrice: '0.02', overage: 'on' });
const rule = { zone: TORONTO, anchorDay: 1 };
const cycles = Array.from({ length: 12 }, (_, k) => ({
	cycle: shiftCycle(rule, cycleOf(rule, AS_OF), k),
	p10: 55_000,
	p50: 64_000,
	p90: 80_000
}));
const choice = (tiers: readonly number[], meanCost: number, stops = 0) => ({
	tiers,
	value: meanCost,
	meanCost,
	stops: tiers.map(() => stops)
});
const twelve = (credits: number) => Array.from({ length: 12 }, () => credits);
const schedule: ScheduleView = {
	cycles,
	best: choice([...twelve(60_000).slice(0, 4), ...twelve(100_000).slice(4)], 12_400),
	steady: [choice(twelve(40_000), 13_900), choice(twelve(60_000), 13_200), choice(twelve(100_000), 16_800)],
	more: { factor: 1.12, includedCredits: 100_000 },
	less: { factor: 0.8, includedCredits: 40_000 }
};
const withContract = (change: Partial<CycleView['context']['contract']>): CycleView => ({
	...view,
	context: { ...view.context, contract: { ...view.context.contract, ...change } }
});

describe('the schedule of twelve cycles', () => {
	it('says what to hold and until when, what it saves, and what would change it', () => {
		expect(scheduleTitle(schedule, view)).toBe('Twelve months: hold 60,000 until Feb 2027, then 100,000');
		const ask = scheduleAsk(view, 'on', 'mean', 10);
		expect(scheduleSentences(schedule, ask, 'mean', view)).toEqual([
			'It costs **about $12,400** over twelve cycles on average, the least of all choices.',
			'That is **about $800 less** than 60,000 throughout.',
			'With **12% more** usage, 100,000 would be best now.',
			'With **20% less** usage, 40,000 would be best now.'
		]);
	});

	it('says how often agents stop where they may, and what a dearer wish is for', () => {
		const safe: ScheduleView = {
			...schedule,
			best: choice(twelve(100_000), 16_800, 0.03),
			more: null,
			less: null
		};
		const ask = scheduleAsk(view, 'off', 'never', 10);
		expect(ask.tolerance).toBe(0);
		const said = scheduleSentences(safe, ask, 'never', view);
		expect(scheduleTitle(safe, view)).toBe('Twelve months: hold 100,000 throughout');
		expect(said).toContain(
			'That is **about $3,600 more** than 60,000 throughout, for agents that do not stop.'
		);
		expect(said).toContain('In no cycle do agents stop in more than **3 in 100** courses.');
		expect(said.at(-1)).toBe('Neither half as much usage nor twice as much would change what is best now.');
	});

	it('looks for the smallest plans that last where no price is known, and says what is missing', () => {
		const bare = november().view;
		const ask = scheduleAsk(bare, 'on', 'mean', 5);
		expect(ask.policy).toBe('off');
		expect(ask.terms.tiers.map(({ price }) => price)).toEqual(ask.terms.tiers.map(({ credits }) => credits));
		expect(scheduleSentences(schedule, ask, 'mean', bare)[0]).toMatch(/^Without prices, .* Set tier prices/);
		expect(scheduleSentences({ ...schedule, best: null }, ask, 'mean', bare)).toEqual([
			'Agents stop too often on every plan. Allow more stops, or a larger plan on the rate card.'
		]);
	});

	it('locks the plan until the term ends', () => {
		expect(scheduleAsk(view, 'on', 'mean', 10).lockedUntil).toBeNull();
		const term = withContract({ termStart: '2026-03-15', termMonths: 8 });
		expect(scheduleAsk(term, 'on', 'mean', 10)).toMatchObject({
			lockedUntil: Date.UTC(2026, 10, 15, 5),
			current: 60_000
		});
	});

	it('draws each cycle under its own plan', () => {
		const bars = scheduleBars(schedule, TORONTO.name);
		expect(bars.map(({ plan }) => plan).slice(3, 5)).toEqual([60_000, 100_000]);
		expect(scheduleBars({ ...schedule, best: null }, TORONTO.name)[0]?.plan).toBeNull();
	});
});
