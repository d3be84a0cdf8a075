import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '$lib/charts/geometry/labels';
import { mixPicture, type MixWords } from '$lib/charts/geometry/mix';
import { dragStep, keyStep, mixEnds } from '$lib/charts/geometry/mixaxes';
import { mixBar } from '$lib/charts/geometry/mixbar';
import type { MixAt, MixData, MixPlan } from '$lib/charts/geometry/mixdata';
import { sure } from '../support/sure';

const TIERS = [20_000, 40_000, 60_000, 100_000, 150_000, 200_000];
const RATES = { minute: 11.8, message: 2.46 };
const fitting = { calls: 0, chats: 0, minutes: 0, messages: 0 };

function plansFor(
	point: MixAt,
	own: number | null,
	{ minute, message }: MixData['rates'] = RATES
): readonly MixPlan[] {
	return TIERS.map((tier) => ({
		tier,
		own: tier === own,
		holds: point.minutes * minute + point.messages * message <= tier,
		ends: { minutes: minute === 0 ? null : tier / minute, messages: message === 0 ? null : tier / message },
		fitting
	}));
}

function dataOf(point: MixAt, own: number | null = 60_000, more: Partial<MixData> = {}): MixData {
	const rates = more.rates ?? RATES;
	return { plans: plansFor(point, own, rates), point, shape: null, lever: null, rates, ...more };
}

const words: MixWords = {
	number: (value) => value.toLocaleString('en-CA'),
	line: ({ tier, own }) => `${tier.toLocaleString('en-CA')}${own ? ', your plan' : ''}`,
	needs: (tier) => `needs ${tier.toLocaleString('en-CA')}`,
	above: (tier) => `more than ${tier.toLocaleString('en-CA')}`,
	credits: '64,968 credits',
	hint: 'drag, or arrow keys',
	lever: 'lever 1'
};
/** The mix of the design’s picture. */
const DRAWN: MixAt = { minutes: 3_575, messages: 9_262 };
const draw = (data: MixData, width = 580, before: MixAt | null = null) =>
	mixPicture(data, mixEnds(data, before), width, words);

describe('the axes of the mix', () => {
	it('reach beyond the plan on screen, and beyond the mix', () => {
		const { minutes, messages } = mixEnds(dataOf(DRAWN), null);
		expect(minutes * RATES.minute).toBeCloseTo(108_000);
		expect(messages * RATES.message).toBeCloseTo(108_000);
		const far = mixEnds(dataOf({ minutes: 20_000, messages: 100 }), null);
		expect(far.minutes).toBeGreaterThan(20_000);
	});

	it('stay as they are while they will do, and give way to a point that leaves them', () => {
		const before = mixEnds(dataOf(DRAWN), null);
		expect(mixEnds(dataOf({ minutes: 4_000, messages: 20_000 }), before)).toBe(before);
		const out = { minutes: before.minutes * 1.1, messages: 0 };
		expect(mixEnds(dataOf(out), before).minutes).toBeGreaterThan(out.minutes);
		// Another plan, far smaller: the picture comes nearer.
		expect(mixEnds(dataOf({ minutes: 10, messages: 10 }, 20_000), before)).not.toBe(before);
	});

	it('hold the pale shape, and all of a mix that costs nothing', () => {
		const shape = {
			centre: { minutes: 9_000, messages: 9_000 },
			u: { minutes: 3_000, messages: 500 },
			v: { minutes: 0, messages: 4_000 }
		};
		const { minutes, messages } = mixEnds(dataOf(DRAWN, 60_000, { shape }), null);
		expect(minutes).toBeGreaterThan(12_000);
		expect(messages).toBeGreaterThan(13_000);
		const free = dataOf(DRAWN, 60_000, { rates: { minute: 0, message: 0 } });
		expect(mixEnds(free, null)).toEqual({ minutes: 7_150, messages: 18_524 });
		expect(draw(free).lines).toEqual([]);
	});

	it('are crossed in round steps of a pixel, or in hundredths by the keys', () => {
		expect([dragStep(9_600), dragStep(44_000), dragStep(90)]).toEqual([10, 100, 1]);
		expect([keyStep(9_600, 0.01), keyStep(9_600, 0.1), keyStep(20, 0.01)]).toEqual([96, 960, 1]);
	});
});

describe('the picture of the mix', () => {
	it('has a line for each plan that it reaches, from axis to axis or cut at its edge', () => {
		const picture = draw(dataOf(DRAWN));
		expect(picture.lines.map(({ plan }) => plan.tier)).toEqual(TIERS);
		const own = sure(picture.lines.find(({ plan }) => plan.own));
		expect(own.from[0]).toBe(picture.left);
		expect(own.to[1]).toBe(picture.bottom);
		for (const { from, to } of picture.lines)
			for (const [x, y] of [from, to]) {
				expect(x).toBeGreaterThanOrEqual(picture.left - 0.01);
				expect(x).toBeLessThanOrEqual(picture.right + 0.01);
				expect(y).toBeGreaterThanOrEqual(picture.top - 0.01);
				expect(y).toBeLessThanOrEqual(picture.bottom + 0.01);
			}
		expect(picture.fits).toMatch(/^M.*Z$/);
	});

	it('names the own plan, and says between two lines what is needed there', () => {
		const { names, regions } = draw(dataOf(DRAWN));
		expect(names[0]?.text).toBe('60,000, your plan');
		expect(regions.map(({ text }) => text)).toEqual(['needs 100,000', 'needs 150,000', 'needs 200,000']);
		const without = draw(dataOf({ minutes: 2_000, messages: 4_000 }, null));
		expect(without.fits).toBe('');
		expect(without.regions.map(({ text }) => text)).toContain('needs 40,000');
	});

	it('draws upright lines where messages cost nothing, and level ones where minutes do', () => {
		const upright = draw(dataOf(DRAWN, 60_000, { rates: { minute: 11.8, message: 0 } }));
		for (const { from, to } of upright.lines) expect(from[0]).toBeCloseTo(to[0]);
		const level = draw(dataOf(DRAWN, 60_000, { rates: { minute: 0, message: 2.46 } }));
		for (const { from, to } of level.lines) expect(from[1]).toBeCloseTo(to[1]);
		expect(level.lines.length).toBeGreaterThan(0);
	});

	it('leads from the point to the hollow one with an arrow, unless they all but touch', () => {
		const far = draw(dataOf(DRAWN, 60_000, { lever: { minutes: 2_932, messages: 10_227 } }));
		expect(far.lever?.arrow).not.toBe('');
		expect(far.lever?.text).not.toBeNull();
		expect(draw(dataOf(DRAWN, 60_000, { lever: { minutes: 3_540, messages: 9_300 } })).lever).toBeNull();
	});

	it('hides the ticks that its tags would touch, and keeps its words apart, at any width and mix', () => {
		const mixes = fc.record({
			minutes: fc.integer({ min: 0, max: 20_000 }),
			messages: fc.integer({ min: 0, max: 100_000 })
		});
		const own = fc.constantFrom(null, ...TIERS);
		fc.assert(
			fc.property(mixes, own, fc.integer({ min: 300, max: 900 }), (point, tier, width) => {
				const picture = draw(dataOf(point, tier), width);
				const { minutes, messages } = picture.tags;
				for (const { x, value } of picture.xTicks)
					expect(Math.abs(x - minutes.x)).toBeGreaterThan(
						(minutes.width + textWidth(words.number(value))) / 2
					);
				for (const { y } of picture.yTicks) expect(Math.abs(y - messages.y)).toBeGreaterThan(16);
				expect(messages.x - messages.width / 2).toBeGreaterThanOrEqual(0);
				expect(minutes.x + minutes.width / 2).toBeLessThanOrEqual(width);
				// Turned words: their middles keep the height of a line from each other and from the point.
				const turned = [...picture.names, ...picture.regions];
				for (const [k, a] of turned.entries()) {
					expect(Math.hypot(a.x - picture.point[0], a.y - picture.point[1])).toBeGreaterThan(14);
					for (const b of turned.slice(k + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(14);
				}
			})
		);
	});
});

describe('the bar of a mix', () => {
	const parts = [
		{ key: 'a', credits: 30 },
		{ key: 'b', credits: 0 },
		{ key: 'c', credits: 50 }
	];

	it('puts its parts end to end, and the plan’s end on or beyond them', () => {
		const over = mixBar(parts, 60);
		expect(over.parts[2]?.from).toBeCloseTo(30 / 83.2);
		expect(sure(over.plan)).toBeLessThan(sure(over.parts[2]).to);
		const under = mixBar(parts, 160);
		expect([under.parts[2]?.to, under.plan]).toEqual([0.5, 1]);
	});

	it('is empty, not broken, without any credits or plan', () => {
		expect(mixBar([{ key: 'a', credits: 0 }], null)).toEqual({
			parts: [{ key: 'a', from: 0, to: 0 }],
			plan: null
		});
	});
});
