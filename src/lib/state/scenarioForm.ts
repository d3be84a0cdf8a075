import type { PlannedEvent } from '$lib/engine/forecast';
import { mixOfAssumptions } from '$lib/engine/planning/assumed/demand';
import { pointOf, type Mix } from '$lib/engine/planning/mix';
import type { RateCard } from '$lib/engine/rating/card';
import { parseDay } from '$lib/engine/time';
import * as format from '$lib/i18n/format';
import { scenarios as words } from '$lib/i18n/scenarios';
import type { PlanPolicy, Scenario } from '$lib/workers/api';
import { eventText } from './eventForm';

/** As many as a settings file takes. */
export const MOST_SCENARIOS = 50;
export const MOST_LETTERS = 100;

export const UNCHANGED: Omit<Scenario, 'id' | 'name'> = {
	assumptions: null,
	events: [],
	growthPercentPerMonth: null,
	tier: null,
	overage: null,
	overageCapCredits: null
};

const CHANNELS = ['voice', 'chat'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A scenario as it is being typed: decimal text, null where empty. */
export interface ScenarioDraft {
	readonly id: string;
	/** null: what it is called follows from what it changes */
	readonly name: string | null;
	readonly percent: Readonly<Record<Channel, string | null>>;
	/** first day of both changes, as a date */
	readonly from: string;
	readonly growth: string | null;
	readonly tier: number | null;
	readonly overage: PlanPolicy | null;
	readonly cap: string | null;
	/** what the form does not show stays */
	readonly assumptions: Scenario['assumptions'];
	readonly kept: readonly PlannedEvent[];
}

export const newDraft = (id: string, from: string): ScenarioDraft => ({
	id,
	name: null,
	percent: { voice: null, chat: null },
	from,
	growth: null,
	tier: null,
	overage: null,
	cap: null,
	assumptions: null,
	kept: []
});

/** The change of a channel from a day on, as the form makes it; null: none of the events is one. */
function changeOf(events: readonly PlannedEvent[], channel: Channel, from: string | null) {
	for (const event of events)
		if (event.kind === 'change' && event.channel === channel && event.class === null && event.to === null)
			if (from === null || event.from === from) return event;
	return null;
}

/** A scenario to be changed in the form. `from`: proposed where it changes no channel. */
export function draftOf(scenario: Scenario, from: string): ScenarioDraft {
	const { events } = scenario;
	const first = changeOf(events, 'voice', null) ?? changeOf(events, 'chat', null);
	const shown = CHANNELS.map((channel) => (first ? changeOf(events, channel, first.from) : null));
	const text = (event: (typeof shown)[number] | undefined) => (event ? String(event.percent) : null);
	return {
		id: scenario.id,
		name: scenario.name,
		percent: { voice: text(shown[0]), chat: text(shown[1]) },
		from: first?.from ?? from,
		growth: scenario.growthPercentPerMonth?.toString() ?? null,
		tier: scenario.tier,
		overage: scenario.overage,
		cap: scenario.overageCapCredits?.toString() ?? null,
		assumptions: scenario.assumptions,
		kept: events.filter((event) => !shown.some((one) => one === event))
	};
}

/** The scenario, or what is missing of it. `cap`: the workspace's own overage cap. */
export function scenarioOf(draft: ScenarioDraft, cap: number | null): Scenario | 'name' | 'cap' {
	const t = words.current.changes;
	const added = CHANNELS.flatMap((channel): PlannedEvent[] => {
		const percent = Number(draft.percent[channel] ?? 0);
		if (percent === 0) return [];
		const span = { from: draft.from, to: null, channel, class: null };
		return [{ kind: 'change', name: t.event[channel], percent, ...span }];
	});
	const scenario: Scenario = {
		id: draft.id,
		name: '',
		assumptions: draft.assumptions,
		events: [...draft.kept, ...added],
		growthPercentPerMonth: draft.growth === null ? null : Number(draft.growth),
		tier: draft.tier,
		overage: draft.overage,
		overageCapCredits: draft.overage !== 'capped' || draft.cap === null ? null : Number(draft.cap)
	};
	if (scenario.overage === 'capped' && scenario.overageCapCredits === null && cap === null) return 'cap';
	const name = (draft.name ?? nameOf(scenario)).trim().slice(0, MOST_LETTERS);
	return name === '' ? 'name' : { ...scenario, name };
}

/** `+20%`, `−5%` */
export const signed = (percent: number): string =>
	`${percent < 0 ? '−' : '+'}${format.percent(Math.abs(percent) / 100, 1)}`;

function usageText(event: PlannedEvent): string {
	const t = words.current.changes;
	if (event.kind !== 'change' || event.channel === null || event.class !== null || event.to !== null)
		return `${event.name}: ${eventText(event)}`;
	const from = format.day(parseDay(event.from) ?? 0, { weekday: false, year: true });
	return t.usage(signed(event.percent), t.channels[event.channel], from);
}

/** Minutes and messages of an average month. */
export function volumesText(mix: Mix): string {
	const { minutes, messages } = pointOf(mix);
	return words.current.changes.volumes(format.integer(minutes), format.integer(messages));
}

/** What is changed of usage, an event each. */
export const usageTexts = (scenario: Pick<Scenario, 'events'>): string[] => scenario.events.map(usageText);

/** The average month of a scenario's assumptions under a card; null: it has none. */
export const mixOf = ({ assumptions }: Scenario, card: RateCard | null): Mix | null =>
	assumptions && card && mixOfAssumptions(assumptions, card);

/** What a scenario changes, in a few words each. `mix`: of its assumptions. */
export function changeTexts(scenario: Scenario, mix: Mix | null): string[] {
	const t = words.current.changes;
	const { growthPercentPerMonth: growth, tier, overage, overageCapCredits: cap } = scenario;
	return [
		...(mix ? [t.mix(volumesText(mix))] : []),
		...usageTexts(scenario),
		...(growth === null ? [] : [t.growth(signed(growth))]),
		...(tier === null ? [] : [t.plan(format.integer(tier))]),
		...(overage === null ? [] : [t.policies[overage]]),
		...(cap === null ? [] : [t.cap(format.integer(cap))])
	];
}

/** What a scenario is called where nobody says; empty where it changes nothing. `mix`: of its assumptions. */
export function nameOf(scenario: Scenario, mix: Mix | null = null): string {
	const text = changeTexts(scenario, mix).join(', ').slice(0, MOST_LETTERS);
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
