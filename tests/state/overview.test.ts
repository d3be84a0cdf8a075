import { describe, expect, it } from 'vitest';
import { oddsOf } from '$lib/state/answer';
import { overageCost, shownAmount } from '$lib/state/costs';
import { hundreds, notesOf, planRows, statsOf } from '$lib/state/overview';
import { barParts, bestPlan, planFigures } from '$lib/state/plans';
import { planLead, planTitle } from '$lib/state/planSentences';
import { planColumns, wholeMoney } from '$lib/state/planTable';
import { runOutData, shownTier } from '$lib/state/runout';
import { standingOf } from '$lib/state/standing';
import { DAY_MS } from '$lib/engine/time';
import { planTermsOf } from '$lib/state/planTerms';
import type { PlanPolicy } from '$lib/workers/api';
import { plans } from '$lib/workers/jobs/plans';
import { AS_OF, november, type Month } from '../support/november';
import { sure } from '../support/sure';

const PRICES = {
	20_000: '390',
	40_000: '690',
	60_000: '930',
	100_000: '1400',
	150_000: '1900',
	200_000: '2400'
};

function overview(month: Month = {}) {
	const { view, forecast, input } = november(month);
	const { tier, overage } = view.context.contract;
	const shown = view.complete ? null : forecast;
	const standing = standingOf(view, shown, tier, overage);
	const outcomes = view.complete ? null : plans(input, { terms: planTermsOf(view), line: view.line });
	return { view, forecast: shown, standing, outcomes };
}

describe('odds', () => {
	it('fall into five steps', () => {
		expect([1, 0.9, 0.89, 0.6, 0.59, 0.4, 0.39, 0.1, 0.09, 0].map(oddsOf)).toEqual([
			'sure',
			'sure',
			'probable',
			'probable',
			'even',
			'even',
			'unlikely',
			'unlikely',
			'lasts',
			'lasts'
		]);
	});
});

describe('the row of figures', () => {
	it('reads used, month end and both policies off one forecast', () => {
		const { view, forecast, standing } = overview();
		const tier = sure(sure(sure(forecast).tiers).find((one) => one.includedCredits === 60_000));
		const stats = statsOf(view, forecast, standing);
		expect(stats.map(({ id }) => id)).toEqual(['used', 'monthEnd', 'off', 'on']);
		expect(stats[0]).toMatchObject({ value: '33,770', note: '56% of the plan, 52% of the cycle' });
		expect(stats[1]?.value).toMatch(/^about 6\d,\d00$/);
		expect(stats[3]?.value).toBe(`about $${Math.round(tier.expectedOverageCredits * 0.015)} more`);
	});

	it('counts credits where no overage price was entered', () => {
		const { view, forecast, standing } = overview({ overagePrice: null });
		expect(statsOf(view, forecast, standing)[3]).toMatchObject({
			label: 'With overage on',
			value: expect.stringMatching(/^about [\d,]+ credits over$/) as string,
			note: expect.stringMatching(/no overage price yet$/) as string
		});
	});

	it('says nothing of a plan that lasts but that nothing is unserved', () => {
		const { view, forecast, standing } = overview({ tier: 200_000 });
		expect(statsOf(view, forecast, standing).slice(2)).toMatchObject([
			{ value: 'nothing unserved', note: '' },
			{ value: 'nothing more', note: '' }
		]);
	});

	it('is exact in a past cycle', () => {
		const { view, standing } = overview({ complete: true, used: 64_900, prices: PRICES });
		expect(statsOf(view, null, standing).map(({ value, note }) => [value, note])).toEqual([
			['64,900', '108% of the plan'],
			['408 unserved', '4,900 credits'],
			['$73.50 more', '4,900 credits']
		]);
	});
});

describe('the table of plans', () => {
	it('has a row for every tier, from the arrays that the picture draws', () => {
		const { view, forecast, standing } = overview();
		const rows = planRows(view, forecast, 60_000);
		const picture = runOutData(view, forecast, standing, 'off');
		expect(rows.map(({ tier }) => tier)).toEqual(picture.tiers.map(({ includedCredits }) => includedCredits));
		rows.forEach((row, k) => {
			const tier = sure(picture.tiers[k]);
			expect(row.range === 'known').toBe(tier.reachedAt !== null);
			if (tier.forecast && tier.forecast.chance > 0.01 && tier.forecast.chance < 0.99)
				expect(row.chance).toBe(String(Math.round(tier.forecast.chance * 100)));
		});
		expect(rows[2]).toMatchObject({
			own: true,
			dated: true,
			range: expect.stringContaining('not at all') as string
		});
		expect(rows[3]).toMatchObject({ runsOut: 'lasts', chance: 'under 1', average: '–', tail: '–' });
	});

	it('rounds estimates to 100 credits so that rows compare', () => {
		expect([45_432, 999, 0.2].map(hundreds)).toEqual(['45,400', '999', '–']);
	});

	it('gives the plain pace without chances under 14 days', () => {
		const { view, forecast } = overview({ history: 9 });
		const rows = planRows(view, forecast, 60_000);
		expect(rows.every((row) => row.chance === '' && row.tail === '–')).toBe(true);
		expect(rows[0]?.range).toBe('known');
		expect(rows[3]?.runsOut).toBe('lasts');
	});
});

describe('notes', () => {
	it('say how old the data is, when it ends if that is long ago, and that readings stand alone', () => {
		const { view } = overview();
		expect(notesOf(view, AS_OF + DAY_MS)).toEqual([]);
		expect(notesOf(view, AS_OF + 3 * DAY_MS)).toEqual(['The data is 3 days old.']);
		expect(notesOf(view, AS_OF + 400 * DAY_MS)).toEqual(['The data ends on 16 Nov 2026.']);
		const context = { ...view.context, source: 'readings' as const };
		expect(notesOf({ ...view, context }, AS_OF)).toHaveLength(1);
	});
});

describe('the tier whose chances are shown', () => {
	it('is the own one, else the least certain', () => {
		const own = overview({ tier: 100_000 });
		expect(shownTier(runOutData(own.view, own.forecast, own.standing, 'off'))).toBe(100_000);
		const none = overview({ tier: null });
		expect(shownTier(runOutData(none.view, none.forecast, none.standing, 'off'))).toBe(60_000);
	});
});

describe('overage cost', () => {
	it('is exact, and in whole blocks where the card sells blocks', () => {
		expect(overageCost(5, '0.015', null)).toEqual({ n: 50_000n * 15n, d: 10_000n * 1_000n });
		expect([0, 1, 1_000, 1_000.001].map((credits) => shownAmount(overageCost(credits, '1', 1_000)))).toEqual([
			0, 1_000, 1_000, 2_000
		]);
	});
});

describe('the comparison of plans', () => {
	const compared = (month: Month, policy: PlanPolicy) => {
		const contract = policy === 'upgrade' ? {} : { overage: policy };
		const { view, forecast, standing, outcomes } = overview({ ...contract, ...month });
		const figures = planFigures(view, forecast, policy, outcomes);
		return {
			view,
			figures,
			best: bestPlan(figures)?.tier ?? null,
			title: planTitle(view, forecast, figures, policy),
			lead: planLead(view, figures, policy, standing)
		};
	};

	it('adds the expected overage at its price to the tier price', () => {
		const { figures } = compared({ prices: PRICES }, 'on');
		const own = sure(figures.find((one) => one.tier === 60_000));
		expect(shownAmount(sure(own.total))).toBeCloseTo(
			930 + sure(own.outlook).expectedOverageCredits * 0.015,
			1
		);
		expect(shownAmount(sure(own.tail))).toBeCloseTo(930 + sure(own.outlook).p90OverageCredits * 0.015, 1);
	});

	it('names the cheapest with overage, and how far its neighbours are off', () => {
		const { best, title, lead } = compared({ prices: PRICES }, 'on');
		expect(best).toBe(60_000);
		expect(title).toMatch(
			/^If nothing may stop, 60,000 with overage costs least: about \$1,0\d0 this month$/
		);
		expect(lead).toMatch(
			/^That is \*\*\$\d+ less\*\* than 40,000 and \*\*\$\d+ less\*\* than 100,000, on average\.$/
		);
	});

	it('takes no plan for cheapest under which agents stop', () => {
		expect(compared({ prices: PRICES }, 'off')).toMatchObject({
			best: 100_000,
			title: 'If agents may not stop, 100,000 is the cheapest plan without overage: $1,400 this month'
		});
		expect(compared({ prices: PRICES, cap: 1_000 }, 'capped').best).toBe(100_000);
		expect(compared({ prices: PRICES, cap: 30_000 }, 'capped').best).toBe(60_000);
	});

	it('says which tiers cover where prices are missing, and what is missing', () => {
		const { title, lead, figures } = compared({}, 'off');
		expect(title).toBe('100,000 credits or more last to renewal');
		expect(lead).toMatch(
			/^60,000 credits: \*\*\d+ in 100\*\* run out before Tue 1 Dec\. Set tier prices to compare costs\.$/
		);
		expect(figures.every((one) => one.total === null && one.missing.includes('tierPrice'))).toBe(true);
		expect(figures.every((one) => barParts(one) === null)).toBe(true);
	});

	it('needs the overage price only where there may be overage', () => {
		const { figures } = compared({ prices: PRICES, overagePrice: null }, 'on');
		expect(figures.filter((one) => one.total !== null).map(({ tier }) => tier)).toEqual([
			100_000, 150_000, 200_000
		]);
		expect(figures[0]?.missing).toEqual(['overagePrice']);
	});

	it('is the ledger’s own, to the cent, in a past cycle', () => {
		const { figures, title, best } = compared({ prices: PRICES, complete: true, used: 64_900 }, 'on');
		for (const one of figures) expect(shownAmount(sure(one.total))).toBe(Number(one.ledger.cost.total));
		expect(best).toBe(60_000);
		expect(title).toBe('November would have cost least on 60,000 with overage: $1,003.50');
	});

	it('prints money without nil cents in tables of estimates, and exact cents in a past cycle', () => {
		expect([wholeMoney('1400.00', 'USD'), wholeMoney('1400.5', 'USD'), wholeMoney('1000', 'JPY')]).toEqual([
			'$1,400',
			'$1,400.50',
			'¥1,000'
		]);
		const { view, figures } = compared({ prices: PRICES, complete: true, used: 64_900 }, 'on');
		const total = sure(planColumns(view, 'on', 'past', figures).find(({ id }) => id === 'total'));
		expect(total.text(sure(figures[2]))).toBe('$1,003.50');
	});

	it('reads a cap off every course: the average is less than it, and the chance of reaching it is told', () => {
		const { view, figures } = compared({ prices: PRICES, cap: 3_000 }, 'capped');
		const own = sure(figures.find((one) => one.tier === 60_000));
		expect(own.overageCredits).toBeGreaterThan(0);
		expect(own.overageCredits).toBeLessThan(3_000);
		expect(shownAmount(sure(own.tail))).toBe(930 + 0.015 * 3_000);
		const stops = sure(planColumns(view, 'capped', 'forecast', figures).find(({ id }) => id === 'stops'));
		expect(stops.text(own)).toMatch(/^\d+$/);
	});

	it('buys the next plan where credits end: the start costs more, and it says on which plan a month ends', () => {
		const { view, figures, title, best } = compared({ prices: PRICES }, 'upgrade');
		const [small, own] = [20_000, 60_000].map((tier) => sure(figures.find((one) => one.tier === tier)));
		// The cycle is paid at the last tier's price: where it starts does not matter as long as it is outgrown.
		expect(shownAmount(sure(sure(small).total))).toBeCloseTo(shownAmount(sure(sure(own).total)), 3);
		expect(shownAmount(sure(sure(own).total))).toBeGreaterThan(930);
		expect(best).toBe(20_000);
		expect(title).toMatch(
			/^If the next plan is bought when credits end, starting with 20,000 costs least: about \$1,/
		);
		const ends = sure(planColumns(view, 'upgrade', 'forecast', figures).find(({ id }) => id === 'endsOn'));
		expect(ends.text(sure(own))).toMatch(/^(60,000|100,000): \d+, (60,000|100,000): \d+$/);
	});
});

describe('a cycle whose days are kept as sums', () => {
	const past = overview({ complete: true, tier: 20_000 });
	const view = { ...past.view, byDayUntil: past.view.cycle.end };
	const times = /\d\d:\d\d/;

	it('says so, and gives the date of a run-out without a time', () => {
		expect(notesOf(view, AS_OF)).toContain(
			'Days before 1 Dec 2026 are kept as daily sums: run-out is known to the day.'
		);
		expect(notesOf(past.view, AS_OF).join()).not.toMatch(/daily sums/);
		expect(planRows(past.view, null, 20_000)[0]?.runsOut).toMatch(times);
		expect(planRows(view, null, 20_000)[0]?.runsOut).not.toMatch(times);
		const standing = sure(standingOf(view, null, 20_000, 'off'));
		expect(planLead(view, planFigures(view, null, 'off', null), 'off', standing)).not.toMatch(times);
		const [ranOut, stopped] = planColumns(view, 'off', 'past', planFigures(view, null, 'off', null));
		const own = sure(planFigures(view, null, 'off', null)[0]);
		expect([sure(ranOut).text(own), sure(stopped).text(own)].join()).not.toMatch(times);
		expect(runOutData(view, null, standing, 'off').byDayUntil).toBe(view.cycle.end);
	});
});
