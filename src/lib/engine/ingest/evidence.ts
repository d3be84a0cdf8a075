/** Why a choice was made, or why it could not be: a code for a sentence, with its figures. */
export interface Evidence {
	readonly code:
		| 'ourHeader'
		| 'headerName' // column
		| 'dateThenTime' // date, time
		| 'firstOfSeveralTimes' // column, of
		| 'dateAlone' // column: of dates, without a time of day in it or in another column
		| 'severalStarts' // column, other: either may be the start, and they differ
		| 'valuesReadAs' // form, rows, of
		| 'firstOver12' // rows, of: the first part of the date is a day
		| 'secondOver12' // rows, of
		| 'dayMonthAmbiguous' // rows
		| 'yearAmbiguous' // rows: two digits of year, first or last
		| 'closerTogether' // days, otherwise: from the first date to the last, and if the year stood last
		| 'halfDayApart' // column: AM and PM, apart from the time
		| 'provenInLine' // line, value: the first row that can be read in one way only
		| 'otherColumnProves' // column: of the same file
		| 'marksProven' // mark, rows
		| 'marksAmbiguous' // column, value, rows
		| 'offsetInValues' // rows, of
		| 'noOffsetInValues' // rows, of
		| 'zoneInHeader' // column
		| 'zoneInColumn' // column, value
		| 'zonesInColumn' // column, value, other: rows of several zones, or offsets
		| 'firstOfSeveralLengths' // of: billed before talk, talk before total
		| 'lengthInParts' // column, other: minutes, and the seconds beside them
		| 'unitInHeader' // column, unit
		| 'unitAssumed' // column, unit
		| 'unitAmbiguous' // column: plain numbers that are hardly seconds
		| 'unitBeside' // column, value: below the names of columns, or in a column of its own
		| 'unitsBeside' // column, value, other: rows of several units
		| 'matchesEnd' // rows, of: the length is that from the start to the end
		| 'clockAmbiguous' // column; form, where they have three parts: minutes and seconds, or hours and minutes
		| 'wordsUnknown' // column, value
		| 'idsRounded' // column, value: their last digits are lost
		| 'messagesOfWhom' // column, other: either may be those of customers; the same: hardly theirs
		| 'rowsAreMessages' // column, author
		| 'rowsAreSums' // column: of several calls each, which it counts
		| 'rowsMayBeLegs' // column, rows, of
		| 'rowEach'
		| 'noColumn';
	readonly params: Readonly<Record<string, string | number>>;
}

export const evidence = (code: Evidence['code'], params: Evidence['params'] = {}): Evidence => ({
	code,
	params
});

export type Confidence = 'sure' | 'likely' | 'none';

export interface FieldProposal {
	readonly confidence: Confidence;
	readonly evidence: readonly Evidence[];
}
