export default {
	title: 'Go to…',
	field: 'A screen, an agent, a view or an action',
	results: 'What there is',
	found: (n: number, text: string) => (n === 1 ? '1 found' : `${text} found`),
	none: (typed: string) => `Nothing is called “${typed}”. Try a part of a name.`,
	groups: {
		screens: 'Screens',
		agents: 'Agents',
		views: 'Saved views',
		scenarios: 'Scenarios',
		actions: 'Actions'
	},
	assumptions: 'Plan without data',
	proposal: 'Proposal',
	agent: (name: string) => `Calls and chats of ${name}`,
	actions: {
		sample: 'Use the sample data',
		sampleName: 'Sample company',
		backup: 'Back up this workspace',
		report: 'Download the report',
		dark: 'Dark theme',
		light: 'Light theme',
		shortcuts: 'Keyboard shortcuts'
	},
	sheet: {
		title: 'Keyboard shortcuts',
		then: 'then',
		names: {
			palette: 'Go to a screen, an agent, a view or an action',
			find: 'Type into the filter of a table, or else look for something',
			help: 'This list'
		},
		pictures: 'In pictures and lists',
		inPictures: [
			['← →', 'From point to point; Shift goes further'],
			['↑ ↓', 'Another plan or series, or another line'],
			['Home End', 'To the first and the last'],
			['Enter', 'Open or choose'],
			['Esc', 'Leave, or close']
		],
		on: 'Single keys are shortcuts',
		off: (keys: string) => `Switched off, only ${keys} stays.`
	}
};
