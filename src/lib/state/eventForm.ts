import type { PlannedEvent } from '$lib/engine/forecast';
import { forecast as words } from '$lib/i18n/forecast';
import * as format from '$lib/i18n/format';
import { parseDay } from '$lib/engine/time';

export const EVENT_KINDS = ['campaign', 'closure', 'newAgent', 'change'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** An event as it is being typed; dates as `YYYY-MM-DD`, amounts as decimal text. */
export interface EventDraft {
	readonly name: string;
	readonly kind: EventKind;
	readonly from: string;
	/** empty: no end */
	readonly to: string;
	readonly channel: '' | 'chat' | 'voice';
	/** percent, or credits a day for a new agent; null: empty */
	readonly amount: string | null;
}

/** What an amount may be, by kind: a campaign only adds, a closure only takes away. */
export const LIMITS: Readonly<Record<EventKind, { readonly min: number; readonly max: number }>> = {
	campaign: { min: 0, max: 1_000 },
	closure: { min: -100, max: 0 },
	newAgent: { min: 0, max: 1_000_000 },
	change: { min: -100, max: 1_000 }
};

export const USUAL: Readonly<Record<EventKind, string>> = {
	campaign: '30',
	closure: '-100',
	newAgent: '200',
	change: '-10'
};

export const emptyDraft = (from: string): EventDraft => ({
	name: '',
	kind: 'campaign',
	from,
	to: '',
	channel: '',
	amount: USUAL.campaign
});

/** The event, or what is missing of it. */
export function eventOf(draft: EventDraft): PlannedEvent | 'name' | 'from' | 'to' | 'amount' {
	const { kind } = draft;
	const name = draft.name.trim();
	if (name === '') return 'name';
	const from = parseDay(draft.from);
	if (from === null) return 'from';
	const to = draft.to === '' ? null : parseDay(draft.to);
	if (draft.to !== '' && (to === null || to < from)) return 'to';
	const amount = draft.amount === null ? NaN : Number(draft.amount);
	const { min, max } = LIMITS[kind];
	if (!(amount >= min && amount <= max)) return 'amount';
	const span = {
		name,
		from: draft.from,
		to: draft.to === '' ? null : draft.to,
		channel: draft.channel === '' ? null : draft.channel,
		class: null
	};
	return kind === 'newAgent' ? { ...span, kind, creditsPerDay: amount } : { ...span, kind, percent: amount };
}

/** One line of the list: when, what, how much. */
export function eventText(event: PlannedEvent): string {
	const t = words.current.events;
	const from = parseDay(event.from) ?? 0;
	const when =
		event.to === null
			? t.since(format.day(from, { year: true }))
			: format.dayRange(from, parseDay(event.to) ?? from, { year: true });
	const amount =
		event.kind === 'newAgent'
			? t.added(format.decimal(event.creditsPerDay))
			: t.percent(format.percent(Math.abs(event.percent) / 100, 1), event.percent >= 0);
	const what = event.channel === null ? t.all : t.channels[event.channel];
	return `${when}: ${amount}, ${what}`;
}
