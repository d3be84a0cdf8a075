export default {
	waiting: 'Looking ahead',
	nothing: 'When will your credits run out?',
	nothingText: 'Import usage or type meter readings first: a forecast is made from them.',
	toImport: 'Import usage',

	asOf: {
		label: 'As it was seen on',
		help: 'Move it back to see what would have been said on an earlier day, knowing nothing of what came after.',
		earlier: 'A day earlier',
		later: 'A day later',
		now: 'Back to now',
		at: (day: string) => `Start of ${day}`,
		today: (day: string) => `Now, ${day}`,
		unknown: 'Days before it in its cycle are unknown, so that nothing would have been said.',
		happened: 'The thin line is what happened after.'
	},

	record: {
		held: (inside: string, of: string) => `**${inside} of ${of}** past ranges called 8 in 10 held.`,
		few: (cycles: number) =>
			cycles === 0
				? 'There is no whole past cycle yet to look back on.'
				: `There ${cycles === 1 ? 'is one past cycle' : `are ${cycles} past cycles`} to look back on: too few for a rate.`,
		day: (ours: string, pace: string) =>
			`The run-out day was missed by **${ours}** on average, by the straight line by ${pace}.`,
		days: (n: string) => (n === '1' ? '1 day' : `${n} days`)
	},

	table: {
		heading: 'When each plan is used up',
		lead: 'Middle dates. A date in ink is known; – means not before renewal.',
		plan: 'Plan',
		share: (percent: string) => `${percent} used`,
		chance: 'Runs out,\nof 100',
		range: '8 in 10',
		known: 'already',
		next: (cycle: string) => `${cycle},\nof 100`,
		never: '–',
		notAtAll: 'not at all'
	},

	why: {
		heading: 'Why',
		level: (credits: string) => `An average day costs **${credits} credits** at present.`,
		trend: (percent: string, up: boolean) =>
			`That is **${percent} ${up ? 'more' : 'less'}** than four weeks ago.`,
		flat: 'That is what it was four weeks ago.',
		profile: (high: string, more: string, low: string, less: string) =>
			`${high} is the busiest day, ${more} over the average; ${low} the quietest, ${less} under it.`,
		noProfile: 'Weekdays make no difference that chance would not.',
		spread: (percent: string) =>
			`From one week to the next, use changes by **${percent}** on average: that, and past errors, make the band as wide as it is.`,
		errors: (share: string, days: string) =>
			`${share} of 100 courses repeat how wrong forecasts like this one were on your own ${days} days; the others are simulated.`,
		holidays: (days: string) =>
			`Public holidays make a difference, as they did before: ${days} than an ordinary day there.`,
		holiday: (day: string, percent: string, more: boolean) =>
			`**${day} ${percent} ${more ? 'more' : 'less'}**`,
		event: (name: string, credits: string, more: boolean) =>
			`“${name}” ${more ? 'adds' : 'takes away'} **${credits} credits** before renewal.`,
		growth: (credits: string, more: boolean) =>
			`The growth you expect ${more ? 'adds' : 'takes away'} **${credits} credits** before renewal.`
	},

	card: {
		heading: 'How good were we?',
		lead: (after: string) =>
			`What would have been said ${after} into each past cycle. Bar: 8 in 10; tick: the middle; dot: what happened, hollow where it fell outside.`,
		after: 'Seen after',
		days: (n: number) => `${n} days`,
		held: (inside: string, of: string) => `Inside the 8-in-10 range: ${inside} of ${of}`,
		error: (ours: string, pace: string) =>
			`Month end missed by ${ours} on average; by the straight line by ${pace}.`,
		few: 'Fewer than six cycles: dots, and no rate.',
		none: 'The report card begins with the first whole cycle that has two weeks before it.',
		cycle: 'Cycle',
		said: '8 in 10',
		middle: 'Middle',
		happened: 'Happened',
		pace: 'Straight line',
		inside: 'inside',
		outside: 'outside',
		summary: (rows: string) => `By cycle: ${rows}.`,
		row: (cycle: string, low: string, high: string, actual: string, inside: string) =>
			`${cycle} said ${low} to ${high}, happened ${actual}, ${inside}`
	},

	year: {
		heading: 'Twelve cycles',
		lead: 'Dark: known. Pale: the middle of what is to come; the line: 8 in 10. Above the plan: overage, or hatched where agents would stop.',
		short: 'Fewer than two years are known, so a year’s shape is not.',
		cycle: 'Cycle',
		middle: 'Credits',
		range: '8 in 10',
		known: 'known',
		plan: 'Plan',
		beyond: 'Needs more than the plan, of 100',
		summary: (parts: string) => `By cycle: ${parts}.`,
		part: (name: string, middle: string, range: string) => `${name} ${middle} (${range})`
	},

	unserved: {
		heading: 'What would be unserved, by hour',
		lead: (tier: string, credits: string) =>
			`If agents stop when ${tier} credits are used up, ${credits} credits are lost before renewal on average. By local hour:`,
		none: (tier: string) => `Hardly any course uses up ${tier} credits before renewal: nothing to lose.`,
		hour: 'Hour',
		voice: 'Voice',
		chat: 'Chat',
		total: 'Total',
		summary: (from: string, to: string, share: string) => `${share} of it between ${from} and ${to}.`,
		clock: (hour: number) => `${String(hour).padStart(2, '0')}:00`
	},

	events: {
		heading: 'What you know that past usage does not',
		lead: 'A campaign, a closure, a new agent: it changes the courses on its days, and past days of it are not taken for ordinary ones.',
		none: 'No event is planned.',
		add: 'Add an event',
		title: 'Add an event',
		name: 'Name',
		kind: 'What',
		kinds: {
			campaign: 'Campaign: more usage',
			closure: 'Closure: less, or none',
			newAgent: 'A new agent',
			change: 'Another change'
		},
		from: 'First day',
		to: 'Last day',
		toHelp: 'Empty: no end.',
		channel: 'Which usage',
		all: 'all usage',
		channels: { chat: 'chat', voice: 'voice' },
		percentLabel: 'Change',
		percentUnit: '% of usage',
		creditsLabel: 'Adds',
		creditsUnit: 'credits a day',
		save: 'Add',
		remove: (name: string) => `Remove ${name}`,
		added: (credits: string) => `${credits} credits a day more`,
		percent: (percent: string, more: boolean) => `${percent} ${more ? 'more' : 'less'}`,
		since: (day: string) => `from ${day}`,
		saved: 'Event added',
		removed: (name: string) => `Removed “${name}”`,
		missing: {
			name: 'Give it a name.',
			from: 'Say on which day it begins.',
			to: 'The last day is not before the first.',
			amount: 'Say how much, within what this kind of event can do.'
		},
		growth: 'Expected growth',
		growthUnit: '% a month',
		growthHelp: 'From now on, on top of what past usage shows. Empty: none.',
		growthSave: 'Save growth',
		growthSaved: 'Growth saved'
	},

	failed: 'The rest of this screen could not be computed. Reload the page; your data is untouched.'
};
