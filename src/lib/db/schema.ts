import type { DBSchema } from 'idb';
import type { SummaryRule } from '../engine/table';
import type { Seal } from './sealed';

/** A customer and contract: one database each (docs/data-format.md). */
export interface WorkspaceRecord {
	readonly id: string;
	readonly name: string;
	readonly sample: boolean;
	/** grows when a database could not be opened and a new one took its place */
	readonly incarnation: number;
	/** place in the switcher */
	readonly order: number;
	/** taken away by the user; kept for Undo until a later start finds nobody who could undo */
	readonly removed: boolean;
}

export interface BlockEntry {
	readonly rows: number;
	/** first and last start */
	readonly first: number;
	readonly last: number;
}

/** Metadata of one imported file. Bytes are in the other stores, under `[layer, block]`. */
export interface LayerRecord {
	readonly id: string;
	/**
	 * `staging` rows count nowhere; a crash leaves them for the sweep. `removed`: taken away by the user, kept for
	 * Undo until a later start finds nobody who could undo.
	 */
	readonly state: 'staging' | 'ready' | 'removed';
	readonly name: string;
	readonly sample: boolean;
	/** SHA-256 over the SHA-256s of the file's 4 MB slices, hex */
	readonly digest: string;
	/** place among the layers: the order of commits */
	readonly order: number;
	readonly rows: number;
	readonly leftOut: number;
	readonly first: number;
	readonly last: number;
	/** as the user said it; null: as the rows say it */
	readonly coverage: { readonly from: number; readonly to: number } | null;
	/** zone the file's local times were read in, null where they carry an offset */
	readonly zone: string | null;
	/** names of the duration columns; the first is the mapping's own */
	readonly durations: readonly string[];
	readonly ratedDuration: number;
	readonly bytes: number;
	readonly blocks: readonly BlockEntry[];
	/** how the file was read, as the import engine wrote it */
	readonly mapping: unknown;
	/** what was said of how its rows are found, as `mapping`; absent: nothing, or not known any more */
	readonly reading?: unknown;
	/** of two files that have an id with different content, the one with the higher number counts; absent: 0 */
	readonly precedence?: number;
	/** figures by day in the place of rows that are no longer kept: such a layer has no blocks; null: rows */
	readonly summary: SummaryRule | null;
}

/** The record that makes things visible. */
export interface RootRecord {
	/** grows with every commit */
	readonly revision: number;
	/** grows with every holder of the write lock: a writer that lost the lock finds another term than its own */
	readonly term: number;
}

export interface DocumentRecord {
	readonly id: string;
	readonly revision: number;
	readonly json: string;
	/** XXH32 of the text's UTF-8 bytes */
	readonly checksum: number;
}

/** `[layer, block]` */
export type BlockKey = [layer: string, block: number];
/** `[layer, field]` */
export type DictionaryKey = [layer: string, field: string];
/** `[layer, rating key, cube]` */
export type CubeKey = [layer: string, rating: string, cube: string];

/** Grows with every change of the stores; an upgrade that was published is never edited. */
export const SCHEMA_VERSION = 3;

/** Stores of bytes: what belongs to a layer has a key that begins with its id. */
export const BYTE_STORES = ['num', 'text', 'live', 'dictionaries', 'cubes'] as const;

export interface WorkspaceSchema extends DBSchema {
	root: { key: 'root'; value: RootRecord & Seal };
	layers: { key: string; value: LayerRecord & Seal; indexes: { digest: string } };
	num: { key: BlockKey; value: ArrayBuffer };
	text: { key: BlockKey; value: ArrayBuffer };
	live: { key: BlockKey; value: ArrayBuffer };
	dictionaries: { key: DictionaryKey; value: ArrayBuffer };
	cubes: { key: CubeKey; value: ArrayBuffer };
	documents: { key: string; value: DocumentRecord };
}

export interface RegistrySchema extends DBSchema {
	workspaces: { key: string; value: WorkspaceRecord & Seal };
	/** what this browser remembers by name: a folder that the person picked for backups, files that were dropped */
	device: { key: string; value: string | FileSystemHandle };
}
