/** What is stored of a file's rows, made beside the reading; types only. */
import type { LayerFiles } from '../db';
import type { Collected, RowBlock, SealedBlock } from '../engine/ingest';
import type { ZoneTable } from '../engine/time';
import type { Settings, StagedImport } from './api';

/** The layer that the blocks belong to. */
export interface SealingJob {
	readonly layer: string;
	readonly settings: Settings;
	/** of the contract, from {@link EARLIEST} to {@link LATEST} of zone.ts */
	readonly zone: ZoneTable;
	/** about how many there will be */
	readonly rows: number;
}

/** What all blocks together come to. */
export interface SealedLayer {
	readonly cubes: LayerFiles['cubes'];
	readonly months: StagedImport['months'];
	/** rows that are another row of their block once more */
	readonly repeats: number;
}

/** One file's blocks, in their order, between `begin` and `finish`. */
export interface SealApi {
	/**
	 * Seals rows over and over, for nothing: what it takes is compiled when the first block of a file comes, which would
	 * take five times as long as those behind it. Ends when an import begins.
	 */
	rehearse(job: SealingJob, block: RowBlock): Promise<void>;
	begin(job: SealingJob): Promise<void>;
	/** `spent`: the block's own memory, for another one. */
	seal(block: RowBlock): Promise<{ readonly sealed: SealedBlock; readonly spent: Collected }>;
	finish(): Promise<SealedLayer>;
}
