export default {
	pageTitle: 'Plan without data',
	waiting: 'Reckoning a month',

	title: {
		plan: (credits: string, tier: string) =>
			`An average month like this draws about ${credits} credits: the ${tier} plan holds it`,
		beyond: (credits: string, tier: string) =>
			`An average month like this draws about ${credits} credits: more than ${tier}, the largest plan`,
		bare: (credits: string) => `An average month like this draws about ${credits} credits`
	},
	lead: (billed: string, rounding: string) =>
		`A call is billed **${billed} minutes** on average, ${rounding} of them rounding. Everything here is assumed until you know better; chances, plans and costs follow from it on every screen.`,
	leadNoCalls: 'Everything here is assumed until you know better; chances, plans and costs follow from it.',

	use: 'Compare plans',
	saved: 'Planning on these assumptions',
	drop: 'Stop planning on assumptions',
	dropped: 'No assumptions are in force any more',
	inForce: 'These assumptions are in force: every screen answers from them.',
	overUsage: 'The imported usage is kept, and counts again when you stop planning on assumptions.',
	fromUsage: 'Read them off the imported usage',
	fromUsageHelp:
		'Counts, lengths, weekdays, hours and seasons of the last twelve months at most: of a phone log of people, too. Then say what share the agents take.',
	readOff: 'Read off the imported usage',
	noUsage: 'There are no rows with hours and lengths to read anything off.',
	pending: 'Not in force yet.',

	business: {
		label: 'Kind of business',
		clinic: 'Clinic or practice',
		shop: 'Online shop',
		trades: 'Home services',
		desk: 'Service desk in two languages',
		usage: 'As the imported usage'
	},
	from: 'First month',
	fromHelp: 'Growth begins here.',
	taken: 'The agents take',
	takenUnit: '% of them',
	takenHelp: 'The other calls and chats go to people.',

	month: {
		heading: 'An average month',
		calls: 'calls',
		chats: 'chats',
		minutes: (n: string) => `${n} min`,
		messages: (n: string) => `${n} msg`,
		credits: 'credits',
		minutesLong: 'billable minutes',
		messagesLong: 'messages',
		total: 'Credits of an average month'
	},

	calls: {
		heading: 'How long the calls are',
		typical: 'Half are shorter than',
		long: '1 in 10 is longer than',
		seconds: 's',
		hangUps: 'Hang up within seconds',
		percent: '%',
		perChat: 'Messages of a chat',
		perChatUnit: 'from the customer',
		sampled: (n: string) => `${n} equally likely lengths read off the calls.`,
		order: 'Longer than half of the calls, please.',
		table: 'What is spoken and what is billed',
		free: 'not billed',
		upTo: (minutes: string) => `${minutes} min billed`,
		beyond: (minutes: string) => `more than ${minutes} min`,
		group: 'Calls',
		share: 'of 100',
		billed: 'Minutes of 100 calls',
		bar: (spoken: string, rounding: string) => `${spoken} spoken, ${rounding} rounding`,
		caption: 'Solid is spoken, hatched is rounding: paid for but not spoken.'
	},

	when: {
		heading: 'When they come in',
		hours: 'Hours of the day',
		office: '8 to 18, few outside',
		long: '7 to 21, few outside',
		evening: '9 to 22, some outside',
		always: 'Around the clock',
		own: 'As they are',
		weekdays: 'Busyness of the weekdays, beside one another',
		months: 'Busyness of the months, beside one another',
		growth: 'Growth a month',
		growthHelp: 'From the first month on; the same as on Forecast.'
	},

	sure: {
		heading: 'How sure is this?',
		label: '8 in 10 months lie within ±',
		unit: '% of it',
		help: 'The same error holds for all months of a course. Single days vary beside it, and so does what each call and chat draws, by chance.'
	},

	notes: {
		heading: 'What is not in it',
		text: 'Public holidays, and what you cannot know yet. Planned events of the Forecast screen count.'
	}
};
