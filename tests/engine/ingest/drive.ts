import {
	canonicalMapping,
	createImport,
	sniff,
	type ReadingResult,
	type Mapping,
	type SealedBlock,
	type Sniffed,
	type SniffResult
} from '$lib/engine/ingest';
import {
	decodeDictionary,
	decodeNum,
	decodeText,
	fingerprintRows,
	KEY_WORDS,
	print128,
	printDictionary,
	readText,
	TEXT_CASE,
	TEXT_ID,
	utf8,
	type BlockRecords,
	type TextColumn
} from '$lib/engine/table';
import { formatInstant, UTC, type ZoneTable } from '$lib/engine/time';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
export const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

export const sniffText = (text: string | Uint8Array, name = 'usage.csv', size?: number): SniffResult => {
	const bytes = typeof text === 'string' ? utf8(text) : text;
	return sniff(bytes, name, size ?? bytes.length, decode);
};

export function sniffed(text: string): Sniffed {
	const result = sniffText(text);
	if (result.kind === 'refused') throw new Error(result.refusal.code);
	return result.sniffed;
}

export interface ReadRow {
	readonly line: number;
	readonly start: string;
	readonly kind: number;
	readonly quantity: number;
	readonly agent: string;
	readonly entity: string;
	readonly outcome: string;
	readonly id: string;
	readonly caseId: string;
	readonly caseCode: number;
	readonly durations: readonly number[];
	readonly key: string;
}

/** The rows of stored blocks, as they lie in them. */
export function rowsOf(
	blocks: readonly BlockRecords[],
	dictionaries: { agent: ArrayBuffer; entity: ArrayBuffer; outcome: ArrayBuffer }
): ReadRow[] {
	const agents = decodeDictionary(dictionaries.agent, decode);
	const entities = decodeDictionary(dictionaries.entity, decode);
	const outcomes = decodeDictionary(dictionaries.outcome, decode);
	const prints = {
		agent: printDictionary(dictionaries.agent),
		entity: printDictionary(dictionaries.entity),
		outcome: printDictionary(dictionaries.outcome)
	};
	return blocks.flatMap(({ num, text }) => {
		const block = decodeNum(num);
		const texts = decodeText(text);
		const { columns } = texts;
		const durations = block.durations.map((_, k) => {
			const name = utf8(`duration ${k}`);
			const print = new Uint32Array(4);
			print128(name, 0, name.length, print, 0);
			return print;
		});
		const words = fingerprintRows(block, texts, { ...prints, durations });
		return Array.from({ length: block.rows }, (_, row) => ({
			line: block.line[row] as number,
			start: formatInstant(block.start[row] as number),
			kind: block.kind[row] as number,
			quantity: block.quantity[row] as number,
			agent: agents[block.agent[row] as number] as string,
			entity: entities[block.entity[row] as number] as string,
			outcome: outcomes[block.outcome[row] as number] as string,
			id: readText(columns[TEXT_ID] as TextColumn, row, decode),
			caseId: readText(columns[TEXT_CASE] as TextColumn, row, decode),
			caseCode: block.caseCode[row] as number,
			durations: block.durations.map((values) => values[row] as number),
			key: words.subarray(row * KEY_WORDS, (row + 1) * KEY_WORDS).join()
		}));
	});
}

export interface Driven {
	readonly result: ReadingResult;
	readonly blocks: readonly SealedBlock[];
	/** of the blocks in order; empty when refused */
	readonly rows: readonly ReadRow[];
}

export interface DriveOptions {
	readonly mapping?: Mapping;
	readonly zone?: ZoneTable;
	readonly contractZone?: ZoneTable;
	readonly blockRows?: number;
	readonly chunk?: number;
}

/** Imports a text; without a mapping it must be canonical. */
export function drive(text: string | Uint8Array, options: DriveOptions = {}): Driven {
	const bytes = typeof text === 'string' ? utf8(text) : text;
	const found = sniffText(bytes);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	const { layout, header } = found.sniffed;
	const mapping = options.mapping ?? canonicalMapping(header);
	if (!mapping) throw new Error('not canonical');
	const blocks: SealedBlock[] = [];
	const run = createImport({
		mapping,
		layout,
		header,
		zone: options.zone ?? null,
		contractZone: options.contractZone ?? UTC,
		decode,
		onBlock: (block) => blocks.push(block),
		...(options.blockRows ? { blockRows: options.blockRows } : {})
	});
	const size = options.chunk ?? bytes.length;
	for (let p = 0; p < bytes.length; p += size) run.push(bytes.subarray(p, p + size));
	const result = run.finish();
	const rows = result.kind === 'done' ? rowsOf(blocks, result.dictionaries) : [];
	return { result, blocks, rows };
}

/** Problems as `line column value reason`. */
export const problemsOf = ({ result }: Driven): string[] =>
	result.reports.problems.map(({ line, column, value, reason }) => [line, column, value, reason].join(' | '));

export const noticesOf = ({ result }: Driven): string[] =>
	result.reports.notices.map(({ line, column, value, reason }) => [line, column, value, reason].join(' | '));
