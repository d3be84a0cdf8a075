/** Why a file cannot be imported at all. */
export type RefusalCode =
	| 'empty'
	| 'binary' // kind: see BINARY_KINDS in format.ts
	| 'noHeader' // reason: singleColumn; value
	| 'tooManyColumns' // columns, limit
	| 'lineTooLong' // line, limit (bytes)
	| 'noRows' // read, leftOut
	| 'otherColumns' // line: with names of columns that stand otherwise
	| 'tooManyToJoin'; // limit

export interface Refusal {
	readonly code: RefusalCode;
	readonly params: Readonly<Record<string, string | number>>;
}
