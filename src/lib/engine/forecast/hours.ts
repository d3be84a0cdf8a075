import { DAY_MS, HOUR_MS, localTime, QUARTER_MS, startOfDay, weekday, type ZoneTable } from '../time';

/** How the credits of a local day, or of the rest of it, spread over its real time (23 and 25 hour days too). */
export interface DayShape {
	/** half-open, in instants */
	readonly start: number;
	readonly end: number;
	/** share of the stretch's credits by the end of each quarter hour since `start`; the last is 1 */
	readonly by: Float64Array;
	/** share of the whole local day's credits that falls in the stretch: 1, unless it starts within the day */
	readonly ofDay: number;
}

/** Weights of the quarter hours from `start` to `end`; flat where the profile has nothing for them. */
function weights(
	zone: ZoneTable,
	day: number,
	start: number,
	end: number,
	hourOfWeek: Float64Array | null
): Float64Array {
	const out = new Float64Array(Math.max(1, Math.ceil((end - start) / QUARTER_MS)));
	for (let k = 0; k < out.length; k++) {
		const at = start + k * QUARTER_MS;
		const hour = Math.floor(
			(localTime(zone, at) - Math.floor(localTime(zone, at) / DAY_MS) * DAY_MS) / HOUR_MS
		);
		const length = Math.max(0, Math.min(end, at + QUARTER_MS) - at);
		out[k] = length * (hourOfWeek ? (hourOfWeek[24 * weekday(day) + hour] as number) : 1);
	}
	return out;
}

/**
 * The shape of local day `day` from `from` on (or from its midnight). `hourOfWeek`: 168 weights ≥ 0, Monday 00 first;
 * null or a weekday without any weight: even use round the clock.
 */
export function dayShape(
	zone: ZoneTable,
	day: number,
	hourOfWeek: Float64Array | null,
	from = -Infinity
): DayShape {
	const midnight = startOfDay(zone, day);
	const end = startOfDay(zone, day + 1);
	const start = Math.min(end, Math.max(midnight, from));
	const sum = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
	const whole = sum(weights(zone, day, midnight, end, hourOfWeek));
	const profile = whole > 0 ? hourOfWeek : null;
	const by = weights(zone, day, start, end, profile);
	const rest = sum(by);
	let running = 0;
	for (let k = 0; k < by.length; k++) {
		running += rest > 0 ? (by[k] as number) / rest : 1 / by.length;
		by[k] = running;
	}
	by[by.length - 1] = 1;
	const all = whole > 0 ? whole : end - midnight;
	return { start, end, by, ofDay: all > 0 ? Math.min(1, rest / all) : 0 };
}

/** The instant, cut to the millisecond, by which a share (0–1) of a stretch's credits is drawn. */
export function instantOf(shape: DayShape, share: number): number {
	const { by, start, end } = shape;
	let low = 0;
	let high = by.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((by[middle] as number) < share) low = middle + 1;
		else high = middle;
	}
	const before = low > 0 ? (by[low - 1] as number) : 0;
	const width = (by[low] as number) - before;
	const part = width > 0 ? Math.min(1, Math.max(0, (share - before) / width)) : 0;
	return Math.min(end, Math.floor(start + (low + part) * QUARTER_MS));
}
