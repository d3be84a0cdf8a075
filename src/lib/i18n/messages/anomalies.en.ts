type Factor = 'interactions' | 'size' | 'price';

export default {
	pageTitle: 'Anomalies',
	waiting: 'Looking for days out of pattern',
	everyone: 'Everyone',

	title: {
		none: (days: string) => `Nothing out of pattern in the last ${days} days`,
		young: 'Too few days to know what is usual',
		moved: (agents: boolean, name: string, by: string, cause: string) =>
			`${agents ? 'One agent' : name} moved the run-out ${by} earlier: ${cause}`,
		drew: (credits: string, cause: string) => `${credits} credits out of pattern: ${cause}`,
		expected: (count: number, text: string) =>
			count === 1
				? 'Nothing else out of pattern: one finding was expected'
				: `Nothing else out of pattern: ${text} findings were expected`
	},
	cause: {
		new: (name: string, since: string) => `${name} is new since ${since}`,
		interactions: (name: string, times: string, when: string) =>
			`${name} took ${times} as many calls and chats as usual ${when}`,
		size: (name: string, times: string, when: string) =>
			`${name}’s calls and chats were ${times} as long as usual ${when}`,
		price: (name: string, times: string, when: string) =>
			`${name}’s calls and chats cost ${times} as much as usual for their length ${when}`
	},
	on: (day: string) => `on ${day}`,
	from: (days: string) => `on ${days}`,
	times: (value: string) => `${value} times`,
	also: (factors: readonly Factor[]) =>
		`Also out of pattern on these days: ${factors
			.map((factor) => ({ interactions: 'the number', size: 'the length', price: 'the price' })[factor])
			.join(', ')}.`,

	lead: (days: string, agents: string, entities: string) =>
		`The last **${days} whole days** of ${agents} and ${entities} were looked at, each beside what its own weeks say is usual.`,
	agents: (count: number, text: string) => (count === 1 ? 'one agent' : `${text} agents`),
	entities: (count: number, text: string) => (count === 1 ? 'one entity' : `${text} entities`),
	sure: 'A rise is told only where chance alone would bring one about in 60 days in one workspace of ten. So small rises, and rises of agents whose days differ much anyway, stay untold.',
	needed: (days: string) =>
		`A pattern needs ${days} known days; import an earlier file, or come back when there are more.`,

	credits: (credits: string) => `${credits} credits above expected`,
	allNew: (credits: string) => `${credits} credits since`,
	effect: {
		moved: (at: string, by: string, without: string) =>
			`The credits ran out on ${at}, ${by} earlier than without it (${without}).`,
		lasted: (at: string, end: string) =>
			`The credits ran out on ${at}; without it they would have lasted to renewal on ${end}.`,
		days: (by: string) => `It brings the run-out about ${by} of usual use forward.`,
		none: 'It moved no run-out.'
	},
	days: (days: string, one: boolean) => (one ? `${days} day` : `${days} days`),
	hours: (hours: string, one: boolean) => (one ? `${hours} hour` : `${hours} hours`),

	expectedButton: 'This was expected',
	expectedFor: (what: string) => `This was expected: ${what}`,
	hidden: 'Hidden in this browser.',
	undo: 'Undo',
	rows: 'See the calls and chats of these days',
	showAll: (count: number, text: string) =>
		count === 1 ? 'Show the one that was expected' : `Show the ${text} that were expected`,

	picture: {
		interactions: (name: string) => `Calls and chats of ${name} a day`,
		size: (name: string) => `Credits for each call or chat of ${name}, at the standard rate`,
		price: (name: string) => `Price of what ${name} took, as times the standard rate`,
		summary: (most: string, usual: string) => `Up to ${most} on these days, where about ${usual} is usual.`,
		summaryNew: (most: string) => `Nothing before; up to ${most} a day since.`,
		band: '8 in 10 days lie in the band'
	},
	table: {
		label: 'All findings',
		who: 'Who',
		days: 'Days',
		cause: 'Cause',
		times: 'Times usual',
		credits: 'Credits above expected',
		effect: 'Run-out earlier by',
		day: 'Day',
		actual: 'Was',
		usual: 'Usual',
		range: '8 in 10',
		causes: { interactions: 'more calls and chats', size: 'longer', price: 'more premium', new: 'new' }
	}
};
