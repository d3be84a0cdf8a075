export default {
	pageTitle: 'Usage',
	waiting: 'Reading the usage',
	empty: 'Import a usage file to see who used the credits.',
	rowsOnly:
		'Neither readings nor assumptions know who used what. Import a usage file, with one row for each call or chat.',
	failed: 'The usage could not be read. Try again, or reload the page.',
	fileName: (table: string, month: string) => `Drawdown ${table} ${month}`,

	columns: {
		button: 'Columns',
		title: 'Choose the columns',
		note: 'Remembered on this device. An exported file has the columns that are shown.'
	},

	table: {
		entity: 'Entity',
		agent: 'AI agent',
		thisMonth: 'this month',
		sinceActivation: 'since activation',
		credits: 'Credits',
		all: 'All',
		premium: 'premium',
		partlyPremium: 'partly premium',
		filter: 'Filter by entity or agent',
		found: (count: number, text: string) =>
			count === 0 ? 'No row matches' : count === 1 ? 'One row matches' : `${text} rows match`,
		capped: (shown: string, all: string) =>
			`${shown} of ${all} rows are shown. Filter to find the others; totals and an exported file have all of them.`,
		periods: (month: string, until: string) =>
			`This month: ${month}. Since activation: up to ${until}, whichever month is shown.`,
		moreEarly: (count: string) => `The same holds for ${count} more.`
	},

	voice: {
		name: 'AI Voice',
		title: {
			none: (month: string) => `No calls in ${month}`,
			free: (calls: number, text: string) =>
				calls === 1 ? 'One call, which drew no credits' : `${text} calls, which drew no credits`,
			one: (credits: string, agent: string) => `Voice used ${credits} credits, all of them by ${agent}`,
			most: (credits: string, agent: string, ofCredits: string, ofCalls: string) =>
				`Voice used ${credits} credits; ${agent} takes ${ofCredits} of them with ${ofCalls} of the calls`
		},
		lead: {
			premium: 'Its calls are charged at the premium rate.',
			partly: (share: string) => `${share} of its credits are at the premium rate.`
		},
		unregistered:
			'Activation, class and licence come from the agent register, which names none of these agents yet. Fill it under',
		empty: 'The imported files hold no calls. Import a usage file with calls to see them by agent.',
		calls: 'Calls engaged',
		minutes: 'Billable minutes',
		noThreshold: 'Non-billable calls (no threshold)',
		nonBillable: (seconds: string | null) =>
			seconds === null ? 'Non-billable calls' : `Non-billable calls (<${seconds} s)`,
		note: 'Every call counts as engaged, short ones too.',
		early: (count: number, text: string, who: string, day: string) =>
			count === 1
				? `${who}: one call came before the activation on ${day}. It does not count since activation.`
				: `${who}: ${text} calls came before the activation on ${day}. They do not count since activation.`
	},

	chat: {
		name: 'AI Messaging',
		title: {
			none: (month: string) => `No chats in ${month}`,
			free: (cases: number, text: string) =>
				cases === 1 ? 'One case, which drew no credits' : `${text} cases, which drew no credits`,
			one: (credits: string, agent: string) => `Messaging used ${credits} credits, all of them by ${agent}`,
			most: (credits: string, agent: string, ofCredits: string, ofCases: string) =>
				`Messaging used ${credits} credits; ${agent} takes ${ofCredits} of them with ${ofCases} of the cases`
		},
		lead: {
			premium: 'Its messages are charged at the premium rate.',
			partly: (share: string) => `${share} of its credits are at the premium rate.`
		},
		empty: 'The imported files hold no chats. Import a usage file with chats to see them by agent.',
		unregistered:
			'Licence, engagement and price come from the agent register, which names none of these agents yet. Fill it under',
		licence: 'Licence',
		licences: { unlimited: 'unlimited', trial: 'trial', other: 'other' },
		engagement: 'Engagement',
		whenOpen: 'when open',
		whenClosed: 'when closed',
		yes: 'yes',
		no: 'no',
		price: 'Price in credits',
		cases: 'Engaged cases',
		note: 'A case that two agents shared counts for each. The price is the vendor’s figure, shown as given.',
		early: (count: number, text: string, who: string, day: string) =>
			count === 1
				? `${who}: one chat came before the activation on ${day}. It does not count since activation.`
				: `${who}: ${text} chats came before the activation on ${day}. They do not count since activation.`
	},

	history: {
		title: {
			one: (credits: string, month: string) => `${month} used most, ${credits} credits`,
			most: (most: string, credits: string, last: string, lastCredits: string) =>
				`${most} used most, ${credits} credits; ${last}, the last whole month, ${lastCredits}`
		},
		by: 'By',
		groups: { agent: 'Agent', entity: 'Entity', channel: 'Channel', class: 'Class' },
		measure: 'Show',
		measures: {
			units: 'Credits',
			interactions: 'Interactions',
			seconds: 'Billable minutes',
			messages: 'Messages'
		},
		channels: { voice: 'Voice', chat: 'Chat' },
		classes: { standard: 'Standard', premium: 'Premium' },
		byMonth: 'Month by month',
		total: 'Total',
		month: 'Month',
		filter: 'Filter by name',
		partial: 'known in part',
		stopped: 'agents stopped',
		notes: {
			partial: (months: string) => `Known in part: ${months}. The rest of it would add to the figures.`,
			stopped: (months: string) =>
				`Agents were stopped for a time in ${months}: demand was higher than these figures.`
		},
		summary: (months: string) => `By month: ${months}.`,
		part: (month: string, value: string) => `${month} ${value}`
	}
};
