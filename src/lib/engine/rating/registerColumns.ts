import type { RegisterEntry } from './register';

/** The columns of agents.csv (formats.md §2), in their order, and the fields of an entry that they are. */
export const REGISTER_FIELDS = {
	agent: 'agent',
	entity: 'entity',
	channel: 'channel',
	class: 'class',
	licence: 'licence',
	activated_at: 'activatedAt',
	deactivated_at: 'deactivatedAt',
	trial_days: 'trialDays',
	trial_credits: 'trialCredits',
	engagement_open_percent: 'engagementOpenPercent',
	engagement_closed_percent: 'engagementClosedPercent',
	price_credits: 'priceCredits',
	price_per_cycle: 'pricePerCycle',
	tags: 'tags'
} as const satisfies Readonly<Record<string, keyof RegisterEntry>>;

export type RegisterColumn = keyof typeof REGISTER_FIELDS;

export const REGISTER_COLUMNS = Object.keys(REGISTER_FIELDS) as readonly RegisterColumn[];

/** Those that hold numbers; amounts of money are text. */
export const REGISTER_NUMBERS: readonly RegisterColumn[] = [
	'trial_days',
	'trial_credits',
	'engagement_open_percent',
	'engagement_closed_percent',
	'price_credits'
];
