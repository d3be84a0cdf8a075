import { localDay } from '$lib/engine/time';
import { daysOf } from './days';
import { stepAt, valueAt } from './path';
import type { RunOutData } from './runout';

/** What is known or expected of one day of the cycle: a row of the table, and what the reading cursor says. */
export interface DayReading {
	readonly day: number;
	/** the day's end, or the as-of on its own day while that is read as known */
	readonly at: number;
	/** credits used by then; null after the as-of */
	readonly known: number | null;
	/** by the day's end; null on known days, without a forecast only `p50`, which is the plain pace */
	readonly p10: number | null;
	readonly p50: number | null;
	readonly p90: number | null;
	/** of 100, that the selected tier runs out that day; null where no chance is given */
	readonly chance: number | null;
}

/** One reading a day. Picture and table both come from here. */
export function dayReadings(data: RunOutData, selected: number | null): DayReading[] {
	const today = data.complete ? Infinity : localDay(data.zone, data.asOf);
	const forecast = data.tiers.find((tier) => tier.includedCredits === selected)?.forecast ?? null;
	const chances = new Map(forecast?.outOf100.map(({ day, chance }) => [day, chance]));
	return daysOf(data.zone, data.cycle).map(({ day, to }) => {
		const expected = day >= today;
		const { fan } = data;
		return {
			day,
			at: to,
			known: day <= today ? stepAt(data.line.at, data.line.credits, Math.min(to - 1, data.asOf)) : null,
			p10: expected && fan ? valueAt(fan.at, fan.p10, to) : null,
			p50: expected ? (fan ? valueAt(fan.at, fan.p50, to) : paceAt(data, to)) : null,
			p90: expected && fan ? valueAt(fan.at, fan.p90, to) : null,
			chance: expected && forecast ? (chances.get(day) ?? 0) : null
		};
	});
}

function paceAt(data: RunOutData, t: number): number | null {
	if (data.pace === null) return null;
	const share = (t - data.asOf) / (data.cycle.end - data.asOf);
	return data.used + (data.pace - data.used) * Math.min(1, Math.max(0, share));
}

const WEEK = 7;

/** Where a key moves the cursor among `count` days; `null` leaves it, `undefined` is none of its keys. */
export function moveCursor(
	key: string,
	shift: boolean,
	index: number,
	count: number
): number | null | undefined {
	const to = (next: number) => Math.max(0, Math.min(count - 1, next));
	switch (key) {
		case 'ArrowLeft':
			return to(index - (shift ? WEEK : 1));
		case 'ArrowRight':
			return to(index + (shift ? WEEK : 1));
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		case 'Escape':
			return null;
		default:
			return undefined;
	}
}
