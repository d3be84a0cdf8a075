export default {
	pageTitle: 'Proposal',
	waiting: 'Writing the proposal',
	nothing: 'Import usage or assume a month, and a proposal can be written',
	refused: 'There is too little known usage for a year of chances. Plan on assumptions instead.',
	assume: 'Plan without data',

	fields: {
		heading: 'What is proposed, and to whom',
		customer: 'Customer',
		customerHelp: 'Nothing typed here is stored or sent.',
		from: 'Your company',
		logo: 'Logo',
		chooseLogo: 'Choose a logo',
		removeLogo: 'Remove the logo',
		logoWrong: 'This is no picture of at most 2 MB.',
		plan: 'Plan',
		when: 'When credits end',
		valid: 'Valid for',
		validUnit: 'days',
		print: 'Print or save as PDF',
		language: 'Language'
	},

	head: {
		prepared: (customer: string) => `Prepared for **${customer}**`,
		preparedForYou: 'Prepared for you',
		what: 'AI agents: plan proposal',
		dates: (date: string, until: string) => `${date}, valid to ${until}`
	},

	title: {
		off: (tier: string, price: string) =>
			`We propose the ${tier}-credit plan without overage: ${price} a month`,
		on: (tier: string, price: string) =>
			`We propose the ${tier}-credit plan with overage on: ${price} a month, and your agents keep running up to the overage limit`,
		capped: (tier: string, price: string, cap: string) =>
			`We propose the ${tier}-credit plan with up to ${cap} credits of overage: ${price} a month`,
		upgrade: (tier: string, price: string) =>
			`We propose the ${tier}-credit plan, and the next one when credits run out: ${price} a month`,
		bare: (tier: string) => `We propose the ${tier}-credit plan`
	},
	lead: {
		cost: (total: string, low: string, high: string) =>
			`Over twelve months this costs ${total}, 8 in 10 between ${low} and ${high}, before tax.`,
		costSure: (total: string) => `Over twelve months this costs ${total}, before tax.`,
		less: (parts: string) => `That is ${parts}.`,
		lessThan: (amount: string, tier: string) => `${amount} less than the ${tier} plan`,
		moreThan: (amount: string, tier: string) => `${amount} more than the ${tier} plan`,
		asMuchAs: (tier: string) => `as much as the ${tier} plan`,
		and: ' and ',
		stops: (n: string) => `Agents stop before renewal in about **${n} of 12 months**.`,
		stopsNever: 'The credits last in all twelve months of almost every course.',
		bare: 'Prices are not entered yet, so plans are compared by what they hold.'
	},

	picture: 'Expected credits a month, and what the plan includes',
	legend: (beyond: string) => `Bars: the middle of what is expected; thin line: 8 in 10; ${beyond}.`,
	legendOver: 'violet: overage',
	legendStop: 'hatched: unserved',

	alternatives: {
		heading: 'The alternatives',
		plan: 'Plan and overage',
		price: 'Price a month',
		overage: 'Overage a year',
		average: '12 months, average',
		tail: '1 in 10 over',
		short: 'In short',
		name: (tier: string, policy: string) => `${tier}, ${policy}`,
		proposed: (name: string) => `${name}: proposed`,
		policies: { off: 'off', on: 'on', capped: 'capped', upgrade: 'upgrade at run-out' },
		lowest: 'lowest average',
		unserved: (credits: string) => `${credits} credits unserved`,
		isOverage: (share: string) => `${share} of it is overage`,
		unused: (share: string) => `${share} of it unused`,
		lasts: 'holds it'
	},

	rests: {
		heading: 'What this rests on, a month',
		calls: 'Call minutes',
		chats: 'Chat messages',
		premium: (all: string, premium: string) => `${all}, premium ${premium}`,
		credits: 'Credits, this month',
		range: (middle: string, low: string, high: string) => `${middle} (8 in 10: ${low} to ${high})`,
		growth: 'Growth',
		growthOf: (percent: string) => `${percent} a month (assumed)`,
		noGrowth: 'none assumed',
		events: 'Planned events',
		data: 'Data',
		months: (n: number, text: string) => `${text} ${n === 1 ? 'month' : 'months'} of your usage`,
		readings: 'meter readings',
		assumed: 'assumptions, not usage'
	},

	print: {
		heading: 'The small print, in credits',
		plans: 'Plans',
		sideBySide: (parts: string) => `${parts}, side by side`,
		message: 'A message',
		minute: 'A call minute',
		rounding: 'Calls are billed',
		rounded: (initial: string, increment: string) => `at least ${initial} s, then by ${increment} s`,
		bySecond: 'by the second',
		short: 'Calls below',
		shortFree: (seconds: string) => `${seconds} s are free`,
		overage: 'Overage',
		overageAt: (price: string) => `${price} a credit`,
		overageOff: 'off: agents stop',
		overageCap: (price: string, cap: string) => `${price} a credit, up to ${cap}`,
		unused: 'Unused credits',
		expire: 'expire at the end of the month',
		noPrice: 'no price yet'
	},

	change: {
		heading: 'What would change this.',
		above: (credits: string, tier: string) =>
			`Above ${credits} credits in a typical month the ${tier} plan becomes cheaper.`,
		aboveNeeds: (credits: string, tier: string) =>
			`Above ${credits} credits a month it takes the ${tier} plan, or agents stop.`,
		below: (credits: string, tier: string) => `Up to ${credits}, the ${tier} plan costs less.`,
		aboveHold: (credits: string) => `Above ${credits} credits a month it takes a larger plan, or overage.`,
		noDowngrade: 'No lower plan within the term.'
	},

	foot: (currency: string, card: string, source: string) =>
		`Amounts in ${currency} before tax. Rate card: ${[card, source].filter(Boolean).join(', ')}; prices as entered. A forecast, not a quote of the vendor.`,
	made: 'Drawdown'
};
