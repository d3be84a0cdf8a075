import type { DemandPlan } from '../../engine/forecast';
import { censoredStretches, type CycleTerms, type LedgerResult } from '../../engine/ledger';
import { creditsOfUnits, UNITS_PER_CREDIT } from '../../engine/rating';
import { stretchesBefore, type Timeline } from '../../engine/rollup';
import {
	DAY_MS,
	dayOf,
	HOUR_MS,
	localTime,
	shiftCycle,
	startOfDay,
	weekday,
	type Cycle,
	type ZoneTable
} from '../../engine/time';
import type { ForecastInput, Settings } from '../api';
import { coverageOf } from '../coverage';
import type { Rules } from '../rules';
import { SERIES } from '../series';
import { dailyCredits } from './cycle';
import type { Usage } from './usage';

/** Two years are as much as a forecast of a month learns from. */
const HISTORY_DAYS = 730;
/** The week's profile and the size of an interaction follow the last weeks. */
export const PROFILE_DAYS = 84;
export const SIZE_DAYS = 28;

export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/**
 * Local days whose usage is known as a whole, from the layers' coverage. A coverage ends with its last row, so an
 * export that ends in the evening leaves a gap until midnight: where the next coverage begins on the next local day
 * or earlier nothing is missing in between.
 */
export function coveredDays(
	zone: ZoneTable,
	coverages: readonly Stretch[],
	firstDay: number,
	endDay: number
): Uint8Array {
	const covered = new Uint8Array(endDay - firstDay);
	const sorted = [...coverages].sort((a, b) => a.from - b.from);
	/** first local day that is not known as a whole so far */
	let open = -Infinity;
	for (const { from, to } of sorted) {
		const begin = dayOf(zone, from);
		const whole = startOfDay(zone, begin) === from ? begin : begin + 1;
		// The day on which the coverage before this one ended is whole if this one goes on with it or the day after.
		if (whole <= open + 1 && open >= firstDay && open < endDay) covered[open - firstDay] = 1;
		const end = dayOf(zone, to);
		for (let day = Math.max(whole, firstDay); day < Math.min(end, endDay); day++) covered[day - firstDay] = 1;
		open = Math.max(open, end);
	}
	return covered;
}

/**
 * Credits by local hour of the week (Monday 00 first) over the last weeks; null without any. Days that are kept as sums
 * say nothing of their hours.
 */
function hourOfWeek(timeline: Timeline, zone: ZoneTable, asOf: number): Float64Array | null {
	const hours = new Float64Array(168);
	let total = 0;
	for (let k = stretchesBefore(timeline, asOf - PROFILE_DAYS * DAY_MS); k < timeline.count; k++) {
		if (timeline.dayEnd[k] !== 0) continue;
		const local = localTime(zone, timeline.from[k] as number);
		const day = Math.floor(local / DAY_MS);
		const hour = weekday(day) * 24 + Math.floor((local - day * DAY_MS) / HOUR_MS);
		const credits =
			((timeline.unitsBefore[k + 1] as number) - (timeline.unitsBefore[k] as number)) / UNITS_PER_CREDIT;
		hours[hour] = (hours[hour] as number) + credits;
		total += credits;
	}
	return total > 0 ? hours : null;
}

function creditsPerInteraction(timeline: Timeline, asOf: number): number | null {
	const k = stretchesBefore(timeline, asOf - SIZE_DAYS * DAY_MS);
	const interactions =
		(timeline.interactionsBefore[timeline.count] as number) - (timeline.interactionsBefore[k] as number);
	const units = (timeline.unitsBefore[timeline.count] as number) - (timeline.unitsBefore[k] as number);
	return interactions > 0 && units > 0 ? units / interactions / UNITS_PER_CREDIT : null;
}

/** What is read off the paths: every tier, and where there is a cap, the level at which each would stop under it. */
export function forecastLevels({ card, cap }: CycleTerms): number[] {
	const tiers = card.tiers.map(({ includedCredits }) => includedCredits);
	const levels = cap === null ? tiers : [...tiers, ...tiers.map((tier) => tier + cap)];
	return [...new Set(levels)].sort((a, b) => a - b);
}

/** A year with the as-of's cycle, and cycles back that past forecasts are looked at in. */
const NEXT_CYCLES = 11;
const PAST_CYCLES = 12;

/** The cycles before and after the one of the as-of. */
export function cyclesAround(
	{ cycleRule }: Rules,
	terms: readonly CycleTerms[],
	current: Cycle
): Pick<ForecastInput, 'past' | 'next'> {
	return {
		past: terms
			.filter(({ cycle }) => cycle.end <= current.start)
			.slice(-PAST_CYCLES)
			.map(({ cycle, tier }) => ({ cycle, tier })),
		next: Array.from({ length: NEXT_CYCLES }, (_, k) => shiftCycle(cycleRule, current, k + 1))
	};
}

/** What the settings say of days to come; growth begins on the as-of's day, so no past forecast is made with it. */
export const planOf = (settings: Settings, today: number): DemandPlan => {
	const { contract, events, growthPercentPerMonth } = settings;
	return {
		country: contract.country,
		events,
		growth: growthPercentPerMonth === null ? null : { percentPerMonth: growthPercentPerMonth, from: today }
	};
};

/** The stretches whose demand is unknown, by the contract's own ledgers and by what the user marks. */
export async function censoredOf(usage: Usage): Promise<Stretch[]> {
	const ledgers: LedgerResult[] = [];
	for (const one of usage.terms) {
		const ledger = await usage.inForce(one);
		if (ledger) ledgers.push(ledger);
	}
	return censoredStretches(ledgers, usage.marked());
}

/**
 * By local day of `[firstDay, endDay)`: 1 where it is covered as a whole and no agents stood still.
 * @param censored where agents stood still; null: as the usage's own contract says
 */
export async function knownDays(
	usage: Usage,
	firstDay: number,
	endDay: number,
	censored: readonly Stretch[] | null = null
): Promise<Uint8Array> {
	const { zone } = usage.rules;
	const known = coveredDays(
		zone,
		usage.names.layers.map(({ record }) => coverageOf(record, zone)),
		firstDay,
		endDay
	);
	for (const { from, to } of censored ?? (await censoredOf(usage)))
		for (let day = Math.max(dayOf(zone, from), firstDay); day < endDay && startOfDay(zone, day) < to; day++)
			known[day - firstDay] = 0;
	return known;
}

/**
 * Everything a forecast starts from. Days that are not covered, or in which agents stood still, are missing.
 * @param censored where agents stood still; null: as the usage's own contract says
 */
export async function forecastInput(
	usage: Usage,
	seed: number,
	paths: number,
	censored: readonly Stretch[] | null = null
): Promise<ForecastInput> {
	const { zone } = usage.rules;
	const { asOf, timeline } = usage;
	const terms = usage.termsAt(null);
	const today = dayOf(zone, asOf);
	const begin = dayOf(zone, usage.first);
	const firstDay = Math.max(begin, today - HISTORY_DAYS);
	const endDay = today + 1;
	const series = dailyCredits(usage, firstDay, endDay);

	const covered = await knownDays(usage, begin, endDay, censored);
	for (let day = firstDay; day < today; day++)
		if (!covered[day - begin]) for (const key of SERIES) series[key][day - firstDay] = NaN;

	const creditsIn = (from: number, to: number): number =>
		creditsOfUnits(
			(timeline.unitsBefore[stretchesBefore(timeline, to)] as number) -
				(timeline.unitsBefore[stretchesBefore(timeline, from)] as number)
		);
	const wholeCycle = ({ start, end }: Cycle): boolean =>
		covered.subarray(Math.max(0, dayOf(zone, start) - begin), dayOf(zone, end) - begin).every(Boolean) &&
		dayOf(zone, start) >= begin;
	return {
		asOf,
		zone,
		cycle: terms.cycle,
		used: creditsIn(terms.cycle.start, Infinity),
		firstDay,
		series,
		hourOfWeek: hourOfWeek(timeline, zone, asOf),
		creditsPerInteraction: creditsPerInteraction(timeline, asOf),
		tiers: forecastLevels(terms),
		...cyclesAround(usage.rules, usage.terms, terms.cycle),
		totals: usage.terms
			.filter(({ cycle }) => cycle.end <= terms.cycle.start)
			.map(({ cycle }) => ({
				cycle,
				credits: wholeCycle(cycle) ? creditsIn(cycle.start, cycle.end) : NaN
			})),
		plan: planOf(usage.rules.settings, today),
		assumed: null,
		seed,
		paths
	};
}
