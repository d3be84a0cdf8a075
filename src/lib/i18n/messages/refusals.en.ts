import type { ErrorCode, ErrorParams } from '$lib/workers/errors';

const BINARY: Readonly<Record<string, string>> = {
	pdf: 'a PDF document',
	image: 'a picture',
	audio: 'a sound recording',
	xls: 'an old Excel workbook (.xls)',
	ods: 'an OpenDocument sheet',
	numbers: 'a Numbers document',
	archive: 'an archive that cannot be opened here',
	html: 'a web page, whatever its name says',
	xml: 'an XML file'
};
/** What to do with a file that a spreadsheet program opens. */
const RESAVE: Readonly<Record<string, string>> = {
	numbers: 'Open it in Numbers and export it to Excel or CSV',
	...Object.fromEntries(
		['xls', 'ods', 'html', 'xml'].map((kind) => [
			kind,
			'Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)'
		])
	)
};
const KIND: Readonly<Record<string, string>> = {
	gzip: 'compressed file',
	zip: 'ZIP archive',
	workbook: 'workbook',
	parquet: 'Parquet file',
	json: 'JSON file'
};
const UNSUPPORTED: Readonly<Record<string, string>> = {
	zipMethod: 'It is packed in a way that only some programs open. Pack it again as an ordinary ZIP archive.',
	nested: 'It holds another archive. Open that one, and choose the files inside.',
	manyFiles: 'It holds more than 10,000 files. Open it, and choose those with usage.',
	xlsb: 'It is a binary workbook (.xlsb). Save it as .xlsx, then choose that file.',
	documentType:
		'Its XML declares a document type, which no spreadsheet does and which can be made to fill the memory. Save it anew as .xlsx, then choose that file.',
	rowGroup:
		'One of its row groups is too large for a browser’s memory. Write it with row groups of 1,000,000 rows or fewer.',
	codec:
		'Its pages are compressed in a way that is not read here. Write it with Snappy, Zstandard, gzip or without compression.'
};
const aFile = (params: ErrorParams): string => `“${params['file'] ?? ''}”`;

/** Why a file is none that can be read; other failures have their sentences in errors.en.ts. */
const refusals: Partial<Record<ErrorCode, (p: ErrorParams) => { title: string; text: string }>> = {
	empty: (p) => ({
		title: `${aFile(p)} is empty`,
		text: 'There is nothing in it to read. Export it again from your provider, then choose the new file. Nothing was imported.'
	}),
	noHeader: (p) => ({
		title: `${aFile(p)} has only one column`,
		text: 'Columns are told apart by a comma, semicolon, tab or vertical bar, and none was found that cuts its lines alike. Check that it is the usage export, then choose it again. Nothing was imported.'
	}),
	lineTooLong: (p) => ({
		title: `A line of ${p['file'] ? aFile(p) : 'the file'} does not end`,
		text: `Line ${p['line'] ?? 1} is longer than any usage export writes; a quotation mark may be open, or it is not a table. Export it again, then choose the new file. Nothing was imported.`
	}),
	noRows: (p) => ({
		title: `${aFile(p)} has column names but no rows`,
		text: 'Export a period in which there were calls or chats, then choose that file. Nothing was imported.'
	}),
	noUsableRow: (p) => ({
		title: `No row of ${p['file'] ? aFile(p) : 'the file'} can be read`,
		text: 'Every row lacks something that is needed, so the columns were probably mapped to the wrong fields. Go back and check them. Nothing was imported.'
	}),
	otherColumns: (p) => ({
		title: `${aFile(p)} changes its columns on the way`,
		text: `Line ${p['line'] ?? ''} names them once more, in another order or with other names: below it they would be read as what they are not. Cut the file there into two, then choose both. Nothing was imported.`
	}),
	tooManyToJoin: (p) => ({
		title: `${aFile(p)} has too many rows to join`,
		text: `At most ${p['limit'] ?? ''} messages or legs of one file can be joined. Export shorter periods, such as a month each, then choose those files. Nothing was imported.`
	}),
	sumsRefused: (p) => ({
		title: `The sums of ${aFile(p)} cannot be imported`,
		text: `${SUMS[p['reason'] ?? '']?.(p) ?? ''} Make the file anew with the SQL that Drawdown offers and your rule, then choose it again. Nothing was imported.`
	}),
	binary: (p) =>
		p['kind'] === 'protected'
			? {
					title: `${aFile(p)} is protected by a password`,
					text: 'Open it in Excel, take the password off (File, Info, Protect Workbook), save it, then choose it again. Nothing was imported.'
				}
			: {
					title: `${aFile(p)} is ${BINARY[p['kind'] ?? ''] ?? 'not a table that can be read'}`,
					text: `Usage is read from CSV and other text with columns, Excel workbooks (.xlsx), JSON and Parquet, also compressed. ${RESAVE[p['kind'] ?? ''] ?? 'Export the table as one of these'}, then choose that file. Nothing was imported.`
				},
	damagedFile: (p) => ({
		title: `${aFile(p)} is damaged or incomplete`,
		text: `${p['record'] ? `It cannot be read as a JSON file from record ${p['record']} on.` : `It cannot be read to its end as a ${KIND[p['kind'] ?? ''] ?? 'file'}.`} It may have been cut off on its way here. Export or download it again, then choose the new file. Nothing was imported.`
	}),
	unpackedTooLarge: (p) => ({
		title: `${aFile(p)} unpacks to more than is safe`,
		text: `What is inside is more than ${p['ratio']} times its size, or more than ${p['megabytes']} MB. If you trust it, unpack it yourself and choose the file inside. Nothing was imported.`
	}),
	protectedFile: (p) => ({
		title: `${aFile(p)} is protected by a password`,
		text: `Open the ${KIND[p['kind'] ?? ''] ?? 'file'} with its password, save its content without one, then choose that file. Nothing was imported.`
	}),
	unsupportedFile: (p) => ({
		title: `${aFile(p)} cannot be opened here`,
		text: `${UNSUPPORTED[p['what'] ?? ''] ?? ''} Nothing was imported.`
	}),
	noTable: (p) => ({
		title: `There is no table in ${aFile(p)}`,
		text: `The ${KIND[p['kind'] ?? ''] ?? 'file'} has no rows with columns. Check that it is the usage export, then choose it again. Nothing was imported.`
	}),
	layerGone: (p) => ({
		title: `${aFile(p)} is not here any more`,
		text: 'It was removed, perhaps in another tab, while it was read anew. Nothing was changed. Import the file again if it is to count.'
	}),
	tooManyColumns: (p) => ({
		title: `${aFile(p)} has too many columns`,
		text: 'At most 1,000 are read. Check that it is the usage export and that rows and columns are not swapped. Nothing was imported.'
	})
};

/** What is wrong with a file of sums by day. */
const SUMS: Readonly<Record<string, (p: ErrorParams) => string>> = {
	mark: (p) => `Its first line says what the sums were made with, and “${p['value']}” is no part of it.`,
	version: (p) => `It says version ${p['value'] || 'none'}; this app reads version 1.`,
	header: (p) => `Its columns must be the ten of summary.csv and no others; see “${p['value']}”.`,
	none: () => 'It holds no sums.',
	value: (p) => `Line ${p['line']}: “${p['value']}” is nothing for ${p['column']}.`,
	twice: (p) => `Line ${p['line']} has the day, channel, class, agent and entity of a line before.`,
	row: (p) => `Line ${p['line']} has not ten fields, or a quotation mark is open.`,
	size: () => 'It is larger than sums by day can be: 256 MB.',
	zone: (p) =>
		`Its days are those of ${p['timeZone']}, and cannot be cut anew for your contract’s time zone.`,
	rounding: (p) =>
		`It holds calls rounded to ${p['initialSeconds']} s, then by ${p['incrementSeconds']} s, with a short-call threshold of ${p['shortCallSeconds']} s; your rate card has other numbers.`,
	wholeCredits: () => 'Your rate card rounds each call up to a whole credit, which needs the calls.',
	trial: () => 'A trial that may end by its credits falls into its days, which needs the calls.'
};

export default refusals;
