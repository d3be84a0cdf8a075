const minutes = (n: string) => `${n} ${n === '1' ? 'minute' : 'minutes'}`;
const messages = (n: string) => `${n} ${n === '1' ? 'message' : 'messages'}`;

export default {
	waiting: 'Reckoning the mix',

	title: {
		beyond: (credits: string, more: string) =>
			`This mix needs ${credits} credits: ${more} more than the plan holds`,
		fits: (credits: string, tier: string, spare: string) =>
			`This mix needs ${credits} credits and fits in ${tier} with ${spare} to spare`,
		exact: (credits: string) => `This mix needs ${credits} credits: exactly what the plan holds`,
		plan: (credits: string, tier: string, spare: string) =>
			`This mix needs ${credits} credits: the ${tier} plan, with ${spare} to spare`,
		planExact: (credits: string, tier: string) =>
			`This mix needs ${credits} credits: exactly what the ${tier} plan holds`,
		largest: (credits: string, tier: string) =>
			`This mix needs ${credits} credits: more than ${tier}, the largest plan`,
		noPlans: (credits: string) => `This mix needs ${credits} credits`
	},

	lead: {
		minute: (n: string) => `One call minute here costs as much as **${messages(n)}**.`,
		needs: (tier: string) => `The **${tier}** plan would hold it.`,
		none: 'No plan of the rate card holds it.',
		move: 'Move the point, or type, and everything follows.'
	},

	source: {
		past: (cycle: string) => `It starts from ${cycle} as it was, credits divided by the card’s rates.`,
		forecast:
			'It starts from this month as forecast: its middle end, divided as the usage known so far, at the card’s rates.',
		pace: 'It starts from this month at the plain pace, divided as the usage known so far, at the card’s rates.',
		known: 'It starts from what is known of this month, credits divided by the card’s rates.',
		readings:
			'It starts from the credits of this month; readings know no channels, so that they are divided as in a preset (assumed).',
		assumed: 'It starts from an average month as assumed.',
		preset: 'It starts from a preset for this kind of business; all four values are assumed.'
	},

	plan: 'Plan with this mix',
	assume: 'Change the assumptions',
	planned: 'Planning on this mix',

	resetShort: 'Reset',
	reset: 'Reset to this month',
	resetTo: (cycle: string) => `Reset to ${cycle}`,
	resetPreset: 'Reset to the preset',

	preset: {
		label: 'Kind of business',
		clinic: 'Clinic or practice',
		shop: 'Online shop',
		trades: 'Home services',
		desk: 'Service desk in two languages',
		plan: 'Plan',
		noPlan: 'None chosen'
	},

	picture: {
		heading: 'Which mixes of calls and chat fit in each plan?',
		minutes: 'Call minutes a month, billable',
		messages: 'Chat messages a month',
		own: (tier: string) => `${tier}, your plan`,
		viewed: (tier: string) => `${tier}, on screen`,
		needs: (tier: string) => `needs ${tier}`,
		above: (tier: string) => `more than ${tier}`,
		credits: (credits: string) => `${credits} credits`,
		hint: 'drag, or arrow keys',
		lever: (n: string) => `lever ${n}`,
		handle: 'The mix: minutes with left and right, messages with up and down',
		value: (a: string, b: string, credits: string) => `${minutes(a)}, ${messages(b)}: ${credits} credits`,
		line: 'Every point on a line uses exactly that plan.',
		tinted: (tier: string) => `Tinted: fits in ${tier}.`,
		shape: 'Pale shape: where 8 in 10 months like this one end.',
		slope: (minute: string, voice: string, message: string, chat: string) =>
			`Slope: ${minute} credits a minute (${voice} of minutes premium) against ${message} a message (${chat} of messages premium).`,
		summary: (a: string, b: string, credits: string, plan: string) =>
			`The mix has ${minutes(a)} of calls and ${messages(b)}: ${credits} credits. ${plan}`,
		needsPlan: (tier: string) => `It needs the ${tier} plan.`,
		needsMore: 'It needs more than the largest plan.',
		table: {
			plan: 'Plan',
			calls: 'All calls,\nminutes',
			chats: 'All chat,\nmessages',
			minutes: (n: string) => `Minutes beside\n${messages(n)}`,
			messages: (n: string) => `Messages beside\n${minutes(n)}`,
			fits: 'The mix',
			yes: 'fits',
			no: 'needs more'
		},
		any: 'no limit',
		none: '–'
	},

	fields: {
		heading: 'The mix',
		minutes: 'min',
		messages: 'msg',
		minutesLong: 'minutes a month',
		messagesLong: 'messages a month',
		rate: (rate: string) => `× ${rate}`,
		rateLong: (rate: string) => `times ${rate} credits`,
		planEnds: (tier: string) => `plan ends at ${tier}`,
		barLabel: (parts: string) => `Of the credits: ${parts}.`,
		part: (name: string, percent: string) => `${name} ${percent}`
	},

	levers: {
		heading: 'What would make it fit',
		headingIn: (tier: string) => `What would make it fit in ${tier}`,
		smallest: 'It fits in the smallest plan: there is nothing to save a plan on.',
		none: (tier: string) =>
			`None of these alone makes it fit in ${tier}: answering calls by chat, or making premium minutes or messages standard.`,
		byChat: (percent: string) => `Answer ${percent} of call minutes by chat`,
		byChatHow: (a: string, b: string, per: string) =>
			`${minutes(a)} become ${messages(b)}, at ${per} a minute`,
		standardVoice: (percent: string) => `Make ${percent} of premium minutes standard`,
		standardVoiceHow: (n: string) =>
			n === '1' ? '1 premium minute becomes standard' : `${n} premium minutes become standard`,
		standardChat: (percent: string) => `Make ${percent} of premium messages standard`,
		standardChatHow: (n: string) =>
			n === '1' ? '1 premium message becomes standard' : `${n} premium messages become standard`,
		saved: 'credits a month',
		apply: 'Apply',
		applied: (what: string) => `Applied: ${what}`,
		perMinute: 'Messages that take the place of a call minute'
	},

	fits: {
		heading: 'What fits in',
		calls: (n: string) => `All calls: **${minutes(n)}**.`,
		chats: (n: string) => `All chat: **${messages(n)}**.`,
		keepMessages: (kept: string, n: string) => `Keeping ${messages(kept)} leaves **${minutes(n)}**.`,
		keepMinutes: (kept: string, n: string) => `Keeping ${minutes(kept)} leaves **${messages(n)}**.`,
		tooManyMessages: (kept: string) => `${messages(kept)} alone need more.`,
		tooManyMinutes: (kept: string) => `${minutes(kept)} alone need more.`,
		freeMinutes: 'Minutes cost nothing on this card.',
		freeMessages: 'Messages cost nothing on this card.'
	}
};
