export default {
	pageTitle: 'Other vendors',
	waiting: 'Counting under other vendors’ prices',
	empty: 'Import a usage file or plan without data to see what the same demand costs elsewhere.',
	failed: 'Other vendors’ prices could not be compared. Try again, or reload the page.',
	start: 'What would the same demand cost elsewhere?',
	startText:
		'Type in another vendor’s price page, or start from one of the examples. The same calls and chats are counted the way that vendor counts them.',
	readings:
		'Meter readings know of credits alone: messages, minutes and cases are not known, so only a flat fee can be compared. Import a usage file.',
	refused: 'Too few days are known for a forecast of this month. Past months stand below.',

	title: {
		both: (month: string, own: string, plan: string, other: string, name: string) =>
			`${month} would cost about ${own} with ${plan}, and ${other} with ${name}`,
		other: (month: string, amount: string, name: string) =>
			`${month} would cost about ${amount} with ${name}`,
		own: (month: string, amount: string, plan: string) =>
			`${month} would cost about ${amount} with ${plan}; no other card answers for all of it`,
		none: 'No card can be compared with your plan yet'
	},
	lead: (count: number) =>
		count === 1
			? 'One other card is compared, before tax.'
			: `${count} other cards are compared, before tax.`,

	add: 'Add a card',
	example: 'Add an example',
	file: 'Read a card from a file',
	examplesNote:
		'Examples were read off stored copies of public pages on the date shown, and may be out of date. Check the page before you rely on them.',
	most: 'Twenty cards are as many as are kept. Remove one to add another.',
	added: (name: string) => `Added “${name}”`,
	saved: (name: string) => `Saved “${name}”`,
	removed: (name: string) => `Removed “${name}”`,
	taken: (count: number) => (count === 1 ? 'Took in one card' : `Took in ${count} cards`),
	noCards: 'This file holds no cards of other vendors',

	list: {
		heading: 'Cards of other vendors',
		edit: 'Change',
		save: 'Save as a file',
		remove: 'Remove',
		of: (action: string, name: string) => `${action}: ${name}`,
		read: (date: string) => `read on ${date}`
	},

	picture: {
		heading: (month: string) => `What ${month} would cost`,
		average: 'on average',
		tail: '1 month in 10 costs as much as the whole bar, or more'
	},
	table: {
		heading: 'Each offer in numbers',
		offer: 'Offer',
		average: 'On average',
		tail: '1 in 10,\nor more',
		counted: 'How it is counted',
		apart: 'Not compared'
	},
	note: 'Before tax. What is to come is counted as in the last four weeks, for each credit that the forecast expects.',
	assumed:
		'Chats count as one session each, and where no case is known each interaction is its own: both are assumed.',
	outside: (count: string) =>
		`${count} interactions outside the plan (trials and unlimited licences) are left out; the price of licences is in what the contract came to.`,
	past: {
		heading: 'Past months, exactly',
		month: 'Month',
		contract: 'Your contract',
		sum: 'All of them',
		none: 'No past month is known as a whole yet. A month counts once it is over and the files cover all of it.',
		sums: (models: string) => `kept as daily sums, which do not say ${models}`,
		censored: 'agents stood still in a part of it',
		note: 'Each month counted from its own calls and chats, every line rounded once.'
	},

	own: {
		name: (tier: string) => `${tier} credits`,
		none: 'Your contract',
		policies: {
			off: 'your plan, agents stop at its end',
			on: 'your plan, with overage',
			capped: 'your plan, with overage up to the cap'
		},
		choose: 'no plan is chosen',
		prices: 'a price is missing'
	},
	apart: {
		without: { chat: 'takes no chats', voice: 'takes no calls' },
		currency: (code: string) => `in ${code}`,
		unknown: 'its count is not known'
	},
	channel: {
		chat: (text: string) => `chats: ${text}`,
		voice: (text: string) => `calls: ${text}`
	},
	charge: {
		none: 'not taken',
		flat: 'covered by the fee',
		fee: (price: string) => `${price} a month`,
		per: (price: string, unit: string) => `${price} per ${unit}`,
		block: (price: string, block: string, units: string) => `${price} per ${block} ${units}`,
		included: (count: string) => `${count} included`,
		minutes: (minutes: string) => `of ${minutes} min`,
		resolved: (percent: string) => `${percent}% of cases (assumed)`,
		bySecond: 'billed by the second',
		rounding: (initial: string, increment: string) => `at least ${initial} s, then by ${increment} s`,
		beyond: (count: string, included: string) => `${count} beyond ${included}`,
		times: (count: string, price: string) => `${count} × ${price}`,
		timesBlocks: (count: string, block: string, price: string) => `${count} in blocks of ${block} × ${price}`,
		units: {
			message: { one: 'message', many: 'messages' },
			minute: { one: 'minute', many: 'minutes' },
			case: { one: 'case', many: 'cases' },
			session: { one: 'session', many: 'sessions' },
			resolution: { one: 'resolution', many: 'resolutions' }
		}
	},

	dialog: {
		newTitle: 'Add a card',
		editTitle: 'Change the card',
		name: 'Vendor and plan',
		nameNeeded: 'Give it a name.',
		source: 'Where the prices stand',
		sourceHelp: 'Page or offer, to find it again.',
		readAt: 'Read on',
		readAtNeeded: 'Choose the day on which you read them.',
		currency: 'Currency',
		fee: 'Fee a month',
		feeHelp: 'Paid whatever is used. Empty: none.',
		channels: 'Choose what at least one channel is charged by.',
		chat: 'Chats',
		voice: 'Calls',
		model: { chat: 'Chats are charged', voice: 'Calls are charged' },
		models: {
			none: 'not at all: not taken',
			message: 'by the message',
			minute: 'by the minute',
			case: 'by the case',
			session: 'by the session',
			resolution: 'by the resolution',
			flat: 'by the fee alone'
		},
		of: (channel: string, field: string) => `${channel}: ${field}`,
		numbers: {
			price: 'Price',
			block: 'Units a price is for',
			included: 'Included a month',
			minutes: 'Minutes of a session',
			resolvedPercent: 'Resolved, % of cases',
			initialSeconds: 'Billed at least, seconds',
			incrementSeconds: 'Then by, seconds',
			shortCallSeconds: 'Free below, seconds'
		},
		blockHelp: 'Empty: one. Started blocks are billed.',
		resolvedHelp: 'Nothing in your data says it: your own assumption.',
		needed: 'A value is needed here.',
		save: 'Save the card'
	}
};
