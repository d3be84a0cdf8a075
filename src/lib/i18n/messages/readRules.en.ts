import type { LeaveRule } from '$lib/engine/ingest';

const many = (n: string, one: string, other: string): string => (n === '1' ? one : other);

/** Sentences on marks in numbers, on rows that are joined or left out, and on what is kept of texts. */
export default {
	marks: {
		label: 'Decimals',
		point: 'with a point, as 1,234.5',
		comma: 'with a comma, as 1.234,5',
		question: 'Which mark stands before decimals?',
		why: (column: string, example: string) =>
			`Every number with a mark in “${column}” could be read both ways: ${example} may be thousands or decimals.`,
		pointShort: 'Point',
		commaShort: 'Comma'
	},

	join: {
		label: 'By the same text in',
		author: 'Written by',
		choices: {
			each: 'a call or chat',
			messages: 'a message of a chat',
			legs: 'a leg of a call'
		},
		help: {
			messages:
				'Messages of one conversation and day become one chat. Only those that customers wrote count.',
			legs: 'Legs that follow one another within a minute become one call, as long as at least one of them lasted.'
		},
		noAuthor: 'All messages count',
		joined: (n: string) => many(n, '1 row became part of another', `${n} rows became part of others`)
	},

	leave: {
		title: 'Rows that are left out',
		done: 'Left out or joined',
		text: 'They are no use of the plan. The import says how many there were.',
		rules: {
			sms: (column: string) => `Texts by phone (SMS), by “${column}”`,
			people: (column: string) => `What people handled, by “${column}”`,
			author: (column: string) => `Messages that no customer wrote, by “${column}”`
		} satisfies Record<LeaveRule, (column: string) => string>,
		counted: {
			sms: (n: string) => many(n, '1 text by phone left out', `${n} texts by phone left out`),
			people: (n: string) =>
				many(n, '1 row that people handled left out', `${n} rows that people handled left out`),
			author: (n: string) =>
				many(n, '1 message that no customer wrote left out', `${n} messages that no customer wrote left out`)
		} satisfies Record<LeaveRule, (n: string) => string>
	},

	veil: {
		label: 'What is kept',
		choices: { whole: 'As it stands', lastFour: 'Last four digits', hash: 'A code in its place' },
		help: {
			whole: 'Kept in this browser as the file has it.',
			lastFour: 'Only the last four digits are kept: numbers that share them become one.',
			hash: 'A keyed hash is kept: the same text has the same code, and nobody can read it back.'
		},
		notKept: 'Columns that are not chosen here are not kept at all.'
	}
};
