import {
	decodeLive,
	decodeNum,
	decodeSummary,
	decodeText,
	Dictionary,
	encodeLive,
	encodeNum,
	encodeSummary,
	encodeText,
	KIND_PREMIUM,
	KIND_STANDARD,
	isEarlier,
	KIND_VOICE,
	RECORD,
	validUtf8,
	verify,
	type RecordKind,
	type Summary,
	type TextColumn
} from '../../engine/table';
import type { SealedBlock } from '../records';
import type { BlockEntry, LayerRecord } from '../schema';
import { same } from './part';

/**
 * Records that come from outside. Each is true only for what the product itself would have written: its checksum
 * holds, it is byte for byte what encoding its own content gives, and it agrees with its layer.
 */

const DAY_MS = 86_400_000;
/** What can be read from a file: years 0 to 9999 on any clock. */
export const EARLIEST = -62_167_219_200_000 - DAY_MS;
export const LATEST = 253_402_300_799_999 + DAY_MS;

const isWhole = (value: number, least: number, most: number): boolean =>
	Number.isInteger(value) && value >= least && value <= most;

const equal = (a: ArrayBuffer, b: ArrayBuffer): boolean => same(new Uint8Array(a), new Uint8Array(b));

/** Highest codes that the blocks of a layer use: their dictionaries come later. */
export interface Codes {
	agent: number;
	entity: number;
	outcome: number;
}

export const noCodes = (): Codes => ({ agent: 0, entity: 0, outcome: 0 });

function highest(values: ArrayLike<number>, rows: number, least: number): number {
	let found = least;
	for (let k = 0; k < rows; k++) if ((values[k] as number) > found) found = values[k] as number;
	return found;
}

const KINDS: readonly number[] = [0, KIND_STANDARD, KIND_PREMIUM].flatMap((kind) => [
	kind,
	kind | KIND_VOICE
]);

function isNum(num: ArrayBuffer, entry: BlockEntry, durations: number, codes: Codes): boolean {
	if (!verify(num, RECORD.num)) return false;
	const block = decodeNum(num);
	const { rows, start, kind } = block;
	if (rows !== entry.rows || rows === 0 || block.durations.length !== durations) return false;
	let before = EARLIEST;
	for (let row = 0; row < rows; row++) {
		const instant = start[row] as number;
		if (!isWhole(instant, before, LATEST) || !KINDS.includes(kind[row] as number)) return false;
		before = instant;
	}
	if (start[0] !== entry.first || start[rows - 1] !== entry.last) return false;
	codes.agent = highest(block.agent, rows, codes.agent);
	codes.entity = highest(block.entity, rows, codes.entity);
	codes.outcome = highest(block.outcome, rows, codes.outcome);
	// The directory of hours and the width of codes are as they are written for these rows.
	return equal(encodeNum(block), num);
}

function isTextColumn({ offsets, bytes }: TextColumn, rows: number): boolean {
	if (offsets[0] !== 0) return false;
	for (let row = 0; row < rows; row++) {
		const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
		if (to < from || to > bytes.length || validUtf8(bytes, from, to) !== to) return false;
	}
	return true;
}

/** Id and case. */
const TEXT_COLUMNS = 2;

function isText(text: ArrayBuffer, rows: number): boolean {
	if (!verify(text, RECORD.text)) return false;
	const block = decodeText(text);
	if (block.rows !== rows || block.columns.length !== TEXT_COLUMNS) return false;
	return block.columns.every((column) => isTextColumn(column, rows)) && equal(encodeText(block), text);
}

function isLive(live: ArrayBuffer, rows: number): boolean {
	if (!verify(live, RECORD.live)) return false;
	const found = decodeLive(live);
	const beyond = rows % 8 === 0 ? 0 : (found.bits[found.bits.length - 1] as number) >> (rows % 8);
	return found.rows === rows && beyond === 0 && equal(encodeLive(found), live);
}

/** A record in the form in which it is written today; what cannot be read stays for the checks to refuse. */
function rewritten(
	record: ArrayBuffer,
	kind: RecordKind,
	again: (record: ArrayBuffer) => ArrayBuffer
): ArrayBuffer {
	try {
		return isEarlier(record, kind) && verify(record, kind) ? again(record) : record;
	} catch {
		return record;
	}
}

/** A block of any version as one of this version. */
export const upToDate = ({ num, text, live }: SealedBlock): SealedBlock => ({
	num: rewritten(num, RECORD.num, (record) => encodeNum(decodeNum(record))),
	text: rewritten(text, RECORD.text, (record) => encodeText(decodeText(record))),
	live
});

/** False too where a decoder throws: no view lies outside a record that is what it says. */
function holds(check: () => boolean): boolean {
	try {
		return check();
	} catch {
		return false;
	}
}

/** Which of a block's records is not right; null: all are. Raises `codes` to the highest that it uses. */
export function wrongInBlock(
	{ num, text, live }: SealedBlock,
	entry: BlockEntry,
	layer: Pick<LayerRecord, 'durations'>,
	codes: Codes
): keyof SealedBlock | null {
	if (!holds(() => isNum(num, entry, layer.durations.length - 1, codes))) return 'num';
	if (!holds(() => isText(text, entry.rows))) return 'text';
	return holds(() => isLive(live, entry.rows)) ? null : 'live';
}

/** Number of texts of a dictionary; they are distinct and in UTF-8, the first is empty. Null: it is none. */
function dictionarySize(record: ArrayBuffer): number | null {
	if (!verify(record, RECORD.dictionary)) return null;
	const size = new DataView(record).getUint32(16, true);
	const at = 64 + Math.ceil(((size + 1) * 4) / 8) * 8;
	const offsets = new Uint32Array(record, 64, size + 1);
	const bytes = new Uint8Array(record, at);
	const rebuilt = new Dictionary();
	for (let code = 0; code < size; code++) {
		const [from, to] = [offsets[code] as number, offsets[code + 1] as number];
		if (to < from || to > bytes.length || rebuilt.find(bytes, from, to) !== code) return null;
	}
	return size > 0 && equal(rebuilt.encode(), record) ? size : null;
}

type Span = Pick<LayerRecord, 'rows' | 'first' | 'last'>;

function ascends(summary: Summary, k: number): boolean {
	if (k === 0) return true;
	const { day, kind, agent, entity } = summary;
	for (const column of [day, kind, agent, entity]) {
		const step = (column[k] as number) - (column[k - 1] as number);
		if (step !== 0) return step > 0;
	}
	return false;
}

function isSummary(record: ArrayBuffer, layer: Span, codes: Codes): boolean {
	if (!verify(record, RECORD.summary)) return false;
	const summary = decodeSummary(record);
	const { entries, day, kind, interactions, quantity, seconds, nonBillable } = summary;
	let rows = 0;
	for (let k = 0; k < entries; k++) {
		const count = interactions[k] as number;
		const noon = (day[k] as number) * DAY_MS;
		rows += count;
		if (
			count === 0 ||
			(nonBillable[k] as number) > count ||
			!KINDS.includes(kind[k] as number) ||
			!isWhole(quantity[k] as number, 0, Number.MAX_SAFE_INTEGER) ||
			!isWhole(seconds[k] as number, 0, Number.MAX_SAFE_INTEGER) ||
			noon < layer.first - 2 * DAY_MS ||
			noon > layer.last + 2 * DAY_MS ||
			!ascends(summary, k)
		)
			return false;
	}
	codes.agent = highest(summary.agent, entries, codes.agent);
	codes.entity = highest(summary.entity, entries, codes.entity);
	return rows === layer.rows && equal(encodeSummary(summary), record);
}

/** Which of a layer's dictionaries is not right, after its blocks; null: all are. */
export function wrongDictionary(
	dictionaries: Readonly<Record<string, ArrayBuffer>>,
	layer: Span,
	codes: Codes
): string | null {
	const { summary, ...others } = dictionaries;
	if (summary && !holds(() => isSummary(summary, layer, codes))) return 'summary';
	for (const [field, record] of Object.entries(others)) {
		if (!holds(() => (dictionarySize(record) ?? 0) > codes[field as keyof Codes])) return field;
	}
	return null;
}
