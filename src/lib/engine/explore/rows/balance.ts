import type { DrawnRows } from '../../ledger/drawnRows';
import type { LedgerResult } from '../../ledger/machine';
import { replay, runReplay, type RowsNeeded } from '../../ledger/replay';
import type { LedgerTerms } from '../../ledger/terms';
import { isMetered, VOICE } from '../../rating/slot';
import { stretchesBefore } from '../../rollup/cells';
import type { Timeline } from '../../rollup/timeline';
import { rowsBefore, type UsageRows } from './rows';

/** What one interaction did to the ledger of its cycle, in units. */
export interface Balance {
	/** included credits left before and after it */
	readonly before: number;
	readonly after: number;
	readonly overage: number;
	readonly unserved: number;
	/** served, but neither included nor billed */
	readonly excess: number;
}

/**
 * The balance around a metered row: the ledger of its cycle as far as the row, and with it (`ledger/replay.ts`). Null
 * in a day that is kept as a sum, which is drawn as one.
 */
export function balanceAround(
	terms: LedgerTerms,
	timeline: Timeline,
	rows: UsageRows,
	position: number
): Balance | null {
	const at = rows.start[position] as number;
	const piece = stretchesBefore(timeline, at + 1) - 1;
	if (timeline.dayEnd[piece] !== 0) return null;
	const own = { ...terms, changes: terms.changes.filter((change) => change.at <= at) };
	const upTo = (end: number): LedgerResult =>
		runReplay(replay(own, cutTimeline(timeline, piece, rows, end)), (needed) => drawn(rows, needed, end));
	const before = upTo(position);
	const after = upTo(position + 1);
	return {
		before: before.granted - before.includedUsed,
		after: after.granted - after.includedUsed,
		overage: after.overage - before.overage,
		unserved: after.unserved - before.unserved,
		excess: after.excess - before.excess
	};
}

/** The timeline up to a piece, and of that piece the rows before a position. */
function cutTimeline(timeline: Timeline, piece: number, rows: UsageRows, end: number): Timeline {
	let units = timeline.unitsBefore[piece] as number;
	let interactions = timeline.interactionsBefore[piece] as number;
	const whole = interactions;
	for (let r = rowsBefore(rows, timeline.from[piece] as number); r < end; r++) {
		if (!isMetered(rows.state[r] as number)) continue;
		units += rows.units[r] as number;
		interactions++;
	}
	const count = interactions > whole ? piece + 1 : piece;
	const unitsBefore = timeline.unitsBefore.slice(0, count + 1);
	const interactionsBefore = timeline.interactionsBefore.slice(0, count + 1);
	unitsBefore[count] = units;
	interactionsBefore[count] = interactions;
	return {
		count,
		from: timeline.from.subarray(0, count),
		width: timeline.width,
		unitsBefore,
		interactionsBefore,
		dayEnd: timeline.dayEnd.subarray(0, count)
	};
}

/** Metered rows of a stretch before a position. */
function drawn(rows: UsageRows, { from, to }: RowsNeeded, end: number): DrawnRows {
	const positions: number[] = [];
	const last = Math.min(end, rowsBefore(rows, to));
	for (let r = rowsBefore(rows, from); r < last; r++)
		if (isMetered(rows.state[r] as number)) positions.push(r);
	return {
		count: positions.length,
		start: Float64Array.from(positions, (r) => rows.start[r] as number),
		duration: Float64Array.from(positions, (r) =>
			((rows.state[r] as number) & VOICE) === 0 ? 0 : (rows.quantity[r] as number)
		),
		units: Float64Array.from(positions, (r) => rows.units[r] as number)
	};
}
