export default {
	pageTitle: 'Small print',
	waiting: 'Counting under other rules',
	empty: 'Import a usage file to see what rounding, short calls and premium cost.',
	readings:
		'Neither meter readings nor assumptions know of single calls and chats, so no other rule can be tried. Import a usage file.',
	failed: 'Other rules could not be tried. Try again, or reload the page.',
	none: 'No past month is known as a whole yet',
	needed: 'A month counts once it is over and the files cover all of it.',

	title: {
		bySecond: 'Calls are billed by the second: rounding costs nothing',
		nothing: 'Rounding costs next to nothing on this usage',
		cost: (credits: string) => `Rounding costs ${credits} credits a month`,
		same: (credits: string, tier: string) =>
			`Rounding costs ${credits} credits a month, and the smallest plan that lasts stays ${tier}`,
		pays: (credits: string, tier: string, other: string) =>
			`Rounding costs ${credits} credits a month, and makes ${tier} the cheapest plan instead of ${other}`,
		decides: (credits: string, tier: string, other: string) =>
			`Rounding costs ${credits} credits a month, and makes ${tier} the smallest plan that lasts instead of ${other}`
	},
	lead: (months: number, text: string, rule: string) =>
		months === 1
			? `On the one past month known as a whole. The card bills: **${rule}**.`
			: `On ${text} past months, each counted anew under every rule. The card bills: **${rule}**.`,
	sentences: {
		shortSaves: (seconds: string, credits: string) =>
			`Not billing calls under ${seconds} s saves **${credits} credits** a month.`,
		shortWould: (seconds: string, credits: string) =>
			`Not billing calls under ${seconds} s would save **${credits} credits** a month.`,
		noShortCalls: 'There are next to no short calls for a short-call rule to matter.',
		premium: (credits: string) =>
			`Premium interactions cost **${credits} credits** a month more than standard ones would.`,
		noPremium: 'There are no premium interactions to pay more for.',
		moved: (count: number, text: string) =>
			count === 1
				? '**One** of the other rules changes the smallest plan that lasts.'
				: `**${text}** of the other rules change the smallest plan that lasts.`
	},
	rules: {
		own: 'The card’s own rule',
		rounding: (initial: string, increment: string) => `at least ${initial} s, then by ${increment} s`,
		shortCall: (seconds: string) => `calls under ${seconds} s free`,
		allBilled: 'short calls billed too',
		noPremium: 'premium at standard rates',
		allPremium: 'every call premium',
		ownPremium: 'calls by their own class'
	},
	picture: 'Credits a month under each rule',
	credits: (credits: string, difference: string) => (difference ? `${credits} (${difference})` : credits),
	more: (credits: string) => `+${credits}`,
	less: (credits: string) => `−${credits}`,
	table: {
		heading: 'Each rule in numbers',
		rule: 'Rule',
		credits: 'Credits a month,\naverage',
		difference: 'Beside the\ncard’s rule',
		smallest: 'Smallest plan\nthat lasts',
		cheapest: 'Cheapest plan\nwith overage',
		sums: 'kept as sums',
		waiting: '…',
		noneLasts: 'none'
	},
	note: 'Averages of exact counts. “Lasts”: in none of these months would agents have stopped, without overage. One rule is changed at a time.',
	pricesMissing: 'Set prices to see which plan is cheapest under each rule.'
};
