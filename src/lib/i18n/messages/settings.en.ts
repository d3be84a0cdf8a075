export default {
	title: 'Settings',
	head: (tier: string | null, card: string) =>
		tier === null
			? `You are charged by the ${card} card; no plan is chosen yet`
			: `You are charged by the ${card} card on the ${tier} plan`,
	headWaiting: 'What am I being charged by?',
	lead: 'Every figure is computed anew from the imported rows when these change.',
	tabsLabel: 'Parts of the settings',
	save: 'Save changes',
	discard: 'Discard changes',
	saved: 'Saved the settings',
	clean: 'Everything is saved.',
	unsaved: 'There are changes that are not saved.',
	wrong: 'A value cannot be read: put it right before saving.',
	none: '–',

	conflict: {
		title: 'These settings were changed elsewhere while you were editing',
		text: 'Another tab, or a settings file, has saved a newer version. Yours is still in the fields below.',
		mine: 'Save mine over it',
		theirs: 'Take the newer one'
	},

	contract: {
		plan: 'Plan and overage',
		tier: 'Plan tier',
		noTier: 'None chosen',
		tierLabel: (credits: string) => `${credits} credits`,
		overage: 'When the included credits are used up',
		policies: { off: 'Agents stop', on: 'Overage', capped: 'Overage up to a cap' },
		cap: 'Overage cap per cycle',
		capHelp: 'At the cap agents stop; 0 acts as no overage.',
		capNeeded: 'A cap is needed: give the credits of overage allowed per cycle.',
		atExhaustion: 'The interaction that crosses the limit',
		cut: 'Is cut off',
		finish: 'Is finished',
		cycle: 'Billing cycle',
		anchorDay: 'Day the cycle starts',
		anchorHelp: '1 is the calendar month; 31 means the last day of each month.',
		zone: 'Time zone of the contract',
		zoneHelp: 'Days and cycles begin at midnight there. Changing it cuts all cycles anew.',
		country: 'Country (holidays)',
		countryHelp:
			'What its public holidays do to your usage is learnt from your own past, and expected of those to come.',
		noCountry: 'None',
		useCountry: (name: string) => `Use ${name}, by the time zone`,
		term: {
			title: 'Term',
			text: 'Within the term no lower plan can be chosen; the plan for twelve months keeps to it.',
			months: 'Length of the term',
			unit: 'months',
			monthsNeeded: 'The term has a start but no length: give its months, or empty the start.',
			start: 'First day of the term',
			startNeeded: 'The term has a length but no start: give its first day, or empty the length.',
			over: 'This term was over before your usage ends, so it binds nothing: give the one that runs now, or empty both.'
		},
		money: 'Money',
		currency: 'Currency',
		tax: 'Tax',
		taxHelp: 'Percent, on the sum of the lines.',
		extraAgents: 'Price per additional agent',
		perCycle: 'per cycle',
		includedAgents: 'Agents included',
		includedHelp: 'Empty: agents cost nothing.',
		more: 'More: upgrades in mid-cycle',
		upgradeCredits: 'Credits after an upgrade',
		replace: 'Replace the old',
		add: 'Add to the old',
		upgradePrice: 'Price of a cycle with an upgrade',
		new: 'The new tier’s',
		prorata: 'By time',
		both: 'Both in full'
	},

	card: {
		which: 'Rate card of this contract',
		preset: 'Card',
		presetHelp: 'Choosing another card keeps yours; you can come back to it.',
		version: 'Version in force from',
		names: {
			net2phone: 'net2phone',
			'per-second': 'net2phone’s rates, billed by the second',
			'15-second-rule': '15-second rule'
		} as Record<string, string>,
		rates: 'Credits',
		chat: 'Per chat message',
		voice: 'Per billable minute',
		standard: 'standard',
		premium: 'premium',
		rateOf: (what: string, level: string) => `${what}, ${level}`,
		rounding: 'How a call is rounded',
		shortCall: 'Short-call threshold',
		shortCallHelp: 'Calls shorter than this cost nothing; 0: no such rule.',
		initial: 'First step',
		initialHelp: 'Least time that is charged.',
		increment: 'Further steps',
		incrementHelp: 'Time beyond it is charged by started steps.',
		seconds: 's',
		wholeCredits: 'Round each call up to a whole credit',
		premiumAll: 'Premium applies to all calls, whatever their row says',
		tiers: 'Plan tiers',
		tiersText: 'Prices are yours to enter: costs appear when they are there.',
		included: 'Included credits',
		price: 'Price per cycle',
		priceOf: (credits: string) => `Price of ${credits}`,
		removeTier: (credits: string) => `Remove the ${credits} tier`,
		addTier: 'Add a tier',
		newTier: 'Credits of a new tier',
		sameTier: 'This tier is already there.',
		overage: 'Overage',
		overagePrice: 'Price per overage credit',
		block: 'Sold in blocks of',
		blockHelp: 'Empty: each credit by itself.',
		credits: 'credits',
		currency: 'Currency of these prices',
		contractCurrency: (code: string) => `The contract’s (${code})`,
		source: 'Source'
	},

	storage: {
		title: 'On this device',
		layers: (files: number, rows: string) =>
			files === 0
				? 'This workspace holds no imported file.'
				: `This workspace holds ${rows} interactions from ${files === 1 ? 'one file' : `${files} files`}.`,
		used: (used: string) => `Drawdown uses ${used} in this browser, both copies together.`,
		manage:
			'Imported files can be looked after on the Import screen; the workspace itself is renamed or removed at its name, under the logo.',
		toImport: 'Go to Import'
	},

	retention: {
		title: 'Older interactions',
		text: 'Rows of long ago can be kept as daily sums instead: they take less room, and name no single call. The figures of every billing cycle stay as they are.',
		months: 'Billing cycles kept as rows',
		unit: 'cycles',
		help: 'Whole cycles before the one in which the data ends, which is always kept.',
		look: 'See what would change',
		nothing: (day: string) => `There are no rows before ${day}: nothing would change.`,
		preview: (n: string, day: string, files: number, bytes: string) =>
			`${n} interactions before ${day}, from ${files === 1 ? 'one file' : `${files} files`}, would be kept as daily sums. About ${bytes} would be free.`,
		act: 'Keep daily sums',
		confirmTitle: (day: string) => `Keep daily sums before ${day}`,
		confirmText: (n: string, day: string) =>
			`The rows of ${n} interactions before ${day} are deleted from this device. This cannot be undone.`,
		lost: 'What is lost: ids, outcomes, cases, times of day, and the length of each single call. Run-out in those days is then known to the day, and every interaction of the day on which credits end counts as unserved. Removed files that hold rows as old cannot be brought back.',
		kept: 'What stays: interactions, messages, minutes, non-billable calls, credits and costs, by day, agent and entity. The rounding of calls in those days and the time zone cannot be changed afterwards.',
		confirm: 'Delete these rows',
		working: 'Making daily sums',
		done: (n: string) => `${n} interactions are now kept as daily sums`
	},

	forget: {
		title: 'Forget a person',
		text: 'Takes a name, a number or an id out of everything kept in this workspace. Figures stay as they are.',
		field: 'Name, number or id',
		help: 'Exactly as it stands in the file, upper and lower case too.',
		look: 'Look for it',
		nothing: (text: string) =>
			`“${text}” stands nowhere here. Check how the file writes it: only a whole, equal text is found.`,
		found: 'Found in:',
		file: (name: string, n: string, coded: string) =>
			`“${name}”: ${n} ${n === '1' ? 'interaction' : 'interactions'}${coded === '0' ? '' : `, ${coded === n ? '' : `${coded} of them `}under the code in its place`}`,
		noRow: (name: string) => `“${name}”: in its name, or in its daily sums`,
		entries: (n: number) => `Settings: ${n === 1 ? 'one entry' : `${n} entries`}`,
		lastFour:
			'Where only the last four digits of a number were kept, they stay: they are those of many people.',
		act: 'Forget it',
		confirmTitle: (text: string) => `Forget “${text}”?`,
		what: 'Wherever it stands, itself or as a code, it becomes “forgotten” with a number. Removed files that Undo could bring back are included. This cannot be undone.',
		elsewhere:
			'Not reached: the files you imported from, downloads, and backups made before now. Delete those yourself; backups made from now on no longer have it.',
		confirm: 'Forget for good',
		working: 'Forgetting',
		done: 'Forgotten everywhere in this workspace'
	},

	backup: {
		title: 'Backup',
		text: 'One file with everything in this workspace: interactions, settings, agents and readings. It can be brought back in any browser. Keep it where this device’s loss does not reach it.',
		last: (when: string) => `Last backup from this browser: ${when}.`,
		never: 'No backup has been made from this browser yet.',
		passphrase: 'Passphrase (optional)',
		passphraseHelp:
			'With one, nobody can read the file without it. A lost passphrase cannot be recovered: the backup is lost with it.',
		show: 'Show the passphrase',
		act: 'Back up',
		restore: 'Restore from a backup',
		restoreText: 'A backup becomes a workspace of its own; nothing that is here is overwritten.',
		locked: (file: string) => `“${file}” is protected by a passphrase`,
		unlock: 'Passphrase of the backup',
		unlockAct: 'Restore',
		leave: 'Leave it',
		working: {
			packing: 'Packing the backup',
			checking: 'Checking the backup',
			writing: 'Writing the workspace'
		},
		spoken: (share: string) => `${share} done`,
		cancel: 'Cancel',
		saved: 'Saved the backup',
		restored: (name: string, n: string) =>
			name ? `Restored “${name}”: ${n} interactions` : `Restored a workspace: ${n} interactions`,

		auto: {
			title: 'Automatic backups',
			text: 'Once a day, at a start or after an import, a backup of the open workspace goes into a folder that you pick. The last three are kept. They have no passphrase.',
			pick: 'Pick a folder',
			other: 'Pick another folder',
			folder: (name: string) => `Backups go into the folder “${name}”.`,
			stop: 'Stop',
			lapsed: 'The browser asks again before it writes into this folder.',
			allow: 'Allow it again',
			failed:
				'The last backup could not be written into this folder. It is tried again at the next start; or pick another one.'
		}
	},

	file: {
		title: 'Settings file',
		text: 'Contract, rate cards, agents, meter readings, budgets, scenarios and how files are read, as one JSON file: a copy to keep, or to give to a colleague. Imported usage is not in it.',
		export: 'Export settings',
		import: 'Import settings',
		exported: 'Saved the settings file',
		preview: (file: string) => `What “${file}” would change`,
		same: 'It says what your settings already say: nothing would change.',
		where: 'Where',
		before: 'Now',
		after: 'Then',
		nothing: 'nothing',
		replaceText: (n: number) =>
			`Replace puts the file in the place of your settings: ${n === 1 ? '1 change' : `${n} changes`}.`,
		mergeText: (n: number) =>
			`Merge keeps what the file does not mention: ${n === 1 ? '1 change' : `${n} changes`}.`,
		onlyReplace: 'only with Replace',
		replace: 'Replace',
		merge: 'Merge',
		cancel: 'Leave as it is',
		replaced: 'Replaced the settings',
		merged: 'Merged the settings',
		more: (n: string) => `and ${n} more`
	}
};
