import { civilDate, dayNumber, daysInMonth } from './calendar';
import { localDay, startOfDay, type ZoneTable } from './zone';

/** A half-open stretch of time `[start, end)`, in instants. */
export interface Cycle {
	readonly start: number;
	readonly end: number;
}

/** What cuts cycles: the contract's zone and anchor day (1–31, clamped to the month's last day, without drift). */
export interface CycleRule {
	readonly zone: ZoneTable;
	readonly anchorDay: number;
}

/** First day of the cycle anchored in the given month; months beyond 1–12 roll over. */
function anchor(rule: CycleRule, year: number, month: number): number {
	const y = year + Math.floor((month - 1) / 12);
	const m = ((((month - 1) % 12) + 12) % 12) + 1;
	return dayNumber(y, m, Math.min(rule.anchorDay, daysInMonth(y, m)));
}

/**
 * The billing cycle that holds an instant (domain.md §3). The one function that answers this; everything uses it.
 * Bounds are compared as instants: days that a zone skips or repeats cannot confuse it.
 */
export function cycleOf(rule: CycleRule, instant: number): Cycle {
	const { year, month } = civilDate(localDay(rule.zone, instant));
	for (let m = month + 1; ; m--) {
		const start = startOfDay(rule.zone, anchor(rule, year, m));
		if (start <= instant) return { start, end: startOfDay(rule.zone, anchor(rule, year, m + 1)) };
	}
}

/** All cycles from the one that holds `first` to the one that holds `last`, ascending, without gaps. */
export function cyclesBetween(rule: CycleRule, first: number, last: number): Cycle[] {
	const cycles = [cycleOf(rule, first)];
	for (let cycle = cycles[0] as Cycle; cycle.end <= last;) {
		cycle = cycleOf(rule, cycle.end);
		cycles.push(cycle);
	}
	return cycles;
}

/** The cycle after one, or before it for a negative count. */
export function shiftCycle(rule: CycleRule, cycle: Cycle, count: number): Cycle {
	let shifted = cycle;
	for (let k = 0; k < count; k++) shifted = cycleOf(rule, shifted.end);
	for (let k = 0; k > count; k--) shifted = cycleOf(rule, shifted.start - 1);
	return shifted;
}
