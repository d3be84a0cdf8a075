export default {
	title: 'When do your AI credits run out?',
	lead: 'See the day, how likely it is before renewal, and what it would cost to go on.',
	doors: {
		import: {
			title: 'Import a usage file',
			text: 'An export with one row per call or chat. Drop it anywhere on this page.',
			action: 'Choose usage files'
		},
		sample: {
			title: 'Look around first',
			text: '13 months of made-up calls and chats of a dozen agents, marked as a sample on every screen.',
			action: 'Try the sample data',
			name: 'Sample company',
			busy: 'Making the sample'
		},
		assume: {
			title: 'Plan without data',
			text: 'Calls and chats of a kind of business, to begin with. Every answer follows from what you assume.',
			action: 'Assume a month'
		}
	},
	readings: 'Or type meter readings from the vendor’s page',
	privacy:
		'Everything is read and kept in this browser; nothing leaves it. A planner, not the vendor’s meter: your invoice is theirs.'
};
