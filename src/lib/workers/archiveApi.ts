/** Backup, retention, forgetting a person, and settings files; types only. */
import type { Mapping } from '../engine/ingest';
import type { RegisterColumn, RegisterEntry } from '../engine/rating';
import type { Settings, SettingsPreview, Workspace } from './api';
import type { ReadingChoice } from './readerApi';

// ---------------------------------------------------------------- backup

/** How far a backup or a restore has come; `checking` and `writing` read the same file, one after the other. */
export interface BackupProgress {
	readonly phase: 'packing' | 'checking' | 'writing';
	/** interactions while packing, bytes of the file else */
	readonly done: number;
	readonly total: number;
}

export interface RestoredWorkspace extends Workspace {
	readonly layers: number;
	readonly interactions: number;
}

// ---------------------------------------------------------------- retention

/** What keeping older rows as sums by day would do (formats.md §3). */
export interface RetentionPlan {
	/** start of a billing cycle: rows before it would become sums */
	readonly cut: number;
	/** files with such rows, and how many of theirs count */
	readonly files: number;
	readonly interactions: number;
	/** the first of them; null: there is none */
	readonly first: number | null;
	/** about as many would be free */
	readonly bytes: number;
}

// ---------------------------------------------------------------- forgetting a person

/** Where a text stands that is to be forgotten. */
export interface ForgetPlan {
	readonly files: readonly {
		readonly name: string;
		/** those that have the text, or the code in its place */
		readonly interactions: number;
		/** of these, those that have the code */
		readonly coded: number;
	}[];
	/** entries of the agent register, and of other settings */
	readonly entries: number;
	/** what stands for the text where a column is kept as codes; null: no file of the workspace has such a column */
	readonly code: string | null;
}

// ---------------------------------------------------------------- sums by day

/** What came of a file of sums by day. */
export type SumsImport =
	/** instants: of its first day's start and its last day's end */
	| {
			readonly kind: 'done';
			readonly revision: number;
			readonly interactions: number;
			readonly from: number;
			readonly to: number;
	  }
	/** the very same file is here */
	| { readonly kind: 'already'; readonly name: string }
	/** these hold some of its days, too: nothing was written */
	| { readonly kind: 'beside'; readonly files: readonly string[] };

/** How the file of a layer was read, as far as that is known. */
export interface ReadAgain {
	readonly mapping: Mapping | null;
	readonly reading: ReadingChoice | null;
}

// ---------------------------------------------------------------- agent register

/** A line that cannot be an entry: what its column holds is not what it must be. */
export interface RefusedLine {
	readonly line: number;
	/** null: it has more cells than there are columns, or quotation marks that make no sense */
	readonly column: RegisterColumn | null;
	readonly value: string;
	/** an entry before it has the same agent, entity and channel */
	readonly twice?: boolean;
}

/** agents.csv (formats.md §2) as it was read; nothing is written. */
export interface RegisterFile {
	readonly entries: readonly RegisterEntry[];
	readonly refused: readonly RefusedLine[];
	/** columns that a register has not: they are left out */
	readonly unknown: readonly string[];
	/** its first line names no column `agent` */
	readonly headless: boolean;
}

// ---------------------------------------------------------------- the worker

/** Files that hold settings or a whole workspace; started when it is asked for, writes under the same lock as data. */
export interface ArchiveApi {
	/** The text of a settings file; instants in it are UTC text. */
	exportSettings(workspace: string): Promise<string>;
	/** The settings that a text says, with every default filled in; nothing is written. */
	readSettings(text: string): Promise<Settings>;
	previewSettings(workspace: string, text: string): Promise<SettingsPreview>;

	readRegister(file: Blob): Promise<RegisterFile>;

	/**
	 * Makes a file of sums by day count (formats.md §3). Where other files hold some of its days, only if it is to be done
	 * `anyway`: nothing tells which interactions both have.
	 */
	importSums(workspace: string, file: File, anyway: boolean): Promise<SumsImport>;

	/**
	 * How a layer was read, if a file is the one that it was read from, by its digest; null: it is another file. `sheets`:
	 * all those of a workbook.
	 */
	readAgain(
		workspace: string,
		layer: string,
		file: File,
		sheets: readonly string[]
	): Promise<ReadAgain | null>;

	/** Everything in a workspace as one file (docs/data-format.md); `passphrase` null: not encrypted. */
	backup(
		workspace: string,
		job: string,
		passphrase: string | null,
		onProgress: (progress: BackupProgress) => void
	): Promise<Blob>;
	/** What {@link ArchiveApi.retain} would do; null without usage. Throws an `AppError` where sums would not do. */
	retentionPlan(workspace: string, months: number): Promise<RetentionPlan | null>;
	/**
	 * Keeps the rows of the as-of's cycle and of `months` before it; older ones become sums by day, for good. Progress
	 * is a share from 0 to 1.
	 */
	retain(workspace: string, job: string, months: number, onProgress: (share: number) => void): Promise<void>;
	/** What {@link ArchiveApi.forget} would change; null: the text stands nowhere. */
	forgetPlan(workspace: string, text: string): Promise<ForgetPlan | null>;
	/** Takes a text (a person's name, number, or id) and its code out of everything kept here, for good. No figure changes. */
	forget(workspace: string, job: string, text: string, onProgress: (share: number) => void): Promise<void>;

	/** Throws an `AppError` where the file is no backup. */
	needsPassphrase(file: Blob): Promise<boolean>;
	/** The file as a new workspace, whole; nothing is written before all of it has been checked. */
	restore(
		job: string,
		file: Blob,
		passphrase: string | null,
		onProgress: (progress: BackupProgress) => void
	): Promise<RestoredWorkspace>;
	cancel(job: string): Promise<void>;
}
