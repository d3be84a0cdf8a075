import type { HeldTier, LedgerResult } from './machine';
import type { LedgerTerms } from './terms';

/** A cycle in which the next tier is bought each time the included credits are used up. */
export interface UpgradedCycle {
	/** the first from the cycle's start, then each that was bought */
	readonly held: readonly HeldTier[];
	/** the ledger of all that can be bought: what it leaves is unserved, and its stops are the cycle's */
	readonly last: LedgerResult;
}

/**
 * The ledgers that {@link upgradeAtRunOut} is read off: one for the terms' tier and each above it on the card, with as
 * many included credits as have been granted once it is bought, and agents that stop there.
 */
export function upgradeLadder(terms: LedgerTerms): LedgerTerms[] {
	const tiers = terms.card.tiers.map(({ includedCredits }) => includedCredits);
	let granted = 0;
	return tiers
		.filter((tier) => tier >= terms.tier)
		.map((tier) => {
			granted = terms.upgradeCredits === 'add' ? granted + tier : tier;
			return { ...terms, tier: granted, overage: 'off', changes: [] };
		});
}

/**
 * Upgrade at run-out (domain.md §7) on usage that is known: a call that reaches a limit goes on with the next tier's
 * credits, so each tier is bought at the run-out of a ledger that holds what was granted before it, and the last one's
 * ledger says what is unserved. A run-out after the cycle's end, inside a call, buys at its end.
 * @param results of the terms of {@link upgradeLadder}, in order
 */
export function upgradeAtRunOut(terms: LedgerTerms, results: readonly LedgerResult[]): UpgradedCycle {
	const above = terms.card.tiers.filter(({ includedCredits }) => includedCredits > terms.tier);
	const held: HeldTier[] = [{ at: terms.cycle.start, tier: terms.tier }];
	for (const [k, { includedCredits: tier }] of above.entries()) {
		const runOutAt = results[k]?.runOutAt ?? null;
		if (runOutAt === null) break;
		held.push({ at: Math.min(runOutAt, terms.cycle.end), tier });
	}
	return { held, last: results[results.length - 1] as LedgerResult };
}
