const NUMBERS = [
	'',
	'the day',
	'two days',
	'three days',
	'four days',
	'five days',
	'six days',
	'seven days',
	'eight days',
	'nine days',
	'ten days'
];

export default {
	pageTitle: 'Overview',
	waiting: 'Working out when the credits end',
	unanswered: {
		title: 'No figures for now',
		text: 'What you imported and typed is still here. The figures come back as soon as what stands in their way is put right.'
	},
	comparePlans: 'Compare plans',
	choosePlan: 'Choose your plan',
	report: 'Report',
	downloadReport: 'Download report',
	pictureFailed: 'The picture could not be drawn. The table below has the same figures.',

	stopped: {
		title: (from: string, to: string) => `Were the agents stopped from ${from} to ${to}?`,
		text: 'Usage ended less than one interaction short of the plan’s credits, and nothing came until renewal. If they were stopped, those days are unknown, not quiet, and the forecast does not learn from them.',
		yes: 'They were stopped',
		no: 'No'
	},

	title: {
		sure: (tier: string, day: string, range: string) =>
			`${tier} credits run out around ${day} (8 in 10: ${range})`,
		probable: (tier: string, day: string) => `${tier} credits will probably run out around ${day}`,
		before: (days: number, text: string) => `, ${NUMBERS[days] ?? `${text} days`} before renewal`,
		even: (tier: string) => `${tier} credits may or may not last: even odds`,
		unlikely: (tier: string, n: string) =>
			`${tier} credits will probably last to renewal; ${n} that they do not`,
		lasts: (tier: string) => `${tier} credits last to renewal`,
		pace: (tier: string, day: string) => `At the plain pace, ${tier} credits run out around ${day}`,
		paceLasts: (tier: string) => `At the plain pace, ${tier} credits last to renewal`,
		ranOut: (tier: string, day: string, time: string) => `${tier} credits ran out ${day} at ${time}`,
		ranOutDay: (tier: string, day: string) => `${tier} credits ran out ${day}`,
		pastRanOut: (cycle: string, used: string, tier: string, instant: string) =>
			`${cycle} used ${used} credits; ${tier} ran out ${instant}`,
		pastLasted: (cycle: string, used: string, tier: string) =>
			`${cycle} used ${used} credits; ${tier} lasted`,
		noTierLasts: (tier: string) => `${tier} credits or more last to renewal`,
		noTierNone: 'No plan lasts to renewal',
		noTierPaceLasts: (tier: string) => `At the plain pace, ${tier} credits or more last to renewal`,
		noTierPaceNone: 'At the plain pace, no plan lasts to renewal',
		noTierPast: (cycle: string, used: string, tier: string) =>
			`${cycle} used ${used} credits; ${tier} or more would have lasted`,
		noTierPastNone: (cycle: string, used: string) =>
			`${cycle} used ${used} credits; no plan would have lasted`
	},

	lead: {
		chance: {
			off: (chance: string, end: string) => `The chance is **${chance}** that agents stop before ${end}`,
			on: (chance: string, end: string) => `The chance is **${chance}** that overage starts before ${end}`
		},
		certain: {
			off: (end: string) => `Agents stop before ${end} in **every course** of the forecast`,
			on: (end: string) => `Overage starts before ${end} in **every course** of the forecast`
		},
		oneInTen: {
			off: (day: string) => `, and 1 in 10 that they stop before **${day}**`,
			on: (day: string) => `, and 1 in 10 that it starts before **${day}**`
		},
		certainOneInTen: (day: string) => `, in 1 of 10 before **${day}**`,
		around: (day: string) => `, most likely around ${day}`,
		ifAny: (day: string) => `If they do run out, most likely around **${day}**.`,
		oneInTenAlone: (day: string) => `1 in 10 before **${day}**.`,
		small: (chance: string, end: string) => `The chance that they run out before ${end} is ${chance}.`,
		monthEnd: (credits: string, low: string, high: string) =>
			`By then **${credits}** are used (8 in 10: ${low} to ${high}).`,
		capped: (cap: string) => `Agents stop when overage reaches ${cap} credits.`,
		pace: (days: string, from: string, end: string) =>
			`This is the straight line to **${end}** by the end of the cycle. ${days} known so far; chances appear from ${from}.`,
		knownDays: (n: number, text: string) => (n === 1 ? '1 day is' : `${text} days are`),
		ranOutOff: (credits: string, interactions: string, renewal: string) =>
			`Since then **${credits} credits** in ${interactions} chats and calls were unserved. The plan renews ${renewal}.`,
		ranOutNone: (renewal: string) => `Nothing has come in since then. The plan renews ${renewal}.`,
		ranOutOn: (credits: string, renewal: string) =>
			`Since then **${credits} credits** were served as overage. The plan renews ${renewal}.`,
		capReached: (cap: string, instant: string) =>
			`Overage reached its limit of ${cap} credits ${instant}, and agents stopped.`,
		pastUnserved: (credits: string, interactions: string) =>
			`**${credits} credits** in ${interactions} chats and calls came after that and were unserved.`,
		pastOverage: (credits: string) => `**${credits} credits** beyond that were served as overage.`,
		pastOverageCost: (credits: string, amount: string) =>
			`**${credits} credits** beyond that were served as overage, for **${amount}**.`,
		pastLeft: (credits: string) => `**${credits} credits** were left and expired.`,
		noTier: (tier: string) =>
			`${tier} credits or less run out before. Choose your plan in Settings to see its own answer.`,
		noTierAll: 'Choose your plan in Settings to see its own answer.',
		expected: (credits: string) => `The cycle is heading for **${credits} credits**.`
	},

	notes: {
		ended: (day: string) => `The data ends on ${day}.`,
		stale: (days: string) => `The data is ${days} days old.`,
		readings: 'From meter readings alone: which calls and chats used the credits is not known.',
		assumed: 'From assumptions, not from usage.',
		byDay: (day: string) => `Days before ${day} are kept as daily sums: run-out is known to the day.`,
		contradicted:
			'Usage was recorded at times when agents would have been stopped under this contract, so it was not the one in force.',
		checkContract: 'Check the contract'
	},

	stats: {
		heading: 'In figures',
		used: 'Used so far',
		usedPast: 'Used',
		ofPlan: (share: string) => `${share} of the plan`,
		ofCycle: (share: string) => `${share} of the cycle`,
		interactions: (n: string) => `${n} chats and calls`,
		monthEnd: 'Month end, if nothing stops',
		eightInTen: (low: string, high: string) => `8 in 10: ${low} to ${high}`,
		atPace: 'at the plain pace',
		off: 'With overage off',
		on: 'With overage on',
		onAt: (price: string) => `With overage on, at ${price} a credit`,
		unserved: (n: string) => `${n} unserved`,
		nothingUnserved: 'nothing unserved',
		nothingMore: 'nothing more',
		chatsAndCalls: (more: string) => `chats and calls; 1 in 10: over ${more}`,
		creditsUnserved: (n: string) => `${n} credits unserved`,
		creditsOf: (n: string) => `${n} credits`,
		oneInTen: (more: string) => `1 in 10: over ${more}`,
		more: (amount: string) => `${amount} more`,
		creditsOver: (n: string) => `${n} credits over`,
		noPrice: 'no overage price yet',
		inChatsAndCalls: (n: string) => `in ${n} chats and calls`
	},

	table: {
		heading: 'When each plan would run out',
		headingPast: 'When each plan ran out',
		lead: 'The same forecast as numbers. Short = unserved, or overage if on.',
		leadPace: 'The straight line as numbers. Short = unserved, or overage if on.',
		leadPast: 'From the ledger of the cycle. Short = unserved, or overage if on.',
		plan: 'Plan',
		runsOut: 'Runs out',
		ranOut: 'Ran out',
		atPace: 'At this pace',
		eightInTen: '8 in 10',
		chance: 'Chance,\nof 100',
		average: 'Short,\naverage',
		tail: 'Short,\n1 in 10 over',
		short: 'Short, credits',
		unserved: 'Chats and calls\nunserved',
		known: 'known',
		lasts: 'lasts',
		lasted: 'lasted',
		probablyLasts: 'probably lasts',
		evenOdds: 'even odds',
		range: (from: string, to: string) => `${from} – ${to}`,
		notAtAll: (from: string) => `${from} – not at all`,
		show: (tier: string) => `Show ${tier}`
	}
};
