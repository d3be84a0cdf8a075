/** Files of tables and of all interactions; types only. */
import type { FocusColumn, FocusRow, FocusVersion, RuleResult } from '../engine/focus';
import type { Cycle } from '../engine/time';
import type { MissingPrice } from './api';

/** Written in a worker: each cell is typed there, and text can never be a formula. */
export type TypedFormat = 'xlsx' | 'parquet';
/** Every interaction, as usage.csv of docs/data-format.md or with the same columns in another format. */
export type RowsFormat = TypedFormat | 'csv' | 'json';

export interface ExportColumn {
	readonly name: string;
	readonly kind: 'text' | 'number';
}

export interface ExportTable {
	readonly columns: readonly ExportColumn[];
	/** null: an empty cell */
	readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The charges of one cycle as FOCUS; they are missing while a price is. */
export interface FocusView {
	readonly cycle: Cycle;
	readonly version: FocusVersion;
	readonly missing: readonly MissingPrice[] | null;
	readonly columns: readonly FocusColumn[];
	readonly rows: readonly FocusRow[];
	readonly report: readonly RuleResult[];
	/** paid though nothing was used; null: all of it is carried by usage */
	readonly uncarried: string | null;
}
