import type {
	Encoding,
	EncodingReason,
	LayoutEvidence,
	MissingField,
	NoticeCode,
	RowProblemCode
} from '$lib/engine/ingest';
import evidence, { DATE_FORM, DURATION_FORM } from './evidence.en';
import rules from './readRules.en';
import refusals from './refusals.en';

const many = (n: number | string, one: string, other: string): string => (Number(n) === 1 ? one : other);

export default {
	refusals,
	rules,
	sums: {
		head: 'Other files hold some of these days, too',
		quoted: (name: string) => `“${name}”`,
		beside: (file: string, others: string) =>
			`“${file}” holds sums by day. Interactions of some of its days are in ${others}.`,
		question:
			'Sums cannot be compared with interactions: what both hold would count twice. Chats in one and calls in the other are fine.',
		nothing: 'Import nothing',
		anyway: 'Import the sums, too',
		imported: (n: string, file: string) => `Imported sums of ${n} interactions from “${file}”`,
		kept: (days: string) =>
			`${days}. They are known to the day, and labelled so: single calls are not there.`,
		here: (name: string) =>
			`The very same file was imported before as “${name}”. It counts once; nothing was changed.`
	},
	title: 'Import',
	steps: { choose: 'Choose files', map: 'Map columns', review: 'Review', import: 'Import' },
	stepDone: 'done',
	into: (workspace: string) => `It goes into “${workspace}”, which was open when the file was chosen.`,

	choose: {
		headEmpty: 'Bring in the usage of your agents',
		headMore: 'Add usage, or look after what is here',
		lead: 'An export with one row per call or chat. It is read in this browser and saved on this device.',
		leadUnsaved:
			'An export with one row per call or chat. It is read in this browser, but nothing of it can be saved here.',
		input: 'Choose usage files',
		or: 'or drop them anywhere on this page',
		formats:
			'CSV and other text with columns, Excel (.xlsx), JSON, NDJSON and Parquet; also compressed (.gz, .zip). You can paste, too: files, or cells copied from a sheet.',
		folderInput: 'Choose a folder',
		pasted: 'pasted.csv',
		sources: 'How to get the file out of your system',
		sourcesFailed: 'This could not be fetched. Open it again with a connection.',
		elsewhere: {
			title: 'Too many events for a browser?',
			text: 'Sum them by day where they are, with the engine you have, and choose the small file that comes of it. The SQL says where your rounding and time zone go.'
		},
		dropping: 'Drop to read the files',
		emptyFolder: (name: string) => ({
			title: `“${name}” holds no file`,
			text: 'Choose the folder with the exports, or the files themselves. Nothing was imported.'
		})
	},

	looking: (file: string) => `Looking at ${file}`,
	summary: (size: string, columns: number) => `${size}, ${columns} columns. Nothing is stored yet.`,
	separators: {
		',': 'comma',
		';': 'semicolon',
		'\t': 'tab',
		'|': 'vertical bar',
		'\u0001': 'control character 1',
		'\u001f': 'control character 31'
	} as Record<string, string>,
	column: (n: string) => `column ${n}`,

	reading: {
		title: 'How the file is read',
		encoding: 'Text',
		encodings: {
			'utf-8': 'UTF-8',
			'windows-1252': 'Windows-1252 or ISO-8859-1',
			'utf-16le': 'UTF-16 LE',
			'utf-16be': 'UTF-16 BE'
		} satisfies Record<Encoding, string>,
		encodingBecause: {
			utf8: () => 'all that was looked at is UTF-8',
			mark: () => 'a mark at its start says so',
			zeros: () => 'every other byte is zero',
			notUtf8: (at: string) => `byte ${at} is not UTF-8`
		} satisfies Record<EncodingReason, (at: string) => string>,
		separator: 'Columns are separated by',
		separatorBecause: {
			sepLine: () => '“sep=” in the first line says so',
			counted: (even: string, rows: string, columns: string) =>
				even === rows
					? `all ${rows} rows looked at have ${columns} fields`
					: `${even} of ${rows} rows looked at have ${columns} fields`,
			chosen: (even: string, rows: string, columns: string) =>
				`chosen by you; ${even} of ${rows} rows looked at have ${columns} fields`
		} satisfies Record<LayoutEvidence['delimiter'], (even: string, rows: string, columns: string) => string>,
		header: 'Column names',
		headerAt: (line: string) => `Names in line ${line}`,
		headerNone: 'No names: the first line is data',
		headerBecause: {
			firstLine: () => 'the first line holds names',
			belowOthers: () => 'the lines above it have fewer columns and are left out',
			values: (value: string) => `the first line holds values, such as “${value}”`,
			chosen: () => 'chosen by you'
		} satisfies Record<LayoutEvidence['header'], (value: string) => string>,
		sheet: 'Sheet',
		list: 'List of records',
		sheetBecause: (n: string) => `the one of ${n} that looks most like a table of usage`,
		full: 'This sheet ends at row 1,048,576, the last that a sheet can have: the export may have gone on. Export a shorter period, or as CSV.'
	},
	filesWaiting: (n: number) => many(n, 'One more file waits.', `${n} more files wait.`),
	cancelImport: 'Cancel import',
	import: 'Import',
	toReview: 'Continue to review',

	plain: {
		head: 'This file needs no questions.',
		text: 'Its columns are Drawdown’s own, so every row can be read as it stands.'
	},

	map: {
		headClear: 'The columns are clear. Check them, then import.',
		headOne: 'The columns are clear. One question is left.',
		headMany: (n: number) => `The columns are found. ${n} questions are left.`,
		section: 'What is in which column?',
		note: 'For all rows: each guess can be changed',
		optional: 'optional',
		notInFile: 'Not in this file',
		choose: 'Choose…',
		sameForAll: (value: string) => `Same for all rows: ${value}`,
		columns: 'Columns of the file',
		sameColumn: 'In the same column',
		fromEnd: 'From the end time',
		form: 'Written as',
		time: 'Time of day',
		chosen: 'chosen by you',
		fields: {
			start: 'Start',
			duration: 'Duration',
			channel: 'Channel',
			class: 'Class',
			messages: 'Messages',
			agent: 'Agent',
			entity: 'Entity',
			outcome: 'Outcome',
			end: 'End',
			case: 'Case',
			id: 'Id',
			join: 'A row is'
		},
		help: {
			messages: 'customer messages of a chat',
			entity: 'queue, number or chat channel'
		} as Partial<Record<string, string>>,
		values: { voice: 'voice', chat: 'chat', standard: 'standard', premium: 'premium' } as Record<
			string,
			string
		>,
		dateForms: DATE_FORM,
		durationForms: DURATION_FORM,
		confidence: { sure: '✓ sure', likely: 'likely', none: 'none' }
	},

	zone: {
		question: (column: string) => `In which time zone was “${column}” written?`,
		why: (city: string) =>
			`The times carry no zone. Your contract is in ${city}. A wrong zone moves calls to another day, and at a month’s edge to another bill.`,
		other: 'Other…',
		pick: 'Time zone',
		offset: 'Each value says its own',
		chosen: (name: string) => `Zone: ${name}`
	},
	dateQuestion: {
		question: 'Which comes first in a date: the day or the month?',
		why: (column: string, example: string) =>
			`Every date in “${column}” could be read both ways, such as ${example}.`,
		dmy: 'Day',
		mdy: 'Month'
	},

	missing: {
		start: 'Say which column holds the start.',
		dateForm: 'Say how dates are written.',
		zone: 'Say in which time zone the times were written.',
		channel: 'Say whether rows are calls or chats.',
		messages: 'Say where the number of messages is.',
		duration: 'Say where the length of a call is.',
		durationForm: 'Say how lengths are written.',
		marks: 'Say which mark stands before decimals.'
	} satisfies Record<MissingField, string>,

	evidenceJoin: '; ',
	evidence,

	further: {
		title: 'Other lengths in this file',
		text: 'Kept beside the rated one. You can change later which is rated, without reading the file again.',
		none: 'No other column holds a length.',
		keep: (name: string, written: string) => `Keep “${name}” (${written})`
	},

	preview: {
		title: 'The first rows, as they will be read',
		start: 'Start',
		quantity: 'Length or messages',
		channel: 'Channel',
		class: 'Class',
		agent: 'Agent',
		entity: 'Entity',
		credits: 'Credits',
		byCard: 'your rate card',
		from: (column: string) => `from “${column}”`,
		allRows: 'all rows',
		messages: (n: string) => `${n} msg`,
		waiting: 'Answer the questions above to see the first rows.',
		none: 'None of the first rows can be read like this.',
		registers: 'agent’s or standard',
		problems: (n: number) =>
			many(n, '1 of these first rows cannot be read', `${n} of these first rows cannot be read`)
	},

	progress: {
		title: (file: string) => `Reading ${file}`,
		phases: {
			unpacking: 'Unpacking',
			converting: 'Making text of it',
			reading: 'Reading',
			sorting: 'Sorting',
			saving: 'Saving'
		},
		rows: (rows: string, total: string | null) => (total ? `${rows} of about ${total} rows` : `${rows} rows`),
		bytes: (done: string, total: string) => `${done} of ${total}`,
		rate: (rows: string) => `${rows} rows/s`,
		left: (time: string) => `about ${time} left`,
		announced: (percent: string) => `${percent} read`
	},

	review: {
		head: (left: string, ready: string) =>
			`${left === '1' ? '1 row' : `${left} rows`} cannot be read. ${ready === '1' ? 'The other one is' : `The other ${ready} are`} ready.`,
		lead: 'Nothing counts until you decide.',
		headReady: (n: string) => many(n, '1 interaction is ready.', `${n} interactions are ready.`),
		totals: {
			title: 'What is in it',
			inContract: (city: string) => `Your contract’s time, ${city}`,
			inFile: (city: string) => `The file’s time, ${city}`,
			span: (first: string, last: string) => `${first} – ${last}`,
			month: 'Month',
			channel: 'Channel',
			interactions: 'Interactions',
			quantity: 'Length or messages',
			credits: 'Credits',
			all: 'All months',
			messages: (n: string) => many(n, '1 message', `${n} messages`),
			unrated: 'Credits follow after the import: where a trial may end, other files have a say in them.'
		},
		from: { title: 'Read from', change: 'Change how it is read' },
		section: 'Rows that cannot be read',
		shown: (shown: string, all: string) => `The first ${shown} of ${all}`,
		line: 'Line',
		column: 'Column',
		value: 'Value',
		reason: 'Why',
		wholeRow: 'whole row',
		emptyValue: 'empty',
		download: 'Download the list',
		importRest: (n: string) => `Import the other ${n}`,
		nothing: 'Import nothing',
		back: 'Back to the columns',
		notices: 'Read by a rule',
		noticesText: 'These rows count.',
		headChanged: (n: string) =>
			n === '1'
				? '1 row is here with other content. Which one counts?'
				: `${n} rows are here with other content. Which ones count?`,
		headAlike: 'These interactions may be here already.',
		headSummed: 'Some of these days are kept as sums already.',
		importAll: (n: string) => many(n, 'Import 1 interaction', `Import ${n} interactions`),
		shared: {
			title: 'Beside the files that are here',
			alone: 'None of them reaches into this time: all rows are new.',
			fresh: (n: string) => (n === '1' ? '1 row is new.' : `${n} rows are new.`),
			asBefore: 'Which of them count stays as it was decided.',
			quoted: (name: string) => `“${name}”`,
			files: (n: string) => `${n} files`,
			already: (n: string, files: string) =>
				`${n === '1' ? '1 row is' : `${n} rows are`} in ${files} just the same: an interaction counts once.`,
			alike: (n: string, files: string) =>
				`${n} of them start when rows in ${files} do, with the same length or messages, but differ in what else is said of them. If these are the same interactions in another export, each would count twice.`,
			changed: (n: string, files: string) =>
				`${n === '1' ? '1 row has its id' : `${n} rows have their ids`} in ${files} with other content.`,
			legend: 'What counts then',
			own: 'This file’s rows',
			theirs: 'Those that are here',
			summed: (files: string) =>
				`Of some of these days only sums are kept, from ${files}. Rows of those days would count beside the sums.`,
			kept: 'All rows are kept. If a file is removed, what only the others hold counts again.'
		}
	},

	problems: {
		badDate: 'This is not a date in the chosen form.',
		otherOrder: 'Day and month stand the other way round here.',
		badTime: 'This is not a time of day.',
		noTime: 'The date has no time of day.',
		ragged: 'The row has more or fewer fields than the header.',
		totals: 'This row sums up the others. It is no call or chat.',
		names: 'This row has the names of the columns once more. It is no call or chat.',
		strayQuote: 'There is text after a closing quotation mark.',
		unclosedQuote: 'A quotation mark is opened and never closed.',
		missing: 'A needed value is missing.',
		noOffset: 'The value does not say its time zone, as the others do.',
		badNumber: 'This is not a number.',
		otherMark: 'Another mark stands before decimals here than in the column.',
		badDuration: 'This is not a length in the chosen form.',
		negative: 'The value is below zero.',
		fraction: 'A number of messages must be whole.',
		tooLarge: 'The value is larger than any call or chat.',
		unknownChannel: 'The channel is neither chat nor voice.',
		unknownClass: 'The class is neither standard nor premium.',
		unknownAuthor: 'The author is neither a customer nor one who answers.',
		endBeforeStart: 'The end lies before the start.',
		notText: 'The value is not written in UTF-8.'
	} satisfies Record<RowProblemCode, string>,
	otherProblem: 'The row cannot be read.',

	notices: {
		repeated: (n: string) =>
			`${n} that repeat another one, with the same id, start and length or messages: each counts.`,
		repeatedHour: (n: string) =>
			`${n} with a time that comes twice when clocks go back: the first was taken.`,
		skippedTime: (n: string) => `${n} with a time that clocks skip: read with the offset before the change.`,
		leapSecond: (n: string) => `${n} with a leap second: read as the next second.`,
		lengthFromEnd: (n: string) => `${n} with no length: the time from start to end was taken.`,
		furtherUnread: (n: string) => `${n} with a further length that cannot be read: kept without it.`
	} satisfies Record<NoticeCode, (n: string) => string>,
	rows: (n: string) => many(n, '1 row', `${n} rows`),

	outcome: {
		imported: (n: string) => `Imported ${n} interactions`,
		importedOne: 'Imported 1 interaction',
		into: (workspace: string) => `It went into “${workspace}”, which was open when the file was chosen.`,
		already: (n: string) =>
			n === '1'
				? '1 of them was here before: it counts once.'
				: `${n} of them were here before: they count once.`,
		from: (file: string, period: string) => `${file}: ${period}`,
		leftOut: (n: string) => many(n, '1 row left out', `${n} rows left out`),
		alreadyHere: (file: string) => `“${file}” is already here`,
		alreadyText: (name: string, rows: string) =>
			`The very same file was imported before as “${name}” (${rows} interactions). It counts once; nothing was changed.`,
		cancelled: (file: string) => `The import of “${file}” was cancelled`,
		cancelledText: (others: number) =>
			others === 0
				? 'Nothing of it was stored.'
				: others === 1
					? 'Nothing of it was stored. One more file waited behind it and was not read: choose it again to import it.'
					: `Nothing of it was stored. ${others} more files waited behind it and were not read: choose them again to import them.`,
		overview: 'See when credits run out',
		added: (file: string) => `Added ${file}`,
		firstProblem: (line: string, reason: string) => `Line ${line}, for example: ${reason}`
	},

	profiles: {
		applied: (day: string, file: string) => `Read as you confirmed on ${day} for “${file}”.`,
		afresh: 'Read it afresh',
		outdated: {
			title: (file: string) => `This file is not like “${file}”, for which its columns were confirmed`,
			dateForm: 'Its dates are written in another way.',
			durationForm: 'Its lengths are in another unit: start and end say so.',
			marks: 'Its numbers have another mark before decimals, or may have.',
			zone: 'It names another time zone.',
			leaveOut: 'It has rows that are no calls or chats of an agent.',
			text: 'What the file shows is filled in below. Look at it, and go on.'
		},
		remember: 'Remember this for files with the same header'
	},

	layers: {
		title: 'Imported files',
		correct: 'Read differently',
		correctOf: (file: string) => `Read ${file} differently`,
		none: 'No file is imported yet.',
		file: 'File',
		interactions: 'Interactions',
		period: 'First – last',
		coverage: 'Covers',
		rated: 'Rated length',
		ratedOf: (file: string) => `Rated length of ${file}`,
		sample: 'sample',
		byDay: 'by day',
		leftOut: (n: string) => `${n} left out`,
		edit: 'Change',
		editOf: (file: string) => `Change what ${file} covers`,
		remove: 'Remove',
		removeOf: (file: string) => `Remove ${file}`,
		removed: (file: string) => `Removed ${file}`,
		staysAway: (file: string) =>
			`“${file}” was imported again, or erased, since it was removed: nothing was brought back.`,
		coverTitle: (file: string) => `Say what “${file}” covers`,
		coverText:
			'Inside this period a day without rows counts as a day without use. Widen it where the export covers more days than it has rows for.',
		coverFrom: 'First day',
		coverTo: 'Last day',
		coverAction: 'Save period',
		coverWrong: 'The last day lies before the first.',
		coverNarrow: (first: string, last: string) =>
			`The file has rows from ${first} to ${last}: the period must hold them.`
	},

	readings: {
		title: 'Meter readings',
		text: 'What the vendor’s page shows, such as “34,120 of 60,000”. Two readings give a pace; beside imported rows they check them.',
		date: 'Date',
		time: 'Time',
		zone: (zone: string) => `in ${zone}`,
		credits: 'Credits used in the cycle',
		unit: 'credits',
		add: 'Add reading',
		at: 'Read at',
		used: 'Credits used',
		byRows: 'By imported rows',
		none: 'No reading yet.',
		removeOf: (at: string) => `Remove the reading of ${at}`,
		wrongTime: 'Give a date and a time.',
		wrongCredits: 'Give the credits used, 0 or more.',
		removed: 'Removed the reading'
	}
};
