import { dayOf, formatDay, type Cycle } from '$lib/engine/time';
import type { CallsFilter, Context, CycleView, LayerView } from '$lib/workers/api';

/** local days, both included */
export interface Days {
	readonly from: number;
	readonly to: number;
}

/** What the calls and chats behind a figure have in common; what is left out or null narrows nothing. */
export interface RowsQuery extends Partial<Pick<CallsFilter, 'channel' | 'class' | 'agents' | 'entities'>> {
	readonly days?: Days | null;
}

/** The address's query that leads from a figure to the calls and chats it stands for. */
export function callsAddress({ agents, entities, channel, class: kind, days }: RowsQuery): URLSearchParams {
	const params = new URLSearchParams();
	const add = (key: string, values: readonly (string | null | undefined)[]) =>
		values.forEach((value) => value != null && params.append(key, value));
	add('agent', agents ?? []);
	add('entity', entities ?? []);
	add('channel', [channel]);
	add('class', [kind]);
	add('from', [days && formatDay(days.from)]);
	add('to', [days && formatDay(days.to)]);
	return params;
}

/** The local days of the cycle on screen, as far as they are known. */
export const daysOf = ({ cycle, context }: CycleView): Days => daysIn(cycle, context);

const daysIn = ({ start, end }: Cycle, { zone, asOf }: Context): Days => ({
	from: dayOf(zone, start),
	to: dayOf(zone, Math.min(end - 1, asOf))
});

/**
 * The rows behind a figure of a stretch of whole local days, `[start, end)`. Null where there are none to be shown: the
 * figure is of readings or assumptions, or of days of which only the sums are kept.
 */
export function rowsIn(
	{ view, layers }: { readonly view: CycleView | null; readonly layers: readonly LayerView[] },
	days: Cycle,
	wanted: RowsQuery = {}
): RowsQuery | null {
	const summed = layers.some(({ byDay, first, last }) => byDay && first < days.end && last >= days.start);
	if (view?.context.source !== 'rows' || summed) return null;
	return { ...wanted, days: daysIn(days, view.context) };
}
