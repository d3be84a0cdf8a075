import type { CardVersions } from '../rating/versions';
import { clockHour, cycleOf, dayOf, startOfDay, type Cycle, type CycleRule, type ZoneTable } from '../time';

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
 * Pieces of time: hours by the clock of the contract's zone, cut where a day of it begins (at odd minutes where clocks
 * skip midnight), so that every bound of a cycle, a day and a card version is a piece's bound.
 */
export function clockHours(zone: ZoneTable): Cutter {
	const dayAt = localDays(zone);
	return (instant) => {
		const day = dayAt(instant);
		const hour = clockHour(zone, instant);
		return { start: Math.max(hour.start, day.start), end: Math.min(hour.end, day.end) };
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
