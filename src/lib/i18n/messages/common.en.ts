export default {
	appName: 'Drawdown',
	description:
		'When do your AI credits run out? Exact credit use, forecast and plan comparison, in your browser.',
	skip: 'Skip to the content',
	mainNavigation: 'Main',
	groups: { now: 'Now', decide: 'Decide', data: 'Data' },
	routes: { overview: 'Overview', plans: 'Plans', import: 'Import', settings: 'Settings' },
	more: 'More',
	language: 'Language',
	dark: 'Dark',
	privacy: 'Saved on this device. Nothing leaves the browser.',
	sample: 'Sample data',
	assumed: 'assumed',

	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	remove: 'Remove',
	undo: 'Undo',
	retry: 'Try again',
	dismiss: 'Dismiss',
	loading: 'Loading',
	none: 'none',
	unassigned: 'unassigned',

	workspace: {
		label: 'Workspace',
		switch: 'Switch workspace',
		new: 'New workspace…',
		rename: 'Rename…',
		remove: 'Remove…',
		unnamed: 'My workspace',
		name: 'Name',
		nameHelp: 'One customer and contract each.',
		newTitle: 'Make a new workspace',
		make: 'Make workspace',
		renameTitle: (name: string) => `Rename “${name}”`,
		renameAction: 'Rename',
		removeTitle: (name: string) => `Remove “${name}”`,
		removeAction: 'Remove workspace',
		removeWhat: (interactions: string, files: number) =>
			files === 0
				? 'Its contract, rate cards and meter readings are deleted from this device. It holds no imported files.'
				: `${interactions} interactions from ${files === 1 ? 'one imported file' : `${files} imported files`} are deleted from this device, with the contract, rate cards and meter readings.`,
		removeKeep:
			'This cannot be undone. “Export settings” on the Settings screen keeps a copy of the contract and the cards.',
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
