/** Files of tables and of all interactions; types only. */
import type { FocusColumn, FocusKind, FocusRow, FocusVersion, RuleResult } from '../engine/focus';
import type { RegisterEntry } from '../engine/rating';
import type { Cycle } from '../engine/time';
import type { MissingPrice } from './api';
import type { CallsAsk } from './callsApi';

/** Written in a worker: each cell is typed there, and text can never be a formula. */
export type TypedFormat = 'xlsx' | 'parquet';
/** Every interaction, as usage.csv of docs/data-format.md or with the same columns in another format. */
export type RowsFormat = TypedFormat | 'csv' | 'json';

/** Delimited text for a spreadsheet of some locale, or between tabs for the clipboard. */
export interface CsvMarks {
	readonly separator: ',' | ';' | '\t';
	/** in numbers */
	readonly decimal: string;
	/** a byte order mark before it all */
	readonly marked: boolean;
}

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
	readonly columns: readonly { readonly name: FocusColumn; readonly kind: FocusKind }[];
	readonly rows: readonly FocusRow[];
	readonly report: readonly RuleResult[];
	/** paid though nothing was used; null: all of it is carried by usage */
	readonly uncarried: string | null;
}

/** Hears how many rows were written since the time before; is waited for, so that a cancellation is heard in between. */
export type OnRows = (count: number) => void | Promise<void>;

/**
 * Writes files, and reads for them: fetched and started when the first is asked for, ended with another workspace. A
 * long export keeps no screen waiting.
 */
export interface ExportApi {
	open(workspace: string): Promise<void>;
	table(table: ExportTable, format: TypedFormat): Promise<Blob>;
	/** agents.csv of entries: read again it gives the very same. */
	register(entries: readonly RegisterEntry[]): Promise<Blob>;
	/** Every interaction that is kept as a row; null where there is none. */
	interactions(job: string, format: RowsFormat, onRows: OnRows): Promise<Blob | null>;
	/** The calls and chats of a list, in its order; null without usage. */
	calls(job: string, ask: CallsAsk, format: RowsFormat | CsvMarks, onRows: OnRows): Promise<Blob | null>;
	/** A file of rows that nobody waits for any more: its writing ends with the rows at hand. */
	cancel(job: string): Promise<void>;
	/** The charges of the cycle that holds an instant; null without rows or without a tier. */
	focus(start: number, version: FocusVersion, strict: boolean): Promise<FocusView | null>;
}
