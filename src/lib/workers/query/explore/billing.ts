import {
	ANCHOR_DAYS,
	BILLING_ZONES,
	boundsOf,
	cutsDay,
	LengthCounts,
	periodsOf,
	Predictions,
	spaceAround,
	type Period,
	type ScannedRows
} from '../../../engine/explore/reconcile';
import type { CycleTerms } from '../../../engine/ledger';
import { LayerRating, newRated } from '../../../engine/rating';
import { summedDays } from '../../../engine/rollup';
import { rowsBetween } from '../../../engine/table';
import { DAY_MS } from '../../../engine/time';
import { coverageOf } from '../../coverage';
import { zoneTable } from '../../zone';
import type { NamedLayer } from '../layers';
import type { Usage } from '../usage';

/** A month made ready to be rated under every rule set. */
export interface Billing {
	readonly terms: CycleTerms;
	readonly predictions: Predictions;
	/** stretches whose usage is not known */
	readonly unknownPeriods: number;
	/** stretches that begin or end within a day kept as a sum */
	readonly cutPeriods: number;
}

const rated = newRated();

/** Position of a base's column in a layer; a layer without it is rated as it is. */
function durationOf({ record }: NamedLayer, base: string | null): number {
	const named = base === null ? -1 : record.durations.indexOf(base);
	return named < 0 ? record.ratedDuration : named;
}

/** Reads the rows between two instants once, rated by the card's own rules, block by block. */
export async function scanRows(
	usage: Usage,
	bases: readonly (string | null)[],
	from: number,
	to: number,
	visit: (rows: ScannedRows) => void
): Promise<void> {
	const { names, rules, cache } = usage;
	for (const [layer, named] of names.layers.entries()) {
		const { record } = named;
		const rating = new LayerRating(rules.plan, record.id, named.names, record.ratedDuration);
		for await (const { seq: block, block: columns, live } of cache.within(record, from, to)) {
			const { first, end } = rowsBetween(columns, from, to);
			if (first >= end) continue;
			rating.rate(columns, block, rated, first, end);
			const lengths = bases.map((base) => {
				const position = durationOf(named, base);
				return position === 0 ? columns.quantity : (columns.durations[position - 1] as Uint32Array);
			});
			visit({ layer, block, columns, rated, live, lengths, first, end });
		}
	}
}

/** The stretches that can be tried: the contract's own, and those whose usage is known but for a day at either end. */
function tryable(usage: Usage, periods: readonly Period[]) {
	const { names, rules, asOf, summaries } = usage;
	const from = Math.min(...names.layers.map(({ record }) => coverageOf(record, rules.zone).from));
	const days = summedDays([...summaries.values()]);
	const known = periods.filter(
		({ cycle }, k) => k === 0 || (cycle.start >= from - DAY_MS && cycle.end <= asOf + DAY_MS)
	);
	const whole = known.filter((period) => !cutsDay(period, days));
	return {
		periods: whole,
		unknownPeriods: periods.length - known.length,
		cutPeriods: known.length - whole.length
	};
}

async function prepare(usage: Usage, terms: CycleTerms): Promise<Billing> {
	const { names, rules, first, asOf, summaries } = usage;
	const { cycleRule, versions, plan } = rules;
	const ofFiles = names.layers.flatMap(({ record }) => (record.zone === null ? [] : [record.zone]));
	const zones = [...new Set([...ofFiles, ...BILLING_ZONES])].map((name) => zoneTable(name, first, asOf));
	const { periods, ...left } = tryable(usage, periodsOf(cycleRule, terms.cycle, zones, ANCHOR_DAYS));
	const bounds = boundsOf(periods);
	const [from, to] = [bounds[0] as number, bounds[bounds.length - 1] as number];
	const cards = versions.cards.filter(
		(_, k) => (versions.from[k] as number) < to && (versions.from[k + 1] ?? Infinity) > from
	);
	const durations = new Set(names.layers.flatMap(({ record }) => record.durations));
	const space = spaceAround(cards, periods, [...durations]);
	const counts = new LengthCounts(bounds, versions, space.bases.length);
	for (const summary of summaries.values()) counts.addDays(summary);
	await scanRows(usage, space.bases, from, to, ({ columns, rated: ofRows, live, lengths, first, end }) =>
		counts.add(columns, ofRows, live, lengths, first, end)
	);
	return { terms, predictions: new Predictions(counts.finish(), space, plan.tariffs), ...left };
}

const prepared = new WeakMap<Usage, Map<number, Promise<Billing>>>();

/** One scan of a month's rows serves every invoice that is tried on it. */
export function billingOf(usage: Usage, terms: CycleTerms): Promise<Billing> {
	const months = prepared.get(usage) ?? new Map<number, Promise<Billing>>();
	prepared.set(usage, months);
	const known = months.get(terms.cycle.start) ?? prepare(usage, terms);
	months.set(terms.cycle.start, known);
	known.catch(() => months.delete(terms.cycle.start));
	return known;
}
