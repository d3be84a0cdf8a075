import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LedgerMachine, walk, type DrawnRows } from '$lib/engine/ledger';
import { UNITS_PER_CREDIT } from '$lib/engine/rating';
import { changingTerms, demandOf, HOURS, manyRows, plainTerms, termsFor } from './support';
import { runs } from '../../support/runs';

const unitsOf = (credits: number) => credits * UNITS_PER_CREDIT;

/** Position in ledger order of the first interaction at which the running sum reaches a limit, or Infinity. */
function reachedBy(rows: DrawnRows, limit: number): number {
	let sum = 0;
	for (let r = 0; r < rows.count; r++) if ((sum += rows.units[r] ?? 0) >= limit) return r;
	return Infinity;
}

describe('the ledger of a cycle', () => {
	it('accounts for all demand and all granted credits, whatever changes', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, (terms, rows) => {
				const result = walk(terms, rows);
				const { granted, includedUsed, overage, unserved, excess, expired } = result;
				expect(includedUsed + overage + unserved + excess).toBe(demandOf(rows));
				expect(includedUsed + expired).toBe(granted);
				for (const part of [includedUsed, overage, unserved, excess, expired])
					expect(part).toBeGreaterThanOrEqual(0);
				expect(result.unservedInteractions).toBeLessThanOrEqual(rows.count);
			}),
			{ numRuns: runs(1_000) }
		);
	});

	it('without changes is what its limits say in one line', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, (plain, rows) => {
				const result = walk(termsFor({ ...plain, cycle: HOURS }), rows);
				const demand = demandOf(rows);
				const granted = unitsOf(plain.tier);
				const cap = plain.overage === 'on' ? Infinity : plain.overage === 'capped' ? unitsOf(plain.cap) : 0;
				expect(result.includedUsed).toBe(Math.min(demand, granted));
				expect(result.overage).toBe(Math.min(Math.max(0, demand - granted), cap));
				expect(result.runOutAt === null).toBe(demand < granted);
				const limitAt = reachedBy(rows, granted + cap);
				const refused = limitAt === Infinity ? 0 : rows.count - 1 - limitAt;
				const beyond =
					limitAt === Infinity
						? 0
						: demandOf({ ...rows, units: rows.units.slice(0, limitAt + 1) }) - granted - cap;
				const interrupted = plain.atExhaustion === 'cut' && beyond > 0 ? 1 : 0;
				expect(result.unservedInteractions).toBe(refused + interrupted);
				expect(result.excess).toBe(plain.atExhaustion === 'finish' ? beyond : 0);
			}),
			{ numRuns: runs(1_000) }
		);
	});

	it('has stops that ascend, have a length, touch nothing outside, and leave no room', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, (terms, rows) => {
				const { stops } = walk(terms, rows);
				for (const [k, { from, to }] of stops.entries()) {
					expect(from).toBeLessThan(to);
					expect(to).toBeLessThanOrEqual(terms.cycle.end);
					expect(from).toBeGreaterThanOrEqual(stops[k - 1]?.to ?? terms.cycle.start);
				}
			})
		);
	});

	it('counts for each stop the interactions that began in it', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, (terms, rows) => {
				const { stops } = walk(terms, rows);
				for (const { from, to, interactions } of stops) {
					const inside = rows.start.filter((start) => start >= from && start < to).length;
					// The interaction that reached the limit may begin at the very instant of the stop.
					const atLimit = rows.start.some((start) => start === from) ? rows.count : 0;
					expect(interactions).toBeLessThanOrEqual(inside);
					expect(interactions).toBeGreaterThanOrEqual(inside - atLimit);
				}
			})
		);
	});

	it('capped at 0 is off', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, (plain, rows) => {
				const capped = walk(termsFor({ ...plain, cycle: HOURS, overage: 'capped', cap: 0 }), rows);
				const off = walk(termsFor({ ...plain, cycle: HOURS, overage: 'off' }), rows);
				expect(capped).toEqual({ ...off, policy: 'capped' });
			})
		);
	});

	it('capped beyond all demand is on', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, (plain, rows) => {
				const capped = walk(termsFor({ ...plain, cycle: HOURS, overage: 'capped', cap: 1_000_000 }), rows);
				const on = walk(termsFor({ ...plain, cycle: HOURS, overage: 'on' }), rows);
				expect(capped).toEqual({ ...on, policy: 'capped' });
			})
		);
	});

	it('of a larger tier is reached by an interaction that is never earlier in ledger order', () => {
		fc.assert(
			fc.property(
				manyRows,
				fc.integer({ min: 1, max: 100 }),
				fc.integer({ min: 1, max: 100 }),
				(rows, tier, more) => {
					const position = (size: number) => {
						const machine = new LedgerMachine(termsFor({ tier: size, cycle: HOURS }));
						for (let r = 0; r < rows.count; r++) {
							machine.draw(rows.start[r] ?? NaN, rows.duration[r] ?? NaN, rows.units[r] ?? NaN);
							if (machine.stoppedFrom !== null) return r;
						}
						return Infinity;
					};
					expect(position(tier + more)).toBeGreaterThanOrEqual(position(tier));
				}
			)
		);
	});

	it('serves no less and bills no less when more interactions come', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, fc.nat(60), (plain, rows, count) => {
				const terms = termsFor({ ...plain, cycle: HOURS });
				const fewer = {
					count: Math.min(count, rows.count),
					start: rows.start.slice(0, count),
					duration: rows.duration.slice(0, count),
					units: rows.units.slice(0, count)
				};
				const [less, all] = [walk(terms, fewer), walk(terms, rows)];
				expect(all.overage).toBeGreaterThanOrEqual(less.overage);
				expect(all.includedUsed).toBeGreaterThanOrEqual(less.includedUsed);
			})
		);
	});

	it('does not depend on a change at its start: that is simply its state', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, (plain, rows) => {
				const state = walk(termsFor({ ...plain, cycle: HOURS }), rows);
				const changed = walk(
					termsFor({
						...plain,
						cycle: HOURS,
						overage: 'off',
						cap: null,
						changes: [{ at: HOURS.start, overage: plain.overage, cap: plain.cap }]
					}),
					rows
				);
				expect({ ...changed, entries: [] }).toEqual({ ...state, entries: [] });
			})
		);
	});
});
