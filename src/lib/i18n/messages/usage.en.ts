export default {
	tabs: {
		label: 'Usage',
		usage: 'AI Voice',
		calls: 'Calls and chats',
		invoice: 'Invoice'
	},

	pageTitle: 'Usage',
	waiting: 'Reading the usage',
	empty: 'Import a usage file to see who used the credits.',
	rowsOnly:
		'Neither readings nor assumptions know who used what. Import a usage file, with one row for each call or chat.',
	failed: 'The usage could not be read. Try again, or reload the page.',

	voice: {
		title: {
			none: (month: string) => `No calls in ${month}`,
			free: (calls: number, text: string) =>
				calls === 1 ? 'One call, which drew no credits' : `${text} calls, which drew no credits`,
			one: (credits: string, agent: string) => `Voice used ${credits} credits, all of them by ${agent}`,
			most: (credits: string, agent: string, ofCredits: string, ofCalls: string) =>
				`Voice used ${credits} credits; ${agent} takes ${ofCredits} of them with ${ofCalls} of the calls`
		},
		calls: 'Calls engaged',
		handled: 'Calls handled',
		minutes: 'Billable minutes',
		nonBillable: (seconds: string | null) =>
			seconds === null ? 'Non-billable calls' : `Non-billable calls (<${seconds} s)`
	},

	table: {
		entity: 'Entity',
		agent: 'AI agent',
		thisMonth: 'this month',
		sinceActivation: 'since activation',
		credits: 'Credits',
		all: 'All',
		premium: 'premium'
	}
};
