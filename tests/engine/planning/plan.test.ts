import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, LedgerMachine, type LedgerResult } from '$lib/engine/ledger';
import { decimal, toNumber } from '$lib/engine/money';
import {
	costAt,
	costOfSettled,
	evenUse,
	settle,
	stopsAt,
	type Plan,
	type PlanTerms
} from '$lib/engine/planning';
import { NET2PHONE, UNITS_PER_CREDIT, type RateCard } from '$lib/engine/rating';
import { UTC } from '$lib/engine/time';
import { CONTRACT } from '../../support/rows';
import { CYCLE, MINUTE, termsFor } from '../ledger/support';
import { policies, someTerms, TERMS } from './support';
import { runs } from '../../support/runs';

/** The ledger of as many chats of one credit, a minute apart; under `upgrade` the next tier is bought at each run-out. */
function ledgerOf(terms: PlanTerms, { tier, policy }: Plan, demand: number): LedgerResult {
	const machine = new LedgerMachine(
		termsFor({
			tier: terms.tiers[tier]?.credits as number,
			overage: policy === 'upgrade' ? 'off' : policy,
			cap: terms.cap,
			upgradeCredits: terms.upgradeCredits
		})
	);
	let next = tier + 1;
	for (let k = 0; k < demand; k++) {
		machine.draw(k * MINUTE, 0, UNITS_PER_CREDIT);
		const bought = terms.tiers[next];
		if (policy !== 'upgrade' || machine.room() > 0 || !bought) continue;
		machine.change({ at: k * MINUTE, tier: bought.credits });
		next++;
	}
	return machine.finish();
}

function invoiceOf(terms: PlanTerms, result: LedgerResult): number {
	const card: RateCard = {
		...NET2PHONE,
		tiers: terms.tiers.map(({ credits, price }) => ({
			includedCredits: credits,
			price: price === null ? null : String(price)
		})),
		overagePricePerCredit: String(terms.overagePrice),
		overageBlockCredits: terms.overageBlock
	};
	const fees = [{ name: 'fixed', amount: String(terms.fixed), date: '1970-01-02' }];
	const cost = costOf({
		contract: { ...CONTRACT, currency: 'USD', upgradePrice: terms.upgradePrice, oneOffFees: fees },
		zone: UTC,
		cycle: CYCLE,
		card,
		held: result.held,
		overageUnits: result.overage,
		agents: 0,
		licences: []
	});
	return toNumber(decimal(cost.total ?? 'NaN'), 2);
}

const everyPolicy = fc.oneof(policies, fc.constant('upgrade' as const));

describe('a plan', () => {
	it('settles any demand as the ledger does, and costs what its invoice says to the cent', () => {
		fc.assert(
			fc.property(someTerms, everyPolicy, fc.nat(3), fc.nat(150), (terms, policy, rung, demand) => {
				const plan = { tier: rung % terms.tiers.length, policy };
				const result = ledgerOf(terms, plan, demand);
				const settled = settle(terms, plan, demand);
				expect(settled.overage).toBe(result.overage / UNITS_PER_CREDIT);
				expect(settled.unserved).toBe(result.unserved / UNITS_PER_CREDIT);
				expect(terms.tiers[settled.tier]?.credits).toBe(result.held.at(-1)?.tier);
				expect(settled.stopped).toBe(result.stops.length > 0);
				const bought = result.held.slice(1);
				// The share left is the ledger's own: where each tier was bought.
				const left = (credits: number) => {
					const at = bought[ledgerLimit(terms, plan, credits)]?.at ?? CYCLE.end;
					return (CYCLE.end - at) / (CYCLE.end - CYCLE.start);
				};
				const cost = costOfSettled(terms, plan, settled, left) as number;
				expect(Math.abs(cost - invoiceOf(terms, result))).toBeLessThanOrEqual(0.01);
			}),
			{ numRuns: runs(2_000) }
		);
	});

	it('accounts for all demand, and never serves more than before it stops', () => {
		fc.assert(
			fc.property(someTerms, everyPolicy, fc.nat(3), fc.nat(300), (terms, policy, rung, demand) => {
				const plan = { tier: rung % terms.tiers.length, policy };
				const { overage, unserved, stopped } = settle(terms, plan, demand);
				const served = demand - unserved;
				expect(served).toBeLessThanOrEqual(stopsAt(terms, plan));
				expect(overage).toBeLessThanOrEqual(served);
				expect(stopped).toBe(demand >= stopsAt(terms, plan));
				expect(Math.min(overage, unserved)).toBeGreaterThanOrEqual(0);
			})
		);
	});

	it('costs never less for more demand, while tiers cost never less either', () => {
		fc.assert(
			fc.property(
				someTerms,
				policies,
				fc.nat(3),
				fc.nat(200),
				fc.nat(50),
				(terms, policy, rung, demand, more) => {
					const plan = { tier: rung % terms.tiers.length, policy };
					const [less, dearer] = [costAt(terms, plan, demand), costAt(terms, plan, demand + more)];
					expect(less).not.toBeNull();
					expect(dearer).toBeGreaterThanOrEqual(less as number);
				}
			)
		);
	});

	it('has no cost where a price that it needs is missing, and needs none that it does not use', () => {
		const plan: Plan = { tier: 1, policy: 'on' };
		const free = { ...TERMS, overagePrice: null };
		expect(costAt(free, plan, 40)).toBe(18);
		expect(costAt(free, plan, 41)).toBeNull();
		const unpriced = {
			...TERMS,
			tiers: TERMS.tiers.map((tier, k) => (k === 1 ? { ...tier, price: null } : tier))
		};
		expect(costAt(unpriced, plan, 10)).toBeNull();
		expect(costAt(unpriced, { tier: 0, policy: 'upgrade' }, 50)).toBe(25);
		expect(costAt({ ...unpriced, upgradePrice: 'both' }, { tier: 0, policy: 'upgrade' }, 50)).toBeNull();
		expect(costAt({ ...TERMS, fixed: null }, plan, 10)).toBeNull();
	});

	it('bills an upgrade by what is left of the cycle where the contract says so', () => {
		const terms = { ...TERMS, upgradePrice: 'prorata' as const };
		// 20 of 50 credits are used at two fifths of the cycle, 40 at four fifths.
		const cost = costOfSettled(
			terms,
			{ tier: 0, policy: 'upgrade' },
			settle(terms, { tier: 0, policy: 'upgrade' }, 50),
			evenUse(50)
		);
		expect(cost).toBeCloseTo(10 + (18 - 10) * 0.6 + (25 - 18) * 0.2, 10);
	});
});

/** Which purchase a limit stands for: the first for the plan's own credits. */
function ledgerLimit({ tiers, upgradeCredits }: PlanTerms, { tier }: Plan, credits: number): number {
	let [sum, k] = [0, tier];
	for (; k < tiers.length; k++) {
		sum = upgradeCredits === 'replace' ? (tiers[k]?.credits ?? 0) : sum + (tiers[k]?.credits ?? 0);
		if (sum >= credits) break;
	}
	return k - tier;
}
