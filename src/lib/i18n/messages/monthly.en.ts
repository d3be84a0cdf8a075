import type { MonthlyFigure, MonthlyProblemCode } from '$lib/workers/api';

export default {
	badge: 'Monthly table (not counted)',
	quoted: (name: string) => `“${name}”`,
	figures: {
		calls: 'Calls engaged',
		minutes: 'Billable minutes',
		nonBillable: 'Non-billable calls',
		messages: 'Messages',
		cases: 'Engaged cases',
		credits: 'Credits'
	} satisfies Record<MonthlyFigure, string>,
	month: 'Month',
	agent: 'AI agent',
	entity: 'Entity',
	channel: 'Channel',
	channels: { voice: 'calls', chat: 'chats' },

	review: {
		waiting: (file: string) => `Reading ${file}`,
		head: (rows: number, text: string) =>
			rows === 1
				? 'A ready-made monthly table: one row is ready'
				: `A ready-made monthly table: ${text} rows are ready`,
		headMonth: 'Which month is this table of?',
		headMarks: 'Which mark stands before decimals?',
		headNone: 'No row of this monthly table can be read',
		headLong:
			'This file is too long for a monthly table: at most 30,000 rows. Export fewer months, then choose that file.',
		lead: 'It has one row for each agent and month, so it tells totals and no interactions. It is kept apart: nothing counts it, no run-out or forecast reads it. Its figures stand beside AI Voice and AI Messaging as a check.',
		month: {
			why: 'None of its columns names it, as on a vendor’s page of the running month.',
			choose: 'Choose the month…'
		},
		marks: {
			why: (column: string, value: string) =>
				`${value} in “${column}” may be thousands or a little more than one, and no other number of the file says which.`,
			point: 'Point (1,234.5)',
			comma: 'Comma (1.234,5)'
		},
		rows: 'What it says',
		first: (shown: string, all: string) => `The first ${shown} of ${all} rows`,
		unread: (columns: string) => `Not read, as it is compared with nothing: ${columns}.`,
		replaces: (rows: number, text: string, files: string) =>
			`${rows === 1 ? 'One agent and month is' : `${text} agents and months are`} in ${files}, too. The figures of this table are shown for them; if it is removed, the others show again.`,
		instead: 'Read as calls and chats instead',
		nothing: 'Import nothing'
	},
	problems: {
		badNumber: 'This is not a number as the others of the column are written.',
		negative: 'The value is below zero.',
		fraction: 'A count must be whole.',
		tooLarge: 'The value is larger than any agent’s month.',
		ragged: 'The row has more or fewer fields than the header.',
		totals: 'This row sums up the others.',
		strayQuote: 'There is text after a closing quotation mark.',
		unclosedQuote: 'A quotation mark is opened and never closed.',
		notText: 'The bytes are not UTF-8.',
		badMonth: 'This is no month with its year.',
		unknownChannel: 'This is neither calls nor chats.',
		missing: 'The month is missing, or every figure.',
		twice: 'The agent and month are in a row above already.'
	} satisfies Record<MonthlyProblemCode, string>,

	outcome: {
		kept: (rows: number, text: string, file: string) =>
			`Imported a monthly table of ${rows === 1 ? 'one row' : `${text} rows`} from “${file}”`,
		text: (agents: number, text: string, months: string) =>
			`${agents === 1 ? 'One agent' : `${text} agents`}, ${months}. Not counted: it stands beside AI Voice and AI Messaging as a check.`,
		alreadyHere: (file: string) => `“${file}” is already here`,
		here: (name: string) => `The very same file was imported before as “${name}”. Nothing was changed.`
	},

	list: {
		title: 'Monthly tables',
		text: 'What a vendor says of an agent’s month. Nothing counts them; they stand beside the usage as a check.',
		file: 'File',
		rows: 'Rows',
		agents: 'Agents',
		months: 'Months',
		remove: 'Remove',
		removeOf: (name: string) => `Remove ${name}`,
		removed: (name: string) => `Removed ${name}`,
		leftOut: (n: string) => `${n} left out`,
		span: (first: string, last: string) => (first === last ? first : `${first} – ${last}`)
	},

	check: {
		agrees: (month: string) => `The monthly table agrees with what was counted in ${month}`,
		differs: (month: string, differing: number, text: string, all: string) =>
			`The monthly table and what was counted differ in ${month}: ${differing === 1 ? 'one' : text} of ${all} figures`,
		alone: (month: string) => `A monthly table tells of ${month}; no usage of it was imported`,
		part: 'Usage of this month is known in part, so the table may be ahead of what was counted.',
		figure: 'Compare',
		sum: {
			agree: (figure: string, rows: number, text: string) =>
				`${figure}: ${rows === 1 ? 'the one row agrees' : `all ${text} agree`}.`,
			differ: (figure: string, rows: number, text: string, difference: string) =>
				`${figure}: ${rows === 1 ? 'one row differs' : `${text} rows differ`}, ${difference} in all.`,
			more: (amount: string) => `the table has ${amount} more`,
			less: (amount: string) => `the table has ${amount} less`,
			none: 'which cancels out',
			nothing: (figure: string) => `${figure}: nothing to compare.`,
			onlyStated: (rows: number, text: string) =>
				`${rows === 1 ? 'One is' : `${text} are`} in the table only.`,
			onlyCounted: (rows: number, text: string) => `${rows === 1 ? 'One was' : `${text} were`} counted only.`
		},
		stated: 'Table',
		counted: 'Counted',
		difference: 'Difference',
		remark: 'Remark',
		same: '✓ the same',
		onlyStated: 'only in the table',
		onlyCounted: 'only counted',
		both: 'calls and chats together',
		allEntities: 'all',
		first: (shown: string, all: string) =>
			`The ${shown} rows of ${all} that differ most; the totals have all of them.`,
		note: (files: string) =>
			`From ${files}. None of it is counted. A month of the table is compared with the billing cycle that begins in it; names are compared letter by letter.`,
		failed: 'The monthly table could not be compared. Try again, or reload the page.'
	}
};
