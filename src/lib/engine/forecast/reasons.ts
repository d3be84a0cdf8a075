import { knownDays, type DemandHistory } from './demand';
import { replay, weeklyChange } from './errors';
import { HALF_TRUST } from './simulate';
import { follow } from './track';

/** What a forecast rests on, each with its size. */
export interface Reasons {
	/** credits of an average day at present, and four weeks before; null where it was not known then */
	readonly level: number;
	readonly levelBefore: number | null;
	/** seven factors, Monday first, mean 1 */
	readonly profile: Float64Array;
	readonly knownDays: number;
	/** share of the courses that replay the customer's own past forecast errors; the rest are simulated */
	readonly ownErrors: number;
	/** mean change from one week to the next, as a share of their mean */
	readonly weeklyChange: number;
}

const FOUR_WEEKS = 28;

/** The parts of a forecast of so many days, as of the start of a local day. Null where nothing is known. */
export function reasonsOf(history: DemandHistory, today: number, days: number): Reasons | null {
	const { firstDay, total, known } = knownDays(history, today);
	const n = total.length;
	if (known === 0) return null;
	const track = follow(total, firstDay);
	const { spans } = replay(total, firstDay, track, days);
	const before = n - 1 - FOUR_WEEKS;
	return {
		level: track.level[n - 1] as number,
		levelBefore: before >= 0 && (track.known[before] as number) > 0 ? (track.level[before] as number) : null,
		profile: track.profile.slice(7 * (n - 1)),
		knownDays: known,
		ownErrors: spans / (spans + HALF_TRUST),
		weeklyChange: weeklyChange(total)
	};
}
