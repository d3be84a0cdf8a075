import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from '$lib/engine/ledger';
import { add, compare, decimal, ZERO } from '$lib/engine/money';
import {
	creditsOf,
	haveSoundParts,
	NET2PHONE,
	tierPrice,
	UNITS_PER_CREDIT,
	withoutTier,
	withStack,
	withTier,
	type Tier
} from '$lib/engine/rating';
import { UTC } from '$lib/engine/time';
import { CONTRACT } from '../../support/rows';
import { runs } from '../../support/runs';
import { CYCLE } from '../ledger/support';

const plan = (includedCredits: number, price: string | null): Tier => ({ includedCredits, price });
const SOLD = [plan(20_000, '100'), plan(40_000, '250.005'), plan(60_000, null)];

const prices = fc.option(
	fc.tuple(fc.nat(5_000), fc.nat(999)).map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`),
	{ freq: 6 }
);
/** Ladders, with some of their tiers put together once or twice, also of what was put together before. */
const ladders = fc
	.tuple(
		fc.uniqueArray(fc.record({ includedCredits: fc.integer({ min: 1, max: 30 }), price: prices }), {
			selector: ({ includedCredits }) => includedCredits,
			minLength: 1,
			maxLength: 5
		}),
		fc.array(fc.array(fc.nat(9), { minLength: 2, maxLength: 4 }), { maxLength: 3 })
	)
	.map(([plans, stacks]) =>
		stacks.reduce(
			(tiers, picks) =>
				withStack(
					tiers,
					picks.map((k) => tiers[k % tiers.length]?.includedCredits as number)
				),
			plans.reduce<Tier[]>(withTier, [])
		)
	);

describe('plans put together', () => {
	it('cost what their parts cost, exactly, and follow them', () => {
		const tiers = withStack(SOLD, [20_000, 40_000, 20_000]);
		expect(tierPrice(tiers, 80_000)).toBe('450.005');
		const dearer = withTier(tiers, plan(20_000, '120.5'));
		expect(tierPrice(dearer, 80_000)).toBe('491.005');
		expect(tierPrice(withStack(SOLD, [60_000, 20_000]), 80_000)).toBeNull();
		expect(tierPrice(SOLD, 80_000)).toBeNull();
	});

	it('stand in the place of the vendor’s plan of as many credits until they are taken apart', () => {
		const tiers = withStack(SOLD, [20_000, 20_000]);
		expect(tiers.map(({ includedCredits }) => includedCredits)).toEqual([20_000, 40_000, 60_000]);
		expect(tierPrice(tiers, 40_000)).toBe('200');
		expect(withoutTier(tiers, 40_000)).toEqual(SOLD);
	});

	it('go with a part of theirs, and what was put together of them too', () => {
		const once = withStack(SOLD, [60_000, 40_000]);
		const twice = withStack(once, [100_000, 20_000]);
		expect(withoutTier(twice, 40_000)).toEqual([SOLD[0], SOLD[2]]);
		expect(withoutTier(twice, 120_000)).toEqual(once);
	});

	it('cost in a ledger what a plan of as many credits at the sum of their prices would', () => {
		fc.assert(
			fc.property(ladders, fc.nat(9), fc.nat(40), (tiers, pick, overage) => {
				const stack = tiers[pick % tiers.length] as Tier;
				const parts = stack.parts ?? [stack.includedCredits];
				const known = parts.map((part) => tierPrice(tiers, part));
				const sum = known.includes(null)
					? null
					: known.reduce((all, price) => add(all, decimal(price as string)), ZERO);
				const price = tierPrice(tiers, stack.includedCredits);
				expect(price === null ? null : sum && compare(decimal(price), sum)).toBe(sum === null ? null : 0);
				const cost = (own: readonly Tier[]) =>
					costOf({
						contract: CONTRACT,
						zone: UTC,
						cycle: CYCLE,
						card: { ...NET2PHONE, tiers: own },
						held: [{ at: CYCLE.start, tier: stack.includedCredits }],
						overageUnits: overage * UNITS_PER_CREDIT,
						agents: 0,
						licences: []
					});
				expect(cost(tiers)).toEqual(cost([plan(stack.includedCredits, price)]));
			}),
			{ numRuns: runs(500) }
		);
	});

	it('hold what their parts hold, are sound, and leave sound tiers behind whatever goes', () => {
		fc.assert(
			fc.property(ladders, fc.nat(9), (tiers, pick) => {
				expect(haveSoundParts(tiers)).toBe(true);
				for (const { includedCredits, parts } of tiers)
					if (parts) expect(creditsOf(parts)).toBe(includedCredits);
				const { includedCredits, price, parts } = tiers[pick % tiers.length] as Tier;
				const left = withoutTier(tiers, includedCredits);
				expect(haveSoundParts(left)).toBe(true);
				const stays = parts !== undefined && price !== null;
				expect(left.some((tier) => tier.includedCredits === includedCredits)).toBe(stays);
			}),
			{ numRuns: runs(500) }
		);
	});

	it.each([
		['one part', [120]],
		['parts that hold less', [60, 40]],
		['a part that is no tier', [70, 50]],
		['itself', [120, 0]],
		['thirteen parts', Array.from({ length: 13 }, () => 10)]
	])('make no sense with %s', (_, parts) => {
		const tiers = [plan(10, null), plan(40, null), plan(60, null)];
		const whole = parts.length > 12 ? 130 : 120;
		expect(haveSoundParts([...tiers, { ...plan(whole, null), parts }])).toBe(false);
		expect(haveSoundParts([...tiers, { ...plan(120, null), parts: [60, 60] }])).toBe(true);
	});
});
