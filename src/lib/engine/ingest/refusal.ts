/** Why a file cannot be imported at all. */
export type RefusalCode =
	| 'empty'
	| 'binary' // kind: see BINARY_KINDS in sniff.ts
	| 'encoding' // suspected: windows-1252, utf-16le, utf-16be
	| 'noHeader' // reason: singleColumn, looksLikeData; value
	| 'lineTooLong' // line, limit (bytes)
	| 'noRows'; // read, leftOut

export interface Refusal {
	readonly code: RefusalCode;
	readonly params: Readonly<Record<string, string | number>>;
}
