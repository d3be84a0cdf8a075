import { describe, expect, it } from 'vitest';
import { cycleTerms, planTerms, termOf, type Contract, type CycleTerms } from '$lib/engine/ledger';
import { cardVersions, NET2PHONE, type RateCard } from '$lib/engine/rating';
import { cyclesBetween, formatInstant, parseInstant } from '$lib/engine/time';
import { ruleOf } from '../../support/zones';
import { CONTRACT } from '../../support/rows';

const RULE = ruleOf('America/Toronto');

/** Terms of the cycles of January to June 2026. */
function termsOf(given: Partial<Contract>, cards: readonly RateCard[] = [NET2PHONE]): CycleTerms[] {
	const cycles = cyclesBetween(RULE, Date.UTC(2026, 0, 15), Date.UTC(2026, 5, 15));
	return cycleTerms({ ...CONTRACT, ...given }, cardVersions(cards, 'net2phone', RULE.zone), RULE, cycles);
}
const tiers = (given: Partial<Contract>) => termsOf(given).map(({ tier }) => tier);
const at = (text: string) => parseInstant(text) ?? NaN;

describe('an upgrade', () => {
	it('counts inside its cycle and stays in the next ones', () => {
		const terms = termsOf({ changes: [{ at: '2026-02-10', tier: 60_000 }] });
		expect(terms.map(({ tier }) => tier)).toEqual([20_000, 20_000, 60_000, 60_000, 60_000, 60_000]);
		expect(terms[1]?.changes).toEqual([{ at: at('2026-02-10T05:00:00.000Z'), tier: 60_000 }]);
	});

	it('at a cycle’s start is simply its state', () => {
		const terms = termsOf({ changes: [{ at: '2026-02-01', tier: 60_000, overage: 'on' }] });
		expect(terms[1]).toMatchObject({ tier: 60_000, overage: 'on', changes: [] });
		expect(terms[0]).toMatchObject({ tier: 20_000, overage: 'off', changes: [] });
	});

	it('before the first cycle of the data has been made already', () => {
		expect(tiers({ changes: [{ at: '2024-05-05', tier: 100_000 }] })).toEqual(Array(6).fill(100_000));
	});

	it('after the last cycle is still to come', () => {
		expect(tiers({ changes: [{ at: '2026-07-01', tier: 100_000 }] })).toEqual(Array(6).fill(20_000));
	});

	it('may be one of several in a cycle, applied in turn, whatever order the contract lists them in', () => {
		const [, february] = termsOf({
			changes: [
				{ at: '2026-02-20', tier: 100_000 },
				{ at: '2026-02-10', tier: 60_000 }
			]
		});
		expect(february?.changes.map(({ tier }) => tier)).toEqual([60_000, 100_000]);
	});
});

describe('a lower tier', () => {
	const lower = { tier: 100_000, changes: [{ at: '2026-02-10', tier: 40_000 }] };

	it('waits for the next cycle', () => {
		const terms = termsOf(lower);
		expect(terms.map(({ tier }) => tier)).toEqual([100_000, 100_000, 40_000, 40_000, 40_000, 40_000]);
		expect(terms[1]?.changes).toEqual([]);
	});

	it('at a cycle’s start counts from there', () => {
		expect(tiers({ tier: 100_000, changes: [{ at: '2026-03-01', tier: 40_000 }] }).slice(1, 3)).toEqual([
			100_000, 40_000
		]);
	});

	it('is refused within the term', () => {
		expect(tiers({ ...lower, termStart: '2026-01-01', termMonths: 12 })).toEqual(Array(6).fill(100_000));
	});

	it('is granted on the first instant after the term', () => {
		const term = { termStart: '2025-03-01', termMonths: 12, tier: 100_000 };
		expect(tiers({ ...term, changes: [{ at: '2026-03-01', tier: 40_000 }] })[2]).toBe(40_000);
		expect(tiers({ ...term, changes: [{ at: '2026-03-01T04:59:59.999Z', tier: 40_000 }] })[2]).toBe(100_000);
	});

	it('that is refused leaves the rest of its change to count', () => {
		const [, february] = termsOf({
			tier: 100_000,
			termStart: '2026-01-01',
			termMonths: 12,
			changes: [{ at: '2026-02-10', tier: 40_000, overage: 'on' }]
		});
		expect(february?.changes).toEqual([{ at: at('2026-02-10T05:00:00.000Z'), overage: 'on' }]);
	});

	it('that waits is taken back by a later choice of the tier that is held', () => {
		const changes = [
			{ at: '2026-02-10', tier: 40_000 },
			{ at: '2026-02-20', tier: 100_000 }
		];
		expect(tiers({ tier: 100_000, changes })).toEqual(Array(6).fill(100_000));
	});

	it('is measured against the tier in force, not the one that waits', () => {
		const changes = [
			{ at: '2026-02-10', tier: 40_000 },
			{ at: '2026-02-20', tier: 60_000 }
		];
		expect(tiers({ tier: 100_000, changes }).slice(1, 3)).toEqual([100_000, 60_000]);
	});
});

describe('a contract without a tier', () => {
	it('has none until a change chooses one, from the next cycle on', () => {
		expect(tiers({ tier: null, changes: [{ at: '2026-02-10', tier: 40_000 }] })).toEqual([
			null,
			null,
			40_000,
			40_000,
			40_000,
			40_000
		]);
	});
});

describe('overage and cap', () => {
	it('carry on until they are changed', () => {
		const terms = termsOf({
			changes: [
				{ at: '2026-02-10', overage: 'capped', overageCapCredits: 500 },
				{ at: '2026-04-02', overage: 'on' }
			]
		});
		expect(terms.map(({ overage, cap }) => [overage, cap])).toEqual([
			['off', null],
			['off', null],
			['capped', 500],
			['capped', 500],
			['on', 500],
			['on', 500]
		]);
	});
});

describe('the card of a cycle', () => {
	it('is the version in force when the cycle starts', () => {
		const later: RateCard = { ...NET2PHONE, effectiveFrom: '2026-02-10', tiers: [] };
		const onTime: RateCard = { ...NET2PHONE, effectiveFrom: '2026-05-01', overageBlockCredits: 1_000 };
		const terms = termsOf({}, [onTime, NET2PHONE, later]);
		expect(terms.map(({ card }) => card)).toEqual([NET2PHONE, NET2PHONE, later, later, onTime, onTime]);
	});
});

describe('the term', () => {
	it('ends on the same date some months on, clamped to the month', () => {
		const term = termOf({ ...CONTRACT, termStart: '2025-10-31', termMonths: 4 }, RULE);
		expect(formatInstant(term?.end ?? NaN)).toBe('2026-02-28T05:00:00.000Z');
	});

	it('is none without a start or a length', () => {
		expect(termOf({ ...CONTRACT, termMonths: 12 }, RULE)).toBeNull();
		expect(termOf({ ...CONTRACT, termStart: '2026-01-01' }, RULE)).toBeNull();
	});
});

describe('the plans of a cycle', () => {
	const plans = (given: Partial<Contract>) =>
		termsOf(given).map((terms) => planTerms(terms).map(({ tier, overage }) => `${tier} ${overage}`));

	it('are every tier, ascending, off and on', () => {
		expect(plans({})[0]).toEqual(
			[20_000, 40_000, 60_000, 100_000, 150_000, 200_000].flatMap((tier) => [`${tier} off`, `${tier} on`])
		);
	});

	it('are capped too from the cycle on whose start finds a cap', () => {
		const counts = plans({ changes: [{ at: '2026-02-10', overageCapCredits: 9_000 }] }).map(
			(all) => all.length
		);
		expect(counts).toEqual([12, 12, 18, 18, 18, 18]);
	});

	it('know no changes', () => {
		const [january] = termsOf({ changes: [{ at: '2026-01-10', tier: 60_000 }] });
		expect(january && planTerms(january).every(({ changes }) => changes.length === 0)).toBe(true);
	});
});
