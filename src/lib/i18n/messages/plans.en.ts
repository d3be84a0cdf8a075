export default {
	pageTitle: 'Plans',
	waiting: 'Comparing the plans',
	empty: 'Import a usage file or type meter readings to compare the plans.',
	start: 'Go to the start',
	list: (items: readonly string[]) =>
		items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`,

	title: {
		on: (tier: string, amount: string) =>
			`If nothing may stop, ${tier} with overage costs least: ${amount} this month`,
		upgrade: (tier: string, amount: string) =>
			`If the next plan is bought when credits end, starting with ${tier} costs least: ${amount} this month`,
		capped: (tier: string, cap: string, amount: string) =>
			`If agents may not stop, ${tier} with overage up to ${cap} costs least: ${amount} this month`,
		off: (tier: string, amount: string) =>
			`If agents may not stop, ${tier} is the cheapest plan without overage: ${amount} this month`,
		lasts: (tier: string) => `${tier} credits or more last to renewal`,
		cappedLasts: (tier: string, cap: string) =>
			`With overage up to ${cap}, ${tier} credits or more last to renewal`,
		paceLasts: (tier: string) => `At the plain pace, ${tier} credits or more last to renewal`,
		none: (tier: string) => `No plan lasts to renewal; ${tier} comes closest`,
		paceNone: (tier: string) => `At the plain pace no plan lasts to renewal; ${tier} comes closest`,
		pastOn: (cycle: string, tier: string, amount: string) =>
			`${cycle} would have cost least on ${tier} with overage: ${amount}`,
		pastCapped: (cycle: string, tier: string, cap: string, amount: string) =>
			`${cycle} would have cost least on ${tier} with overage up to ${cap}: ${amount}`,
		pastOff: (cycle: string, tier: string, amount: string) =>
			`${cycle} would have cost least without a stop on ${tier}: ${amount}`,
		pastLasts: (cycle: string, tier: string) => `${cycle} would have lasted on ${tier} credits or more`,
		pastNone: (cycle: string) => `${cycle} would have ended early on every plan`
	},

	lead: {
		less: (amount: string, tier: string) => `**${amount} less** than ${tier}`,
		same: (tier: string) => `as much as ${tier}`,
		onAverage: (parts: string) => `That is ${parts}, on average.`,
		exactly: (parts: string) => `That is ${parts}.`,
		needPrices: 'Set tier prices to compare costs.',
		own: (tier: string, chance: string, end: string) =>
			`${tier} credits: **${chance}** run out before ${end}.`,
		certainOwn: (tier: string, end: string) =>
			`${tier} credits run out before ${end} in **every course** of the forecast.`,
		ranOut: (tier: string, instant: string) => `${tier} credits ran out **${instant}**.`,
		lasted: (tier: string) => `${tier} credits lasted.`
	},

	when: 'When credits end:',
	write: 'Write proposal',
	budget: 'Set a budget',
	policies: { off: 'Stop', on: 'Overage', capped: 'Capped', upgrade: 'Upgrade' },

	curve: {
		heading: 'What a month costs on each plan, by how much is used',
		demand: 'Credits used in a month',
		cheapest: 'Costs least from – to',
		fromTo: (from: string, to: string) => `${from} – ${to}`,
		summary: (bands: string) => `Costs least: ${bands}.`,
		band: (plan: string, from: string, to: string) => `${plan} from ${from} to ${to} credits`,
		note: 'Strip and strong line: the plan that costs least at each level of use. Circles: where the next plan begins to pay.',
		noteForecast: (low: string, high: string) =>
			`Strip and strong line: the plan that costs least at each level of use. Circles: where the next plan begins to pay. Bars: how this month may end; 8 in 10 between ${low} and ${high}.`,
		at: (demand: string, costs: string) => `At ${demand} credits: ${costs}.`,
		costs: (plan: string, amount: string) => `${plan} ${amount}`,
		stopping: (plans: string) => `Agents stop on ${plans}.`,
		allStop: 'agents stop on every plan with a price'
	},

	schedule: {
		hold: (plans: string) => `Twelve months: hold ${plans}`,
		none: 'Twelve months: no plan keeps to what you want',
		throughout: (tier: string) => `${tier} throughout`,
		until: (tier: string, cycle: string) => `${tier} until ${cycle}`,
		then: ', then ',
		cost: (amount: string, wish: string) => `It costs **${amount}** over twelve cycles on average, ${wish}.`,
		wishes: {
			mean: 'the least of all choices',
			tail: 'and in each cycle 1 in 10 courses cost least',
			regret: 'and falls least behind what would have been best in hindsight',
			never: 'the least among those that stop on no course'
		},
		reasons: {
			mean: '',
			tail: 'for dear months that are less dear',
			regret: 'for less to regret',
			never: 'for agents that do not stop'
		},
		saves: (amount: string, tier: string) => `That is **${amount} less** than ${tier} throughout.`,
		costsMore: (amount: string, tier: string, why: string) =>
			`That is **${amount} more** than ${tier} throughout, ${why}.`,
		same: (tier: string) => `That is as much as ${tier} throughout.`,
		stops: (chance: string) => `In no cycle do agents stop in more than **${chance}** courses.`,
		neverStops: 'Agents stop on next to no course.',
		bare: 'Without prices, these are the smallest plans that last as often as you want. Set tier prices to compare costs.',
		more: (percent: string, tier: string) => `With **${percent} more** usage, ${tier} would be best now.`,
		less: (percent: string, tier: string) => `With **${percent} less** usage, ${tier} would be best now.`,
		steady: 'Neither half as much usage nor twice as much would change what is best now.',
		noneAllowed: 'Agents stop too often on every plan, or prices are missing. Allow more stops, or overage.',
		noneLasts: 'Agents stop too often on every plan. Allow more stops, or a larger plan on the rate card.',
		want: 'What matters most',
		wishNames: {
			mean: 'Lowest average',
			tail: 'Lowest 1‑in‑10',
			regret: 'Least regret',
			never: 'Never stop'
		},
		tolerance: 'Agents may stop in',
		toleranceUnit: 'of 100 months',
		picture: 'The next twelve cycles, and the plan for each',
		note: 'Bars: the middle of what is to come; the line: 8 in 10. Step: the plan that is best for each cycle, all of them weighed together; within a term it never goes down.'
	},

	cap: {
		heading: 'Where to set the overage cap',
		lead: (tier: string) => `On ${tier} credits, for this month.`,
		risk: 'Agents may stop in',
		riskUnit: 'of 100 months',
		budget: 'Budget for the month',
		forRisk: (cap: string, cost: string) =>
			`A cap of **${cap} credits** is enough; the month then costs **at most ${cost}**.`,
		noCap: 'No overage is needed: the plan alone lasts as often as that.',
		forBudget: (cap: string, chance: string) =>
			`The budget allows a cap of **${cap} credits**; agents then stop in **${chance}** courses.`,
		tooSmall: 'The plan alone costs more than that.',
		use: (cap: string) => `Cap overage at ${cap}`,
		used: (cap: string) => `Overage is capped at ${cap} credits`
	},

	odd: {
		dominated: (tier: string, by: string) =>
			`${tier} costs no less than ${by}, which holds more: check its price.`,
		stack: (tier: string, parts: string, amount: string) =>
			`${parts} side by side hold as much as ${tier} and cost ${amount} less, if the vendor sells them so.`,
		plan: (count: number, tier: string) => (count === 1 ? tier : `${count} × ${tier}`),
		together: 'Put them together'
	},

	table: {
		heading: (cycle: string) => `The plans in numbers, ${cycle}`,
		plan: 'Plan',
		price: 'Price',
		overageCredits: 'Overage\ncredits',
		overageCost: 'Overage\ncost',
		total: 'Total',
		average: 'Total,\naverage',
		tail: 'Total,\n1 in 10 over',
		endsOn: 'Ends on,\nof 100',
		ends: (tier: string, chance: string) => `${tier}: ${chance}`,
		upgrades: 'Plans bought\nlater',
		barsMark: 'Price, overage,\nand the 1‑in‑10 mark',
		barsUpgrade: 'Price, upgrades,\nand the 1‑in‑10 mark',
		offStops: 'If overage were off:\nstops, of 100',
		unservedAverage: 'Unserved,\naverage',
		runsOut: 'Runs out',
		ranOut: 'Ran out',
		atPace: 'At this pace',
		stops: 'Stops,\nof 100',
		stopsAtCap: 'Reaches the cap, of 100',
		stopped: 'Agents stopped',
		unservedCredits: 'Unserved\ncredits',
		unserved: 'Unserved\nchats and calls',
		unservedCountAverage: 'Chats and calls,\naverage',
		unservedCreditsAverage: 'Unserved credits,\naverage',
		unservedTail: 'Chats and calls,\n1 in 10 over',
		short: 'Credits over',
		recommended: 'Costs least',
		noPrice: 'no price yet',
		untilRenewal: (instant: string) => `${instant} to renewal`,
		fromTo: (from: string, to: string) => `${from} to ${to}`
	},

	prices: {
		source: (price: string, currency: string) =>
			`Prices are your entries, ${price} a credit of overage, before tax, in ${currency}.`,
		sourceNoOverage: (currency: string) => `Prices are your entries, before tax, in ${currency}.`,
		pastSource: (currency: string) => `Prices are your entries, tax included, in ${currency}.`,
		missing: (what: string) => `Missing: ${what}.`,
		names: {
			tierPrice: 'tier prices',
			overagePrice: 'the overage price',
			extraAgentPrice: 'the price of an additional agent',
			oneOffFee: 'the amount of a one-off fee',
			cardCurrency: 'prices in the contract’s currency'
		},
		foreign: (card: string, contract: string) =>
			`The rate card’s prices are in ${card}, the contract is in ${contract}. Enter a card in ${contract} in Settings to see costs.`,
		enter: 'Enter prices',
		change: 'Change prices',
		legend: 'Prices for one month',
		tier: (credits: string) => `${credits} credits`,
		overage: 'One credit of overage',
		save: 'Save prices',
		saved: 'Prices saved',
		madeOf: (parts: string, price: string | null) => `${parts}: ${price ?? 'a price is missing'}`
	},

	tiers: {
		add: 'Add a tier',
		credits: 'Credits a month',
		price: 'Price a month',
		addAction: 'Add tier',
		same: (credits: string) =>
			`A plan of ${credits} credits is there already: give another number, or change its price above.`,
		needed: 'Give the credits of the plan, 1 or more.',
		added: (credits: string) => `Added the ${credits} plan`,
		together: 'Put plans together',
		lead: 'Held side by side, their credits add up, and so do their prices. Ask the vendor whether it sells them so.',
		pick: (credits: string) => `Add ${credits} to those put together`,
		pickFirst: 'Choose two or more; one may be chosen twice.',
		tooMany: 'Twelve plans are the most.',
		sum: (parts: string, credits: string, price: string) => `${parts} hold ${credits} credits for ${price}.`,
		sumUnpriced: (parts: string, credits: string) =>
			`${parts} hold ${credits} credits; their price is missing until each has one.`,
		inPlace: (credits: string) => `They take the place of the ${credits} plan.`,
		inPlaceOf: (credits: string, price: string) =>
			`They take the place of the ${credits} plan, which costs ${price}.`,
		togetherAction: 'Put together',
		clear: 'Start over',
		joined: (parts: string) => `Put together: ${parts}`,
		remove: (credits: string) => `Remove the ${credits} plan`,
		removed: (credits: string) => `Removed the ${credits} plan`
	},

	refused: (days: string) =>
		`${days}; chances and costs on average appear after 14 days. Until then the plain pace.`
};
