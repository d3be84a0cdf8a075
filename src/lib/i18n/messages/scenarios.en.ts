export default {
	waiting: 'Comparing the scenarios',
	empty: 'What changes if…?',
	emptyText:
		'Save a mix or plan to compare it here. Your usage stays as it is; each scenario says what would be different.',
	nothing: 'There is nothing to compare with yet: import usage, type meter readings or plan without data.',
	start: 'Go to the start',
	choose: 'Choose which scenarios to compare',

	title: {
		needs: (name: string, plans: string, amount: string, more: boolean) =>
			`${name} needs ${plans}: ${amount} ${more ? 'more' : 'less'} over twelve months`,
		needsSame: (name: string, plans: string) => `${name} needs ${plans}, for the same money`,
		keeps: (name: string, plans: string) => `${name}: ${plans} stays the best choice`,
		needsBare: (name: string, plans: string) => `${name} needs ${plans}`,
		needsNone: (name: string) => `${name} is more than any plan allows`,
		costs: (name: string, amount: string, more: boolean) =>
			`${name} costs ${amount} ${more ? 'more' : 'less'} over twelve months`,
		costsSame: (name: string) => `${name} costs the same over twelve months`,
		stops: (name: string, chance: string) => `${name}: agents stop this month in ${chance} courses`,
		stopsNot: (name: string) => `${name}: agents do not stop this month`,
		refused: (name: string) => `${name}: too few days are known for chances`,
		noPlan: (name: string) => `${name}: choose a plan to see what it would do`
	},
	lead: {
		stops: (months: string, plan: string, own: string) =>
			`On ${plan} agents would be stopped in **${months}** of twelve months on average; as it is, in ${own}.`,
		same: (plan: string) => `As it is, ${plan} would be best.`,
		prices: 'Set tier prices on Plans to compare costs, too.'
	},

	add: 'New scenario',
	most: (count: string) => `${count} scenarios are as many as are kept. Delete one to make another.`,
	list: {
		heading: 'Your scenarios',
		compare: (name: string) => `Compare ${name}`,
		full: 'Five are compared at once. Clear one to choose another.',
		edit: 'Edit',
		duplicate: 'Duplicate',
		remove: 'Delete',
		of: (action: string, name: string) => `${action}: ${name}`,
		copy: (name: string) => `${name} (copy)`,
		unchanged: 'Nothing is changed.'
	},
	saved: (name: string) => `Saved “${name}” as a scenario`,
	removed: (name: string) => `Deleted “${name}”`,
	compare: 'Compare',
	saveAs: 'Save as scenario',

	dialog: {
		newTitle: 'Make a scenario',
		editTitle: 'Change the scenario',
		name: 'Name',
		nameNeeded: 'Give it a name, or change something.',
		voice: 'Voice',
		chat: 'Chat',
		unit: '% of usage',
		usageHelp: '20 is a fifth more, −20 a fifth less. Empty: no change.',
		from: 'From',
		growth: 'Growth',
		growthUnit: '% a month',
		growthHelp: 'Empty: as in the workspace.',
		plan: 'Plan',
		policy: 'When credits end',
		asIs: 'As it is',
		cap: 'Overage cap',
		capUnit: 'credits',
		capNeeded: 'Say at how many credits of overage agents stop.',
		assumed: 'It plans on its own average month, not on your usage.',
		kept: (events: string) => `Also: ${events}`,
		save: 'Save scenario'
	},

	changes: {
		usage: (percent: string, channel: string, from: string) => `${percent} ${channel} from ${from}`,
		channels: { voice: 'voice', chat: 'chat' },
		event: { voice: 'Voice', chat: 'Chat' },
		growth: (percent: string) => `${percent} a month`,
		plan: (tier: string) => `plan ${tier}`,
		policies: {
			off: 'agents stop',
			on: 'overage',
			capped: 'capped overage',
			upgrade: 'upgrade at run-out'
		},
		cap: (credits: string) => `cap ${credits}`,
		mix: (volumes: string) => `a month of ${volumes}`,
		volumes: (minutes: string, messages: string) => `${minutes} minutes and ${messages} messages`
	},

	table: {
		heading: 'Side by side',
		scenario: 'Scenario',
		asIs: 'As it is',
		assumed: 'What is different',
		nothing: 'Nothing: all of them rest on the same.',
		basis: 'Planned on',
		usage: (day: string) => `usage to ${day}`,
		readings: (day: string) => `meter readings to ${day}`,
		average: (credits: string, volumes: string) => `about ${credits} credits in an average month: ${volumes}`,
		events: 'Usage',
		growth: 'Growth',
		none: 'none',
		plan: 'Plan',
		noPlan: 'none chosen',
		policy: 'When credits end',
		month: (cycle: string) => `What comes of it in ${cycle}`,
		firstMonth: 'What comes of it in the first month',
		cycle: 'Month',
		monthEnd: 'Credits by month end, 8 in 10',
		runsOut: 'Run out before renewal',
		runOutAt: 'Middle date',
		stops: 'Agents stop',
		cost: 'Cost, average',
		tail: 'Cost, 1 in 10 above',
		year: 'And over twelve months',
		credits: (cycle: string) => `Credits in ${cycle}, 8 in 10`,
		yearCost: 'Cost on this plan, average',
		yearTail: 'Cost on this plan, 1 in 10 above',
		yearStops: 'Months with a stop, average',
		best: 'Best plan',
		bestCost: 'Cost on the best plan, average',
		range: (low: string, high: string) => `${low} – ${high}`,
		notBefore: 'not before renewal',
		missing: 'A price or a plan is missing, or too few days are known.',
		same: 'the same',
		more: (amount: string) => `${amount} more`,
		less: (amount: string) => `${amount} less`,
		of100: (n: string) => `${n} in 100`,
		earlier: (days: number) => (days === 1 ? '1 day earlier' : `${days} days earlier`),
		later: (days: number) => (days === 1 ? '1 day later' : `${days} days later`)
	},
	why: 'Which plan is best, and why',

	picture: {
		heading: (cycle: string) => `Credits used in ${cycle}`,
		month: 'Month',
		summary: (parts: string) => `8 in 10: ${parts}.`,
		part: (name: string, low: string, high: string) => `${name} ${low} to ${high}`,
		partPlan: (name: string, low: string, high: string, plan: string) =>
			`${name} ${low} to ${high}, plan ${plan}`,
		note: 'Bar: 8 in 10 months end in it; the line in it is the middle. Upright mark: the plan. The table has the same figures.',
		unknown: 'not planned for this month'
	}
};
