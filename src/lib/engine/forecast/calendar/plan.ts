import type { Country } from '../../time';
import type { DemandHistory, DemandPaths } from '../demand';
import { effectOf, within, type EventEffect, type PlannedEvent } from './events';
import { learnHolidays, type DayFactor } from './holidayEffects';

/** What is known of the days beside the usage itself. */
export interface DemandPlan {
	/** whose public holidays count; null: none do */
	readonly country: Country | null;
	readonly events: readonly PlannedEvent[];
	/** expected change of usage a month, in percent, from a local day on; null: none */
	readonly growth: { readonly percentPerMonth: number; readonly from: number } | null;
}

/** Where less than this share of an ordinary day is left it says nothing of one, and the day counts as unknown. */
const LEAST_FACTOR = 0.3;
const MONTH_DAYS = 30.4375;

type Paths = Pick<DemandPaths, 'firstDay' | 'days' | 'total' | 'parts' | 'shapes'>;

export interface Planned {
	/** the history as it would have been on ordinary days */
	readonly history: DemandHistory;
	/** what public holidays do to a day, as far as it was learnt */
	readonly holiday: DayFactor;
	/** Puts holidays, events and growth into paths made from that; their total stays the sum of the parts. */
	apply(paths: Paths): void;
}

/** Undoes on one past day what the events did to it; `day` holds the four series. */
function undo(day: Float64Array, events: readonly EventEffect[]): void {
	for (const { series, factor } of events)
		if (factor !== 1)
			for (const k of series) day[k] = factor < LEAST_FACTOR ? NaN : (day[k] as number) / factor;
	for (const { series, added } of events) {
		const sum = series.reduce((all, k) => all + (day[k] as number), 0);
		if (added > 0 && sum > 0)
			for (const k of series) day[k] = (day[k] as number) * Math.max(0, 1 - added / sum);
	}
}

/** Does to one cell of the four series what the events and the day's factor do; `ofDay`: the share of the day in it. */
function redo(cell: Float64Array, events: readonly EventEffect[], factor: number, ofDay: number): void {
	for (const { series, added } of events) {
		const sum = series.reduce((all, k) => all + (cell[k] as number), 0);
		if (added > 0)
			for (const k of series) {
				const share = sum > 0 ? (cell[k] as number) / sum : 1 / series.length;
				cell[k] = (cell[k] as number) + added * ofDay * share;
			}
	}
	for (const { series, factor: change } of events)
		if (change !== 1) for (const k of series) cell[k] = (cell[k] as number) * change;
	if (factor !== 1) for (let k = 0; k < cell.length; k++) cell[k] = (cell[k] as number) * factor;
}

/** Values of the four series before `today`, changed day by day. */
function changed(
	{ firstDay, series, hourOfWeek }: DemandHistory,
	today: number,
	change: (values: Float64Array, day: number) => void
): DemandHistory {
	const length = Math.max(0, today - firstDay);
	const out = series.map((one) => Float64Array.from({ length }, (_, t) => one[t] ?? NaN));
	const values = new Float64Array(out.length);
	for (let t = 0; t < length; t++) {
		out.forEach((one, k) => (values[k] = one[t] as number));
		change(values, firstDay + t);
		out.forEach((one, k) => (one[t] = values[k] as number));
	}
	return { firstDay, series: out, hourOfWeek };
}

function learn(history: DemandHistory, country: Country, lastDay: number): DayFactor {
	const length = history.series[0]?.length ?? 0;
	const total = Float64Array.from({ length }, (_, t) =>
		history.series.reduce((sum, one) => sum + (one[t] as number), 0)
	);
	const known = total.findIndex((value) => !Number.isNaN(value));
	if (known < 0) return () => 1;
	return learnHolidays(total.subarray(known), history.firstDay + known, country, lastDay);
}

/**
 * Takes holidays and events out of the history before anything is learnt from it, and puts them, and growth, into what
 * is forecast. Without any, the history is handed on and paths are left as they are, bit for bit.
 */
export function readPlan(
	history: DemandHistory,
	today: number,
	lastDay: number,
	plan: DemandPlan | undefined
): Planned {
	if (!plan) return { history, holiday: () => 1, apply: () => undefined };
	const effects = plan.events.map(effectOf);
	const on = (day: number) => effects.filter((effect) => within(effect, day));
	const { country, growth } = plan;
	let ordinary = history;
	let holiday: DayFactor = () => 1;
	if (effects.length > 0 || country !== null)
		ordinary = changed(history, today, (values, day) => undo(values, on(day)));
	if (country !== null) {
		holiday = learn(ordinary, country, lastDay);
		ordinary = changed(ordinary, today, (values, day) => {
			const factor = holiday(day);
			if (factor !== 1)
				for (let k = 0; k < values.length; k++)
					values[k] = factor < LEAST_FACTOR ? NaN : (values[k] as number) / factor;
		});
	}
	const grown = (day: number): number =>
		growth === null ? 1 : (1 + growth.percentPerMonth / 100) ** (Math.max(0, day - growth.from) / MONTH_DAYS);
	return {
		history: ordinary,
		holiday,
		apply({ firstDay, days, total, parts, shapes }) {
			const cell = new Float64Array(parts.length);
			for (let h = 0; h < days; h++) {
				const day = firstDay + h;
				const events = on(day);
				const factor = grown(day) * holiday(day);
				if (factor === 1 && events.length === 0) continue;
				for (let at = h; at < total.length; at += days) {
					parts.forEach((part, k) => (cell[k] = part[at] as number));
					redo(cell, events, factor, shapes[h]?.ofDay ?? 1);
					let sum = 0;
					parts.forEach((part, k) => {
						part[at] = cell[k] as number;
						sum += cell[k] as number;
					});
					total[at] = sum;
				}
			}
		}
	};
}
