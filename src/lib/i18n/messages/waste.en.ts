export default {
	pageTitle: 'Waste',
	waiting: 'Adding up what may be saved',

	title: {
		most: (lever: string, credits: string) =>
			`${lever}: ${credits} credits a month, the most that may be saved`,
		nothing: 'Nothing to save: every credit was spoken, and asked for'
	},
	/** A lever at the head of a sentence. */
	levers: {
		rounding: 'Call time paid but not spoken',
		justAbove: (seconds: string) => `Calls under ${seconds} seconds that are billed`,
		premium: 'Premium by configuration',
		repeated: 'Short calls in a row'
	},
	what: {
		rounding: 'Each call is rounded up by the rate card; this is the billed time beyond its length.',
		justAbove: (from: string, to: string) =>
			from === '0'
				? `The card bills calls however short. These lasted less than ${to} seconds.`
				: `Calls under ${from} seconds are free. These lasted less than ${to} seconds.`,
		premium: 'The register or the rate card makes these premium; their rows do not say so.',
		repeated: (count: string, seconds: string, minutes: string) =>
			`Who called is not in the data: ${count} or more calls under ${seconds} seconds at one agent and entity, each within ${minutes} minutes of the one before. The first of each row is left out.`
	},
	lead: (count: number, text: string, credits: string) =>
		count === 1
			? `In the one whole month that is known, of **${credits} credits**. One call may count in several rows, so they do not add up.`
			: `On average over the ${text} whole months that are known, of **${credits} credits a month**. One call may count in several rows, so they do not add up.`,
	running: (credits: string) =>
		`In the month so far, of **${credits} credits**: no month is whole yet, so no plan is judged by it. One call may count in several rows, so they do not add up.`,
	summed:
		'Some days are kept as daily sums only. What was wasted on them is not known and not in these figures.',
	amount: (credits: string, share: string) => `${credits} (${share})`,

	picture: 'Credits a month that may be saved',
	table: {
		lever: 'What',
		credits: 'Credits a month',
		share: 'Of all credits',
		interactions: 'Calls and chats a month',
		smallest: 'Smallest plan that lasts without it',
		cheapest: 'Least cost without it',
		now: 'As it is',
		none: 'none lasts',
		unpriced: '–'
	},
	tier: {
		smaller: (lever: string, without: string, own: string) =>
			`Without “${lever}” the ${without} plan would have lasted every month; as it is, that takes ${own}.`,
		lasts: (lever: string, without: string) =>
			`Without “${lever}” the ${without} plan would have lasted every month; as it is, none does.`,
		saves: (lever: string, amount: string, months: string) =>
			`Without “${lever}” the cheapest plan with overage would have cost ${amount} less over ${months}.`
	},
	months: (count: number, text: string) => (count === 1 ? 'the month' : `the ${text} months`),
	agents: {
		heading: 'Who has the most of it',
		lever: 'What',
		agent: 'AI agent',
		credits: 'Credits a month'
	},
	idle: {
		heading: 'Agents that are not used any more',
		none: 'Every agent of the register was used in the last four weeks.',
		lead: 'In the register and not deactivated, without a call or chat for four weeks or longer. A deactivation date ends the licence.',
		agent: 'AI agent',
		where: 'Where',
		last: 'Last used',
		never: 'never',
		price: 'Licence a month',
		unpriced: 'no price entered',
		everywhere: 'everywhere',
		toAgents: 'Open the register'
	}
};
