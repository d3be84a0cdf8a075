import { BLOCK_ROWS } from '../table/columns';
import type { Decode } from '../table/text';
import { localDay, startOfDay, type ZoneTable } from '../time';
import type { SealedBlock } from './builder';
import { CsvMachine, LINE_LIMIT } from './csv/machine';
import { JOIN_LIMIT } from './join';
import { missingFields, type LeaveRule, type Mapping } from './mapping';
import type { NoticeCode, RowNotice, RowProblem, RowProblemCode } from './problems';
import type { Refusal } from './refusal';
import { RowReader } from './rows';
import type { Doubt } from './witness';
import type { Layout } from './layout';

export interface ImportOptions {
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
	readonly onBlock: (block: SealedBlock) => void;
	/** rows of a block; the tests make it small */
	readonly blockRows?: number;
	/** the workspace's, for hashes in the place of texts; needed where the mapping asks for them */
	readonly key?: Uint8Array | null;
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

/** The layer's records beside its blocks. */
export interface LayerRecords {
	readonly agent: ArrayBuffer;
	readonly entity: ArrayBuffer;
	readonly outcome: ArrayBuffer;
	readonly cases: ArrayBuffer;
}

export type ImportResult =
	| {
			readonly kind: 'done';
			readonly summary: ImportSummary;
			readonly dictionaries: LayerRecords;
			readonly reports: ImportReports;
	  }
	| { readonly kind: 'refused'; readonly refusal: Refusal; readonly reports: ImportReports };

/** One file on its way into blocks. */
export interface UsageImport {
	/** Reads on; a refusal ends the import: blocks that were handed out are to be thrown away. */
	push(chunk: Uint8Array): Refusal | null;
	/** `cut`: the text goes on, so that a last row without a line end is left. */
	finish(cut?: boolean): ImportResult;
	/** rows read and kept so far */
	readonly rows: number;
	readonly kept: number;
	/** names by code; they grow while the file is read, and are complete for every block handed out */
	readonly names: { readonly agents: readonly string[]; readonly entities: readonly string[] };
}

/** Starts reading a file under a complete mapping. The chunks are the whole file, cut anywhere. */
export function createImport(options: ImportOptions): UsageImport {
	const missing = missingFields(options.mapping);
	if (missing.length > 0) throw new Error(`incomplete mapping: ${missing.join(', ')}`);
	if (options.mapping.zone !== 'offset' && !options.zone) throw new Error('no table of the zone');
	const names = { agents: [''], entities: [''] };
	const onBlock = (block: SealedBlock): void => {
		reader.agents.appendTexts(names.agents, options.decode);
		reader.entities.appendTexts(names.entities, options.decode);
		options.onBlock(block);
	};
	const reader = new RowReader({
		...options,
		onBlock,
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
		names,
		push(chunk) {
			if (!machine.push(chunk)) return tooLong();
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
					outcome: reader.outcomes.encode(),
					cases: reader.cases.encode()
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
