export default {
	pageTitle: 'When agents stop',
	waiting: 'Looking for the hour the credits end',
	empty: 'Import a usage file to see when agents would stop, and what would be lost.',
	past: 'This month is over. Choose the running month above to see when agents would stop.',
	refused: 'Chances appear after 14 known days. Until then the hour cannot be told.',
	noTier: 'Choose a plan above to see when its credits end.',
	failed: 'What is lost could not be computed. Try again, or reload the page.',
	title: {
		ended: (tier: string, instant: string) => `${tier} credits ended ${instant}`,
		ends: (tier: string, instant: string) => `Without overage, ${tier} credits end around ${instant}`,
		may: (tier: string, chance: string) =>
			`Without overage, ${tier} credits may end before renewal: ${chance}`,
		lasts: (tier: string) => `${tier} credits last to renewal: the lights stay on`
	},
	lead: {
		sameHour: '8 in 10 end within that hour.',
		band: (from: string, to: string) => `8 in 10: from **${from}** to **${to}**.`,
		open: (from: string, chance: string) =>
			`1 in 10 before **${from}**; ${chance} end before renewal at all.`,
		lost: (credits: string, count: string, end: string) =>
			`Until renewal on ${end}, **${credits} credits** are lost on average: ${count} chats and calls.`,
		lostCredits: (credits: string, end: string) =>
			`Until renewal on ${end}, **${credits} credits** are lost on average.`,
		nothing: 'Next to nothing is lost before renewal.'
	},
	hours: 'What is lost by hour of the day and channel',
	saving: {
		heading: 'The price of losing nothing',
		overage: (mean: string, tail: string) =>
			`By overage: **${mean}** on average this month, and in 1 of 10 months more than ${tail}. Nothing is lost.`,
		overageUnpriced: 'By overage: set tier and overage prices to see what it costs.',
		next: (tier: string, amount: string, chance: string) =>
			`By the next plan, ${tier}: **${amount}** more; its own credits end before renewal in ${chance} courses.`,
		nextUnpriced: (tier: string, chance: string) =>
			`By the next plan, ${tier}: its own credits end before renewal in ${chance} courses. Set prices to see what it costs.`,
		largest: 'There is no larger plan on the rate card.'
	},
	entities: {
		heading: 'What is lost where',
		lead: 'Divided as recent usage was at the same hours.',
		entity: 'Entity',
		unassigned: 'unassigned',
		credits: 'Credits lost,\naverage',
		share: 'Share of\nall lost',
		others: (count: string) => `${count} others`
	}
};
