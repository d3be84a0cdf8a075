import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEven } from '$lib/engine/ledger';
import { toNumber } from '$lib/engine/money';
import { cheapestBands, costAt, costLine, oddities, stopsAt, type PlanTerms } from '$lib/engine/planning';
import { policies, someTerms, TERMS } from './support';
import { runs } from '../../support/runs';

describe('the cheapest tier by demand', () => {
	it('is at each whole demand what trying every tier finds', () => {
		fc.assert(
			fc.property(someTerms, fc.oneof(policies, fc.constant('upgrade' as const)), (terms, policy) => {
				const bands = cheapestBands(terms, policy, 160);
				expect(bands[0]?.from).toBe(0);
				expect(bands.at(-1)?.to).toBe(160);
				bands.slice(1).forEach(({ from }, k) => expect(from).toBe(bands[k]?.to));
				for (let demand = 0; demand <= 160; demand++) {
					const band = bands.find(({ from, to }, k) => (demand > from || k === 0) && demand <= to);
					const costs = terms.tiers.map((_, tier) =>
						demand > stopsAt(terms, { tier, policy }) ? null : costAt(terms, { tier, policy }, demand)
					);
					const open = costs.filter((cost) => cost !== null);
					const least = Math.min(...open);
					const tier = band?.tier ?? null;
					if (open.length === 0) expect(tier).toBeNull();
					else expect(costs[tier as number]).toBe(least);
				}
			}),
			{ numRuns: runs(300) }
		);
	});

	it('changes at the break-even of the formula where overage has one price', () => {
		const tiers = [
			[20_000, '390'],
			[40_000, '690'],
			[60_000, '930'],
			[100_000, '1400']
		] as const;
		const terms: PlanTerms = {
			...TERMS,
			tiers: tiers.map(([credits, price]) => ({ credits, price: Number(price) })),
			overagePrice: 0.02
		};
		const bands = cheapestBands(terms, 'on', 200_000);
		expect(bands.map(({ tier, to }) => [tier, to])).toEqual([
			[0, 35_000],
			[1, 52_000],
			[2, 83_500],
			[3, 200_000]
		]);
		bands.slice(0, -1).forEach(({ to }, k) => {
			const [lower, higher] = [tiers[k], tiers[k + 1]].map((tier) => ({
				includedCredits: tier?.[0] ?? 0,
				price: tier?.[1] ?? null
			}));
			const exact = lower && higher && breakEven(lower, higher, '0.02');
			expect(exact && toNumber(exact.credits, 4)).toBe(to);
		});
	});

	it('is none beyond the largest tier where agents stop, and none without prices', () => {
		expect(cheapestBands(TERMS, 'off', 150).at(-1)).toEqual({ tier: null, from: 100, to: 150 });
		const unpriced = { ...TERMS, tiers: TERMS.tiers.map((tier) => ({ ...tier, price: null })) };
		expect(cheapestBands(unpriced, 'on', 150)).toEqual([{ tier: null, from: 0, to: 150 }]);
	});
});

describe('the line of a cost', () => {
	it('is flat to the included credits, then rises with the price of overage, in as few corners', () => {
		expect(costLine(TERMS, { tier: 1, policy: 'on' }, 0, 100)).toEqual([
			{ demand: 0, cost: 18 },
			{ demand: 40, cost: 18 },
			{ demand: 100, cost: 33 }
		]);
		expect(costLine(TERMS, { tier: 1, policy: 'off' }, 0, 100)).toEqual([
			{ demand: 0, cost: 18 },
			{ demand: 40, cost: 18 }
		]);
		expect(costLine({ ...TERMS, overagePrice: null }, { tier: 1, policy: 'on' }, 0, 100).at(-1)?.demand).toBe(
			40
		);
	});

	it('passes through what the plan costs at each whole demand', () => {
		fc.assert(
			fc.property(
				someTerms.filter(({ upgradePrice }) => upgradePrice !== 'prorata'),
				fc.oneof(policies, fc.constant('upgrade' as const)),
				fc.nat(20),
				(terms, policy, from) => {
					const plan = { tier: 0, policy };
					const line = costLine(terms, plan, from, 120);
					line.slice(1).forEach(({ demand, cost }, k) => {
						const before = line[k] as { demand: number; cost: number };
						for (let at = before.demand; at <= demand; at++)
							expect(costAt(terms, plan, at)).toBeCloseTo(
								before.cost + ((cost - before.cost) * (at - before.demand)) / (demand - before.demand),
								9
							);
					});
				}
			),
			{ numRuns: runs(200) }
		);
	});
});

describe('odd prices', () => {
	it('are none on a ladder that gets cheaper by the credit', () => {
		expect(oddities(TERMS)).toEqual([]);
	});

	it('are a tier that costs no less than a larger one, and one that a few smaller ones undercut', () => {
		const priced = (...prices: (number | null)[]) => ({
			...TERMS,
			tiers: TERMS.tiers.map((tier, k) => ({ ...tier, price: prices[k] ?? null }))
		});
		expect(oddities(priced(10, 18, 38, 38))).toEqual([{ kind: 'dominated', tier: 2, by: 3 }]);
		// Two plans of 40 and one of 20 hold 100 for 46, less than 60.
		expect(oddities(priced(10, 18, 27, 60))).toEqual([{ kind: 'stack', tier: 3, parts: [2, 1], saves: 15 }]);
		expect(oddities(priced(10, 25, 27, 38))).toEqual([{ kind: 'stack', tier: 1, parts: [0, 0], saves: 5 }]);
		expect(oddities(priced(null, null, null, 38))).toEqual([]);
	});
});
