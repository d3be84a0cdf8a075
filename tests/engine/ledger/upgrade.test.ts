import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upgradeAtRunOut, upgradeLadder, walk, type DrawnRows, type LedgerTerms } from '$lib/engine/ledger';
import { NET2PHONE, unitsOfCredits } from '$lib/engine/rating';
import { HOURS, manyRows, termsFor } from './support';
import { runs } from '../../support/runs';

const someTerms = fc
	.record({
		steps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
		rung: fc.nat(4),
		upgradeCredits: fc.constantFrom('replace' as const, 'add' as const),
		atExhaustion: fc.constantFrom('cut' as const, 'finish' as const)
	})
	.map(({ steps, rung, ...rest }): LedgerTerms => {
		let credits = 0;
		const tiers = steps.map((step) => ({ includedCredits: (credits += step), price: null }));
		const tier = tiers[rung % tiers.length]?.includedCredits ?? 1;
		return termsFor({ ...rest, cycle: HOURS, card: { ...NET2PHONE, tiers }, tier });
	});

/** Row by row and in BigInt, by the words of domain.md: a limit that a row reaches is a purchase inside it. */
function oneByOne(terms: LedgerTerms, rows: DrawnRows) {
	const above = terms.card.tiers
		.map(({ includedCredits }) => includedCredits)
		.filter((tier) => tier > terms.tier);
	const held = [{ at: terms.cycle.start, tier: terms.tier }];
	let granted = BigInt(unitsOfCredits(terms.tier));
	let drawn = 0n;
	let stopped = false;
	let unserved = 0n;
	let interactions = 0;
	for (let r = 0; r < rows.count; r++) {
		const units = BigInt(rows.units[r] ?? 0);
		if (stopped) {
			unserved += units;
			interactions++;
			continue;
		}
		if (units === 0n) continue;
		const before = drawn;
		drawn += units;
		while (drawn >= granted && !stopped) {
			const within = (BigInt(rows.duration[r] ?? 0) * (granted - before)) / units;
			const at = Math.min((rows.start[r] ?? 0) + Number(within), terms.cycle.end);
			const next = above.shift();
			if (next === undefined) stopped = true;
			else {
				held.push({ at, tier: next });
				const more = BigInt(unitsOfCredits(next));
				granted = terms.upgradeCredits === 'add' ? granted + more : more;
			}
		}
		if (stopped && drawn > granted && terms.atExhaustion === 'cut') {
			unserved += drawn - granted;
			interactions++;
		}
	}
	return { held, unserved: Number(unserved), interactions };
}

describe('an upgrade at run-out', () => {
	it('buys, and leaves unserved, exactly what drawing row by row does', () => {
		fc.assert(
			fc.property(someTerms, manyRows, (terms, rows) => {
				const results = upgradeLadder(terms).map((rung) => walk(rung, rows));
				const { held, last } = upgradeAtRunOut(terms, results);
				const expected = oneByOne(terms, rows);
				expect(held).toEqual(expected.held);
				expect(last.unserved).toBe(expected.unserved);
				expect(last.unservedInteractions).toBe(expected.interactions);
				expect(last.overage).toBe(0);
			}),
			{ numRuns: runs(2_000) }
		);
	});
});
