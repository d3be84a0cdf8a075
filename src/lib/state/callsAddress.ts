import { stretchesOf } from '$lib/engine/explore/rows/brush';
import { dayOf, formatDay } from '$lib/engine/time';
import type { CallsFilter, CallsSort, CycleView, Range } from '$lib/workers/api';

/** Which calls and chats are asked for, in which order, as the address of the screen says it. Null: all. */
export interface CallsQuery extends Omit<CallsFilter, 'time'> {
	/** local days, both included */
	readonly days: { readonly from: number; readonly to: number } | null;
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

const rangeText = ({ from, to }: Range): string => `${from}-${to ?? ''}`;

const hoursText = (hours: readonly number[]): string =>
	stretchesOf(hours)
		.map(({ from, to }) => (to === from + 1 ? String(from) : `${from}-${to - 1}`))
		.join('.');

/** The address of a query: what is as it is without one is left out. */
export function paramsOf(query: CallsQuery): URLSearchParams {
	const params = new URLSearchParams();
	const set = (key: string, value: string | null) => value !== null && params.set(key, value);
	for (const agent of query.agents ?? []) params.append('agent', agent);
	for (const entity of query.entities ?? []) params.append('entity', entity);
	set('channel', query.channel);
	set('class', query.class);
	set('licence', query.licence);
	set('from', query.days && formatDay(query.days.from));
	set('to', query.days && formatDay(query.days.to));
	set('hours', query.hours && hoursText(query.hours));
	set('length', query.length && rangeText(query.length));
	set('credits', query.credits && rangeText(query.credits));
	set('short', query.short === null ? null : query.short ? 'yes' : 'no');
	const sort = `${query.descending ? '-' : ''}${query.sort}`;
	set('sort', sort === '-time' ? null : sort);
	return params;
}

/** The address's query that leads from a figure to the calls and chats it stands for. */
export const callsAddress = (wanted: Partial<CallsQuery>): string =>
	paramsOf({ ...NO_QUERY, ...wanted }).toString();

/** The local days of the cycle on screen, as far as they are known. */
export function daysOf({ cycle, context }: CycleView): NonNullable<CallsQuery['days']> {
	const { zone, asOf } = context;
	return { from: dayOf(zone, cycle.start), to: dayOf(zone, Math.min(cycle.end - 1, asOf)) };
}
