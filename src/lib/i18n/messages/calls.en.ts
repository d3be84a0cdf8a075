type Kinds = 'voice' | 'chat' | 'both';
const credits = (text: string) => `${text} ${text === '1' ? 'credit' : 'credits'}`;
const kinds = (kind: Kinds, count: number) =>
	count === 1
		? { voice: 'call', chat: 'chat', both: 'call or chat' }[kind]
		: { voice: 'calls', chat: 'chats', both: 'calls and chats' }[kind];
const plural = (text: string, one: string) => `${text} ${text === '1' ? one : `${one}s`}`;

export default {
	pageTitle: 'Calls and chats',
	waiting: 'Reading calls and chats',
	failed: 'The calls and chats could not be read. Try again, or reload the page.',
	title: (kind: Kinds, count: number, text: string, used: string) =>
		count === 0 ? 'No calls or chats match' : `${text} ${kinds(kind, count)} used ${credits(used)}`,
	lead: 'Choose in a picture, by drag or by key, and all others follow. A line opens to why it cost what it cost.',
	noneLead: 'Take a filter away to see more.',
	summed: (count: string) =>
		`Of ${count} older interactions only the sums by day are kept: they are not in this list.`,

	filters: {
		label: 'Filters',
		remove: (name: string) => `Remove the filter ${name}`,
		clear: 'Clear all',
		add: 'Add a filter',
		channel: { voice: 'Calls', chat: 'Chats' },
		class: { standard: 'Standard', premium: 'Premium' },
		licence: { metered: 'Metered', trial: 'Trial licence', unlimited: 'Unlimited licence' },
		short: { yes: 'Short calls', no: 'Without short calls' },
		week: (days: string, hours: string) => `${days}, ${hours}`,
		days: (first: string, last: string) => (first === last ? first : `${first}–${last}`),
		hours: (from: string, to: string) => `${from} to ${to}`,
		someHours: (count: string) => plural(`${count}`, 'hour') + ' of the week',
		from: (value: string) => `${value} or more`,
		between: (from: string, to: string) => `${from} to under ${to}`,
		credits,
		range: {
			item: 'Credits from … to …',
			title: 'Filter by credits',
			from: 'From',
			to: 'To under',
			crossed: 'This has to be more than “From”.',
			help: 'Credits that one call or chat used. An end left empty is open.',
			choose: 'Filter'
		}
	},

	saved: {
		label: 'Saved views',
		save: 'Save this view',
		name: 'Name of the view',
		device: 'Kept on this device',
		removed: (name: string) => `Removed the view ${name}`,
		remove: (name: string) => `Remove “${name}”`
	},

	pictures: {
		heading: 'Pictures',
		measure: 'Count',
		interactions: 'Interactions',
		credits: 'Credits',
		hint: 'Arrow keys move, with Shift they choose a stretch, Enter chooses what is marked, Escape lets go.',
		amount: {
			interactions: (text: string) => plural(text, 'interaction'),
			credits
		},
		days: {
			label: 'By day',
			summary: (days: string, most: string) => `${plural(days, 'day')}; the busiest is ${most}.`,
			head: 'Day'
		},
		hours: {
			label: 'By hour of the week',
			summary: (busiest: string, share: string) =>
				`The three busiest hours of the week are ${busiest}: ${share} of all that is counted here.`,
			none: 'Nothing is counted here.',
			hour: 'Hour',
			clock: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
			at: (day: string, hour: string) => `${day} ${hour}`
		},
		length: {
			label: 'By length of call',
			summary: (longer: string) =>
				`Calls in steps of 5 s; the last bar holds all from ${longer} on. Upright lines: where the next billed step begins.`,
			rounding: (rounded: string, share: string) =>
				`Hatched is rounding, paid for but not spoken: ${credits(rounded)}, ${share} of what these calls used.`,
			rounded: (text: string) => `${text} of them rounding`,
			part: 'Rounding',
			head: 'Length',
			longer: (from: string) => `${from} or longer`,
			between: (from: string, to: string) => `${from} to ${to}`
		},
		kind: {
			label: 'By channel and class',
			names: ['Chats, standard', 'Calls, standard', 'Chats, premium', 'Calls, premium']
		},
		agent: { label: 'By agent', others: (count: string) => plural(count, 'other') },
		entity: { label: 'By entity', others: (count: string) => plural(count, 'other') },
		value: 'Value'
	},

	list: {
		label: 'Calls and chats',
		time: 'Time',
		length: 'Length',
		picture: 'Spoken, hatched: rounding',
		who: 'Agent, entity',
		credits: 'Credits',
		messages: (text: string) => plural(text, 'message'),
		short: '0, short',
		free: { trial: '0, trial', unlimited: '0, unlimited' },
		hint: 'Arrow up and down: the next call. Home and End: first and last.',
		pair: (agent: string, entity: string) => `${agent}, ${entity}`
	},

	why: {
		title: (kind: 'voice' | 'chat', used: string) => `Why this ${kinds(kind, 1)} cost ${credits(used)}`,
		next: '↑ ↓ next call',
		close: 'Close',
		opening: 'Reckoning',
		spoken: (length: string) => `Spoken: ${length}`,
		rounding: (length: string) => `Rounding: ${length}`,
		block: credits,
		product: (steps: string, each: string, all: string) => `${steps} × ${each} = **${credits(all)}**`,
		startedMinutes: (text: string) => plural(text, 'started minute'),
		seconds: (text: string) => `${text} billed`,
		messages: (text: string) => plural(text, 'message'),
		rounded: (all: string) => `rounded up to a whole credit: **${credits(all)}**`,
		picture: (spoken: string, rounding: string, billed: string) =>
			`Of ${billed} billed, ${spoken} were spoken and ${rounding} are rounding.`,
		steps: {
			long: 'Long enough',
			longText: (length: string, threshold: string) => `${length}, not under ${threshold}: billable`,
			any: 'Billable',
			anyText: (length: string) => `${length}; the card has no short-call rule`,
			nothingText: 'a call of no length has no billable time',
			shortName: 'Short',
			shortText: (length: string, threshold: string) => `${length}, under ${threshold}: non-billable`,
			minutes: 'Minutes',
			minutesText: (initial: string, increment: string) => `first ${initial}, then each started ${increment}`,
			messages: 'Messages',
			messagesText: 'each message counts',
			class: 'Class',
			classes: { standard: 'standard', premium: 'premium' },
			from: {
				card: (name: string) => `${name}, as the card has all calls`,
				row: (name: string) => `${name}, from its row in the file`,
				entry: (name: string) => `${name}, from the agent’s register entry`,
				nothing: (name: string) => `${name}, since nothing says otherwise`
			},
			aMinute: (rate: string) => `${rate} a minute`,
			aMessage: (rate: string) => `${rate} a message`,
			licence: 'Licence',
			trial: (would: string) => `trial: draws nothing; metered it would be ${credits(would)}`,
			unlimited: (would: string) => `unlimited: draws nothing; metered it would be ${credits(would)}`,
			early: 'Before activation',
			earlyText: 'it began before the activation in the register',
			balance: 'Balance',
			balanceText: (before: string, after: string) => `${before} before, ${after} after`,
			overage: (text: string) => `${text} as overage`,
			unserved: (text: string) => `${text} unserved: nothing was left`,
			excess: (text: string) => `${text} served, not billed`
		},
		card: (name: string) => `Rate card: ${name}.`,
		cardSince: (name: string, since: string) => `Rate card: ${name}, version of ${since}.`,
		rule: 'See the rule',
		ledger: 'Show in ledger',
		file: (name: string, line: string) => `${name}, line ${line}`,
		case: {
			heading: (count: string) => `The same case: ${plural(count, 'other interaction')}`,
			more: (count: string) => `and ${count} more`
		}
	}
};
