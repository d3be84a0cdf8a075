export default {
	title: 'Take the figures with you',
	rows: {
		title: 'All interactions',
		file: 'Drawdown interactions',
		says: (count: string) =>
			`${count} interactions, one row each, with the columns of usage.csv. As CSV the file can be imported here again and gives the same figures.`,
		daysOnly: 'Days that are kept as sums have no rows and are left out.'
	},

	focus: {
		title: (month: string) => `Charges of ${month} as FOCUS`,
		lead: 'One row for each charge and for each agent’s usage by day, as finance tools read the bills of other vendors. Estimated by this app: no vendor has issued it.',
		version: 'Version',
		strict: 'For tools that take only three-letter currencies and ASCII',
		strictNote:
			'The specification lets a currency be named “Credits” and names have accents. Some tools do not: this writes XCR and takes accents off.',
		no14: 'Version 1.4 is not offered: it has no valid way yet to write prices in credits.',
		none: 'Choose a tier under Settings first: without one there is no invoice to write.',
		missing: 'A price is missing under Settings, so the charges are not known.',
		uncarried: (amount: string) =>
			`Nothing was used, so no row carries the ${amount} that was paid as effective cost.`,
		passed: (rules: string, rows: string) => `All ${rules} rules pass on ${rows} rows`,
		failedRules: (count: number, text: string, rules: string) =>
			count === 1 ? `One of ${rules} rules fails` : `${text} of ${rules} rules fail`,
		report: 'Conformance report',
		rule: 'Rule',
		asks: 'Asks',
		result: 'Result',
		failing: (count: string, rows: string) => `${count} rows fail: ${rows}`,
		absent: 'Column missing',
		ids: 'Rules are numbered as in the specification’s model 1.2; those with a word after the column are ours.'
	},

	demands: {
		present: 'The column is there',
		notNull: 'Not empty',
		null: 'Empty',
		text: 'Text',
		string: 'Text without control characters, not blank',
		decimal: 'A decimal number',
		numeric: 'A number with a point, no separators and no plus',
		instant: 'A date and time',
		utc: 'In UTC, to the second',
		unit: 'A unit of measure',
		keyValue: 'A flat JSON object',
		notNegative: 'Not below 0',
		currency: 'A three-letter currency',
		nationalCurrency: 'A national currency',
		pricingCurrency: 'A currency, or the name of a vendor’s own',
		oneOf: (values: string) => `One of: ${values}`,
		is: (value: string) => `Is ${value}`,
		isNot: (value: string) => `Is not ${value}`,
		product: (price: string, cost: string) => `${price} × PricingQuantity = ${cost}`,
		one: (other: string) => `Each value goes with one ${other}`,
		after: (other: string) => `After ${other}`
	},
	conditions: {
		category: (of: string) => `for ${of}`,
		notCategory: (of: string) => `for all but ${of}`,
		isNull: (column: string) => `where ${column} is empty`,
		isKnown: (column: string) => `where ${column} is given`,
		differ: (a: string, b: string) => `where ${a} and ${b} differ`
	},
	recommended: 'recommended'
};
