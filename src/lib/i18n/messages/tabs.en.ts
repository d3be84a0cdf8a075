export default {
	plans: {
		label: 'Plans',
		plans: 'This month and twelve months',
		past: 'Past months',
		'small-print': 'Small print',
		'lights-out': 'When agents stop',
		'other-vendors': 'Other vendors'
	},
	usage: {
		label: 'Usage',
		usage: 'AI Voice',
		messaging: 'AI Messaging',
		history: 'History',
		calls: 'Calls and chats',
		ledger: 'Ledger',
		invoice: 'Invoice',
		export: 'Export',
		waste: 'Waste',
		anomalies: 'Anomalies'
	}
};
