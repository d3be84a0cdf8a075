import type { CardVersions } from '../rating/versions';
import { cycleOf, dayOf, QUARTER_MS, startOfDay, type Cycle, type CycleRule, type ZoneTable } from '../time';

/** Gives the stretch `[start, end)` of time that holds an instant. Stretches of one cutter never overlap. */
export type Cutter = (instant: number) => Cycle;

/** Local days of a zone. Instants that ascend are quick: a day is kept until it is left. */
export function localDays(zone: ZoneTable): Cutter {
	let day: Cycle = { start: Infinity, end: -Infinity };
	return (instant) => {
		if (instant < day.start || instant >= day.end) {
			const number = dayOf(zone, instant);
			day = { start: startOfDay(zone, number), end: startOfDay(zone, number + 1) };
		}
		return day;
	};
}

/**
 * Pieces of time: quarter hours of UTC, cut at local midnights of the contract's zone, so that every bound of a
 * cycle, a day and a card version is a piece's bound (old zones change at odd minutes).
 */
export function quarterPieces(zone: ZoneTable): Cutter {
	const dayAt = localDays(zone);
	return (instant) => {
		const day = dayAt(instant);
		const quarter = Math.floor(instant / QUARTER_MS) * QUARTER_MS;
		return { start: Math.max(quarter, day.start), end: Math.min(quarter + QUARTER_MS, day.end) };
	};
}

/** Billing cycles, cut where a version of the rate card begins. */
export function cycleSpans(rule: CycleRule, versions: CardVersions): Cutter {
	return (instant) => {
		let { start, end } = cycleOf(rule, instant);
		for (const from of versions.from) {
			if (from <= instant) start = Math.max(start, from);
			else end = Math.min(end, from);
		}
		return { start, end };
	};
}
