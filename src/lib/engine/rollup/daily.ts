import { isMetered, PREMIUM, VOICE } from '../rating/slot';
import { dayOf, startOfDay, type ZoneTable } from '../time';
import { stretchesBefore, type Cells } from './cells';

/** Metered units per local day, dense from `firstDay` (a day number); a day without rows is 0. */
export interface DailyUnits {
	readonly firstDay: number;
	readonly days: number;
	/** by channel and class: `VOICE | PREMIUM` bits of the slot, i.e. chat, voice, premium chat, premium voice */
	readonly series: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
}

/**
 * Metered units of each local day in `[firstDay, endDay)` × channel × class, from a merged cube whose stretches do
 * not cross a local midnight. Days outside coverage are the caller's to mark.
 */
export function dailyUnits(cells: Cells, zone: ZoneTable, firstDay: number, endDay: number): DailyUnits {
	const days = Math.max(0, endDay - firstDay);
	const series = [0, 1, 2, 3].map(() => new Float64Array(days)) as unknown as DailyUnits['series'];
	let piece = NaN;
	let day = 0;
	// A clock that goes back over midnight takes a day up again after the next has begun.
	const end = stretchesBefore(cells, startOfDay(zone, endDay + 1));
	for (let k = stretchesBefore(cells, startOfDay(zone, firstDay)); k < end; k++) {
		const slot = cells.slot[k] as number;
		if (!isMetered(slot)) continue;
		if (cells.from[k] !== piece) {
			piece = cells.from[k] as number;
			day = dayOf(zone, piece) - firstDay;
		}
		if (day < 0 || day >= days) continue;
		const column = series[slot & (VOICE | PREMIUM)] as Float64Array;
		column[day] = (column[day] as number) + (cells.units[k] as number);
	}
	return { firstDay, days, series };
}
