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

/** An entity as a cell: as empty means all of them, the one without a name is a `\`, and one of such signs has one more. */
export const entityCell = (entity: string | null): string | null =>
	entity !== null && /^\\*$/.test(entity) ? `\\${entity}` : entity;

/** The entity of a cell; null: all of them. */
export const entityOf = (cell: string): string | null =>
	cell === '' ? null : /^\\+$/.test(cell) ? cell.slice(1) : cell;
