import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	billedOverage,
	breakEven,
	costOf,
	upgradedPrice,
	walk,
	type Contract,
	type CostInput
} from '$lib/engine/ledger';
import { compare, decimal, moneyText, ratio, toMinor, toNumber } from '$lib/engine/money';
import { NET2PHONE, UNITS_PER_CREDIT, type RateCard } from '$lib/engine/rating';
import { UTC } from '$lib/engine/time';
import { CONTRACT, entryFor } from '../../support/rows';
import { HOURS, manyRows, termsFor } from './support';

const MARCH = { start: Date.UTC(2026, 2, 1), end: Date.UTC(2026, 3, 1) };

const CARD: RateCard = {
	...NET2PHONE,
	tiers: [
		{ includedCredits: 20_000, price: '300' },
		{ includedCredits: 40_000, price: '500.005' },
		{ includedCredits: 60_000, price: null }
	]
};

function cost(given: Partial<Omit<CostInput, 'contract'>> & { contract?: Partial<Contract> } = {}) {
	return costOf({
		zone: UTC,
		cycle: MARCH,
		card: CARD,
		held: [{ at: MARCH.start, tier: 20_000 }],
		overageUnits: 0,
		agents: 0,
		licences: [],
		...given,
		contract: { ...CONTRACT, ...given.contract }
	});
}

describe('the cost of a cycle', () => {
	it('is one line where only the tier costs', () => {
		expect(cost()).toEqual({
			currency: 'USD',
			total: '300.00',
			lines: [{ kind: 'tier', amount: '300.00' }],
			missing: []
		});
	});

	it('has its lines in order, each rounded once, and the tax on the sum of the rounded lines', () => {
		const { lines, total } = cost({
			held: [{ at: MARCH.start, tier: 40_000 }],
			overageUnits: 5 * UNITS_PER_CREDIT,
			agents: 3,
			licences: [
				entryFor('Bo', { pricePerCycle: '12.5' }),
				entryFor('Cy'),
				entryFor('Ava', { pricePerCycle: '0' })
			],
			contract: {
				includedAgents: 1,
				extraAgentPrice: '29',
				taxPercent: 14.975,
				oneOffFees: [
					{ name: 'Onboarding', amount: '100.10', date: '2026-03-31' },
					{ name: 'Later', amount: null, date: '2026-04-01' }
				]
			}
		});
		expect(lines).toEqual([
			{ kind: 'tier', amount: '500.00' },
			{ kind: 'overage', amount: '0.08' },
			{ kind: 'extraAgents', amount: '58.00' },
			{ kind: 'licence', name: 'Bo', amount: '12.50' },
			{ kind: 'licence', name: 'Ava', amount: '0.00' },
			{ kind: 'oneOffFee', name: 'Onboarding', amount: '100.10' },
			// 670.68 × 0.14975 = 100.43433
			{ kind: 'tax', amount: '100.43' }
		]);
		expect(total).toBe('771.11');
	});

	it('rounds to the currency’s minor unit', () => {
		const yen: RateCard = { ...CARD, currency: 'JPY' };
		const { lines } = cost({
			card: yen,
			held: [{ at: MARCH.start, tier: 40_000 }],
			contract: { currency: 'JPY', taxPercent: 10 }
		});
		expect(lines.map(({ amount }) => amount)).toEqual(['500', '50']);
	});

	it('names each missing price once, in the order of the lines, and gives no total', () => {
		expect(
			cost({
				card: { ...CARD, overagePricePerCredit: null },
				held: [{ at: MARCH.start, tier: 60_000 }],
				overageUnits: 1,
				agents: 1,
				contract: {
					includedAgents: 0,
					oneOffFees: [
						{ name: 'A', amount: null, date: '2026-03-01' },
						{ name: 'B', amount: null, date: '2026-03-02' }
					]
				}
			})
		).toEqual({
			currency: 'USD',
			total: null,
			lines: [],
			missing: ['tierPrice', 'overagePrice', 'extraAgentPrice', 'oneOffFee']
		});
	});

	it('needs no price for what is not there', () => {
		const { missing } = cost({
			card: { ...CARD, overagePricePerCredit: null },
			agents: 2,
			contract: { includedAgents: 2 }
		});
		expect(missing).toEqual([]);
	});

	it('charges no agents where the contract includes no number of them', () => {
		expect(cost({ agents: 50, contract: { includedAgents: null } }).total).toBe('300.00');
	});

	it('counts the foreign prices of a card as missing, where their lines would be', () => {
		expect(cost({ overageUnits: 1, contract: { currency: 'CAD' } }).missing).toEqual(['cardCurrency']);
		expect(
			cost({
				held: [{ at: MARCH.start, tier: 60_000 }],
				overageUnits: 1,
				contract: { currency: 'CAD' }
			}).missing
		).toEqual(['tierPrice', 'cardCurrency']);
	});

	it('takes a card without a currency to be in the contract’s', () => {
		expect(cost({ card: { ...CARD, currency: null }, contract: { currency: 'CAD' } }).total).toBe('300.00');
	});

	it('misses the price of a tier that the card does not have', () => {
		expect(cost({ held: [{ at: MARCH.start, tier: 33_000 }] }).missing).toEqual(['tierPrice']);
	});

	it('with new needs only the price of the last tier held, with both every one', () => {
		const held = [
			{ at: MARCH.start, tier: 60_000 },
			{ at: MARCH.start + 1, tier: 20_000 }
		];
		expect(cost({ held }).total).toBe('300.00');
		expect(cost({ held, contract: { upgradePrice: 'both' } }).missing).toEqual(['tierPrice']);
	});

	it('has no tax line at 0 %, and one of nothing on nothing', () => {
		const free = { ...CARD, tiers: [{ includedCredits: 20_000, price: '0' }] };
		expect(cost({ card: free }).lines).toEqual([{ kind: 'tier', amount: '0.00' }]);
		expect(cost({ card: free, contract: { taxPercent: 5 } }).lines).toContainEqual({
			kind: 'tax',
			amount: '0.00'
		});
	});

	it('is the sum of its lines, whatever they are', () => {
		const price = fc.tuple(fc.nat(99_999), fc.nat(99_999)).map(([whole, part]) => `${whole}.${part}`);
		fc.assert(
			fc.property(
				price,
				price,
				fc.maxSafeNat(),
				fc.integer({ min: 0, max: 30_000 }),
				fc.constantFrom('USD', 'JPY', 'KWD'),
				(tierPrice, agentPrice, overageUnits, tax, currency) => {
					const { lines, total } = cost({
						card: { ...CARD, currency, tiers: [{ includedCredits: 20_000, price: tierPrice }] },
						overageUnits,
						agents: 4,
						contract: { currency, includedAgents: 1, extraAgentPrice: agentPrice, taxPercent: tax / 1_000 }
					});
					const sum = lines.reduce((all, { amount }) => all + toMinor(decimal(amount), currency), 0n);
					expect(moneyText(sum, currency)).toBe(total);
				}
			)
		);
	});
});

describe('an upgrade from 10 to 20 after 10 of 30 days', () => {
	const day = 86_400_000;
	const price = (how: Contract['upgradePrice']) =>
		moneyText(
			toMinor(
				upgradedPrice(
					how,
					{ start: 0, end: 30 * day },
					[
						{ at: 0, tier: 1 },
						{ at: 10 * day, tier: 2 }
					],
					[decimal('10'), decimal('20')]
				),
				'USD'
			),
			'USD'
		);

	it.each([
		['new', '20.00'],
		['prorata', '16.67'],
		['both', '30.00']
	] as const)('costs, %s, %s', (how, amount) => {
		expect(price(how)).toBe(amount);
	});

	it('prorata of three tiers adds each step for the time it was held', () => {
		const held = [0, 15, 20].map((days, k) => ({ at: days * day, tier: k + 1 }));
		const prices = ['10', '20', '50'].map(decimal);
		// 10 + 10 × 15/30 + 30 × 10/30
		expect(compare(upgradedPrice('prorata', { start: 0, end: 30 * day }, held, prices), ratio(25))).toBe(0);
	});
});

describe('overage in blocks of 1,000', () => {
	it.each([
		[0, 0],
		[1 * UNITS_PER_CREDIT, 1_000],
		[1_000 * UNITS_PER_CREDIT, 1_000],
		[1_000.001 * UNITS_PER_CREDIT, 2_000]
	])('of %d units is billed as %d credits', (units, billed) => {
		expect(toNumber(billedOverage(units, 1_000), 4)).toBe(billed);
	});

	it('is never less than what was drawn, and by less than a block more', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 10_000 }), (units, block) => {
				const billed = billedOverage(units, block);
				expect(compare(billed, ratio(units, UNITS_PER_CREDIT))).toBeGreaterThanOrEqual(0);
				expect(
					compare(billed, ratio(BigInt(units) + BigInt(block) * 60_000n, UNITS_PER_CREDIT))
				).toBeLessThan(0);
			})
		);
	});
});

describe('more usage', () => {
	it('never costs less on a flat rate', () => {
		fc.assert(
			fc.property(manyRows, fc.nat(60), fc.integer({ min: 1, max: 100 }), (rows, count, tier) => {
				const price = (upTo: number) => {
					const used = {
						count: Math.min(upTo, rows.count),
						start: rows.start.slice(0, upTo),
						duration: rows.duration.slice(0, upTo),
						units: rows.units.slice(0, upTo)
					};
					const { overage, held } = walk(termsFor({ tier, overage: 'on', cycle: HOURS }), used);
					const card = { ...CARD, tiers: [{ includedCredits: tier, price: '1' }] };
					return toMinor(decimal(cost({ card, held, overageUnits: overage }).total ?? ''), 'USD');
				};
				expect(price(60) >= price(count)).toBe(true);
			})
		);
	});
});

describe('the break-even between two tiers', () => {
	const [low, high] = [
		{ includedCredits: 20_000, price: '300' },
		{ includedCredits: 40_000, price: '500' }
	];

	it('is the lower tier plus what the dearer price buys in overage', () => {
		const even = breakEven(low, high, '0.015');
		expect(even && toNumber(even.credits, 4)).toBe(33_333.3333);
		expect(even?.pays).toBe(true);
	});

	it('never pays where it lies at or beyond the higher tier', () => {
		expect(breakEven(low, high, '0.01')?.pays).toBe(false);
		expect(breakEven(low, high, '0.010001')?.pays).toBe(true);
	});

	it('is unknown without every price, and there is none where overage is free', () => {
		expect(breakEven({ ...low, price: null }, high, '0.015')).toBeNull();
		expect(breakEven(low, high, null)).toBeNull();
		expect(breakEven(low, high, '0.000')).toBeNull();
	});
});
