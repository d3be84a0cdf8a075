import { stretchesBefore } from '../rollup/cells';
import type { Timeline } from '../rollup/timeline';
import type { DrawnRows } from './drawnRows';
import { LedgerMachine, type LedgerResult } from './machine';
import type { LedgerTerms } from './terms';
import { drawRows } from './walk';

/** Rows are needed of starts in `[from, to)`. */
export interface RowsNeeded {
	readonly from: number;
	readonly to: number;
}

/** Ask for rows, be fed them, at last the result: storage may be slow, so the caller decides how to wait. */
export type Replay = Generator<RowsNeeded, LedgerResult, DrawnRows>;

/**
 * The ledger of a cycle from prefix sums (storage.md, "Run-out without reading all rows"): whole pieces are taken at
 * once up to the one that holds the next limit, found by binary search; only its rows are asked for, and those of
 * pieces that a change cuts, or the instant at which a stop begins (it may lie inside a call, so pieces later on).
 * Equal to `walk` over all rows. Cycle bounds must be bounds of pieces.
 *
 * A day of which only the sum is known is taken at its first instant, after the changes inside it: no rows are asked for.
 */
export function* replay(terms: LedgerTerms, timeline: Timeline): Replay {
	const { cycle, changes } = terms;
	const { from, unitsBefore, interactionsBefore, dayEnd } = timeline;
	const machine = new LedgerMachine(terms);
	const last = stretchesBefore(timeline, cycle.end);
	let next = 0;
	let k = stretchesBefore(timeline, cycle.start);
	while (k < last) {
		const at = from[k] as number;
		const until = dayEnd[k] as number;
		for (
			let change = changes[next];
			change && (change.at <= at || change.at < until);
			change = changes[++next]
		) {
			machine.change(change, Math.min(change.at, at));
		}
		if (until > 0) {
			machine.drawDay(
				at,
				(unitsBefore[k + 1] as number) - (unitsBefore[k] as number),
				(interactionsBefore[k + 1] as number) - (interactionsBefore[k] as number)
			);
			k++;
			continue;
		}
		const stopped = machine.stoppedFrom;
		const bound = Math.min(
			changes[next]?.at ?? Infinity,
			stopped !== null && stopped > at ? stopped : Infinity
		);
		const day = nextDay(k);
		const whole = Math.min(wholePieces(k, bound), day);
		const end = stopped === null ? withinRoom(k, whole, machine.room()) : whole;
		machine.skip(
			(unitsBefore[end] as number) - (unitsBefore[k] as number),
			(interactionsBefore[end] as number) - (interactionsBefore[k] as number),
			at
		);
		k = end;
		const nothingCut = end === whole && (end === last || end === day || (from[end] as number) >= bound);
		if (!nothingCut) {
			const rows = yield { from: from[k] as number, to: endOf(k) };
			next = drawRows(machine, rows, changes, next);
			k++;
		}
	}
	for (const change of changes.slice(next)) machine.change(change);
	return machine.finish();

	/** The first piece from `first` on that is a day's sum; `last` if none is. */
	function nextDay(first: number): number {
		let piece = first;
		while (piece < last && dayEnd[piece] === 0) piece++;
		return piece;
	}

	function endOf(piece: number): number {
		const limit = Math.min((from[piece] as number) + timeline.width, cycle.end);
		return piece + 1 < timeline.count ? Math.min(limit, from[piece + 1] as number) : limit;
	}

	/** The first piece from `first` on that does not end by `bound`. */
	function wholePieces(first: number, bound: number): number {
		const begun = stretchesBefore(timeline, bound, first, last);
		return begun > first && endOf(begun - 1) > bound ? begun - 1 : begun;
	}

	/** The furthest piece before which less than `room` is drawn, from piece `first` on. */
	function withinRoom(first: number, end: number, room: number): number {
		let low = first;
		let high = end;
		const drawn = unitsBefore[first] as number;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((unitsBefore[middle] as number) - drawn < room) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

/** Runs a replay whose rows are at hand. */
export function runReplay(run: Replay, rowsOf: (needed: RowsNeeded) => DrawnRows): LedgerResult {
	let step = run.next();
	while (!step.done) step = run.next(rowsOf(step.value));
	return step.value;
}
