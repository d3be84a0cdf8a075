/**
 * Usage rows as columns. A block holds at most {@link BLOCK_ROWS} rows of one layer, ascending by start.
 * Rows carry no credits: what an interaction costs is computed from these columns when it is needed.
 */

export const BLOCK_ROWS = 131_072;

/** Bits of the `kind` column. The class is the one IN THE FILE; the register and the card may say otherwise. */
export const KIND_VOICE = 1;
export const KIND_STANDARD = 2;
export const KIND_PREMIUM = 4;

/** In a further duration column: the file gave no value for this row. */
export const NO_DURATION = 0xffff_ffff;

/** Dictionary codes; 32 bits wide where a dictionary passes 65,535 entries. Code 0 is always the empty text. */
export type Codes = Uint16Array | Uint32Array;

/** The numeric columns of a block; all of length `rows`. */
export interface Columns {
	readonly rows: number;
	/** instant, ms since 1970 UTC, ascending */
	readonly start: Float64Array;
	/** chat: messages; voice: duration in ms */
	readonly quantity: Uint32Array;
	/** KIND_* bits */
	readonly kind: Uint8Array;
	/** codes into the layer's dictionaries */
	readonly agent: Codes;
	readonly entity: Codes;
	readonly outcome: Codes;
	/** 0: no case, the interaction is a case of its own; else the case's number within its layer */
	readonly caseCode: Uint32Array;
	/** line of the file that the row began on, 1-based */
	readonly line: Uint32Array;
	/** further durations in ms, named in the layer; NO_DURATION where the file gave none */
	readonly durations: readonly Uint32Array[];
}
