import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { conformance, focusColumns, focusUsage, type FocusRow, type FocusUsage } from '$lib/engine/focus';
import { add, compare, decimal, inShares, ratio, ZERO } from '$lib/engine/money';
import { cardVersions, EARLY, PREMIUM, VOICE } from '$lib/engine/rating';
import { localDays, newCells } from '$lib/engine/rollup';
import { DAY_MS, UTC } from '$lib/engine/time';
import { entryFor } from '../../support/rows';
import { APRIL, CARD, charges, used } from './support';

const sum = (rows: readonly FocusRow[], column: 'BilledCost' | 'EffectiveCost') =>
	rows.reduce((all, row) => add(all, decimal(row[column] as string)), ZERO);
const equal = (rows: readonly FocusRow[], column: 'BilledCost' | 'EffectiveCost', amount: string) =>
	compare(sum(rows, column), decimal(amount)) === 0;

/** The specification's examples of virtual currencies (A1 to C), with a token for a credit and a message for a use. */
const TOKENS = {
	...CARD,
	id: 'tokens',
	rates: { chat: { standard: 1, premium: 2 }, voice: { standard: 3, premium: 3 } },
	overagePricePerCredit: '2'
};

describe("the specification's arithmetic", () => {
	it('A1: 100,000 tokens at 2 each are bought for 200,000, and have no effective cost', () => {
		const card = { ...TOKENS, tiers: [{ includedCredits: 100_000, price: '200000' }] };
		const [plan] = charges([], { card }).rows;
		expect(plan).toMatchObject({
			ChargeCategory: 'Purchase',
			BilledCost: '200000.00',
			ListCost: '200000',
			ContractedCost: '200000',
			ListUnitPrice: '2',
			ContractedUnitPrice: '2',
			EffectiveCost: '0',
			PricingQuantity: '100000',
			PricingCurrency: 'USD',
			PricingCurrencyEffectiveCost: '0',
			ConsumedQuantity: null
		});
	});

	it('A2: 245 uses of one token at 2 cost 490 effectively, and nothing is billed for them', () => {
		const card = { ...TOKENS, tiers: [{ includedCredits: 615, price: '1230' }] };
		const rows = charges(
			[
				used({ card, quantity: 245 }),
				used({ card, quantity: 5, premium: true }),
				used({ card, quantity: 7_200_000, seconds: 7_200, voice: true })
			],
			{ card }
		).rows.slice(1);
		expect(rows.map((row) => [row.BilledCost, row.ListUnitPrice, row.ListCost, row.EffectiveCost])).toEqual([
			['0', '2', '490', '490'],
			['0', '4', '20', '20'],
			['0', '6', '720', '720']
		]);
		expect(rows.map((row) => [row.PricingCurrencyListUnitPrice, row.PricingCurrencyEffectiveCost])).toEqual([
			['1', '245'],
			['2', '10'],
			['3', '360']
		]);
		expect(rows.map((row) => [row.PricingCurrency, row.PricingQuantity, row.PricingUnit])).toEqual([
			['Credits', '245', 'Messages'],
			['Credits', '5', 'Messages'],
			['Credits', '120', 'Minutes']
		]);
	});

	it('B1 to B3: a list price and a contracted one each give their own cost', () => {
		const row = (list: string, contracted: string, quantity: string, costs: [string, string]) => ({
			ListUnitPrice: list,
			ContractedUnitPrice: contracted,
			PricingQuantity: quantity,
			ListCost: costs[0],
			ContractedCost: costs[1]
		});
		const rows = [
			row('2', '1', '100000', ['200000', '100000']),
			row('2', '1', '245', ['490', '245']),
			row('4', '2', '5', ['20', '10']),
			row('6', '3', '120', ['720', '360']),
			row('6', '2', '120', ['720', '240'])
		];
		const products = (given: readonly object[]) =>
			conformance(given as FocusRow[], focusColumns('1.2'), '1.2', false)
				.filter(({ rule }) => rule.demand.kind === 'product')
				.map(({ checked, failed }) => [checked, failed]);
		expect(products(rows)).toEqual([
			[5, 0],
			[5, 0],
			[5, 0]
		]);
		expect(products([{ ...rows[1], ListCost: '490.01', ContractedCost: '244' }])).toEqual([
			[1, 1],
			[1, 1],
			[1, 1]
		]);
	});

	it('C: 1,500 tokens of overage are bought at 2 each, beside the plan', () => {
		const card = { ...TOKENS, tiers: [{ includedCredits: 25_000, price: '50000' }] };
		const { rows } = charges([used({ card, quantity: 26_500 })], { card, terms: { overage: 'on' } });
		expect(rows[0]).toMatchObject({ BilledCost: '50000.00', ListCost: '50000', PricingQuantity: '25000' });
		expect(rows[1]).toMatchObject({
			ChargeCategory: 'Purchase',
			ChargeFrequency: 'One-Time',
			BilledCost: '3000.00',
			ListCost: '3000',
			ListUnitPrice: '2',
			PricingQuantity: '1500',
			EffectiveCost: '0'
		});
		expect(rows[2]?.EffectiveCost).toBe('53000');
	});
});

describe('charges of a cycle', () => {
	it('consume real minutes and price rounded ones', () => {
		const call = used({ voice: true, quantity: 134_000, seconds: 180, interactions: 2, nonBillable: 1 });
		expect(charges([call]).rows[1]).toMatchObject({
			ChargePeriodStart: '2025-04-01T00:00:00Z',
			ChargePeriodEnd: '2025-04-02T00:00:00Z',
			BillingPeriodStart: '2025-04-01T00:00:00Z',
			BillingPeriodEnd: '2025-05-01T00:00:00Z',
			ConsumedQuantity: '2.2333333333',
			ConsumedUnit: 'Minutes',
			PricingQuantity: '3',
			PricingCurrencyEffectiveCost: '30',
			ListUnitPrice: '0.15',
			ListCost: '0.45',
			EffectiveCost: '300',
			SubAccountId: 'Sales',
			ResourceName: 'Ava',
			x_Interactions: '2',
			x_NonBillableCalls: '1'
		});
	});

	it('leave a name that is not known, and a tag that is not there, empty', () => {
		const row = charges([used({ agent: '', entity: '', quantity: 1 })]).rows[1];
		expect(row).toMatchObject({ ResourceId: null, ResourceType: null, SubAccountName: null, Tags: null });
		const tagged = charges([used({ quantity: 1 })], { focus: { tags: () => ({ costCentre: '=7' }) } })
			.rows[1];
		expect(tagged?.Tags).toBe('{"costCentre":"=7"}');
	});

	it('name an account that has no name by its id', () => {
		const [plan] = charges([], { focus: { account: { id: 'w1', name: '' } } }).rows;
		expect(plan?.BillingAccountName).toBe('w1');
	});

	it('price a plan by the month where its credits have no price that ends', () => {
		const card = { ...CARD, tiers: [{ includedCredits: 60_000, price: '100' }] };
		expect(charges([], { card }).rows[0]).toMatchObject({
			PricingQuantity: '1',
			PricingUnit: 'Months',
			ListUnitPrice: '100.00',
			ListCost: '100',
			BilledCost: '100.00'
		});
	});

	it('say beside the plan what expired and what came while agents were stopped', () => {
		expect(charges([used({ quantity: 7_500 })]).rows[0]).toMatchObject({
			x_UnusedCredits: '5000',
			x_UnservedCredits: '0'
		});
		expect(charges([used({ quantity: 12_500 })]).rows[0]).toMatchObject({
			x_UnusedCredits: '0',
			x_UnservedCredits: '5000'
		});
	});

	it('draw nothing under a trial or an unlimited licence, whose price is carried by its own usage', () => {
		const given = {
			contract: { includedAgents: 1, extraAgentPrice: '29', taxPercent: 10 },
			agents: 2,
			licences: [entryFor('Bo', { licence: 'unlimited', pricePerCycle: '50' })]
		};
		const { rows } = charges(
			[
				used({ quantity: 10 }),
				used({ agent: 'Bo', licence: 'unlimited', quantity: 500 }),
				used({ agent: 'Cy', licence: 'trial', quantity: 500 })
			],
			given
		);
		expect(rows.map((row) => [row.ChargeDescription, row.BilledCost, row.EffectiveCost])).toEqual([
			['Plan with 20000 credits', '300.00', '0'],
			['Additional agents', '29.00', '0'],
			['Licence of Bo', '50.00', '0'],
			['Chat messages, standard: Ava', '0', '329'],
			['Chat messages, standard: Bo', '0', '50'],
			['Chat messages, standard: Cy', '0', '0'],
			['Tax of 10 %', '37.90', '37.90']
		]);
		expect(rows[4]).toMatchObject({
			x_Licence: 'unlimited',
			PricingCurrencyListUnitPrice: '2',
			PricingCurrencyContractedUnitPrice: '0',
			PricingCurrencyEffectiveCost: '0',
			ListCost: '15',
			ContractedCost: '0'
		});
	});

	it('say what no row carries where nothing was used', () => {
		expect(charges([]).uncarried).toBe('300.00');
		expect(charges([used({ quantity: 1 })]).uncarried).toBeNull();
	});

	it('strict for tools that take no more: a currency of three letters, texts in ASCII', () => {
		const { rows } = charges([used({ agent: 'Zoé Ωmega', quantity: 1 })], { focus: { strict: true } });
		expect(rows[1]).toMatchObject({ PricingCurrency: 'XCR', ResourceName: 'Zoe ?mega' });
	});

	it('name the two columns of 1.3 there only', () => {
		expect(focusColumns('1.2')).not.toContain('ServiceProviderName');
		expect(focusColumns('1.3')).toContain('ServiceProviderName');
		const [plan] = charges([], { focus: { version: '1.3' } }).rows;
		expect(plan).toMatchObject({ ServiceProviderName: 'net2phone', HostProviderName: 'net2phone' });
	});
});

const anyUsage = fc.array(
	fc.record({
		agent: fc.constantFrom('', 'Ava', 'Bo', '=SUM(A1)', 'Zoé'),
		entity: fc.constantFrom('', 'Sales'),
		voice: fc.boolean(),
		premium: fc.boolean(),
		licence: fc.constantFrom('metered' as const, 'metered' as const, 'trial' as const, 'unlimited' as const),
		seconds: fc.integer({ min: 0, max: 100_000 }),
		quantity: fc.integer({ min: 0, max: 90_000 })
	}),
	{ maxLength: 12 }
);

test('billed and effective cost both add up to the invoice, and every row conforms', () => {
	const given = fc.record({
		price: fc.constantFrom('0', '100', '299.99', '349'),
		tier: fc.constantFrom(1, 60, 20_000, 60_000),
		overage: fc.constantFrom('off' as const, 'on' as const),
		tax: fc.constantFrom(0, 14.975),
		version: fc.constantFrom('1.2' as const, '1.3' as const),
		strict: fc.boolean()
	});
	fc.assert(
		fc.property(anyUsage, given, (some, { price, tier, overage, tax, version, strict }) => {
			const usage: FocusUsage[] = some.map((row) => used(row));
			const { rows, total, uncarried } = charges(usage, {
				card: { ...CARD, tiers: [{ includedCredits: tier, price }] },
				terms: { overage },
				contract: { taxPercent: tax, oneOffFees: [{ name: 'Setup', amount: '33.33', date: '2025-04-09' }] },
				licences: [entryFor('Bo', { licence: 'unlimited', pricePerCycle: '10.01' })],
				focus: { version, strict }
			});
			expect(equal(rows, 'BilledCost', total)).toBe(true);
			if (usage.length > 0) expect(uncarried).toBeNull();
			if (uncarried === null) expect(equal(rows, 'EffectiveCost', total)).toBe(true);
			const failed = conformance(rows, focusColumns(version), version, strict).filter(
				(one) => one.failed > 0
			);
			expect(failed.map(({ rule }) => rule.id)).toEqual([]);
		}),
		{ numRuns: 25 }
	);
});

test('shares of a whole number add up to it and are never more than one away from exact', () => {
	const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (total, all) => {
			const sumOf = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);
			const shares = inShares(total, all);
			const whole = sumOf(all);
			expect(sumOf(shares)).toBe(whole === 0n ? 0n : total);
			for (const [k, share] of shares.entries())
				if (whole > 0n) {
					const exact = ratio(total * (all[k] as bigint), whole);
					expect(compare(ratio(share + 1n), exact)).toBeGreaterThan(0);
					expect(compare(ratio(share - 1n), exact)).toBeLessThan(0);
				}
		})
	);
});

test('usage rows are the cells of the cycle, with what came before an activation among the rest', () => {
	const cells = newCells(4);
	const put = (k: number, from: number, slot: number) => {
		cells.from[k] = from;
		cells.slot[k] = slot;
		cells.interactions[k] = 1;
		cells.quantity[k] = 60_000;
		cells.seconds[k] = 60;
		cells.units[k] = 600_000;
	};
	put(0, APRIL.start - DAY_MS, VOICE);
	put(1, APRIL.start, VOICE);
	put(2, APRIL.start, VOICE | EARLY);
	put(3, APRIL.start, VOICE | PREMIUM);
	const names = { agents: ['Ava'], entities: ['Sales'] };
	const versions = cardVersions([CARD], CARD.id, UTC);
	const rows = focusUsage(cells, names, localDays(UTC), versions, APRIL);
	expect(rows.map(({ premium, interactions, seconds }) => [premium, interactions, seconds])).toEqual([
		[false, 2, 120],
		[true, 1, 60]
	]);
	expect(rows[0]).toMatchObject({ day: { start: APRIL.start, end: APRIL.start + DAY_MS }, card: CARD });
});
