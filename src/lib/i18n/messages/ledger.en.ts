export default {
	pageTitle: 'Where did the credits go?',
	waiting: 'Reading the ledger',
	failed: 'The ledger could not be read. Try again, or reload the page.',
	noTier: 'No plan was chosen for this month, so nothing was granted. Choose one in the line above.',

	title: {
		left: (granted: string, left: string) => `Of ${granted} credits, ${left} are left`,
		expired: (granted: string, left: string) => `Of ${granted} credits, ${left} expired unused`,
		exactly: (granted: string) => `All ${granted} credits were used, to the last one`,
		ranOut: (granted: string, when: string) => `${granted} credits were used up on ${when}`
	},
	lead: {
		served: 'Everything was served from the plan.',
		overage: (credits: string) => `Overage: **${credits}** credits.`,
		unserved: (credits: string) => `Not served while agents were stopped: **${credits}** credits.`,
		excess: (credits: string) => `Served beyond the limit and not billed: **${credits}** credits.`
	},

	picture: 'From what was granted to nothing',
	steps: {
		granted: 'Granted',
		upgraded: 'Upgrade',
		overage: 'Overage, billed beside',
		unserved: 'Asked for, not served',
		excess: 'Served, not billed',
		left: 'Left so far',
		expired: 'Expired'
	},

	list: {
		heading: 'Line by line',
		when: 'When',
		entry: 'Entry',
		amount: 'Credits',
		balance: 'Left',
		sum: 'Sums to 0',
		note: 'Interactions draw their credits when they start. Overage and what was not served are not of the included credits, so they are in the picture only.'
	},
	entries: {
		granted: 'Granted with the plan',
		used: 'Used by calls and chats',
		upgraded: 'Bought by an upgrade',
		changed: 'Terms changed',
		runOut: 'The included credits were used up',
		stopped: 'Agents stopped',
		resumed: 'Agents worked again',
		left: 'Left so far: expires at the end of the month',
		expired: 'Expired at the end of the month'
	},
	until: (from: string, to: string) => `${from} to ${to}`
};
