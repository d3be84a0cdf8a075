import { stretchesOf } from '$lib/engine/explore/rows/brush';
import { parseDay, startOfDay, type ZoneTable } from '$lib/engine/time';
import type { CallsFilter, CallsSort, Range, ViewName } from '$lib/workers/api';
import { callsAddress, type Days } from './callsAddress';

/** Which calls and chats are asked for, in which order, as the address of the screen says it. Null: all. */
export interface CallsQuery extends Omit<CallsFilter, 'time'> {
	readonly days: Days | null;
	readonly sort: CallsSort;
	readonly descending: boolean;
}

export const NO_QUERY: CallsQuery = {
	days: null,
	hours: null,
	channel: null,
	class: null,
	agents: null,
	entities: null,
	licence: null,
	length: null,
	credits: null,
	short: null,
	sort: 'time',
	descending: true
};

const oneOf = <T extends string>(text: string | null, values: readonly T[]): T | null =>
	values.find((value) => value === text) ?? null;

/** `60-120`, `60-`; null for anything else. */
function rangeOf(text: string | null): Range | null {
	const [first, last, ...rest] = (text ?? '').split('-');
	const from = first ? Number(first) : NaN;
	const to = last ? Number(last) : null;
	const known = rest.length === 0 && last !== undefined && from >= 0 && (to === null || to > from);
	return known ? { from, to } : null;
}

/** `8-17.32`: hours of the week as stretches, both ends included. */
function hoursOf(text: string | null): number[] | null {
	if (text === null) return null;
	const hours: number[] = [];
	for (const part of text.split('.')) {
		const [from = NaN, to = from] = part.split('-').map(Number);
		if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > 167) return null;
		for (let hour = from; hour <= to; hour++) hours.push(hour);
	}
	return hours;
}

export const sameDays = (a: CallsQuery['days'], b: CallsQuery['days']): boolean =>
	a !== null && a.from === b?.from && a.to === b.to;

/** Reads an address. What it cannot read is left out, and so the chips on screen do not name it. */
export function queryOf(params: URLSearchParams): CallsQuery {
	const names = (key: string) => (params.has(key) ? params.getAll(key) : null);
	const [from, to] = ['from', 'to'].map((key) => parseDay(params.get(key) ?? ''));
	const sort = params.get('sort') ?? '-time';
	const short = oneOf(params.get('short'), ['yes', 'no']);
	return {
		days: from != null && to != null && to >= from ? { from, to } : null,
		hours: hoursOf(params.get('hours')),
		channel: oneOf(params.get('channel'), ['voice', 'chat']),
		class: oneOf(params.get('class'), ['standard', 'premium']),
		agents: names('agent'),
		entities: names('entity'),
		licence: oneOf(params.get('licence'), ['metered', 'trial', 'unlimited']),
		length: rangeOf(params.get('length')),
		credits: rangeOf(params.get('credits')),
		short: short && short === 'yes',
		sort: oneOf(sort.replace('-', ''), ['time', 'length', 'credits']) ?? 'time',
		descending: sort.startsWith('-')
	};
}

const rangeText = ({ from, to }: Range): string => `${from}-${to ?? ''}`;

const hoursText = (hours: readonly number[]): string =>
	stretchesOf(hours)
		.map(({ from, to }) => (to === from + 1 ? String(from) : `${from}-${to - 1}`))
		.join('.');

/** The address of a query: what is as it is without one is left out. */
export function paramsOf(query: CallsQuery): URLSearchParams {
	const params = callsAddress(query);
	const set = (key: string, value: string | null) => value !== null && params.set(key, value);
	set('licence', query.licence);
	set('hours', query.hours && hoursText(query.hours));
	set('length', query.length && rangeText(query.length));
	set('credits', query.credits && rangeText(query.credits));
	set('short', query.short === null ? null : query.short ? 'yes' : 'no');
	const sort = `${query.descending ? '-' : ''}${query.sort}`;
	set('sort', sort === '-time' ? null : sort);
	return params;
}

/** The same in instants, for the worker. */
export function filterOf({ days, ...query }: CallsQuery, zone: ZoneTable): CallsFilter {
	const { sort: _, descending: __, ...filter } = query;
	return {
		...filter,
		time: days && { from: startOfDay(zone, days.from), to: startOfDay(zone, days.to + 1) }
	};
}

/** The parts of a query that one picture shows and a brush over it sets. */
export function withoutView(query: CallsQuery, view: ViewName): CallsQuery {
	const parts = {
		time: { days: null },
		hours: { hours: null },
		kind: { channel: null, class: null },
		agent: { agents: null },
		entity: { entities: null },
		length: { length: null }
	} satisfies Record<ViewName, Partial<CallsQuery>>;
	return { ...query, ...parts[view] };
}
