/** Small numbers as words, for the beginning of a sentence. */
const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const sets = (count: number, text: string): string =>
	`${WORDS[count] ?? text} rule ${count === 1 ? 'set explains' : 'sets explain'}`;

export default {
	pageTitle: 'Invoice',
	waiting: 'Reading the month',
	failed: 'The invoice could not be compared. Try again, or reload the page.',

	title: {
		ask: (credits: string, month: string) => `Your calls and chats make ${credits} credits in ${month}`,
		right: (credits: string) => `The invoice is right: your calls and chats make the same ${credits} credits`,
		rightFigures: 'The invoice is right: your calls and chats make the same figures',
		differs: (invoice: string, own: string, difference: string, count: number, text: string) =>
			`The invoice says ${invoice} credits; your calls and chats make ${own}: ${difference}. ${sets(count, text)} it.`,
		figuresDiffer: (count: number, text: string) =>
			`Some of the invoice’s figures differ from yours. ${sets(count, text)} them.`
	},
	more: (credits: string) => `${credits} more`,
	less: (credits: string) => `${credits} less`,
	same: 'the same',
	lead: {
		ask: 'Type what the invoice of this month says, as far as it says it. The more totals, the fewer rules can explain them.',
		tried: (text: string) =>
			`**${text}** rule sets were compared: how calls are rounded, from which length they are billed, in which time zone and on which day the month begins, and by which duration.`,
		others: 'Other rules make the same figures; the contract’s own come first.'
	},
	limits: {
		byDay: (text: string) =>
			`${text} rule sets could not be tried: some days of this month are kept as sums, which do not say what other rules would have made of each call.`,
		unknown: (count: number, text: string) =>
			count === 1
				? 'One other start of the month could not be tried: usage around it is not imported.'
				: `${text} other starts of the month could not be tried: usage around them is not imported.`,
		incomplete: 'This month is not over in the files, so an invoice of all of it will be higher.',
		untold: (names: string) =>
			`Not compared, since the contract has no figure for it: ${names}. It needs a plan, its prices, and no change within the month.`,
		trials: 'Interactions under a trial or an unlimited licence are left out, as they draw no credits.'
	},

	form: {
		title: 'What the invoice says',
		credits: 'Credits used',
		voiceCredits: 'Credits of calls',
		chatCredits: 'Credits of chats',
		overageCredits: 'Overage credits',
		billableMinutes: 'Billable minutes',
		calls: 'Calls',
		messages: 'Messages',
		amount: 'Amount, with tax',
		callsHelp: 'short ones too',
		rounded: 'The invoice shows rounded figures: allow less than one of the last digit shown',
		compare: 'Compare with invoice',
		file: 'Read from a file',
		fileHelp:
			'CSV with a header and one row, or one JSON object: credits, voice_credits, chat_credits, overage_credits, billable_minutes, calls, messages, amount.',
		needed: 'Type at least one total of the invoice.'
	},
	fileProblem: {
		shape:
			'The file is neither CSV with a header and one row nor one JSON object. Write it so, or type the totals.',
		unknown: (name: string) =>
			`“${name}” is not the name of a total. Rename or remove it; the names are listed above.`,
		value: (name: string, value: string) =>
			`“${value}” of ${name} is not a plain number. Write digits with a point for decimals and no thousands marks.`
	},

	figures: {
		title: 'Figure by figure',
		figure: 'Figure',
		invoice: 'Invoice',
		own: 'Yours',
		difference: 'Invoice beside yours',
		met: '✓ agrees',
		notCompared: 'not compared'
	},

	rules: {
		title: 'What explains it',
		nearestTitle: 'None fits; these come nearest',
		rule: 'Rule set',
		credits: 'Credits',
		differs: 'Differs in',
		own: 'as your contract has it',
		ways: {
			rounding: 'rounding',
			shortCall: 'short calls',
			zone: 'time zone',
			anchorDay: 'first day',
			duration: 'duration'
		},
		whole: 'each call up to a whole credit',
		zone: (time: string) => `months by ${time}`,
		anchorDay: (day: string, dates: string) => `months from day ${day} (${dates})`,
		duration: (name: string) => `calls by “${name}”`,
		alike: (count: number, text: string) =>
			count === 1 ? 'One other gives every row the same' : `${text} others give every row the same`,
		explain: 'Show its rows',
		explained: 'Rows shown below',
		use: 'Use this rule',
		used: 'The rule now counts everywhere',
		moreLeft: (text: string) =>
			`${text} further rule sets fit too. Another total of the invoice would leave fewer.`
	},

	difference: {
		title: 'Where the difference comes from',
		cause: 'Cause',
		interactions: 'Interactions',
		credits: 'Credits',
		own: 'Your calls and chats, as your contract has it',
		causes: {
			entered: 'Only in the invoice’s month',
			left: 'Only in your month',
			duration: 'Rated by the other duration',
			shortCall: 'Short calls',
			rounding: 'Rounding of each call'
		},
		rest: 'Not explained',
		roundingRest: 'Rounding of the total on the invoice',
		invoice: 'The invoice',
		rule: 'Under this rule set',
		rows: 'The interactions that differ most',
		apart: 'Interactions that tell the rule sets apart',
		apartText: 'Ask the vendor what one of these was charged: only one of the rule sets agrees.',
		none: 'No interaction of this month tells them apart.',
		when: 'When',
		who: 'Agent, entity',
		length: 'Length',
		messages: (text: string) => `${text} msg`,
		yours: 'Yours',
		other: 'Under the rule',
		set: (number: string) => `Rule set ${number}`,
		line: 'File, line'
	},

	showback: {
		title: 'Who owes which part',
		by: 'Parts by',
		entity: 'Entity',
		agent: 'Agent',
		tag: 'Tag',
		tagName: 'Tag of the register',
		noTags: 'To show parts by cost centre, give agents a tag in the register.',
		name: 'Name',
		credits: 'Credits',
		share: 'Share',
		plan: 'Plan',
		overage: 'Overage',
		other: 'Other lines',
		tax: 'Tax',
		total: 'Total',
		all: 'Invoice',
		nobody: 'Nobody’s',
		outside: (text: string) => `${text} more outside the plan`,
		answer: (name: string, share: string, total: string) =>
			`${name} owes ${total}, by ${share} of the credits`,
		answerCredits: (name: string, share: string) => `${name} used ${share} of the credits`,
		none: 'Nobody used anything this month',
		noPrices: 'Set the missing prices to see the parts in money:',
		noTier: 'Choose a plan in the contract to see the parts in money.',
		note: 'Plan and overage go by the credits each used in the whole month, whoever came last; a licence by what its agent handled. Every line is shared to the last cent, the largest remainders first, so the parts add up to it exactly.'
	}
};
