const many = (n: string, one: string, other: string): string => (n === '1' ? one : other);

/** What all rows of a file say against the way it was read. */
export default {
	order: (rows: string, line: string, value: string, form: 'dmy' | 'mdy', others: string) =>
		`${many(rows, '1 row has', `${rows} rows have`)} the ${form === 'mdy' ? 'month' : 'day'} first, such as ${value} in line ${line}, and ${others === '0' ? 'no row shows' : many(others, '1 shows', `${others} show`)} the other order.${others === '0' ? '' : ` Dates that could be either were read with the ${form === 'mdy' ? 'day' : 'month'} first: if the file has both, some are wrong, and it must be split or written anew.`}`,
	mark: (rows: string, line: string, value: string, column: string, decimal: '.' | ',') =>
		`${many(rows, '1 number', `${rows} numbers`)} in “${column}” ${many(rows, 'has', 'have')} a ${decimal === ',' ? 'comma' : 'point'} before decimals, such as ${value} in line ${line}, and none shows the other mark.`,
	openMark: (rows: string, line: string, value: string, column: string) =>
		`${many(rows, '1 number', `${rows} numbers`)} in “${column}”, such as ${value} in line ${line}, could be thousands or decimals. They were read as ${value.includes(',') ? 'thousands' : 'decimals'}.`,
	totals: (rows: string, line: string, value: string) =>
		`${many(rows, '1 row', `${rows} rows`)} may sum up others, such as “${value}” in line ${line}, and ${many(rows, 'counts', 'count')}. What is no call or chat must be taken out of the file.`,
	clock: (rows: string, line: string, value: string, column: string) =>
		`All lengths in “${column}” end in :00, such as ${value} in line ${line} (${many(rows, '1 row', `${rows} rows`)}): a spreadsheet may have made hours and minutes of minutes and seconds. They were read as hours, minutes and seconds.`,
	rounded: (rows: string, line: string, value: string, column: string) =>
		`${many(rows, '1 value', `${rows} values`)} in “${column}” lost ${many(rows, 'its', 'their')} last digits in a spreadsheet, such as ${value} in line ${line}: several interactions would look alike in it.`,
	title: 'The rows say something else',
	text: 'Nothing was changed by itself: read the file again, or keep it as it was read.',
	again: {
		dmy: 'Read again, day first',
		mdy: 'Read again, month first',
		',': 'Read again, decimal comma',
		'.': 'Read again, decimal point',
		clock: 'Read again, minutes and seconds',
		rounded: 'Read again without this column'
	}
};
