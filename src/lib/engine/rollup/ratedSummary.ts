import { trialMayReach } from '../ledger/trial';
import { newRated, type LayerRating } from '../rating/layerRating';
import { entryOf } from '../rating/registerIndex';
import { isMetered, PREMIUM, SLOT, TRIAL, VOICE } from '../rating/slot';
import { callUnits, chatUnits, type Tariff } from '../rating/tariff';
import { versionAt } from '../rating/versions';
import { KIND_VOICE } from '../table/columns';
import type { Summary, SummaryRule } from '../table/summary';
import { startOfDay, type Cycle } from '../time';
import type { CubeNames } from './builder';
import { newCells, type Cells } from './cells';
import type { Cutter } from './cutters';
import { normalise } from './merge';

/** The entries of a summary with what rating says of each. */
export interface RatedSummary {
	readonly summary: Summary;
	/** the day of each entry, as a stretch: all that is known of a time within it */
	readonly days: readonly Cycle[];
	/** bits of `rating/slot.ts` */
	readonly state: Uint8Array;
	/** what the entry's interactions draw, or would draw if they were metered */
	readonly units: Float64Array;
}

/**
 * Rates a layer's summary. Class and licence are those of the rules now, at the day's granularity: an activation
 * counts for the whole of its day. Only where {@link summaryConflict} finds nothing.
 */
export function rateSummary(summary: Summary, rating: LayerRating): RatedSummary {
	const { entries, kind, agent, entity, day } = summary;
	const { zone, tariffs, versions } = rating.plan;
	const none = new Uint32Array(entries);
	const days: Cycle[] = [];
	for (let k = 0; k < entries; k++) {
		const number = day[k] as number;
		days.push(
			k > 0 && day[k - 1] === number
				? (days[k - 1] as Cycle)
				: { start: startOfDay(zone, number), end: startOfDay(zone, number + 1) }
		);
	}
	// Rated as rows of no length at the last instant of their day, for the bits alone: versions begin with a day.
	const rated = newRated(entries);
	const columns = {
		rows: entries,
		start: Float64Array.from(days, ({ end }) => end - 1),
		quantity: none,
		kind,
		agent,
		entity,
		outcome: none,
		caseCode: none,
		line: none,
		durations: Array.from({ length: rating.duration }, () => none)
	};
	rating.rate(columns, 0, rated);
	const units = new Float64Array(entries);
	for (let k = 0; k < entries; k++) {
		const tariff = tariffs[versionAt(versions, (days[k] as Cycle).start)] as Tariff;
		const state = rated.state[k] as number;
		const premium = (state & PREMIUM) === 0 ? 0 : 1;
		units[k] =
			(state & VOICE) === 0
				? chatUnits(summary.quantity[k] as number, premium, tariff)
				: callUnits(summary.seconds[k] as number, premium, tariff);
	}
	return { summary, days, state: rated.state.map((bits) => bits & SLOT), units };
}

/** Why a summary's sums say nothing under other rules than its own. */
export type SummaryConflict = 'zone' | 'rounding' | 'wholeCredits' | 'trial';

/**
 * Whether a summary can be rated (formats.md §3): only in its zone, under its rounding on every day with calls, never
 * under whole credits per call, and not where a trial, which its credits may end, touches one of its days. A trial
 * without an activation begins with an interaction whose time is no longer known. Null: it can.
 */
export function summaryConflict(
	summary: Summary,
	rule: SummaryRule,
	{ plan, names }: LayerRating
): SummaryConflict | null {
	if (plan.zone.name !== rule.timeZone) return 'zone';
	const { cards } = plan.versions;
	let known: number | null = null;
	for (let k = 0; k < summary.entries; k++) {
		const day = summary.day[k] as number;
		if (day === known || ((summary.kind[k] as number) & KIND_VOICE) === 0) continue;
		known = day;
		const rounding = cards[versionAt(plan.versions, startOfDay(plan.zone, day))]?.voiceRounding;
		if (rounding?.wholeCreditsPerCall) return 'wholeCredits';
		if (
			rounding?.shortCallSeconds !== rule.shortCallSeconds ||
			rounding.initialSeconds !== rule.initialSeconds ||
			rounding.incrementSeconds !== rule.incrementSeconds
		)
			return 'rounding';
	}
	if (!plan.licence.includes(TRIAL)) return null;
	for (let k = 0; k < summary.entries; k++) {
		const voice = ((summary.kind[k] as number) & KIND_VOICE) === 0 ? 0 : 1;
		const agent = names.agents[summary.agent[k] as number] as string;
		const entity = names.entities[summary.entity[k] as number] as string;
		const day = summary.day[k] as number;
		const entry = entryOf(plan.register, agent, entity, voice);
		if (trialMayReach(plan, entry, startOfDay(plan.zone, day), startOfDay(plan.zone, day + 1)))
			return 'trial';
	}
	return null;
}

/** A cube of a rated summary: each day is a point at its first instant. */
export function summaryCells(
	{ summary, days, state, units }: RatedSummary,
	cut: Cutter,
	by: CubeNames
): Cells {
	const cells = newCells(summary.entries);
	for (let k = 0; k < summary.entries; k++) {
		const { start } = days[k] as Cycle;
		cells.from[k] = cut(start).start;
		cells.interactions[k] = summary.interactions[k] as number;
		cells.quantity[k] = summary.quantity[k] as number;
		cells.seconds[k] = summary.seconds[k] as number;
		cells.nonBillable[k] = summary.nonBillable[k] as number;
		cells.units[k] = units[k] as number;
		cells.first[k] = start;
		cells.last[k] = start;
		cells.agent[k] = by.agent ? (summary.agent[k] as number) : 0;
		cells.entity[k] = by.entity ? (summary.entity[k] as number) : 0;
		cells.slot[k] = state[k] as number;
	}
	return normalise(cells);
}

/** The days on which summaries hold metered interactions, ascending, each once: what is known to the day only. */
export function summedDays(summaries: readonly RatedSummary[]): Cycle[] {
	const days = new Map<number, Cycle>();
	for (const { days: own, state } of summaries)
		for (const [k, day] of own.entries()) if (isMetered(state[k] as number)) days.set(day.start, day);
	return [...days.values()].sort((a, b) => a.start - b.start);
}
