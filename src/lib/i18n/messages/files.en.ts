export default {
	formats: {
		csv: { label: 'CSV', note: 'Commas, a decimal point, UTF-8' },
		excel: {
			label: 'CSV for this computer’s Excel',
			note: (separator: string, decimal: string) =>
				`${separator} between cells, “${decimal}” in numbers. Not for import elsewhere.`
		},
		xlsx: { label: 'Workbook (XLSX)', note: 'Numbers and texts typed; nothing is a formula' },
		parquet: { label: 'Parquet', note: 'For data tools' },
		json: { label: 'JSON', note: 'One object a row' }
	},
	semicolon: 'Semicolons',
	commas: 'Commas',
	copyTable: 'Copy the table',
	copySentence: 'Copy the title as a sentence',
	failed: 'The file could not be written. Try again, or choose another format.',
	copied: 'Copied.',
	notCopied: 'The browser did not let this be copied. Save a file instead.',
	sentenceNotCopied: (sentence: string) =>
		`The browser did not let this be copied. Mark the sentence and copy it: ${sentence}`,
	/** a range as two columns */
	from: (range: string) => `${range}, from`,
	to: (range: string) => `${range}, to`,
	save: 'Save',
	format: 'Format',
	tooMany: (limit: string) => `A workbook holds at most ${limit} rows. Choose another format.`,
	writing: 'Writing the file',
	announced: (share: string) => `${share} written`,
	written: (count: string, all: string) => `${count} of ${all} rows written`,
	stopped: 'Stopped. No file was saved.',
	copyTooMany: (limit: string) => `At most ${limit} rows can be copied. Save a file instead.`
};
