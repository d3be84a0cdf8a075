import { normal, seeded, type DemandPaths, type Random, type YearPaths } from '../../forecast';
import { readPlan, type DemandPlan } from '../../forecast/calendar/plan';
import { dayShape } from '../../forecast/hours';
import { civilDate, dayOf, weekday, type Cycle, type ZoneTable } from '../../time';
import { MONTH_DAYS, type AssumedDemand } from './demand';
import { poisson, sumOf } from './draw';

/** Names the method in reports; changes with every change that moves a figure. */
export const ASSUMED_METHOD = 'assumed-1';

/** How far single days lie from their own mean beside chance, on the log scale: (assumed). */
const DAY_SPREAD = 0.12;

export interface AssumedRequest {
	readonly demand: AssumedDemand;
	readonly zone: ZoneTable;
	/** the first cycle that is planned */
	readonly first: Cycle;
	/** local events and growth; holidays are not known to assumptions */
	readonly plan: DemandPlan;
	readonly seed: number;
	readonly paths: number;
}

/** Credits of each series that are expected on the local days of a cycle, growth and events included; and their shapes. */
function meanDays({ demand, zone, first, plan }: AssumedRequest, cycle: Cycle) {
	const firstDay = dayOf(zone, cycle.start);
	const days = dayOf(zone, cycle.end - 1) - firstDay + 1;
	const busy = Array.from({ length: days }, (_, h) => {
		const day = firstDay + h;
		return (
			((demand.weekdays[weekday(day)] as number) * (demand.months[civilDate(day).month - 1] as number)) /
			MONTH_DAYS
		);
	});
	const shapes = busy.map((_, h) => dayShape(zone, firstDay + h, demand.hourOfWeek, cycle.start));
	const parts = demand.series.map(({ interactions, mean }) =>
		Float64Array.from(busy, (share) => interactions * mean * share)
	);
	const total = Float64Array.from(busy, (_, h) => parts.reduce((sum, part) => sum + (part[h] as number), 0));
	const none = {
		firstDay: dayOf(zone, first.start),
		series: parts.map(() => new Float64Array(0)),
		hourOfWeek: null
	};
	const planned = readPlan(none, none.firstDay, firstDay + days - 1, { ...plan, country: null });
	planned.apply({ firstDay, days, total, parts, shapes });
	return { firstDay, days, parts, shapes };
}

/** How far the assumptions are off on each path: the same in every cycle, so that no two pages disagree. */
function levels({ demand, paths }: AssumedRequest, random: Random): Float64Array {
	return Float64Array.from({ length: paths }, () => Math.exp(demand.uncertainty * normal(random)));
}

/** What a stretch draws whose mean is `credits`: a Poisson number of interactions of their own size. */
function draw(
	credits: number,
	{ mean, variance }: AssumedDemand['series'][number],
	factor: number,
	random: Random
): number {
	if (!(credits > 0)) return 0;
	// Where interactions cost nothing an event may still bring credits: as much as is said.
	if (mean === 0) return credits * factor;
	return sumOf(poisson((credits / mean) * factor, random), mean, variance, random);
}

/**
 * Sample paths of the first cycle, or of a later one, in the form of a forecast. Seeded: the same request gives the
 * same paths, bit for bit. Finite and ≥ 0.
 */
export function assumedPaths(request: AssumedRequest, cycle = request.first): DemandPaths {
	const { demand, paths } = request;
	const { firstDay, days, parts: means, shapes } = meanDays(request, cycle);
	const random = seeded(request.seed);
	const level = levels(request, random);
	const parts = means.map(() => new Float64Array(paths * days));
	const total = new Float64Array(paths * days);
	for (let p = 0; p < paths; p++)
		for (let h = 0; h < days; h++) {
			const factor = (level[p] as number) * Math.exp(DAY_SPREAD * normal(random) - DAY_SPREAD ** 2 / 2);
			let sum = 0;
			demand.series.forEach((series, k) => {
				const credits = draw((means[k] as Float64Array)[h] as number, series, factor, random);
				(parts[k] as Float64Array)[p * days + h] = credits;
				sum += credits;
			});
			total[p * days + h] = sum;
		}
	return { refused: null, paths, days, firstDay, asOf: cycle.start, cycle, total, parts, shapes };
}

/** Sample paths of the totals of several cycles; the first are those of {@link assumedPaths}, path by path. */
export function assumedYear(request: AssumedRequest, cycles: readonly Cycle[]): YearPaths {
	const { demand, paths, seed } = request;
	const credits = new Float64Array(paths * cycles.length);
	cycles.forEach((cycle, k) => {
		const set = (p: number, sum: number) => (credits[p * cycles.length + k] = sum);
		if (cycle.start === request.first.start) {
			const { total, days } = assumedPaths(request, cycle);
			for (let p = 0; p < paths; p++)
				set(
					p,
					total.subarray(p * days, (p + 1) * days).reduce((sum, day) => sum + day, 0)
				);
			return;
		}
		const { days, parts } = meanDays(request, cycle);
		const means = parts.map((part) => part.reduce((sum, day) => sum + day, 0));
		const level = levels(request, seeded(seed));
		const random = seeded(seed + k);
		const spread = DAY_SPREAD / Math.sqrt(days);
		for (let p = 0; p < paths; p++) {
			const factor = (level[p] as number) * Math.exp(spread * normal(random) - spread ** 2 / 2);
			set(
				p,
				demand.series.reduce((sum, series, j) => sum + draw(means[j] as number, series, factor, random), 0)
			);
		}
	});
	return { refused: null, from: 'days', cycles: cycles.length, paths, credits };
}
