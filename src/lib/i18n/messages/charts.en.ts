export default {
	showTable: 'Show as table',
	savePicture: (format: string, name: string) => `Save as ${format}: ${name}`,
	/** what stands behind a picture */
	behind: {
		forecast: 'What this rests on, and how past forecasts did',
		calls: 'These calls and chats, one by one'
	},
	showPicture: 'Show as picture',
	runOut: {
		heading: (since: string) => `Credits used since ${since}, and where they are heading`,
		headingPast: 'Credits used day by day, and when each plan ran out',
		headingPace: (days: string, needed: string) => `Plain pace only: ${days} of ${needed} days known`,
		paceReason: (from: string) =>
			`Chances appear from ${from}. Until then the dashed line goes on as the cycle began.`,
		known: (instant: string) => `Known to ${instant}`,
		forecast: 'Forecast',
		pace: 'plain pace',
		renews: (day: string) => `Renews ${day}`,
		ended: (day: string) => `Renewed ${day}`,
		used: (credits: string) => ({ figure: credits, rest: 'used so far' }),
		middle: 'middle course',
		half: 'half of all courses',
		eightInTen: '8 in 10',
		overage: 'overage',
		unserved: 'unserved if agents stop',
		unservedPast: 'unserved',
		cap: 'overage limit',
		unknown: 'agents stopped, demand unknown',
		reached: (day: string) => `reached ${day}`,
		range: 'Height of the picture',
		fit: 'Fit',
		all: 'All plans',
		own: (tier: string) => `${tier}, your plan`,
		viewed: (tier: string) => `${tier}, viewed`,
		ownShort: (tier: string) => `${tier}, yours`,
		above: (tier: string) => `${tier} and above`,
		status: {
			ranOut: 'ran out',
			ranOutOn: (day: string) => `ran out ${day}`,
			lasted: (_many: boolean): string => 'lasted to renewal',
			certain: 'certain to run out',
			chance: (chance: string) => `${chance} before renewal`,
			chanceShort: (day: string | null, chance: string) => (day ? `${day}, ${chance}` : chance),
			lasts: (many: boolean): string => (many ? 'last to renewal' : 'lasts to renewal'),
			last: 'last',
			pace: (day: string) => `${day} at this pace`,
			paceLasts: (many: boolean): string => (many ? 'last at this pace' : 'lasts at this pace')
		},
		lane: {
			title: (tier: string) => `Chance, of 100, that ${tier} credits run out on that day`,
			titleShort: (tier: string) => `Chance that ${tier}`,
			remainder: (n: string) => `${n} of 100 do not run out before renewal`,
			all: 'all 100 run out before renewal',
			remainderShort: (_tier: string): string => 'ends that day, of 100',
			none: (tier: string) => `${tier} credits last in every course`,
			reached: (tier: string, day: string) => `${tier} credits ran out ${day}`
		},
		events: (names: string) => `On the axis: ${names}.`,
		phoneCaption: (known: string) => `Known to ${known}.`,
		phoneBands: 'Dark band: half of all courses; pale: 8 in 10.',
		phoneUnserved: 'Hatched: unserved if agents stop.',
		phoneOverage: 'Violet: overage.',
		hint: 'Arrow keys read it day by day and change the plan.',
		reading: {
			known: (day: string, credits: string) => `${day}: ${credits} used by the end of the day`,
			soFar: (day: string, credits: string) => `${day}: ${credits} used so far`,
			soFarAnd: (day: string, credits: string, end: string) =>
				`${day}: ${credits} used so far, ${end} by the end of the day`,
			expected: (day: string, credits: string) => `${day}: ${credits} by the end of the day`,
			range: (low: string, high: string) => ` (8 in 10: ${low} to ${high})`,
			pace: (day: string, credits: string) => `${day}: ${credits} by the end of the day at the plain pace`,
			chance: (chance: string, tier: string) => `; ${chance} that ${tier} run out that day`
		},
		summary: {
			used: (credits: string, day: string) => `${credits} used by ${day}.`,
			chance: (tier: string, chance: string, end: string) =>
				`${tier} credits: ${chance} run out before ${end}`,
			middle: (day: string) => `, middle ${day}`,
			oneInTen: (day: string) => `, 1 in 10 before ${day}`,
			reached: (tier: string, instant: string) => `${tier} credits ran out ${instant}.`,
			lasted: (tier: string) => `${tier} credits lasted to renewal.`,
			pace: (credits: string) => `At the plain pace ${credits} by the end of the cycle.`
		},
		table: {
			caption: 'Day by day',
			day: 'Day',
			used: 'Used by its end',
			expected: 'Middle course',
			pace: 'Plain pace',
			range: '8 in 10',
			chance: (tier: string) => `${tier} run out, of 100`,
			soFar: 'so far',
			noChance: 'not before renewal'
		}
	},
	days: {
		heading: 'What used the credits',
		pale: 'Pale days are the forecast’s middle course.',
		byDay: 'Credits by day.',
		share: (percent: string, channel: 'voice' | 'chat') => `${percent} of the credits went to ${channel}.`,
		series: {
			voiceStandard: 'Voice, standard',
			voicePremium: 'Voice, premium',
			chatStandard: 'Chat, standard',
			chatPremium: 'Chat, premium'
		},
		value: (percent: string, credits: string) => `${percent} · ${credits}`,
		total: 'Total',
		expected: 'Still expected',
		summary: (parts: string) => `Used so far: ${parts}.`,
		part: (name: string, credits: string, percent: string) => `${name} ${credits} (${percent})`
	}
};
