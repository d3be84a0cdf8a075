import type { RegisterColumn } from '$lib/engine/rating/registerColumns';

const must: Record<RegisterColumn, string> = {
	agent: 'a name',
	entity: 'a name',
	channel: 'chat, voice or nothing',
	class: 'standard, premium or nothing',
	licence: 'metered, unlimited, trial or nothing',
	activated_at: 'a date such as 2026-03-01, or an instant',
	deactivated_at: 'a date such as 2026-03-01, or an instant',
	trial_days: 'a whole number',
	trial_credits: 'a whole number',
	engagement_open_percent: 'a number with at most three decimals',
	engagement_closed_percent: 'a number with at most three decimals',
	price_credits: 'a whole number',
	price_per_cycle: 'an amount such as 29.00',
	tags: 'key=value;key=value, no key twice'
};

export default {
	heading: 'Agents',
	lead: 'What no usage file says of an agent. The most specific entry counts: one that names an entity goes before one that names a channel. Nothing under a trial or an unlimited licence draws credits.',
	empty: 'No agent is known yet. Import usage, and its agents stand here; or import agents.csv, or add one.',
	filter: 'Filter by agent, entity or tag',
	found: (count: number, text: string) => (count === 1 ? '1 line' : `${text} lines`),
	unregistered: 'in usage only',
	everywhere: 'everywhere',
	fields: {
		agent: 'Agent',
		entity: 'Entity',
		channel: 'Channel',
		class: 'Class',
		licence: 'Licence',
		activatedAt: 'Active from',
		deactivatedAt: 'Active to',
		trialDays: 'Trial days',
		trialCredits: 'Trial credits',
		engagementOpenPercent: 'Engagement when open',
		engagementClosedPercent: 'Engagement when closed',
		priceCredits: 'Price in credits',
		pricePerCycle: 'Price per billing cycle',
		tags: 'Tags'
	},
	channels: { all: 'both', chat: 'chats', voice: 'calls' },
	classes: { none: '–', standard: 'standard', premium: 'premium' },
	licences: { none: '–', metered: 'metered', unlimited: 'unlimited', trial: 'trial' },
	actions: 'Actions',
	edit: 'Edit',
	of: (what: string, name: string) => `${what}: ${name}`,
	more: (count: string) => `Show ${count} more`,
	add: 'Add an agent',
	import: 'Import agents.csv',
	export: 'Export agents.csv',
	paste: 'Paste rows',
	pasteHelp: 'Rows of a spreadsheet, with the names of the columns first: agent, licence, tags …',
	read: 'Read',
	removed: (name: string) => `Removed ${name} from the register`,

	dialog: {
		add: 'Add an agent',
		edit: (name: string) => `Edit ${name}`,
		agentHelp: 'As it is written in the usage, letter by letter.',
		entityHelp: 'Empty: all of them.',
		classHelp: 'Of rows that say none.',
		activatedHelp: 'Empty: its first call or chat.',
		trialDaysHelp: 'Empty: 30.',
		trialCreditsHelp: 'Empty: 5,000.',
		percentUnit: '%',
		priceCreditsHelp: 'The vendor’s figure, shown only.',
		tagsHelp: 'key=value;key=value, e.g. cost centre=4711',
		needed: 'An agent needs a name.',
		twice: 'There is an entry for this agent, entity and channel. Edit that one.',
		date: 'Use a date such as 2026-03-01, or an instant such as 2026-03-01T05:00:00.000Z.',
		tags: 'Write key=value;key=value, and no key twice.',
		take: 'Take'
	},

	file: {
		title: (name: string) => `What “${name}” would change`,
		pasted: 'What the pasted rows would change',
		headless:
			'This is no register: its first line names no column “agent”. Put the names of the columns first. Nothing was changed.',
		same: 'Nothing: the register says the same.',
		refused: (count: number, text: string) =>
			count === 1 ? 'One line cannot be taken' : `${text} lines cannot be taken`,
		line: 'Line',
		why: 'Why',
		twice: (agent: string) => `${agent} has an entry for the same entity and channel above`,
		cells: 'It has more cells than columns, or quotation marks that do not close',
		must: (column: RegisterColumn, value: string) => `${column} is “${value}”; it must be ${must[column]}`,
		unknown: (names: string) => `Columns that a register has not are left out: ${names}.`,
		what: 'Change',
		kinds: { new: 'new', changed: 'changed', gone: 'removed' },
		value: (field: string, before: string, after: string) =>
			before === '' ? `${field}: ${after}` : `${field}: ${before} → ${after || 'nothing'}`,
		rest: (count: string) => `and ${count} more`,
		merge: 'Add and change',
		replace: 'Replace the register',
		replaceText: (count: number, text: string) =>
			count === 0
				? 'Replacing would remove nobody.'
				: count === 1
					? 'Replacing would also remove the one entry that is not in the file.'
					: `Replacing would also remove the ${text} entries that are not in the file.`,
		taken: 'The register is as the file says. Save the settings to keep it.'
	}
};
