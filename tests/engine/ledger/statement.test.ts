import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { statement, walk, type DrawnRows } from '$lib/engine/ledger';
import { UNITS_PER_CREDIT } from '$lib/engine/rating';
import { QUARTER_MS } from '$lib/engine/time';
import { changingTerms, chatsAt, CYCLE, HOURS, manyRows, MINUTE, termsFor } from './support';
import { runs } from '../../support/runs';

/** Metered units of rows that began before an instant, from a cycle that starts at 0. */
const drawnUntil = (rows: DrawnRows) => (instant: number) =>
	rows.units.reduce((sum, units, r) => sum + ((rows.start[r] as number) < instant ? units : 0), 0);

const DAYS = [1, 2, 3].map((day) => day * 10 * QUARTER_MS);

describe('the statement of a cycle', () => {
	it('sums to zero, with the ledger’s balance after each line, whatever changes', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, (terms, rows) => {
				const result = walk(terms, rows);
				const lines = statement(result, DAYS, drawnUntil(rows));
				let balance = 0;
				for (const line of lines) {
					balance += line.units;
					expect(line.balance).toBe(balance);
					expect(line.from).toBeLessThanOrEqual(line.to);
				}
				expect(balance).toBe(0);
				const sum = (kind: string) =>
					lines.reduce((all, line) => (line.kind === kind ? all + line.units : all), 0);
				expect(sum('granted') + sum('upgraded')).toBe(result.granted);
				expect(0 - sum('used')).toBe(result.includedUsed);
				expect(0 - sum('expired')).toBe(result.expired);
				for (const { kind, units } of lines) if (kind === 'used') expect(units).toBeLessThan(0);
			}),
			{ numRuns: runs(500) }
		);
	});

	it('has each day’s demand as a line while nothing is reached', () => {
		fc.assert(
			fc.property(manyRows, (rows) => {
				const result = walk(termsFor({ tier: 1_000_000, cycle: HOURS }), rows);
				const until = drawnUntil(rows);
				const bounds = [...DAYS, HOURS.end];
				const byDay = bounds.map((day, k) => until(day) - (k > 0 ? until(bounds[k - 1] as number) : 0));
				const lines = statement(result, DAYS, until).filter(({ kind }) => kind === 'used');
				expect(lines.map(({ units }) => -units)).toEqual(byDay.filter((units) => units > 0));
			})
		);
	});

	it('says when the credits were granted, used up and, after an upgrade, left', () => {
		const day = 1_440;
		const terms = termsFor({ tier: 10, changes: [{ at: 3 * day * MINUTE, tier: 30 }] });
		const rows = chatsAt(6, 10, day + 10, 4 * day);
		const lines = statement(walk(terms, rows), [day * MINUTE, 2 * day * MINUTE], drawnUntil(rows));
		expect(
			lines.map(({ kind, units, balance }) => [kind, units / UNITS_PER_CREDIT, balance / UNITS_PER_CREDIT])
		).toEqual([
			['granted', 10, 10],
			['used', -6, 4],
			['used', -4, 0],
			['runOut', 0, 0],
			['stopped', 0, 0],
			['upgraded', 20, 20],
			['resumed', 0, 20],
			['used', -6, 14],
			['expired', -14, 0]
		]);
		expect(lines.at(-1)?.to).toBe(CYCLE.end);
	});
});
