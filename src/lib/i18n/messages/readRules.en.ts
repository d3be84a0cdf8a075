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

	doubts: {
		order: (rows: string, line: string, value: string, form: 'dmy' | 'mdy') =>
			`${many(rows, '1 row has', `${rows} rows have`)} the ${form === 'mdy' ? 'month' : 'day'} first, such as ${value} in line ${line}, and no row shows the other order.`,
		mark: (rows: string, line: string, value: string, column: string, decimal: '.' | ',') =>
			`${many(rows, '1 number', `${rows} numbers`)} in “${column}” ${many(rows, 'has', 'have')} a ${decimal === ',' ? 'comma' : 'point'} before decimals, such as ${value} in line ${line}, and none shows the other mark.`,
		openMark: (rows: string, line: string, value: string, column: string) =>
			`${many(rows, '1 number', `${rows} numbers`)} in “${column}”, such as ${value} in line ${line}, could be thousands or decimals. They were read as ${value.includes(',') ? 'thousands' : 'decimals'}.`,
		totals: (rows: string, line: string, value: string) =>
			`${many(rows, '1 row seems', `${rows} rows seem`)} to sum up others, such as “${value}” in line ${line}, but what ${many(rows, 'it holds', 'they hold')} is no proof of it.`,
		rounded: (rows: string, line: string, value: string, column: string) =>
			`${many(rows, '1 value', `${rows} values`)} in “${column}” lost ${many(rows, 'its', 'their')} last digits in a spreadsheet, such as ${value} in line ${line}: several interactions would look alike in it.`,
		title: 'The rows say something else',
		text: 'Nothing was changed by itself: read the file again, or keep it as it was read.',
		inFile: 'Nothing was left out for that: what is no call or chat has to be taken out of the file.',
		again: {
			dmy: 'Read again, day first',
			mdy: 'Read again, month first',
			',': 'Read again, decimal comma',
			'.': 'Read again, decimal point',
			rounded: 'Read again without this column'
		}
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
