/** Files that are no UTF-8 text as they come, made into that; types only. */
import type {
	CsvNumbering,
	Encoding,
	FileForm,
	LayoutChoice,
	Mapping,
	PackedForm,
	SumsForm
} from '../engine/ingest';

/** What a person says of how a file is to be read; null: found out. */
export interface ReadChoice {
	readonly encoding: Encoding | null;
	/** name of a workbook's sheet, or of a list in JSON */
	readonly sheet: string | null;
}

/** All that a person says of how rows are found in a file. */
export type ReadingChoice = ReadChoice & LayoutChoice;

/** How files of one header are read, as a person confirmed it. */
export interface ReadingProfile {
	/** of the header that is found where nothing is said (engine/ingest/fingerprint) */
	readonly fingerprint: string;
	/** name of the file that it was confirmed for */
	readonly file: string;
	/** local date of the contract on which it was */
	readonly confirmedOn: string;
	/** the columns that the mapping counts, by name */
	readonly header: readonly string[];
	readonly reading: ReadingChoice;
	readonly mapping: Mapping;
}

/** How far a file is unpacked or made into text. */
export interface ReadProgress {
	readonly phase: 'unpacking' | 'converting';
	/** of the file's own bytes */
	readonly bytes: number;
	readonly totalBytes: number;
	readonly rows: number;
}

/** A file's rows as delimited text in UTF-8. */
export interface Converted {
	readonly text: Blob;
	/** it is a file of sums by day, as text (formats.md §3) */
	readonly sums: boolean;
	readonly numbering: CsvNumbering;
	/** the sheet of a workbook that was read, and all it has; lists of JSON, where it has several; null and none for other files */
	readonly sheet: string | null;
	readonly sheets: readonly string[];
	/** the sheet is as long as a sheet can be: the rows may go on elsewhere */
	readonly full: boolean;
}

/** A file, and its text where it is not that itself. */
export interface TableFile {
	readonly file: File;
	/** null: the file is delimited text in UTF-8 */
	readonly converted: Converted | null;
}

/** What a reader reads. */
export type ReadableForm = Exclude<FileForm, PackedForm | SumsForm>;

/**
 * Makes a file into delimited text. Three workers do: one for text in other encodings and JSON, one for workbooks, one
 * for Parquet; each is fetched when the first such file is chosen, and ended when it is given up.
 */
export interface ReaderApi {
	convert(
		file: File,
		form: ReadableForm,
		choice: ReadChoice,
		onProgress: (progress: ReadProgress) => void
	): Promise<Converted>;
}

/** The first of them opens archives, too. */
export interface UnpackerApi extends ReaderApi {
	/** The files of an archive, each with the name it has there; nothing of it is stored. */
	unpack(
		file: File,
		kind: 'gzip' | 'zip',
		onProgress: (progress: ReadProgress) => void
	): Promise<readonly File[]>;
}
