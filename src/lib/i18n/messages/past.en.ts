export default {
	pageTitle: 'Past months',
	waiting: 'Replaying the past months',
	empty: 'Import a usage file to see what past months would have cost on each plan.',
	readings:
		'Neither meter readings nor assumptions know of single calls and chats, so no past month can be replayed. Import a usage file.',
	failed: 'The past months could not be replayed. Try again, or reload the page.',
	sums: 'Rows of some months are kept as daily sums only. They do not say what another rounding or short-call rule would have made of each call.',
	months: (count: number, text: string) => (count === 1 ? 'the one past month' : `${text} past months`),

	title: {
		none: 'No past month is known as a whole yet',
		least: {
			on: (months: string, tier: string, cost: string) =>
				`Over ${months}, ${tier} with overage would have cost least: ${cost}`,
			off: (months: string, tier: string, cost: string) =>
				`Over ${months}, ${tier} would have cost least without a stop: ${cost}`,
			capped: (months: string, tier: string, cost: string) =>
				`Over ${months}, ${tier} with capped overage would have cost least without a stop: ${cost}`,
			upgrade: (months: string, tier: string, cost: string) =>
				`Over ${months}, starting with ${tier} and upgrading would have cost least: ${cost}`
		},
		lasts: (months: string, tier: string) =>
			`Over ${months}, ${tier} credits or more would always have lasted`,
		stops: (months: string) => `Over ${months}, agents would have stopped on every plan`
	},

	lead: {
		needed: 'A month counts once it is over and the files cover all of it.',
		noContract: 'No tier was chosen for these months, so there is no contract to compare with.',
		noPrice: (count: number, text: string) =>
			count === 0
				? 'Under your contract as entered agents would never have stopped. Set prices to compare costs.'
				: `Under your contract as entered agents would have stopped in **${text}** of them. Set prices to compare costs.`,
		contract: (cost: string, count: number, text: string) =>
			count === 0
				? `Your contract as entered: **${cost}**.`
				: `Your contract as entered: **${cost}**, with agents stopped in ${text} of them.`,
		that: (difference: string) => `The best plan is **${difference}**.`,
		less: (amount: string) => `${amount} less`,
		more: (amount: string) => `${amount} more`,
		same: 'as much'
	},

	notes: {
		leftOut: (count: number, text: string) =>
			count === 1
				? 'One month is left out: it is not over, or not known as a whole.'
				: `${text} months are left out: they are not over, or not known as a whole.`,
		censored: (count: number, text: string) =>
			count === 1
				? 'In one month agents stood still for a time: its demand was higher than what is known.'
				: `In ${text} months agents stood still for a time: their demand was higher than what is known.`
	},

	ask: {
		heading: 'What would have been paid',
		rule: 'Calls are billed',
		ownRule: 'as the card says',
		rounding: (initial: string, increment: string) => `at least ${initial} s, then by ${increment} s`,
		shortCall: (seconds: string) => `none under ${seconds} s`,
		noShortCall: 'short calls too',
		anchor: 'Month starts on day',
		cap: 'Overage cap',
		capUnit: 'credits'
	},

	contract: 'Your contract',
	stopsIn: (count: number, text: string) => (count === 1 ? 'stops in 1 month' : `stops in ${text} months`),
	picture: {
		label: (months: string) => `What ${months} would have cost on each plan`,
		price: 'plan',
		overage: 'overage',
		upgrade: 'Plans bought later are part of the price.'
	},
	table: {
		plan: 'Plan',
		total: 'Total',
		overage: 'Overage\ncost',
		overageCredits: 'Overage\ncredits',
		stopped: 'Months with\na stop',
		unservedCredits: 'Unserved\ncredits',
		unserved: 'Unserved\nchats and calls',
		noPrice: 'no price yet'
	},
	byMonth: {
		heading: 'Month by month',
		month: 'Month',
		demand: 'Credits\ndemanded',
		contract: 'Your\ncontract',
		plan: (tier: string) => `${tier}`,
		recommended: 'Recommended\nat its start',
		followed: 'Recommended,\ncost',
		best: 'Cheapest\nin hindsight',
		bestCost: 'Cheapest,\ncost',
		total: 'Total',
		censored: 'agents stopped',
		stopped: (cost: string) => `${cost}, stops`,
		tooLittle: 'too little known',
		largest: (tier: string) => `${tier}, the closest`
	},
	followed: {
		heading: 'Following the recommendation',
		lead: 'At the start of each month the plan is chosen by the days before alone; then the month is replayed on it.',
		waiting: 'Choosing again, month by month.',
		cost: (months: string, cost: string, count: number, text: string) =>
			`Over ${months} it would have cost **${cost}**${count === 0 ? '' : `, with agents stopped in ${text} of them`}.`,
		hindsight: (tier: string, cost: string) =>
			`In hindsight the best single plan, ${tier}, would have cost **${cost}** on the same months.`,
		contract: (cost: string) => `Your contract as entered: **${cost}** on the same months.`,
		tooLittle: (count: number, text: string) =>
			count === 1
				? 'In one month too little was known at its start (14 days are needed): it is not counted here.'
				: `In ${text} months too little was known at their start (14 days are needed): they are not counted here.`,
		unpriced: 'Without prices the smallest plan that seemed to last was chosen. Set prices to compare costs.'
	},
	prices: 'Prices are set beside the plans of this month.',
	pricesLink: 'Go to the prices'
};
