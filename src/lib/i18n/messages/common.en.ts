export default {
	appName: 'Drawdown',
	description:
		'When do your AI credits run out? Exact credit use, forecast and plan comparison, in your browser.',
	skip: 'Skip to the content',
	mainNavigation: 'Main',
	groups: { now: 'Now', decide: 'Decide', explore: 'Explore', data: 'Data' },
	routes: {
		overview: 'Overview',
		forecast: 'Forecast',
		plans: 'Plans',
		mix: 'Mix',
		scenarios: 'Scenarios',
		budgets: 'Budgets',
		usage: 'Usage',
		import: 'Import',
		settings: 'Settings'
	},
	/** parts of Settings */
	settings: { contract: 'Contract', card: 'Rate card', agents: 'Agents', storage: 'Storage' },
	more: 'More',
	language: 'Language',
	palette: 'Go to…',
	dark: 'Dark',
	privacy: 'Saved on this device. Nothing leaves the browser.',
	unsaved: 'Nothing can be saved here. Nothing leaves the browser.',
	sample: 'Sample data',
	assumed: 'assumed',

	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	remove: 'Remove',
	undo: 'Undo',
	retry: 'Try again',
	dismiss: 'Dismiss',
	export: 'Export',
	loading: 'Loading',
	none: 'none',
	unassigned: 'unassigned',

	update: {
		title: 'A new version is ready',
		text: 'Nothing changes until you reload. Other tabs go on as they are.',
		action: 'Reload to update',
		waits: {
			importing: 'The update waits: an import is under way.',
			choosing: 'The update waits: a chosen file is not imported yet.',
			settings: 'The update waits: changed settings are not saved yet.'
		}
	},

	workspace: {
		label: 'Workspace',
		switch: 'Switch workspace',
		new: 'New workspace…',
		rename: 'Rename…',
		remove: 'Remove',
		unnamed: 'My workspace',
		removed: (name: string) => `Removed “${name}”`
	},

	context: {
		label: 'What the figures answer',
		cycle: 'Billing cycle',
		plan: 'Plan',
		noPlan: 'none chosen',
		overage: 'Overage',
		policies: { off: 'off', on: 'on', capped: 'capped' },
		yourContract: 'your contract',
		knownTo: (instant: string, zone: string) => `Known to ${instant}, ${zone}`,
		assumedFrom: (date: string) => `Assumed from ${date}`,
		viewing: (what: string) => `Viewing ${what}`,
		back: 'Back to your contract'
	},

	values: {
		wholeNumber: 'Use a whole number.',
		number: 'Use a number, such as 60,000.5.',
		between: (min: string, max: string) => `Use a number from ${min} to ${max}.`,
		atLeast: (min: string) => `Use a number of at least ${min}.`,
		atMost: (max: string) => `Use a number up to ${max}.`,
		decimals: (n: number) => `Use at most ${n} decimals.`,
		needed: 'A value is needed here.'
	}
};
