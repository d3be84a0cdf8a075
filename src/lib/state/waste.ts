import * as format from '$lib/i18n/format';
import { waste as words } from '$lib/i18n/waste';
import { dayOf, type Cycle, type ZoneTable } from '$lib/engine/time';
import type { LeverView, WasteView } from '$lib/workers/api';
import { NO_QUERY, paramsOf } from './callsQuery';

/** One lever in the picture and the table. Credits and interactions a month, on average over the months. */
export interface WasteRow {
	readonly id: LeverView['lever'];
	readonly name: string;
	/** how it is counted */
	readonly what: string;
	readonly credits: number;
	readonly share: number;
	readonly interactions: number;
	readonly view: LeverView;
}

function nameOf({ lever }: LeverView, { shortCallSeconds, justAboveSeconds }: WasteView): string {
	const t = words.current.levers;
	return lever === 'justAbove' ? t.justAbove(format.integer(shortCallSeconds + justAboveSeconds)) : t[lever];
}

function whatOf({ lever }: LeverView, view: WasteView): string {
	const t = words.current.what;
	if (lever === 'justAbove')
		return t.justAbove(
			format.integer(view.shortCallSeconds),
			format.integer(view.shortCallSeconds + view.justAboveSeconds)
		);
	const { calls, seconds, minutes } = view.repeats;
	if (lever === 'repeated')
		return t.repeated(format.integer(calls), format.integer(seconds), format.integer(minutes));
	return t[lever];
}

/** Most credits first, as the view has them. */
export function wasteRows(view: WasteView): WasteRow[] {
	const months = view.cycles.length;
	return view.levers.map((lever) => ({
		id: lever.lever,
		name: nameOf(lever, view),
		what: whatOf(lever, view),
		credits: lever.credits / months,
		share: view.credits > 0 ? lever.credits / view.credits : 0,
		interactions: lever.interactions / months,
		view: lever
	}));
}

/** The address of an agent's calls and chats in the months that were counted; just above the threshold by their length. */
export function rowsOf(
	{ cycles, shortCallSeconds, justAboveSeconds }: WasteView,
	lever: LeverView['lever'],
	agent: string,
	zone: ZoneTable
): string {
	const [first, last] = [cycles[0], cycles[cycles.length - 1]] as [Cycle, Cycle];
	return paramsOf({
		...NO_QUERY,
		days: { from: dayOf(zone, first.start), to: dayOf(zone, last.end - 1) },
		agents: [agent],
		length:
			lever === 'justAbove' ? { from: shortCallSeconds, to: shortCallSeconds + justAboveSeconds } : null,
		class: lever === 'premium' ? 'premium' : null
	}).toString();
}

/** A mean of exact figures: to a tenth where it is small. */
export const monthly = (value: number): string => format.decimal(value, value < 100 ? 1 : 0);

export function wasteTitle(rows: readonly WasteRow[]): string {
	const t = words.current.title;
	const [most] = rows;
	return most && most.credits > 0 ? t.most(most.name, monthly(most.credits)) : t.nothing;
}

export function wasteLead({ cycles, whole, credits }: WasteView): string {
	const t = words.current;
	const months = cycles.length;
	return whole
		? t.lead(months, format.integer(months), monthly(credits / months))
		: t.running(format.credits(credits));
}

/** Which plan would have done without a lever, where it is another one or costs less; a sentence each. */
export function tierSentences(view: WasteView, rows: readonly WasteRow[], currency: string): string[] {
	const t = words.current;
	const { need, cycles } = view;
	const sentences: string[] = [];
	for (const { name, view: lever } of rows) {
		const { smallest, cheapest } = lever.need;
		if (smallest !== null && smallest !== need.smallest)
			sentences.push(
				need.smallest === null
					? t.tier.lasts(name, format.integer(smallest))
					: t.tier.smaller(name, format.integer(smallest), format.integer(need.smallest))
			);
		const saved = cheapest && need.cheapest ? Number(need.cheapest.total) - Number(cheapest.total) : 0;
		if (saved > 0)
			sentences.push(
				t.tier.saves(
					name,
					format.money(saved.toFixed(2), currency),
					t.months(cycles.length, format.integer(cycles.length))
				)
			);
	}
	return sentences;
}
