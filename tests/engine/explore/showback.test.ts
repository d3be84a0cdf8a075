import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupUses, showback, type GroupUse } from '$lib/engine/explore/showback';
import { costOf, type Cost } from '$lib/engine/ledger';
import { apportion, decimal, sumMoney } from '$lib/engine/money';
import { NET2PHONE, PREMIUM, TRIAL, VOICE } from '$lib/engine/rating';
import { newCells } from '$lib/engine/rollup';
import { CONTRACT, entryFor } from '../../support/rows';
import { sure } from '../../support/sure';
import { zoneOf } from '../../support/zones';

const use = (name: string, units: number, byAgent: Readonly<Record<string, number>> = {}): GroupUse => ({
	name,
	interactions: 1,
	units,
	outsideUnits: 0,
	byAgent: new Map(Object.entries(byAgent))
});

const CYCLE = { start: Date.UTC(2026, 10, 1, 5), end: Date.UTC(2026, 11, 1, 5) };

/** The invoice of a cycle with every kind of line. */
function invoice(overageUnits: number, currency = 'USD', taxPercent = 14.975): Cost {
	return costOf({
		contract: {
			...CONTRACT,
			currency,
			taxPercent,
			includedAgents: 1,
			extraAgentPrice: '29.00',
			oneOffFees: [{ name: 'Set-up', amount: '100.01', date: '2026-11-10' }]
		},
		zone: zoneOf('America/Toronto'),
		cycle: CYCLE,
		card: {
			...NET2PHONE,
			currency: null,
			tiers: [{ includedCredits: 20_000, price: '299.99' }]
		},
		held: [{ at: CYCLE.start, tier: 20_000 }],
		overageUnits,
		agents: 3,
		licences: [entryFor('Una', { licence: 'unlimited', pricePerCycle: '49.50' })]
	});
}

describe('apportioning an amount', () => {
	it('gives the largest remainders what is left, the earlier first', () => {
		expect(apportion(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
		expect(apportion(10n, [5n, 3n, 1n])).toEqual([6n, 3n, 1n]);
		expect(apportion(1n, [0n, 0n])).toBeNull();
	});

	it('adds up, is never negative, never a whole unit off, and gives a larger weight no less', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: 0n, max: 10n ** 12n }),
				fc.array(fc.bigInt({ min: 0n, max: 2n ** 53n }), { minLength: 1, maxLength: 12 }),
				(amount, weights) => {
					const sum = weights.reduce((a, b) => a + b, 0n);
					fc.pre(sum > 0n);
					const parts = sure(apportion(amount, weights));
					expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
					for (const [k, part] of parts.entries()) {
						expect(part >= 0n).toBe(true);
						const off = part * sum - sure(weights[k]) * amount;
						expect(off < sum && off > -sum).toBe(true);
						for (const [j, other] of parts.entries())
							if (sure(weights[k]) > sure(weights[j])) expect(part >= other).toBe(true);
					}
				}
			)
		);
	});
});

describe('showback', () => {
	it('adds up to the lines of the invoice, to the cent, and takes nothing off anybody', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({ units: fc.nat(1_000_000_000), una: fc.nat(3), name: fc.string({ maxLength: 3 }) }),
					{ maxLength: 9 }
				),
				fc.nat(5_000_000_000),
				fc.constantFrom('USD', 'JPY', 'BHD'),
				fc.constantFrom(0, 13, 14.975),
				(groups, overage, currency, tax) => {
					const cost = invoice(overage, currency, tax);
					const uses = groups.map(({ units, una, name }) => use(name, units, una > 0 ? { Una: una } : {}));
					const { rows, sums } = sure(showback(cost, uses));
					const lines = (...kinds: string[]) =>
						sumMoney(
							cost.lines.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount),
							currency
						);
					expect(sums).toEqual({
						plan: lines('tier'),
						overage: lines('overage'),
						other: lines('extraAgents', 'licence', 'oneOffFee'),
						tax: lines('tax'),
						total: cost.total
					});
					const columns = ['plan', 'overage', 'other', 'tax', 'total'] as const;
					for (const column of columns) {
						expect(
							sumMoney(
								rows.map((row) => row[column]),
								currency
							)
						).toBe(sums[column]);
						for (const row of rows) expect(decimal(row[column]).n >= 0n).toBe(true);
					}
					for (const row of rows)
						expect(sumMoney([row.plan, row.overage, row.other, row.tax], currency)).toBe(row.total);
				}
			)
		);
	});

	it('puts a licence on whom its agent worked for, and on nobody where the agent did nothing', () => {
		const cost = invoice(0, 'USD', 0);
		const busy = sure(showback(cost, [use('Sales', 3, { Una: 2, Ava: 9 }), use('Care', 1, { Una: 1 })]));
		// 100.01 of the fee and 58.00 of two further agents by credits, 49.50 of the licence by interactions.
		expect(busy.rows.map(({ other }) => other)).toEqual(['151.51', '56.00']);
		const idle = sure(showback(cost, [use('Sales', 3)]));
		expect(idle.rows.map(({ use: of, other }) => [of?.name ?? null, other])).toEqual([
			['Sales', '158.01'],
			[null, '49.50']
		]);
	});

	it('shows the plan of a month without usage as nobody’s', () => {
		const { rows } = sure(showback(invoice(0, 'USD', 0), []));
		expect(rows.map(({ use: of, plan, total }) => [of, plan, total])).toEqual([[null, '299.99', '507.50']]);
	});

	it('gives no money while a price is missing', () => {
		const cost: Cost = { currency: 'USD', total: null, lines: [], missing: ['tierPrice'] };
		expect(showback(cost, [use('Sales', 3)])).toBeNull();
	});
});

describe('what groups used', () => {
	it('counts metered credits of the cycle, and apart what trials and unlimited licences would have drawn', () => {
		const cells = newCells(5);
		const put = (k: number, from: number, agent: number, entity: number, slot: number, units: number) => {
			cells.from[k] = from;
			cells.agent[k] = agent;
			cells.entity[k] = entity;
			cells.slot[k] = slot;
			cells.units[k] = units;
			cells.interactions[k] = 1;
		};
		put(0, CYCLE.start, 1, 1, VOICE, 600);
		put(1, CYCLE.start, 2, 1, PREMIUM, 900);
		put(2, CYCLE.start, 1, 0, 0, 100);
		put(3, CYCLE.start, 2, 1, VOICE | TRIAL, 50);
		put(4, CYCLE.end, 1, 1, VOICE, 7);
		const entities = ['', 'Sales'];
		const found = groupUses(cells, CYCLE, ['', 'Ava', 'Bo'], (_, entity) => sure(entities[entity]));
		expect(found).toEqual([
			{
				name: 'Sales',
				interactions: 3,
				units: 1_500,
				outsideUnits: 50,
				byAgent: new Map([
					['Ava', 1],
					['Bo', 2]
				])
			},
			{ name: '', interactions: 1, units: 100, outsideUnits: 0, byAgent: new Map([['Ava', 1]]) }
		]);
	});
});
