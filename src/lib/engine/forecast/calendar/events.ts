import type { LocalDate } from '../../rating/card';
import { parseDay } from '../../time';

interface EventSpan {
	readonly name: string;
	/** first day */
	readonly from: LocalDate;
	/** last day, inclusive; null: no end */
	readonly to: LocalDate | null;
	/** what it touches; null: both */
	readonly channel: 'chat' | 'voice' | null;
	readonly class: 'standard' | 'premium' | null;
}

/** Usage changes by a percentage: never down in a campaign, never up in a closure, −100 is none at all. */
export interface UsageEvent extends EventSpan {
	readonly kind: 'campaign' | 'closure' | 'change';
	readonly percent: number;
}

/** Another agent starts: so many credits on each day. */
export interface NewAgentEvent extends EventSpan {
	readonly kind: 'newAgent';
	readonly creditsPerDay: number;
}

/** Something that is planned, or was, and that past usage alone does not tell. */
export type PlannedEvent = UsageEvent | NewAgentEvent;

/** An event as days and series: voice standard, voice premium, chat standard, chat premium. */
export interface EventEffect {
	readonly from: number;
	readonly to: number;
	readonly series: readonly number[];
	readonly factor: number;
	readonly added: number;
}

export function effectOf(event: PlannedEvent): EventEffect {
	const day = (text: LocalDate): number => parseDay(text) ?? NaN;
	const isVoice = (k: number) => k < 2;
	const isPremium = (k: number) => k % 2 === 1;
	return {
		from: day(event.from),
		to: event.to === null ? Infinity : day(event.to),
		series: [0, 1, 2, 3].filter(
			(k) =>
				(event.channel === null || isVoice(k) === (event.channel === 'voice')) &&
				(event.class === null || isPremium(k) === (event.class === 'premium'))
		),
		factor: event.kind === 'newAgent' ? 1 : 1 + event.percent / 100,
		added: event.kind === 'newAgent' ? event.creditsPerDay : 0
	};
}

export const within = ({ from, to }: EventEffect, day: number): boolean => day >= from && day <= to;
