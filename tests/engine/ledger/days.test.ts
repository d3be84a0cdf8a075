import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	contradictedCycles,
	ledgerFigures,
	LedgerMachine,
	replay,
	runReplay,
	walk,
	type DrawnRows,
	type LedgerResult,
	type LedgerTerms
} from '$lib/engine/ledger';
import { UNITS_PER_CREDIT } from '$lib/engine/rating';
import type { Timeline } from '$lib/engine/rollup';
import { DAY_MS, QUARTER_MS } from '$lib/engine/time';
import { changingTerms, credits, demandOf, HOURS, manyRows, plainTerms, termsFor } from './support';
import { runs } from '../../support/runs';

/** The short cycle's "days": as long as an hour, so that changes and limits fall into them. */
const HOUR = 4 * QUARTER_MS;

/** A timeline in which the days whose number is in `summed` are known by their sums only. */
function timelineFor(rows: DrawnRows, summed: ReadonlySet<number>, day = HOUR): Timeline {
	const pieces = new Map<number, { units: number; count: number }>();
	for (let r = 0; r < rows.count; r++) {
		const at = rows.start[r] ?? NaN;
		const width = summed.has(Math.floor(at / day)) ? day : QUARTER_MS;
		const from = Math.floor(at / width) * width;
		const piece = pieces.get(from) ?? { units: 0, count: 0 };
		pieces.set(from, { units: piece.units + (rows.units[r] ?? NaN), count: piece.count + 1 });
	}
	const from = Float64Array.from(pieces.keys());
	const unitsBefore = new Float64Array(from.length + 1);
	const interactionsBefore = new Float64Array(from.length + 1);
	[...pieces.values()].forEach(({ units, count }, k) => {
		unitsBefore[k + 1] = (unitsBefore[k] ?? NaN) + units;
		interactionsBefore[k + 1] = (interactionsBefore[k] ?? NaN) + count;
	});
	return {
		count: from.length,
		from,
		width: QUARTER_MS,
		unitsBefore,
		interactionsBefore,
		dayEnd: from.map((at) => (summed.has(Math.floor(at / day)) ? (Math.floor(at / day) + 1) * day : 0))
	};
}

function rowsWhere(rows: DrawnRows, keep: (row: number) => boolean): DrawnRows {
	const kept = [...rows.start.keys()].filter(keep);
	const pick = (column: Float64Array) => Float64Array.from(kept, (r) => column[r] ?? NaN);
	return {
		count: kept.length,
		start: pick(rows.start),
		duration: pick(rows.duration),
		units: pick(rows.units)
	};
}

const stretchOf = (rows: DrawnRows, from: number, to: number) =>
	rowsWhere(rows, (r) => (rows.start[r] ?? NaN) >= from && (rows.start[r] ?? NaN) < to);

/** The rows that draw credits: a free one of a summed day is not known to lie before or after its run-out. */
const drawing = (rows: DrawnRows) => rowsWhere(rows, (r) => (rows.units[r] ?? NaN) > 0);

const ledgerOf = (
	terms: LedgerTerms,
	rows: DrawnRows,
	summed: ReadonlySet<number>,
	day = HOUR
): LedgerResult =>
	runReplay(replay(terms, timelineFor(rows, summed, day)), ({ from, to }) => stretchOf(rows, from, to));

/** The definition: rows one by one, a summed day at once at its first instant, after the changes inside it. */
function walkDays(terms: LedgerTerms, rows: DrawnRows, summed: ReadonlySet<number>): LedgerResult {
	const machine = new LedgerMachine(terms);
	const changes = [...terms.changes];
	for (let r = 0; r < rows.count;) {
		const at = rows.start[r] ?? NaN;
		const day = Math.floor(at / HOUR);
		if (!summed.has(day)) {
			while (changes[0] && changes[0].at <= at) machine.change(changes.shift() as (typeof changes)[0]);
			machine.draw(at, rows.duration[r] ?? NaN, rows.units[r] ?? NaN);
			r++;
			continue;
		}
		const start = day * HOUR;
		while (changes[0] && changes[0].at < start + HOUR) {
			const change = changes.shift() as (typeof changes)[0];
			machine.change(change, Math.min(change.at, start));
		}
		const own = stretchOf(rows, start, start + HOUR);
		machine.drawDay(start, demandOf(own), own.count);
		r += own.count;
	}
	for (const change of changes) machine.change(change);
	return machine.finish();
}

const someDays = fc.array(fc.nat(9), { maxLength: 10 }).map((days) => new Set(days));
const allDays = new Set(Array.from({ length: 10 }, (_, k) => k));

describe('a ledger over days of which only the sums are known', () => {
	it('is what a walk gives that takes each such day at its first instant', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, someDays, (terms, rows, summed) => {
				expect(ledgerOf(terms, rows, summed)).toEqual(walkDays(terms, rows, summed));
			}),
			{ numRuns: runs(3_000) }
		);
	});

	it('accounts for all demand and all granted credits, whatever changes', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, someDays, (terms, rows, summed) => {
				const { granted, includedUsed, overage, unserved, excess, expired, ...rest } = ledgerOf(
					terms,
					rows,
					summed
				);
				expect(includedUsed + overage + unserved + excess).toBe(demandOf(rows));
				expect(includedUsed + expired).toBe(granted);
				for (const part of [includedUsed, overage, unserved, excess, expired])
					expect(part).toBeGreaterThanOrEqual(0);
				expect(rest.unservedInteractions).toBeLessThanOrEqual(rows.count);
			}),
			{ numRuns: runs(1_000) }
		);
	});

	it('without changes has the credits of the rows: included, overage, and what is neither', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, someDays, (plain, rows, summed) => {
				const terms = termsFor({ ...plain, cycle: HOURS });
				const [days, exact] = [ledgerOf(terms, rows, summed), walk(terms, rows)];
				const atPrice = walk(terms, drawing(rows));
				expect(days.includedUsed).toBe(exact.includedUsed);
				expect(days.overage).toBe(exact.overage);
				expect(days.expired).toBe(exact.expired);
				expect(days.unserved + days.excess).toBe(exact.unserved + exact.excess);
				expect(days.unservedInteractions).toBeGreaterThanOrEqual(
					exact.unserved > 0 ? atPrice.unservedInteractions : 0
				);
				expect(days.runOutAt === null).toBe(exact.runOutAt === null);
			}),
			{
				numRuns: runs(1_000),
				// Day 0 ends exactly at the limit, with a free interaction after the one that reached it.
				examples: [
					[
						{ tier: 2, overage: 'off', cap: 0, atExhaustion: 'cut', upgradeCredits: 'replace' },
						{
							count: 3,
							start: Float64Array.of(0, 1_409_439, 32_706_922),
							duration: new Float64Array(3),
							units: Float64Array.of(120_000, 0, 120_000)
						},
						new Set([0])
					]
				]
			}
		);
	});

	it('knows a run-out among them to the day: its first instant', () => {
		fc.assert(
			fc.property(plainTerms, manyRows, (plain, rows) => {
				const terms = termsFor({ ...plain, cycle: HOURS });
				const { runOutAt, runOutToTheDay } = ledgerOf(terms, rows, allDays);
				expect(runOutToTheDay).toBe(runOutAt !== null);
				if (runOutAt === null) return;
				expect(runOutAt % HOUR).toBe(0);
				const before = demandOf(stretchOf(rows, 0, runOutAt));
				const by = demandOf(stretchOf(rows, 0, runOutAt + HOUR));
				expect(before).toBeLessThan(plain.tier * UNITS_PER_CREDIT);
				expect(by).toBeGreaterThanOrEqual(plain.tier * UNITS_PER_CREDIT);
			})
		);
	});

	it('over rows alone says nothing of days', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, (terms, rows) => {
				expect(ledgerOf(terms, rows, new Set())).toEqual(walk(terms, rows));
				expect(walk(terms, rows).runOutToTheDay).toBe(false);
			})
		);
	});

	/** Days of 10 credits in 4 interactions each, from day 0. */
	const daily = (terms: LedgerTerms, days: number) => {
		const machine = new LedgerMachine(terms);
		for (let day = 0; day < days; day++) machine.drawDay(day * DAY_MS, 10 * UNITS_PER_CREDIT, 4);
		return machine.finish();
	};

	it('counts the whole day on which credits end as unserved interactions, and only the rest of its credits', () => {
		const result = daily(termsFor({ tier: 25 }), 4);
		expect([result.runOutAt, result.runOutToTheDay]).toEqual([2 * DAY_MS, true]);
		expect([credits(result.includedUsed), credits(result.unserved)]).toEqual([25, 15]);
		expect(result.unservedInteractions).toBe(8);
		expect(result.stops).toEqual([{ from: 2 * DAY_MS, to: result.cycle.end, interactions: 4 }]);
	});

	it('counts nothing of a day as unserved that ends exactly at the limit', () => {
		const result = daily(termsFor({ tier: 20 }), 2);
		expect([result.runOutAt, result.unserved, result.unservedInteractions]).toEqual([DAY_MS, 0, 0]);
		// The stop has no interaction in it: its demand is unknown, and the contract is not contradicted.
		expect(result.stops.map(({ interactions }) => interactions)).toEqual([0]);
		expect(contradictedCycles([result])).toEqual([]);
	});

	it('does not know the excess of the one interaction that was finished: it is unserved', () => {
		const result = daily(termsFor({ tier: 25, atExhaustion: 'finish' }), 3);
		expect([credits(result.excess), credits(result.unserved)]).toEqual([0, 5]);
	});

	it('serves as overage what is beyond the included credits, up to the cap', () => {
		const on = daily(termsFor({ tier: 25, overage: 'on' }), 4);
		expect([credits(on.overage), on.unservedInteractions, on.stops]).toEqual([15, 0, []]);
		const capped = daily(termsFor({ tier: 25, overage: 'capped', cap: 8 }), 4);
		expect([credits(capped.overage), credits(capped.unserved)]).toEqual([8, 7]);
		expect([capped.runOutAt, capped.stops[0]?.from]).toEqual([2 * DAY_MS, 3 * DAY_MS]);
	});

	it('lets an upgrade in mid-day count from the first instant of its day, and its price by its own', () => {
		const rows = stretchOf(walkable(), 0, Infinity);
		const at = 2 * DAY_MS + DAY_MS / 2;
		const terms = termsFor({ tier: 25, changes: [{ at, tier: 100 }] });
		const result = ledgerOf(terms, rows, new Set([0, 1, 2, 3]), DAY_MS);
		expect([result.runOutAt, result.unserved, credits(result.expired)]).toEqual([null, 0, 60]);
		expect(result.held).toEqual([
			{ at: 0, tier: 25 },
			{ at, tier: 100 }
		]);
		expect(result.entries.find(({ kind }) => kind === 'upgraded')?.at).toBe(2 * DAY_MS);
	});

	it('ends a stop at the first instant of a day in which a change gives room', () => {
		const at = 3 * DAY_MS + 60_000;
		const terms = termsFor({ tier: 25, changes: [{ at, overage: 'on' }] });
		const result = ledgerOf(terms, walkable(), new Set([0, 1, 2, 3]), DAY_MS);
		expect(result.stops).toEqual([{ from: 2 * DAY_MS, to: 3 * DAY_MS, interactions: 0 }]);
		expect([credits(result.unserved), credits(result.overage)]).toEqual([5, 10]);
	});

	it('is reported with its precision', () => {
		const cost = { currency: 'USD', total: null, lines: [], missing: [] };
		expect(ledgerFigures(daily(termsFor({ tier: 25 }), 4), cost)).toMatchObject({
			runOutAt: '1970-01-03T00:00:00.000Z',
			runOutPrecision: 'day'
		});
		expect(ledgerFigures(daily(termsFor({ tier: 50 }), 4), cost)).not.toHaveProperty('runOutPrecision');
	});

	/** Four days with four chats of 2.5 credits in each. */
	function walkable(): DrawnRows {
		const start = Float64Array.from(
			{ length: 16 },
			(_, k) => Math.floor(k / 4) * DAY_MS + (k % 4) * 3_600_000
		);
		return {
			count: 16,
			start,
			duration: new Float64Array(16),
			units: new Float64Array(16).fill(2.5 * UNITS_PER_CREDIT)
		};
	}
});
