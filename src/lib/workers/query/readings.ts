import { cycleTerms, hasTier, planTerms, type CycleTerms } from '../../engine/ledger';
import {
	cycleOf,
	cyclesBetween,
	DAY_MS,
	dayOf,
	formatInstant,
	startOfDay,
	type Cycle
} from '../../engine/time';
import type { CycleView, ForecastInput, ForecastView, MeterReading, Settings } from '../api';
import { rulesOf, type Rules } from '../rules';
import { perSeries, SERIES } from '../series';
import { cyclesAround, forecastLevels, planOf } from './history';
import { forecastPart, reportHead } from './report';
import { summedLedger, type Point } from './summed';

/**
 * Usage known from meter readings alone: no interactions, only how much was used by when. Between two readings of a
 * cycle use is taken as even, and at a cycle's start the meter is at zero.
 */
interface Metered {
	readonly rules: Rules;
	readonly readings: readonly MeterReading[];
	readonly asOf: number;
	readonly cycles: readonly Cycle[];
	readonly terms: readonly CycleTerms[];
}

function metered(settings: Settings): Metered | null {
	const readings = settings.readings.toSorted((a, b) => a.at - b.at);
	const [first, last] = [readings[0], readings.at(-1)];
	if (!first || !last) return null;
	const rules = rulesOf(settings, first.at, last.at, []);
	const cycles = cyclesBetween(rules.cycleRule, first.at, last.at);
	const terms = cycleTerms(settings.contract, rules.versions, rules.cycleRule, cycles);
	return { rules, readings, asOf: last.at, cycles, terms };
}

/** The meter over one cycle: from zero at its start through its readings. */
function pointsOf(readings: readonly MeterReading[], { start, end }: Cycle): Point[] {
	const own = readings.filter(({ at }) => at > start && at < end);
	return [{ at: start, credits: 0 }, ...own.map(({ at, creditsUsed }) => ({ at, credits: creditsUsed }))];
}

/** Credits by an instant, even between readings; null beyond the last. */
function usedBy(points: readonly Point[], instant: number): number | null {
	for (let k = 1; k < points.length; k++) {
		const [a, b] = [points[k - 1] as Point, points[k] as Point];
		if (instant <= b.at) return a.credits + ((b.credits - a.credits) * (instant - a.at)) / (b.at - a.at);
	}
	return instant <= (points[0] as Point).at ? 0 : null;
}

export function readingsView(settings: Settings, instant: number | null, sample: boolean): CycleView | null {
	const known = metered(settings);
	if (!known) return null;
	const { rules, readings, asOf, cycles, terms } = known;
	const wanted = cycleOf(rules.cycleRule, instant ?? asOf);
	const own = terms.find(({ cycle }) => cycle.start === wanted.start) ?? (terms.at(-1) as CycleTerms);
	const { cycle } = own;
	const points = pointsOf(readings, cycle);
	return {
		context: {
			zone: rules.zone,
			asOf,
			interactions: 0,
			cycles,
			contract: settings.contract,
			card: own.card,
			source: 'readings',
			sample,
			contractContradicted: false
		},
		cycle,
		complete: cycle.end <= asOf,
		line: {
			at: Float64Array.from(points, (point) => point.at),
			credits: Float64Array.from(points, (point) => point.credits)
		},
		days: { firstDay: dayOf(rules.zone, cycle.start), credits: perSeries(() => new Float64Array(0)) },
		used: points.at(-1)?.credits ?? 0,
		bySeries: perSeries(() => 0),
		byDayUntil: null,
		interactions: 0,
		inForce: hasTier(own) ? summedLedger(rules, points, own) : null,
		plans: planTerms(own).map((plan) => summedLedger(rules, points, plan)),
		censored: [],
		readings: readings
			.filter(({ at }) => at >= cycle.start && at < cycle.end)
			.map(({ at, creditsUsed }) => ({ at, creditsUsed, byRows: null }))
	};
}

/** Readings further apart than this say how much was used, not on which days: two give a pace, many a forecast. */
const KNOWN_GAP = 2 * DAY_MS;

/** The longest time between readings that a stretch of time touches. */
function longestGap(points: readonly Point[], from: number, to: number): number {
	let longest = 0;
	for (let k = 1; k < points.length; k++) {
		const [a, b] = [points[k - 1] as Point, points[k] as Point];
		if (b.at > from && a.at < to) longest = Math.max(longest, b.at - a.at);
	}
	return longest;
}

export function readingsInput(settings: Settings, seed: number, paths: number): ForecastInput | null {
	const known = metered(settings);
	if (!known) return null;
	const { rules, readings, asOf, cycles, terms } = known;
	const { zone } = rules;
	const firstDay = dayOf(zone, (cycles[0] as Cycle).start);
	const total = new Float64Array(dayOf(zone, asOf) - firstDay + 1).fill(NaN);
	for (const cycle of cycles) {
		const points = pointsOf(readings, cycle);
		const begin = dayOf(zone, cycle.start);
		for (let day = begin; startOfDay(zone, day + 1) <= Math.min(cycle.end, asOf); day++) {
			const [from, to] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
			if (longestGap(points, from, to) > KNOWN_GAP) continue;
			const [before, after] = [usedBy(points, from), usedBy(points, to)];
			if (before !== null && after !== null) total[day - firstDay] = Math.max(0, after - before);
		}
	}
	const own = terms.at(-1) as CycleTerms;
	return {
		asOf,
		zone,
		cycle: own.cycle,
		used: readings.at(-1)?.creditsUsed ?? 0,
		firstDay,
		// Readings know no channel: the whole stands in the first series, unknown days are unknown in all.
		series: perSeries((key) =>
			key === SERIES[0] ? total : total.map((credits) => (Number.isNaN(credits) ? NaN : 0))
		),
		hourOfWeek: null,
		creditsPerInteraction: null,
		tiers: forecastLevels(own),
		...cyclesAround(rules, terms, own.cycle),
		totals: [],
		plan: planOf(settings, dayOf(rules.zone, asOf)),
		assumed: null,
		seed,
		paths
	};
}

/** A report without interactions: the forecast from readings is all it has. */
export function readingsReport(settings: Settings, forecast: ForecastView | null): object {
	const asOf = settings.readings.reduce((latest, { at }) => Math.max(latest, at), 0);
	const rules = rulesOf(settings, asOf, asOf, []);
	return {
		...reportHead(rules, formatInstant(asOf)),
		usage: { interactions: 0, from: null, to: null, cycles: [], agents: [], censored: [] },
		forecast: forecast && forecastPart(forecast, (metered(settings)?.terms.at(-1) as CycleTerms).card),
		recommendation: null
	};
}
