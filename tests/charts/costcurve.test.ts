import { describe, expect, it } from 'vitest';
import { costCurvePicture } from '$lib/charts/geometry/costcurve';
import type { PlanTerms } from '$lib/engine/planning';
import { costCurveData, costReading } from '$lib/state/costCurve';
import { oddPrices, planTermsOf } from '$lib/state/planTerms';
import { plans } from '$lib/workers/jobs/plans';
import { november } from '../support/november';
import { sure } from '../support/sure';

const PRICES = {
	20_000: '390',
	40_000: '690',
	60_000: '930',
	100_000: '1400',
	150_000: '1900',
	200_000: '2400'
};
const { view, forecast, input } = november({ prices: PRICES, overagePrice: '0.02' });
const terms = planTermsOf(view);
const outcomes = plans(input, { terms, line: view.line });
const data = (policy: 'off' | 'on' | 'capped' | 'upgrade', of: PlanTerms = terms) =>
	sure(costCurveData(of, policy, 60_000, forecast, outcomes));
const short = (credits: number) => `${credits / 1_000}k`;

describe('the cost curve', () => {
	it('has the break-evens of the prices, the own plan marked, and this month below', () => {
		const { bands, plans: lines, monthEnds } = data('on');
		expect(bands.map(({ credits, to }) => [credits, to])).toEqual([
			[20_000, 35_000],
			[40_000, 52_000],
			[60_000, 83_500],
			[100_000, 125_000],
			[150_000, 175_000],
			[200_000, 220_000]
		]);
		expect(lines.filter(({ own }) => own).map(({ credits }) => credits)).toEqual([60_000]);
		expect(sure(monthEnds).counts.reduce((a, b) => a + b, 0)).toBe(500);
	});

	it('keeps every mark inside the picture, at 320 and at 1,100 px', () => {
		for (const width of [320, 1_100])
			for (const policy of ['off', 'on', 'upgrade'] as const) {
				const picture = costCurvePicture(data(policy), width, short);
				const numbers = picture.lines.flatMap(({ path }) => path.match(/[\d.]+/g)?.map(Number) ?? []);
				expect(numbers.every(Number.isFinite)).toBe(true);
				for (const [k, value] of numbers.entries()) {
					const [low, high] = k % 2 === 0 ? [0, width] : [0, picture.bottom];
					expect(value).toBeGreaterThanOrEqual(low);
					expect(value).toBeLessThanOrEqual(high + 0.1);
				}
				const strip = picture.strip.reduce((sum, one) => sum + one.width + 1, 0);
				expect(strip).toBeCloseTo(picture.right - picture.left, 0);
				for (const { y } of picture.names) expect(y).toBeGreaterThan(picture.top);
			}
	});

	it('ends a line with a mark where agents stop, and names no cheapest plan beyond the largest', () => {
		const picture = costCurvePicture(data('off'), 900, short);
		expect(picture.lines.every(({ stop }) => stop !== null)).toBe(true);
		expect(picture.strip.at(-1)?.credits).toBeNull();
		expect(costCurvePicture(data('on'), 900, short).lines.every(({ stop }) => stop === null)).toBe(true);
	});

	it('is none without prices, and leaves out a plan without one', () => {
		const unpriced = { ...terms, tiers: terms.tiers.map((tier) => ({ ...tier, price: null })) };
		expect(costCurveData(unpriced, 'on', 60_000, forecast, null)).toBeNull();
		const one = {
			...terms,
			tiers: terms.tiers.map((tier, k) => (k === 1 ? { ...tier, price: null } : tier))
		};
		const picture = costCurvePicture(data('on', one), 900, short);
		expect(picture.lines.map(({ credits }) => credits)).not.toContain(40_000);
	});

	it('is read at a demand: what each plan costs, the cheapest first, and which stop', () => {
		expect(costReading(terms, 'on', 65_000, 'USD')).toBe(
			'At 65,000 credits: 60,000 $1,030, 40,000 $1,190, 20,000 $1,290, 100,000 $1,400, 150,000 $1,900, 200,000 $2,400.'
		);
		expect(costReading(terms, 'off', 65_000, 'USD')).toBe(
			'At 65,000 credits: 100,000 $1,400, 150,000 $1,900, 200,000 $2,400. Agents stop on 20,000, 40,000 and 60,000.'
		);
	});
});

describe('prices that make no sense', () => {
	it('are named with what undercuts them', () => {
		const odd = (prices: number[]) =>
			oddPrices(
				{ ...terms, tiers: terms.tiers.map((tier, k) => ({ ...tier, price: sure(prices[k]) })) },
				'USD'
			);
		expect(odd([390, 690, 930, 1_400, 1_900, 2_400])).toEqual([]);
		expect(odd([390, 690, 1_400, 1_400, 1_900, 2_400])[0]?.text).toBe(
			'60,000 costs no less than 100,000, which holds more: check its price.'
		);
		expect(odd([390, 690, 930, 2_000, 2_100, 2_400])[0]).toEqual({
			text: '60,000 and 40,000 side by side hold as much as 100,000 and cost $380 less, if the vendor sells them so.',
			parts: [60_000, 40_000]
		});
	});
});
