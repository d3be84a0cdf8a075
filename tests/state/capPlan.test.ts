import { describe, expect, it } from 'vitest';
import { capOfBudget, capOfRisk } from '$lib/state/capPlan';
import { planTermsOf } from '$lib/state/planTerms';
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
const { view, input } = november({ prices: PRICES, overagePrice: '0.02', overage: 'on' });
const terms = planTermsOf(view);
const outcomes = sure(plans(input, { terms, line: view.line }));

describe('where to set a cap', () => {
	it('a smaller risk needs a larger cap, in whole hundreds, at a cost that is told', () => {
		const caps = [20, 5, 0].map((risk) => sure(sure(capOfRisk(terms, 60_000, outcomes, risk, 'USD')).cap));
		expect(caps).toEqual(caps.toSorted((a, b) => a - b));
		expect(caps.every((cap) => cap % 100 === 0)).toBe(true);
		expect(capOfRisk(terms, 60_000, outcomes, 5, 'USD')?.text).toMatch(
			/^A cap of \*\*[\d,]+00 credits\*\* is enough; the month then costs \*\*at most \$[\d,]+\*\*\.$/
		);
		expect(capOfRisk(terms, 150_000, outcomes, 5, 'USD')).toEqual({
			text: 'No overage is needed: the plan alone lasts as often as that.',
			cap: null
		});
	});

	it('a budget allows what is left of it beside the plan, and says how often agents stop then', () => {
		expect(capOfBudget(terms, 60_000, outcomes, 1_030)).toMatchObject({ cap: 5_000 });
		expect(capOfBudget(terms, 60_000, outcomes, 1_030)?.text).toMatch(
			/^The budget allows a cap of \*\*5,000 credits\*\*; agents then stop in \*\*\d+ in 100\*\* courses\.$/
		);
		expect(capOfBudget(terms, 60_000, outcomes, 900)).toEqual({
			text: 'The plan alone costs more than that.',
			cap: null
		});
	});

	it('says nothing where a price is missing', () => {
		const free = { ...terms, overagePrice: null };
		expect(capOfRisk(free, 60_000, outcomes, 5, 'USD')).toBeNull();
		expect(capOfBudget(free, 60_000, outcomes, 1_030)).toBeNull();
	});
});
