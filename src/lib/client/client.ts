import type { Sniffed } from '$lib/engine/ingest';
import type {
	ArchiveApi,
	BackupProgress,
	CallsAsk,
	Converted,
	ComputeApi,
	CsvMarks,
	DataApi,
	ExploreApi,
	ExportApi,
	Progress,
	QueryApi,
	ReadableForm,
	ReadChoice,
	ReadProgress,
	RestoredWorkspace,
	RowsFormat,
	StagedImport,
	StagePlan,
	TableFile
} from '$lib/workers/api';
import type { StorageChange } from '$lib/workers/changes';

export interface JobOptions<Progress> {
	readonly signal: AbortSignal;
	readonly onProgress: (progress: Progress) => void;
}

/** Aborting a signal rejects at once; the work ends soon after, and leaves nothing behind. */
export interface Archive extends Omit<ArchiveApi, 'backup' | 'restore' | 'retain' | 'forget' | 'cancel'> {
	backup(workspace: string, passphrase: string | null, options: JobOptions<BackupProgress>): Promise<Blob>;
	restore(
		file: Blob,
		passphrase: string | null,
		options: JobOptions<BackupProgress>
	): Promise<RestoredWorkspace>;
	retain(workspace: string, months: number, options: JobOptions<number>): Promise<void>;
	forget(workspace: string, text: string, options: JobOptions<number>): Promise<void>;
}

/** Aborting a signal rejects at once; `onProgress` hears how many rows are written. */
export interface Exports extends Omit<ExportApi, 'open' | 'interactions' | 'calls' | 'cancel'> {
	interactions(format: RowsFormat, options: JobOptions<number>): Promise<Blob | null>;
	calls(ask: CallsAsk, format: RowsFormat | CsvMarks, options: JobOptions<number>): Promise<Blob | null>;
}

/** Makes files of other formats into text; aborting a signal ends the worker, and nothing is kept. */
export interface Readers {
	unpack(file: File, kind: 'gzip' | 'zip', options: JobOptions<ReadProgress>): Promise<readonly File[]>;
	convert(
		file: File,
		form: ReadableForm,
		choice: ReadChoice,
		options: JobOptions<ReadProgress>
	): Promise<Converted>;
}

/**
 * The only door for the interface. Every call ends: with an answer, or with an `AppError`.
 */
export interface Client {
	readonly data: Omit<DataApi, 'prepare' | 'stage' | 'cancel'>;
	readonly query: Omit<QueryApi, 'readAhead'>;
	/** of the workspace that `query` has open */
	readonly explore: Omit<ExploreApi, 'open'>;
	/** of that workspace, too */
	readonly exports: Exports;
	readonly compute: ComputeApi;
	readonly archive: Archive;
	readonly readers: Readers;
	/** Reads a file into staging; aborting the signal rejects at once and leaves nothing behind. */
	stage(
		workspace: string,
		table: TableFile,
		sniffed: Sniffed,
		plan: StagePlan,
		options: JobOptions<Progress>
	): Promise<StagedImport>;
	/** Calls back when a workspace's storage has changed, in this tab or another. */
	subscribe(listener: (change: StorageChange) => void): () => void;
	close(): void;
}
