/** A file on its way into a workspace, and what is there of it; types only. */
import type {
	Doubt,
	LeaveRule,
	Mapping,
	MonthlyColumns,
	PreviewRow,
	Proposal,
	RowProblem,
	Sniffed
} from '../engine/ingest';
import type { Channel } from '../engine/rating/card';
import type { ReadingChoice, ReadingProfile } from './readerApi';

export interface Progress {
	readonly phase: 'reading' | 'sorting' | 'saving';
	readonly rows: number;
	readonly bytes: number;
	readonly totalBytes: number;
}

/** What the first bytes of a file tell, and how it is proposed to be read. */
export interface SniffedFile {
	readonly sniffed: Sniffed;
	/** by what other files of its layout are known */
	readonly fingerprint: string;
	readonly proposal: Proposal;
	/** it is a ready-made monthly table by its header: no interactions, but what a vendor says of them; null: it is none */
	readonly monthly: MonthlyColumns | null;
}

/** Rows of a file that others, which it reaches into, have too. */
export interface SharedRows {
	/** just the same: they count once */
	readonly already: number;
	/** under the same id with other content: either they count, or those that are there */
	readonly changed: number;
	/** new, and yet when rows of those files start, and as long: probably the same, with other columns; 0: hardly any */
	readonly alike: number;
	/** names of the files with rows that it reaches into */
	readonly files: readonly string[];
	/** of those of which only sums by day are kept: what they have in common cannot be told */
	readonly summed: readonly string[];
}

/** What a file has of a channel in a month. */
export interface MonthSums {
	/** first instant of the month */
	readonly start: number;
	readonly channel: Channel;
	readonly interactions: number;
	/** messages of chats, or ms of calls */
	readonly quantity: number;
	/** what they draw by the contract's card; null: that depends on other files, too (trials) */
	readonly credits: number | null;
}

/** How a file is read into staging. */
export interface StagePlan {
	readonly mapping: Mapping;
	/** usage that the product made itself */
	readonly sample: boolean;
	/** what was said of how its rows are found, to be known again with the layer */
	readonly reading: ReadingChoice | null;
	/** the layer of the same file in whose place it comes; null: none */
	readonly replaces: string | null;
}

/** What a person says of a staged file before it counts. */
export interface CommitWord {
	/** of a row that other files have under its id with other content, which one counts; needed where there are such rows */
	readonly changed: 'own' | 'theirs' | null;
	/** how files with its header are read from now on; null: nothing is remembered */
	readonly profile: ReadingProfile | null;
}

/** A file that was read in another way and is to count as it was read before. */
export interface TakenBack {
	/** the layer that counts again, and the one that had taken its place */
	readonly layer: string;
	readonly instead: string;
	/** how files with its header are read since then, and were before (null: nothing was known); null: that did not change */
	readonly profile: { readonly now: ReadingProfile; readonly before: ReadingProfile | null } | null;
}

/** What a file was read as, before it counts. Nothing is visible until `commit`. */
export interface StagedImport {
	readonly token: string;
	readonly fileName: string;
	/** rows that will count */
	readonly interactions: number;
	/** rows that could not be read, in all */
	readonly problemCount: number;
	/** the first of them, at most 10,000 */
	readonly problems: readonly RowProblem[];
	/** clock-change readings and the like: counted, not left out; reason → number of rows */
	readonly notices: Readonly<Record<string, number>>;
	/** rows that a rule of the mapping left out, by rule */
	readonly excluded: Readonly<Partial<Record<LeaveRule, number>>>;
	/** rows that became part of another row's interaction */
	readonly joined: number;
	/** what all rows say against the mapping: to be decided before they count */
	readonly doubts: readonly Doubt[];
	readonly first: number | null;
	readonly last: number | null;
	/** by calendar month of the contract's zone, ascending, calls before chats */
	readonly months: readonly MonthSums[];
	/** the same file is already here: committing changes nothing */
	readonly alreadyHere: LayerView | null;
	/** null: no other file reaches into its time */
	readonly shared: SharedRows | null;
}

export interface LayerView {
	readonly id: string;
	readonly name: string;
	readonly sample: boolean;
	readonly interactions: number;
	readonly leftOut: number;
	/** first and last start */
	readonly first: number;
	readonly last: number;
	/** half-open in spirit: from local midnight of the first row to the last row's start, or wider if the user says */
	readonly coverage: { readonly from: number; readonly to: number };
	/** names of the columns that hold a length or billed quantity; the first is the mapping's own duration */
	readonly durations: readonly string[];
	/** index into `durations` */
	readonly ratedDuration: number;
	readonly bytes: number;
	/** its rows are not kept any more, only their sums by day */
	readonly byDay: boolean;
	/** all of its file's rows are kept: from the same file it can be read in another way */
	readonly again: boolean;
}

/** The first rows as they will be read and rated, and what could not be read among them. */
export interface PreviewView {
	readonly rows: readonly (PreviewRow & { readonly credits: number })[];
	readonly problems: readonly RowProblem[];
}

// ---------------------------------------------------------------- answers
