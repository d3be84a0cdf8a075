import { BLOCK_ROWS } from '../table/columns';
import type { Decode } from '../table/text';
import { localDay, startOfDay, type ZoneTable } from '../time';
import type { Collected, RowBlock } from './builder';
import { CsvMachine, LINE_LIMIT } from './csv/machine';
import { JOIN_LIMIT } from './join';
import { missingFields, type LeaveRule, type Mapping } from './mapping';
import type { NoticeCode, RowNotice, RowProblem, RowProblemCode } from './problems';
import type { Refusal } from './refusal';
import { RowReader } from './rows';
import { Sealer, type SealedBlock } from './sealer';
import type { Doubt } from './witness';
import type { Layout } from './layout';

export interface ReadingOptions {
	/** complete: `missingFields(mapping)` is empty */
	readonly mapping: Mapping;
	/** of {@link Sniffed} */
	readonly layout: Layout;
	readonly header: readonly string[];
	/** table of `mapping.zone`; null where that is `offset` */
	readonly zone: ZoneTable | null;
	readonly contractZone: ZoneTable;
	readonly decode: Decode;
	/** called during `push` and `finish`, in the order of the file; the buffers are the receiver's */
	readonly onBlock: (block: RowBlock) => void;
	/** rows of a block; the tests make it small */
	readonly blockRows?: number;
	/** the workspace's, for hashes in the place of texts; needed where the mapping asks for them */
	readonly key?: Uint8Array | null;
}

export interface ImportOptions extends Omit<ReadingOptions, 'onBlock'> {
	/** called during `push` and `finish`, in the order of the file; the buffers are the receiver's */
	readonly onBlock: (block: SealedBlock) => void;
}

/** What a file held. Instants in ms since 1970 UTC. */
export interface ImportSummary {
	/** without the header and empty lines; `kept + joined + excluded + leftOut` */
	readonly rows: number;
	/** interactions */
	readonly kept: number;
	/** rows that became part of another row's interaction */
	readonly joined: number;
	/** rows that a rule of the mapping leaves out */
	readonly excluded: number;
	/** rows that could not be read */
	readonly leftOut: number;
	readonly firstStart: number;
	readonly lastStart: number;
	/** from the midnight, in the contract's zone, of the first row's day to the last row's start */
	readonly coverage: { readonly from: number; readonly to: number };
	readonly chat: { readonly interactions: number; readonly messages: number };
	/** ms: durations as they were read, not rounded */
	readonly voice: { readonly interactions: number; readonly ms: number };
}

/** Rows that were left out, or read by a special rule: the first of them, and how many there are by reason. */
export interface ImportReports {
	readonly problems: readonly RowProblem[];
	readonly problemCounts: ReadonlyMap<RowProblemCode, number>;
	readonly notices: readonly RowNotice[];
	readonly noticeCounts: ReadonlyMap<NoticeCode, number>;
	/** rows left out by the mapping's rules */
	readonly excluded: ReadonlyMap<LeaveRule, number>;
	/** what all rows say against the mapping: to be asked before they count */
	readonly doubts: readonly Doubt[];
}

/** A layer's names by code, as records. */
export interface NameRecords {
	readonly agent: ArrayBuffer;
	readonly entity: ArrayBuffer;
	readonly outcome: ArrayBuffer;
}

interface Done<Records> {
	readonly kind: 'done';
	readonly summary: ImportSummary;
	readonly dictionaries: Records;
	readonly reports: ImportReports;
}

interface RefusedFile {
	readonly kind: 'refused';
	readonly refusal: Refusal;
	readonly reports: ImportReports;
}

export type ReadingResult = Done<NameRecords> | RefusedFile;

/** One file on its way into rows. */
export interface UsageReading {
	/** Reads on; a refusal ends the import: blocks that were handed out are to be thrown away. */
	push(chunk: Uint8Array): Refusal | null;
	/** `cut`: the text goes on, so that a last row without a line end is left. */
	finish(cut?: boolean): ReadingResult;
	/** Takes the memory of a block that was handed out, and is not needed any more, for those to come. */
	reuse(spent: Collected): void;
	/** rows read and kept so far */
	readonly rows: number;
	readonly kept: number;
}

/** One file on its way into blocks. */
export interface UsageImport extends Omit<UsageReading, 'reuse'> {
	/** names by code; they grow while the file is read, and are complete for every block handed out */
	readonly names: Sealer['names'];
}

/** {@link createReading}, with the blocks sealed in between rather than elsewhere at the same time. */
export function createImport(options: ImportOptions): UsageImport {
	const sealer = new Sealer();
	const reading = createReading({
		...options,
		onBlock(block) {
			options.onBlock(sealer.seal(block).sealed);
			reading.reuse(block);
		}
	});
	return {
		names: sealer.names,
		push: reading.push,
		finish: reading.finish,
		get rows() {
			return reading.rows;
		},
		get kept() {
			return reading.kept;
		}
	};
}

/** Starts reading a file under a complete mapping. The chunks are the whole file, cut anywhere. */
export function createReading(options: ReadingOptions): UsageReading {
	const missing = missingFields(options.mapping);
	if (missing.length > 0) throw new Error(`incomplete mapping: ${missing.join(', ')}`);
	if (options.mapping.zone !== 'offset' && !options.zone) throw new Error('no table of the zone');
	const reader = new RowReader({
		...options,
		before: options.layout.before,
		blockRows: options.blockRows ?? BLOCK_ROWS,
		key: options.key ?? null
	});
	const machine = new CsvMachine(options.layout.delimiter, reader, LINE_LIMIT, options.layout.numbering);
	const tooLong = (): Refusal => ({ code: 'lineTooLong', params: { line: machine.line, limit: LINE_LIMIT } });
	const reports = (): ImportReports => ({
		problems: reader.problems.kept,
		problemCounts: reader.problems.counts,
		notices: reader.notices.kept,
		noticeCounts: reader.notices.counts,
		excluded: reader.filter.counts,
		doubts: reader.doubts()
	});
	return {
		reuse: (spent) => reader.reuse(spent),
		push(chunk) {
			if (!machine.push(chunk)) return tooLong();
			if (reader.otherNamesAt > 0) return { code: 'otherColumns', params: { line: reader.otherNamesAt } };
			return reader.joiner?.full ? { code: 'tooManyToJoin', params: { limit: JOIN_LIMIT } } : null;
		},
		finish(cut = false) {
			if (!cut && !machine.finish()) return { kind: 'refused', refusal: tooLong(), reports: reports() };
			reader.finish();
			const { rows, kept } = reader;
			if (kept === 0) {
				const refusal: Refusal = {
					code: 'noRows',
					params: { read: rows, leftOut: rows - reader.filter.total }
				};
				return { kind: 'refused', refusal, reports: reports() };
			}
			return {
				kind: 'done',
				summary: summarise(reader, options.contractZone),
				dictionaries: {
					agent: reader.agents.encode(),
					entity: reader.entities.encode(),
					outcome: reader.outcomes.encode()
				},
				reports: reports()
			};
		},
		get rows() {
			return reader.rows;
		},
		get kept() {
			return reader.kept;
		}
	};
}

function summarise(
	{ rows, kept, totals, joiner, filter, problems }: RowReader,
	zone: ZoneTable
): ImportSummary {
	const { firstStart, lastStart } = totals;
	return {
		rows,
		kept,
		joined: joiner?.joined ?? 0,
		excluded: filter.total,
		leftOut: problems.total,
		firstStart,
		lastStart,
		coverage: { from: startOfDay(zone, localDay(zone, firstStart)), to: lastStart },
		chat: { interactions: totals.chats, messages: totals.messages },
		voice: { interactions: totals.calls, ms: totals.duration }
	};
}
