import type { DateForm, DurationForm, Evidence } from '$lib/engine/ingest';

type Params = Evidence['params'];

const many = (n: number | string, one: string, other: string): string => (Number(n) === 1 ? one : other);

const days = (n: unknown): string => many(n as number, '1 day', `${n as number} days`);

export const DATE_FORM: Record<DateForm, string> = {
	ymd: 'year, month, day',
	dmy: 'day first',
	mdy: 'month first',
	yyyymmdd: 'digits only, YYYYMMDD',
	yymmdd: 'YYMMDD or YY-MM-DD',
	named: 'with the month’s name',
	epoch: 'seconds since 1970, UTC',
	epochMs: 'milliseconds since 1970, UTC',
	excel1900: 'days of a workbook (Excel)',
	excel1904: 'days of a workbook since 1904'
};

export const DURATION_FORM: Record<DurationForm, string> = {
	seconds: 'seconds',
	minutes: 'minutes',
	milliseconds: 'milliseconds',
	'h:mm:ss': 'H:MM:SS',
	'm:ss': 'M:SS',
	'h:mm': 'H:MM',
	'm:ss:00': 'M:SS:00, as spreadsheets write M:SS',
	units: 'with units, as 1h 2m 3s',
	iso8601: 'ISO 8601, as PT1M3S'
};

const form = (value: string | number | undefined): string =>
	DATE_FORM[value as DateForm] ?? DURATION_FORM[value as DurationForm] ?? String(value ?? '');

const of = (p: Params): string =>
	p['rows'] === p['of'] ? `all ${p['of']} rows looked at` : `${p['rows']} of ${p['of']} rows looked at`;

/** Why columns are proposed as they are, and how their values are written. */
export default {
	ourHeader: () => 'our own column name',
	headerName: () => 'by the column’s name',
	dateThenTime: (p) => `date in “${p['date']}”, time in “${p['time']}”`,
	firstOfSeveralTimes: (p) => `the first of ${p['of']} columns with times`,
	dateAlone: (p) => `“${p['column']}” has no time of day, and no column is surely one`,
	severalStarts: (p) => `“${p['column']}” and “${p['other']}” may both be the start, and differ`,
	valuesReadAs: (p) => `${form(p['form'])}; ${of(p)}`,
	firstOver12: (p) => `the first part goes over 12 in ${p['rows']} rows`,
	secondOver12: (p) => `the second part goes over 12 in ${p['rows']} rows`,
	dayMonthAmbiguous: () => 'day and month could be either way round',
	yearAmbiguous: () =>
		'two digits may be the year or the day, and the dates lie as close together either way',
	closerTogether: (p) =>
		`with the year first the dates lie within ${days(p['days'])}, with the year last within ${days(p['otherwise'])}`,
	halfDayApart: (p) =>
		`“${p['column']}” holds AM and PM apart from the time, which is not read so: put both into one column of the file`,
	provenInLine: (p) => `line ${p['line']} says so: ${p['value']}`,
	otherColumnProves: (p) => `as “${p['column']}” says`,
	marksProven: (p) =>
		`${p['mark'] === ',' ? 'a comma' : 'a point'} before decimals, by ${many(p['rows'] ?? 0, '1 number', `${p['rows']} numbers`)}`,
	marksAmbiguous: (p) => `${p['value']} in “${p['column']}” could be thousands or decimals`,
	messagesOfWhom: (p) =>
		`“${p['column']}”${p['other'] === p['column'] ? '' : ` or “${p['other']}”`} may hold messages of those who answer: only customers’ count`,
	rowsAreMessages: (p) => `“${p['column']}” comes again and again, and “${p['author']}” says who wrote`,
	rowsAreSums: (p) => `“${p['column']}” counts several calls in a row: these are sums, and no single calls`,
	rowsMayBeLegs: (p) =>
		`${p['rows']} of ${p['of']} rows follow one with the same “${p['column']}”: they may be legs of one call`,
	rowEach: () => 'nothing says otherwise',
	offsetInValues: () => 'every value says its zone',
	noOffsetInValues: () => 'the times carry no zone',
	zoneInHeader: (p) => `“${p['column']}” says UTC`,
	zoneInColumn: (p) => `“${p['column']}” says ${p['value']}`,
	zonesInColumn: (p) =>
		`“${p['column']}” says a zone in each row (${p['value']}, ${p['other']} and so on). All times are read in the one that is chosen here: rows of another would be off by hours`,
	firstOfSeveralLengths: (p) => `of ${p['of']} lengths: billed before talk, talk before handling or total`,
	lengthInParts: (p) =>
		`“${p['column']}” and “${p['other']}” are parts of one length: put both into one column`,
	unitInHeader: (p) => `“${p['column']}” says ${form(p['unit'])}`,
	unitAssumed: (p) => `plain numbers, taken for ${form(p['unit'])}`,
	matchesEnd: (p) => `the time from start to end, in ${of(p)}`,
	unitAmbiguous: (p) =>
		`“${p['column']}” holds plain numbers that may be seconds, minutes or milliseconds: more than a day, mostly more than an hour, with fractions, nearly all below 60, or like clocks without colons`,
	unitBeside: (p) =>
		`“${p['value']}” in “${p['column']}” may say the unit of these plain numbers, which would be seconds without it`,
	unitsBeside: (p) =>
		`“${p['column']}” says a unit in each row (${p['value']}, ${p['other']}): all lengths are read in the one that is chosen here, so put them into one unit before`,
	idsRounded: (p) =>
		`“${p['column']}” lost its last digits in a spreadsheet (“${p['value']}”): several interactions would look alike in it`,
	clockAmbiguous: (p) => `“${p['column']}” may be in minutes and seconds, or in hours and minutes`,
	wordsUnknown: (p) => `“${p['value']}” in “${p['column']}” is no word we know`,
	noColumn: () => 'no column looks like it'
} satisfies Record<Evidence['code'], (p: Params) => string>;
