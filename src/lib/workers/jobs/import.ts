import {
	announce,
	commitLayer,
	readBlocks,
	Room,
	stageBlocks,
	type BlockEntry,
	type LayerFiles,
	type LayerRecord,
	type NumberedBlock,
	type Store,
	type Together
} from '../../db';
import {
	createReading,
	MonthEnd,
	SNIFF_BYTES,
	type Mapping,
	type ReadingResult,
	type Refusal,
	type RowBlock,
	type SealedBlock,
	type Sniffed
} from '../../engine/ingest';
import {
	allLive,
	BLOCK_ROWS,
	decodeNum,
	decodeText,
	encodeLive,
	mergeBlocks,
	OVERLAP_LIMIT,
	overlapPerHour,
	repeatsOf,
	TEXT_ID,
	type BlockRecords
} from '../../engine/table';
import type { Progress, ReadingChoice, Settings, StagedImport, TableFile } from '../api';
import { AppError } from '../errors';
import { decode } from '../query/layers';
import type { SealApi } from '../sealApi';
import { privacyKey } from '../settings/privacyKey';
import { EARLIEST, LATEST, zoneTable } from '../zone';
import { digestOf, FileDigest, slices } from './bytes';
import { asWriter, ownStaging } from './locks';
import { explained, isFull, orCleared } from './room';
import { transferred } from './handOver';
import { clear } from './sweep';

/** Blocks being sealed, and on their way to disk: more would only take memory. */
const BLOCKS_IN_FLIGHT = 2;
/** A message to the page now and then is enough to see progress. */
const PROGRESS_MS = 250;

/** A file that was read into staging and waits for a word. */
export interface Staged {
	/** where its rows lie */
	readonly workspace: string;
	readonly layer: Omit<LayerRecord, 'state' | 'order'>;
	readonly files: LayerFiles;
	readonly release: () => void;
	/** the layer whose place it takes; null: none */
	readonly replaces: string | null;
}

export interface ImportJob {
	readonly store: Store;
	readonly settings: Settings;
	readonly table: TableFile;
	readonly sniffed: Sniffed;
	readonly mapping: Mapping;
	readonly sample: boolean;
	readonly reading?: ReadingChoice;
	/** the layer of the same file whose place it is to take */
	readonly replaces?: string | null;
	/** rows of a block; the tests make it small */
	readonly blockRows?: number;
	/** makes what is stored of the rows, while more of them are read */
	readonly seal: SealApi;
	readonly cancelled: () => boolean;
	readonly onProgress: (progress: Progress) => void;
}

/**
 * A staging layer and its blocks on their way to disk: those that are there when others have been written go together,
 * since each transaction makes the reading wait.
 */
class BlockWrites {
	readonly #store: Store;
	readonly #layer: string;
	readonly #announced: Promise<void>;
	readonly #cancelled: () => boolean;
	readonly #room = new Room();
	readonly #underWay = new Set<Promise<void>>();
	/** blocks that wait for those that are being written, and their own writing */
	#waiting: NumberedBlock[] = [];
	#next: Promise<void> | null = null;
	#last: Promise<void> = Promise.resolve();
	#failure: { readonly cause: unknown } | null = null;

	constructor(store: Store, layer: LayerRecord, cancelled: () => boolean) {
		this.#store = store;
		this.#layer = layer.id;
		this.#cancelled = cancelled;
		this.#announced = announce(store, layer, this.#room);
		this.#watch(this.#announced);
	}

	/** Writes a block all of whose rows count, when it is there. */
	add(seq: number, block: Promise<BlockRecords & { readonly rows: number }>): void {
		let bytes = 0;
		const write = block.then(({ rows, num, text }) => {
			const live = encodeLive(allLive(rows));
			bytes = num.byteLength + text.byteLength + live.byteLength;
			return this.#write([seq, { num, text, live }]);
		});
		this.#watch(write, () => bytes);
	}

	#watch(write: Promise<void>, bytes = () => 0): void {
		const watched = write
			.catch(async (cause: unknown) => {
				const failure = await explained(cause, bytes());
				// The first one may take all others along, which then say less.
				if (!this.#failure || isFull(failure)) this.#failure = { cause: failure };
			})
			.finally(() => this.#underWay.delete(watched));
		this.#underWay.add(watched);
	}

	#write(block: NumberedBlock): Promise<void> {
		this.#waiting.push(block);
		this.#next ??= this.#last
			.catch(() => undefined)
			.then(() => this.#announced)
			.then(() => {
				const blocks = this.#waiting;
				this.#waiting = [];
				this.#next = null;
				return stageBlocks(this.#store, this.#layer, blocks, this.#room);
			});
		this.#last = this.#next;
		return this.#next;
	}

	/** Waits until none is under way, however it ends: what is written later would be nobody's. None comes after that. */
	async end(): Promise<void> {
		await Promise.all(this.#underWay);
		await this.#room.end();
	}

	/** Waits until no more than `limit` are under way; throws if one has failed, or the import was cancelled. */
	async settle(limit: number): Promise<void> {
		while (this.#underWay.size > limit) await Promise.race(this.#underWay);
		if (this.#cancelled()) throw new AppError('cancelled');
		if (this.#failure) throw this.#failure.cause;
	}
}

export const refused = ({ code, params }: Refusal, file: string): AppError =>
	new AppError(code, { ...params, file });

/** What is read of a file. */
export const textOf = ({ file, converted }: TableFile): Blob => converted?.text ?? file;

/** The sheet, or list, that was read where a file has several: each is a layer of its own. */
const partOf = ({ converted }: TableFile): string | null =>
	converted && converted.sheets.length > 1 ? converted.sheet : null;

function layerName(table: TableFile): string {
	const part = partOf(table);
	return part === null ? table.file.name : `${table.file.name} · ${part}`;
}

/** The table for local times of a file; null where they carry their own offset. */
export const fileZone = (mapping: Mapping) =>
	mapping.zone === null || mapping.zone === 'offset' ? null : zoneTable(mapping.zone, EARLIEST, LATEST);

/**
 * Reads a file into a staging layer: blocks go to storage as they are sealed, cubes are filled on the way, nothing
 * is visible before {@link commitStaged}. A failure, or a cancel, removes everything again.
 */
export async function stageImport(
	job: ImportJob
): Promise<{ staged: Staged; view: Omit<StagedImport, 'alreadyHere' | 'shared'> }> {
	const { store, settings, table, sniffed, mapping, seal, blockRows = BLOCK_ROWS } = job;
	const { file, converted } = table;
	const text = textOf(table);
	const totalBytes = text.size;
	const id = crypto.randomUUID();
	const base = {
		id,
		name: layerName(table),
		sample: job.sample,
		zone: mapping.zone === 'offset' ? null : mapping.zone,
		durations: [durationName(sniffed, mapping), ...mapping.further.map(({ name }) => name)],
		ratedDuration: 0,
		bytes: file.size,
		mapping,
		...(job.reading ? { reading: job.reading } : {}),
		coverage: null,
		summary: null
	};
	const nothing = { digest: '', order: 0, rows: 0, leftOut: 0, first: 0, last: 0, blocks: [] };
	const read = slices(text);
	const release = await ownStaging(id);
	const writing = new BlockWrites(store, { ...base, ...nothing, state: 'staging' }, job.cancelled);
	try {
		const contractZone = zoneTable(settings.contract.timeZone, EARLIEST, LATEST);
		const blocks: BlockEntry[] = [];
		const begun = seal.begin({
			layer: id,
			settings,
			zone: contractZone,
			rows: Math.ceil((sniffed.sampled * totalBytes) / Math.min(SNIFF_BYTES, totalBytes))
		});
		begun.catch(() => undefined);
		const sealed = async (rows: RowBlock): Promise<SealedBlock> => {
			await begun;
			const { sealed: block, spent } = await seal.seal(transferred(rows));
			reading.reuse(spent);
			blocks[block.seq] = { rows: block.rows, first: block.minStart, last: block.maxStart };
			return block;
		};
		const reading = createReading({
			mapping,
			layout: sniffed.layout,
			header: sniffed.header,
			zone: fileZone(mapping),
			contractZone,
			decode,
			blockRows,
			key: await privacyKey(store, mapping),
			onBlock: (rows) => writing.add(rows.seq, sealed(rows))
		});

		const digest = new FileDigest();
		// The file is told by its own bytes, whatever text is made of them.
		const hex = converted ? digestOf(file, partOf(table), job.cancelled) : null;
		hex?.catch(() => undefined);
		let bytes = 0;
		let told = 0;
		for await (const slice of read) {
			if (!converted) digest.add(slice);
			const refusal = reading.push(slice);
			if (refusal) throw refused(refusal, file.name);
			bytes += slice.length;
			await writing.settle(BLOCKS_IN_FLIGHT);
			if (performance.now() - told >= PROGRESS_MS) {
				told = performance.now();
				job.onProgress({ phase: 'reading', rows: reading.rows, bytes, totalBytes });
			}
		}
		const result: ReadingResult = reading.finish();
		if (result.kind === 'refused') {
			const [problem] = result.reports.problems;
			throw new AppError(result.refusal.code === 'noRows' && problem ? 'noUsableRow' : result.refusal.code, {
				...result.refusal.params,
				file: file.name,
				...(problem
					? { line: problem.line, column: problem.column, value: problem.value, reason: problem.reason }
					: {})
			});
		}
		job.onProgress({ phase: 'saving', rows: reading.rows, bytes, totalBytes });
		const ended = begun.then(() => seal.finish());
		ended.catch(() => undefined);
		await writing.settle(0);
		const { cubes, months, repeats } = await ended;
		let repeated = repeats;

		if (
			overlapPerHour(blocks.map(({ first, last }) => ({ minStart: first, maxStart: last }))) > OVERLAP_LIMIT
		) {
			job.onProgress({ phase: 'sorting', rows: reading.rows, bytes, totalBytes });
			repeated = await sortBlocks(
				store,
				id,
				blocks,
				writing,
				blockRows,
				new MonthEnd(contractZone, blockRows)
			);
		}

		await writing.end();

		const { summary, dictionaries, reports } = result;
		const layer = {
			...base,
			digest: await (hex ?? digest.hex()),
			rows: summary.kept,
			leftOut: summary.leftOut + summary.excluded,
			first: summary.firstStart,
			last: summary.lastStart,
			blocks
		};
		return {
			staged: {
				workspace: store.workspace.id,
				layer,
				files: { dictionaries: { ...dictionaries }, cubes },
				release,
				replaces: job.replaces ?? null
			},
			view: {
				token: id,
				fileName: file.name,
				interactions: summary.kept,
				problemCount: summary.leftOut,
				problems: reports.problems,
				notices: {
					...Object.fromEntries(reports.noticeCounts),
					...(repeated > 0 ? { repeated } : {})
				},
				excluded: Object.fromEntries(reports.excluded),
				joined: summary.joined,
				doubts: reports.doubts,
				first: summary.firstStart,
				last: summary.lastStart,
				months
			}
		};
	} catch (cause) {
		const failure = await explained(cause);
		await writing.end();
		await clear(store, id);
		release();
		throw await orCleared(store, failure);
	}
}

/**
 * Rewrites a staging layer whose file was in no order of time, so that a month lies in few blocks of its own. How many
 * rows are another row of their block once more, now that those alike lie side by side.
 */
async function sortBlocks(
	store: Store,
	layer: string,
	blocks: BlockEntry[],
	writing: BlockWrites,
	blockRows: number,
	monthEnd: MonthEnd
): Promise<number> {
	const sorted: BlockEntry[] = [];
	let repeats = 0;
	const endsBefore = (start: number, rows: number) => monthEnd.before(start, rows);
	for (const block of mergeBlocks(await readBlocks(store, layer), blockRows, endsBefore)) {
		const ids = decodeText(block.text).columns[TEXT_ID];
		if (ids) repeats += repeatsOf(decodeNum(block.num), ids);
		writing.add(sorted.length, Promise.resolve(block));
		sorted.push({ rows: block.rows, first: block.minStart, last: block.maxStart });
		await writing.settle(BLOCKS_IN_FLIGHT);
	}
	await writing.settle(0);
	blocks.splice(0, blocks.length, ...sorted);
	return repeats;
}

function durationName({ header }: Sniffed, { duration, end }: Mapping): string {
	if (duration && 'column' in duration) return header[duration.column] ?? '';
	return end ? (header[end.date] ?? '') : '';
}

/**
 * Makes a staged file count, in the place of the layer that it replaces; if the same file already does, removes the new
 * copy and says which layer it is. A failure removes it, too, and leaves what was there.
 */
export async function commitStaged(
	store: Store,
	{ workspace, layer, files, release, replaces }: Staged,
	precedence = 0,
	documents: NonNullable<Together['documents']> = {}
) {
	// Its rows are in no other: a layer without them would be read as damaged.
	if (workspace !== store.workspace.id) throw new AppError('unexpected', { message: 'workspace' });
	try {
		const placed = precedence === 0 ? layer : { ...layer, precedence };
		const committed = await asWriter(store, (term) =>
			commitLayer(store, term, placed, files, { replaces, documents })
		);
		if (!committed) throw new AppError('layerGone', { file: layer.name });
		if (committed.already) await clear(store, layer.id);
		return committed;
	} catch (cause) {
		await clear(store, layer.id);
		throw await orCleared(store, cause);
	} finally {
		release();
	}
}
