import {
	brushed,
	LENGTH_BIN,
	ownBins,
	stretchesOf,
	VIEWS,
	type BinSums
} from '$lib/engine/explore/rows/brush';
import type { CallsBrush, ViewName } from '$lib/workers/api';
import { type CallsQuery, withoutView } from './callsQuery';

/** Bins of a view, half-open. */
export interface Bins {
	readonly from: number;
	readonly to: number;
}

const [VOICE, PREMIUM] = [1, 2];

/** How many bins a view has. */
export function binsIn(brush: CallsBrush, view: ViewName): number {
	const { bins, interactions } = brush.tables[view];
	return view === brush.active ? interactions.length - 1 : bins;
}

/**
 * The bins of a view that a query has chosen, as stretches: all where it says nothing of the view. Null where it says
 * what bins cannot, such as a length between two of them.
 */
export function chosenBins(query: CallsQuery, brush: CallsBrush, view: ViewName): Bins[] | null {
	const all = binsIn(brush, view);
	const named = (names: readonly string[], wanted: readonly string[]) =>
		stretchesOf(wanted.map((name) => names.indexOf(name)).filter((bin) => bin >= 0));
	switch (view) {
		case 'time': {
			if (!query.days) break;
			const from = Math.max(0, query.days.from - brush.firstDay);
			const to = Math.min(all, query.days.to + 1 - brush.firstDay);
			return to > from ? [{ from, to }] : [];
		}
		case 'hours':
			if (!query.hours) break;
			return stretchesOf(query.hours);
		case 'kind':
			return stretchesOf(
				[0, 1, 2, 3].filter(
					(kind) =>
						(query.channel === null || (query.channel === 'voice') === ((kind & VOICE) !== 0)) &&
						(query.class === null || (query.class === 'premium') === ((kind & PREMIUM) !== 0))
				)
			);
		case 'agent':
			if (!query.agents) break;
			return named(brush.agents.names, query.agents);
		case 'entity':
			if (!query.entities) break;
			return named(brush.entities.names, query.entities);
		case 'length': {
			if (!query.length) break;
			const from = query.length.from / LENGTH_BIN;
			const to = query.length.to === null ? brush.lengths + 1 : query.length.to / LENGTH_BIN;
			if (!Number.isInteger(from) || from > brush.lengths) return null;
			if (!Number.isInteger(to) || (query.length.to !== null && to > brush.lengths)) return null;
			return [{ from, to }];
		}
	}
	return [{ from: 0, to: all }];
}

/** A query with other bins of a view chosen; none: the view chooses nothing any more. */
export function withBins(
	query: CallsQuery,
	brush: CallsBrush,
	view: ViewName,
	bins: readonly number[]
): CallsQuery {
	const without = withoutView(query, view);
	const [first = 0] = bins;
	const last = bins[bins.length - 1] ?? 0;
	if (bins.length === 0) return without;
	switch (view) {
		case 'time':
			return { ...without, days: { from: brush.firstDay + first, to: brush.firstDay + last } };
		case 'hours':
			return { ...without, hours: bins };
		case 'kind': {
			const same = (bit: number) => bins.every((kind) => (kind & bit) === (first & bit));
			return {
				...without,
				channel: same(VOICE) ? ((first & VOICE) === 0 ? 'chat' : 'voice') : null,
				class: same(PREMIUM) ? ((first & PREMIUM) === 0 ? 'standard' : 'premium') : null
			};
		}
		case 'agent':
			return { ...without, agents: bins.flatMap((bin) => brush.agents.names[bin] ?? []) };
		case 'entity':
			return { ...without, entities: bins.flatMap((bin) => brush.entities.names[bin] ?? []) };
		case 'length':
			return {
				...without,
				length: {
					from: first * LENGTH_BIN,
					to: last >= brush.lengths ? null : (last + 1) * LENGTH_BIN
				}
			};
	}
}

/** What every picture shows while some bins of the active one are chosen, and what that comes to in all. */
export interface BrushSums {
	readonly views: Readonly<Record<ViewName, BinSums>>;
	readonly interactions: number;
	readonly units: number;
	/** by bin of the view of lengths: the part of its units that stems from rounding up */
	readonly rounding: Float64Array;
}

/** What no brush over the active view changes: its own bins, and their rounding where it is the view of lengths. */
export interface OwnSums {
	readonly bins: BinSums;
	readonly rounding: Float64Array | null;
}

/** Once for an index: what stays the same object with every move is not drawn anew. */
export function ownSums(brush: CallsBrush): OwnSums {
	const { active, tables } = brush;
	return {
		bins: ownBins(tables[active]),
		rounding: active === 'length' ? ownBins(roundingOf(brush)).units : null
	};
}

const roundingOf = ({ tables: { length } }: CallsBrush) => ({ ...length, units: length.rounding });

export function sumsOf(brush: CallsBrush, own: OwnSums, chosen: readonly Bins[]): BrushSums {
	const { active, tables } = brush;
	const views = {} as Record<ViewName, BinSums>;
	for (const view of VIEWS) views[view] = view === active ? own.bins : brushed(tables[view], chosen);
	const total = brushed(tables[active], chosen);
	return {
		views,
		interactions: total.interactions[0] ?? 0,
		units: total.units[0] ?? 0,
		rounding: own.rounding ?? brushed(roundingOf(brush), chosen).units
	};
}
