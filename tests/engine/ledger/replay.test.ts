import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { replay, runReplay, walk, type DrawnRows } from '$lib/engine/ledger';
import type { Timeline } from '$lib/engine/rollup';
import { QUARTER_MS } from '$lib/engine/time';
import { changingTerms, chatsAt, CYCLE, HOURS, manyRows, MINUTE, termsFor } from './support';
import { runs } from '../../support/runs';

/** A timeline of the rows in pieces of some width, cut at the cycle's bounds like any other. */
function timelineFor(rows: DrawnRows, width: number): Timeline {
	const from: number[] = [];
	const unitsBefore = [0];
	const interactionsBefore = [0];
	for (let r = 0; r < rows.count; r++) {
		const piece = Math.floor((rows.start[r] ?? 0) / width) * width;
		if (from.at(-1) !== piece) {
			from.push(piece);
			unitsBefore.push(unitsBefore.at(-1) ?? 0);
			interactionsBefore.push(interactionsBefore.at(-1) ?? 0);
		}
		const last = from.length;
		unitsBefore[last] = (unitsBefore[last] ?? 0) + (rows.units[r] ?? 0);
		interactionsBefore[last] = (interactionsBefore[last] ?? 0) + 1;
	}
	return {
		count: from.length,
		from: Float64Array.from(from),
		width,
		unitsBefore: Float64Array.from(unitsBefore),
		interactionsBefore: Float64Array.from(interactionsBefore),
		dayEnd: new Float64Array(from.length)
	};
}

function stretchOf(rows: DrawnRows, from: number, to: number): DrawnRows {
	const inside = [...rows.start.keys()].filter(
		(r) => (rows.start[r] ?? 0) >= from && (rows.start[r] ?? 0) < to
	);
	const pick = (column: Float64Array) => Float64Array.from(inside, (r) => column[r] ?? NaN);
	return {
		count: inside.length,
		start: pick(rows.start),
		duration: pick(rows.duration),
		units: pick(rows.units)
	};
}

describe('a replay from prefix sums', () => {
	it('gives exactly what a walk over all rows gives', () => {
		const widths = fc.constantFrom(1_000, MINUTE, QUARTER_MS / 3, QUARTER_MS, 4 * QUARTER_MS);
		fc.assert(
			fc.property(changingTerms, manyRows, widths, (terms, rows, width) => {
				const result = runReplay(replay(terms, timelineFor(rows, width)), ({ from, to }) =>
					stretchOf(rows, from, to)
				);
				expect(result).toEqual(walk(terms, rows));
			}),
			{ numRuns: runs(3_000) }
		);
	});

	it('gives for each of several cycles what a walk over its own rows gives', () => {
		fc.assert(
			fc.property(changingTerms, manyRows, fc.integer({ min: 1, max: 39 }), (terms, rows, cut) => {
				const timeline = timelineFor(rows, QUARTER_MS);
				const bound = cut * QUARTER_MS;
				for (const cycle of [
					{ start: HOURS.start, end: bound },
					{ start: bound, end: HOURS.end }
				]) {
					const own = {
						...terms,
						cycle,
						changes: terms.changes.filter(({ at }) => at > cycle.start && at < cycle.end)
					};
					const result = runReplay(replay(own, timeline), ({ from, to }) => stretchOf(rows, from, to));
					expect(result).toEqual(walk(own, stretchOf(rows, cycle.start, cycle.end)));
				}
			})
		);
	});

	it('asks for the rows of one piece only where one limit is reached', () => {
		const rows = chatsAt(10, ...Array.from({ length: 1_000 }, (_, k) => k));
		const asked: number[] = [];
		runReplay(replay(termsFor({ tier: 5_000 }), timelineFor(rows, QUARTER_MS)), ({ from, to }) => {
			asked.push(from);
			return stretchOf(rows, from, to);
		});
		expect(asked).toEqual([33 * QUARTER_MS]);
	});

	it('asks for no rows where no limit is reached', () => {
		const rows = chatsAt(10, ...Array.from({ length: 1_000 }, (_, k) => k));
		const run = replay(termsFor({ tier: 20_000 }), timelineFor(rows, QUARTER_MS));
		expect(run.next().done).toBe(true);
	});

	it('asks for the piece that a change cuts', () => {
		const rows = chatsAt(10, 0, 16, 20, 40);
		const terms = termsFor({ tier: 1_000, changes: [{ at: 18 * MINUTE, tier: 2_000 }] });
		const needed = replay(terms, timelineFor(rows, QUARTER_MS)).next().value;
		expect(needed).toEqual({ from: QUARTER_MS, to: 2 * QUARTER_MS });
	});

	it('of a cycle without rows grants and expires', () => {
		const rows = chatsAt(10);
		const result = runReplay(replay(termsFor({ tier: 7 }), timelineFor(rows, QUARTER_MS)), () => rows);
		expect([result.granted, result.expired, result.cycle]).toEqual([420_000, 420_000, CYCLE]);
	});
});
