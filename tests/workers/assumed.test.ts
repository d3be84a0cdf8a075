import { describe, expect, it } from 'vitest';
import { BUSINESS_MIXES, BUSINESS_SHAPES, interactionsOfMix, type Assumptions } from '$lib/engine/planning';
import { NET2PHONE } from '$lib/engine/rating';
import type { PlanTerms } from '$lib/workers/api';
import { forecast } from '$lib/workers/jobs/forecast';
import { outlook } from '$lib/workers/jobs/outlook';
import { plans, schedule } from '$lib/workers/jobs/plans';
import { assumedInput, assumedReport, assumedView } from '$lib/workers/query/assumed';
import { sure } from '../support/sure';
import { settingsWith } from '../support/usage';

const shape = { ...BUSINESS_SHAPES.desk, takenPercent: 100 };
const assumptions: Assumptions = {
	business: 'desk',
	from: '2026-12-09',
	interactions: interactionsOfMix(BUSINESS_MIXES.desk, shape, NET2PHONE),
	...shape
};
const settings = settingsWith({ tier: 60_000, timeZone: 'America/Toronto' }, { assumptions });
const input = assumedInput(settings, assumptions, 7, 500);
const view = assumedView(settings, assumptions, false);
const terms: PlanTerms = {
	tiers: NET2PHONE.tiers.map(({ includedCredits }) => ({
		credits: includedCredits,
		price: includedCredits / 100
	})),
	overagePrice: 0.02,
	overageBlock: null,
	cap: null,
	upgradeCredits: 'replace',
	upgradePrice: 'new',
	fixed: 0
};

describe('what is assumed', () => {
	it('is answered from at the start of the cycle that its date lies in, with nothing known of it', () => {
		expect(new Date(view.cycle.start).toISOString()).toBe('2026-12-01T05:00:00.000Z');
		expect(view.context).toMatchObject({ source: 'assumed', asOf: view.cycle.start, interactions: 0 });
		expect(view.used).toBe(0);
		expect(view.inForce?.expiredCredits).toBe(60_000);
		expect(input.asOf).toBe(view.cycle.start);
	});

	it('has chances for every tier, more for a smaller one, and its mean in the place of a pace', () => {
		const { refused, tiers, monthEndCredits, pace, method } = forecast(input);
		expect(refused).toBeNull();
		expect(method).toBe('assumed-1');
		const chances = sure(tiers).map(({ probabilityOfRunOut }) => probabilityOfRunOut);
		expect(chances).toHaveLength(6);
		expect(chances).toEqual(chances.toSorted((a, b) => b - a));
		expect(chances[0]).toBe(1);
		expect(chances[5]).toBe(0);
		const { p10, p90 } = sure(monthEndCredits);
		expect(pace.monthEndCredits).toBeGreaterThan(p10);
		expect(pace.monthEndCredits).toBeLessThan(p90);
	});

	it('shows the same courses on every screen', () => {
		const { monthEndCredits } = forecast(input);
		const year = sure(sure(outlook(input)).year);
		expect(year.from).toBe('assumed');
		expect(year.cycles).toHaveLength(12);
		expect(year.cycles[0]).toMatchObject(sure(monthEndCredits));
		const chosen = sure(
			schedule(input, {
				terms,
				policy: 'on',
				objective: 'mean',
				tolerance: 1,
				lockedUntil: null,
				current: 60_000
			})
		);
		expect(chosen.cycles).toEqual(year.cycles.map(({ beyond: _, ...cycle }) => cycle));
		expect(sure(chosen.best).tiers).toHaveLength(12);
		const { outcomes } = sure(plans(input, { terms, line: view.line }));
		expect(outcomes.off.map(({ stopProbability }) => stopProbability)).toEqual(
			sure(forecast(input).tiers).map(({ probabilityOfRunOut }) => probabilityOfRunOut)
		);
	});

	it('has no past, no reasons, and hours in which agents would be stopped', () => {
		const { card, reasons, unserved } = sure(outlook(input));
		expect(card).toEqual([]);
		expect(reasons).toBeNull();
		const [smallest] = unserved;
		const busiest = sure(smallest).voice.indexOf(Math.max(...sure(smallest).voice));
		expect(busiest).toBeGreaterThanOrEqual(8);
		expect(busiest).toBeLessThan(20);
	});

	it('is reported as a forecast without usage', () => {
		expect(assumedReport(settings, assumptions, forecast(input))).toMatchObject({
			usage: { interactions: 0 },
			forecast: { method: 'assumed-1' },
			recommendation: null
		});
	});
});
