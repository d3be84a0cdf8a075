/** Ready-made monthly tables (domain.md §6): kept apart from usage, and shown beside it as a check; types only. */
import type { Compared, ComparedSum } from '../engine/explore/monthly';
import type { MonthlyReading } from '../engine/ingest';
import type { MonthlyRow } from '../engine/table';

export type { Compared, ComparedSum } from '../engine/explore/monthly';
export type { MonthlyChoice, MonthlyProblemCode } from '../engine/ingest';
export type { MonthlyFigure, MonthlyRow } from '../engine/table';

/** A table as it is kept, known by its digest. Where several have an agent and month, the figures of the last one are shown. */
export interface MonthlyTable {
	/** of its file */
	readonly name: string;
	/** of its file, as a layer's: the same file is never here twice */
	readonly digest: string;
	/** rows that could not be read */
	readonly leftOut: number;
	readonly rows: readonly MonthlyRow[];
}

/** What is said of a table without its rows. */
export interface MonthlySummary extends Omit<MonthlyTable, 'rows'> {
	readonly rows: number;
	readonly agents: number;
	/** its months, `YYYY-MM`; '' without rows */
	readonly first: string;
	readonly last: string;
}

/** What a file was read as, before it is kept. */
export interface MonthlyFile extends Omit<MonthlyReading, 'rows'> {
	readonly summary: MonthlySummary;
	/** its first rows */
	readonly rows: readonly MonthlyRow[];
	/** columns of which nothing is read, such as those since activation */
	readonly unread: readonly string[];
	/** rows that other tables have, too, and the names of those */
	readonly shared: { readonly rows: number; readonly files: readonly string[] };
	/** the very same file is kept under this name; null: it is not */
	readonly here: string | null;
}

/** The figures that tables state of a channel in a month, beside those counted from usage. */
export interface MonthlyCheck {
	/** `YYYY-MM`: the billing cycle that begins in it */
	readonly month: string;
	/** all that some table has of the channel, ascending */
	readonly months: readonly string[];
	/** how much of the month usage is known of */
	readonly known: 'whole' | 'part' | 'none';
	/** of each figure those that differ most, at most 500; sums have all of them */
	readonly rows: readonly Compared[];
	/** of each figure that some table states */
	readonly sums: readonly ComparedSum[];
	/** names of the tables */
	readonly files: readonly string[];
}
