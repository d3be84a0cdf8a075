export default {
	waiting: 'Looking at the budgets',
	noUsage: 'Import a usage file or type meter readings: a budget is compared with what is used.',
	start: 'Go to the start',
	set: 'Set a budget',
	calendar: 'Add dates to calendar',
	failed: 'The budgets could not be computed. Reload the page; your data is untouched.',

	title: {
		none: 'No budget is set yet',
		coming: (budget: string, cycle: string) => `The budget of ${budget} begins with ${cycle}`,
		missing: (budget: string) => `The budget of ${budget} cannot be compared yet`,
		exceeded: (over: string, budget: string) => `This month is ${over} over the budget of ${budget} already`,
		sure: (over: string, budget: string) => `This month ends ${over} over the budget of ${budget}`,
		probably: (over: string, budget: string) =>
			`This month will probably end ${over} over the budget of ${budget}`,
		even: (budget: string) => `This month may or may not keep to the budget of ${budget}: even odds`,
		keepsProbably: (budget: string) => `This month will probably keep to the budget of ${budget}`,
		keeps: (budget: string) => `This month keeps to the budget of ${budget}`,
		paceOver: (over: string, budget: string) =>
			`At the plain pace this month ends ${over} over the budget of ${budget}`,
		paceKeeps: (budget: string) => `At the plain pace this month keeps to the budget of ${budget}`,
		begins: (budget: string) => `The month has only begun on a budget of ${budget}`,
		of: (name: string, sentence: string) => `${name}: ${sentence}`
	},

	lead: {
		none: 'A budget is an amount for each month, in credits or in money, for everyone or for one agent or entity. It is compared with what is used and with the forecast.',
		now: (used: string, end: string) => `**${used}** so far and **${end}** at the end on average.`,
		tail: (end: string) => `1 in 10 months like this end over **${end}**.`,
		chance: (chance: string) => `The budget is exceeded in **${chance}**.`,
		sure: 'The budget is exceeded in **every course** of the forecast.',
		early: 'Chances appear after 14 known days.',
		share: (percent: string) => `Forecast at its share of the last 28 days: **${percent}** of all credits.`,
		noShare: 'It drew no credits in the last 28 days, so none are forecast.',
		moneyShare: 'It bears the month’s cost by its share of the credits.',
		beforeTax: 'Money is before tax.',
		known: (instant: string, zone: string) => `Known to ${instant}, ${zone}.`
	},

	missing: {
		text: (what: string) => `Missing: ${what}.`,
		names: {
			plan: 'the plan of the contract',
			tierPrice: 'the price of the plan',
			overagePrice: 'the overage price',
			extraAgentPrice: 'the price of an additional agent',
			oneOffFee: 'the amount of a one-off fee',
			cardCurrency: 'prices in the contract’s currency'
		},
		enter: 'Enter it in Settings'
	},

	which: 'Which budget',
	everyone: 'Everyone',
	unassigned: 'unassigned',
	scope: { agent: (name: string) => `Agent ${name}`, entity: (name: string) => `Entity ${name}` },
	credits: (amount: string) => `${amount} credits`,

	stats: {
		heading: 'The budget now',
		used: 'Used so far',
		ofBudget: (percent: string) => `${percent} of the budget`,
		end: 'Month end, middle',
		range: (low: string, high: string) => `8 in 10: ${low} to ${high}`,
		atPace: 'at the plain pace',
		variance: 'Beside the budget, middle',
		over: (amount: string) => `${amount} over`,
		under: (amount: string) => `${amount} under`,
		even: 'as much',
		perDay: 'A day, at present',
		allowed: (amount: string) => `${amount} a day would keep to it`,
		used_up: 'nothing is left of it'
	},

	levels: {
		heading: 'When each part of it is reached',
		lead: 'Middle dates of the forecast. A date in ink is known; – means not before renewal.',
		level: 'Part',
		amount: 'Amount',
		date: 'Middle',
		early: '1 in 10\nbefore',
		chance: 'Reached before\nrenewal, of 100',
		reached: 'reached',
		never: '–'
	},

	year: {
		heading: 'Month by month, and what is to come',
		over: (over: number, of: number) => `over in ${over} of ${of}`,
		overText: (over: number, of: number) =>
			`Of the ${of} months to come with a budget, **${over}** end over it on the middle course.`,
		note: 'Dark: known. Pale: the middle of what is to come; the line: 8 in 10. Dashes: the budget.',
		cycle: 'Month',
		amount: 'Amount',
		range: '8 in 10',
		known: 'known',
		budget: 'Budget',
		exceeded: 'Exceeded,\nof 100',
		summary: (parts: string) => `By month: ${parts}.`,
		part: (name: string, amount: string, range: string) => `${name} ${amount} (${range})`
	},

	table: {
		heading: 'Budget and actual',
		month: 'Month',
		actual: 'Actual',
		budget: 'Budget',
		forecast: 'Forecast,\nmiddle',
		tail: 'Forecast,\n1 in 10 over',
		variance: 'Beside the budget',
		soFar: 'so far',
		inPart: 'known in part',
		noPrice: 'a price is missing'
	},

	lines: {
		heading: 'This month beside the last, at the same day',
		same: (days: number, now: string, before: string) =>
			`After ${days === 1 ? 'one whole day' : `${days} whole days`}: **${now} credits**, and ${before} in the month before.`,
		more: (percent: string) => `That is **${percent} more** than then.`,
		less: (percent: string) => `That is **${percent} less** than then.`,
		equal: 'That is as much as then.',
		unknown: 'The month before is not known as a whole, or this one has no whole day yet.',
		now: 'this month',
		before: 'the month before',
		day: 'Day',
		summary: (text: string) => text
	},

	list: {
		heading: 'Your budgets',
		none: 'None is set.',
		from: (amount: string, who: string, cycle: string) => `${amount} for ${who}, from ${cycle} on`,
		everyone: 'everyone',
		warn: (chance: string) => `warns from ${chance} on`,
		remove: (amount: string, who: string) => `Remove ${amount} for ${who}`,
		removed: 'Removed the budget',
		saved: 'Saved the budget',
		steps: 'A later budget for the same agent, entity or everyone takes the place of the one before.'
	},

	form: {
		title: 'Set a budget',
		who: 'For',
		agent: 'An agent',
		entity: 'An entity',
		name: 'Name',
		nameHelp: 'Exactly as it stands in the usage file.',
		emptyName: 'unassigned',
		unit: 'In',
		units: { credits: 'Credits', money: 'Money' },
		amount: 'Amount for a month',
		creditsUnit: 'credits',
		from: 'From the month of',
		fromHelp: 'The month that holds this day is the first.',
		warn: 'Warn from a chance of',
		warnUnit: 'of 100',
		warnHelp: 'That the budget is exceeded, by the forecast.',
		save: 'Set',
		errors: {
			name: 'Choose or type whose budget it is.',
			from: 'Say from which day on.',
			amount: 'Say how much: above 0, and whole credits.',
			warn: 'Use a whole number from 1 to 99.',
			many: 'There are 500 budgets already; remove one first.'
		}
	},

	notify: {
		heading: 'Alerts',
		text: 'The app says when 50, 80, 90 and 100% of a budget are reached, when the pace would exceed it, and when the forecast says so. Each is told once a month.',
		noServer:
			'There is no server: alerts come when the app is open. For reminders that come without it, add the dates to your calendar.',
		ask: 'Notify me on this device',
		on: 'Notifications are on, on this device.',
		off: 'Turn notifications off',
		refused: 'This browser does not allow notifications for this page. Alerts stand in the app.',
		missing: 'This browser knows no notifications. Alerts stand in the app.'
	},

	alerts: {
		used: (budget: string, who: string) => `The budget of ${budget}${who} is used up`,
		reached: (percent: string, budget: string, who: string) =>
			`${percent} of the budget of ${budget}${who} is reached`,
		forecast: (budget: string, who: string) => `The budget of ${budget}${who} will probably be exceeded`,
		forecastMay: (budget: string, who: string) => `The budget of ${budget}${who} may be exceeded`,
		pace: (budget: string, who: string) => `At the present pace the budget of ${budget}${who} is exceeded`,
		who: (name: string) => ` for ${name}`,
		at: (day: string, chance: string) => `All of it is reached around ${day}; the chance is ${chance}.`,
		chance: (chance: string) => `The chance is ${chance}.`,
		end: (amount: string) => `The month would end at ${amount}.`,
		soFar: (amount: string) => `${amount} so far.`,
		look: 'See the budget',
		dismiss: 'Not again this month'
	},

	calendarFile: {
		name: 'Drawdown dates',
		saved: (n: number) => (n === 1 ? 'Saved one date' : `Saved ${n} dates`),
		nothing: 'There is no date to save yet.',
		help: 'The file holds the dates that are expected now. Imported again later it moves them; one that is no longer expected stays until you delete it.',
		budget: (percent: string, budget: string, who: string) =>
			`${percent} of the budget of ${budget}${who} used (expected)`,
		plan: (percent: string, tier: string) => `${percent} of ${tier} credits used (expected)`,
		runOut: (tier: string) => `${tier} credits run out (expected)`,
		runOutKnown: (tier: string) => `${tier} credits ran out`,
		early: (tier: string) => `${tier} credits: 1 in 10 have run out by now`,
		renewal: 'Credits renew',
		middle: (chance: string) =>
			`The middle of the forecast: half of its courses are there earlier, half later or not at all. The chance before renewal is ${chance}.`,
		tenth: (chance: string) =>
			`In 1 of 10 courses of the forecast credits have run out by this day. The chance before renewal is ${chance}.`,
		knownText: 'Known from the usage.',
		renewalText: 'A new billing cycle begins; unused credits expire.',
		made: (instant: string, zone: string) =>
			`From usage known to ${instant}, ${zone}. A forecast, not a promise: import the file again for newer dates.`
	}
};
