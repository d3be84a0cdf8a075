import * as v from 'valibot';
import { CsvMachine } from '../../engine/ingest/csv/machine';
import {
	entityOf,
	readTags,
	REGISTER_COLUMNS as COLUMNS,
	REGISTER_FIELDS as FIELDS,
	REGISTER_NUMBERS as NUMBERS,
	type RegisterColumn,
	type RegisterEntry
} from '../../engine/rating';
import type { RefusedLine, RegisterFile } from '../archiveApi';
import { agentKey, agentSchema } from './schema';

const WORDS: readonly RegisterColumn[] = ['channel', 'class', 'licence'];

/** UTF-8, else what spreadsheets save on Windows. */
function decoderOf(bytes: Uint8Array): (some: Uint8Array) => string {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
		return (some) => utf8.decode(some);
	} catch {
		const windows = new TextDecoder('windows-1252');
		return (some) => windows.decode(some);
	}
}

interface Line {
	readonly line: number;
	/** null: its quotation marks make no sense */
	readonly cells: readonly string[] | null;
}

function linesOf(bytes: Uint8Array, delimiter: string): Line[] {
	const decode = decoderOf(bytes);
	const lines: Line[] = [];
	const machine = new CsvMachine(delimiter, {
		row(from, starts, ends, count, line) {
			const cells = Array.from({ length: count }, (_, k) => decode(from.subarray(starts[k], ends[k])));
			if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
		},
		malformed: (_, line) => void lines.push({ line, cells: null })
	});
	machine.push(bytes);
	machine.finish();
	return lines;
}

/** What a spreadsheet took for a formula was given an apostrophe, which goes again. Blanks of a name are its own. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\n'＝＋－＠])/, '');

const nameOf = (cell: string): string => plain(cell).trim().toLowerCase();

/** A cell as the settings' own schema takes it; what it cannot be stays as it is, and is refused there. */
function valueOf(column: RegisterColumn, cell: string, comma: boolean): unknown {
	if (column === 'tags') return readTags(cell) ?? cell;
	if (column === 'entity') return entityOf(cell);
	if (column === 'agent') return cell === '' ? null : cell;
	const text = cell.trim();
	if (text === '') return null;
	if (WORDS.includes(column)) return text.toLowerCase();
	const number = comma ? text.replace(',', '.') : text;
	if (column === 'price_per_cycle') return number;
	if (NUMBERS.includes(column)) return /^\d+(\.\d+)?$/.test(number) ? Number(number) : text;
	return text;
}

/**
 * Reads a register: names of columns first, in any order, `agent` at least; commas, semicolons or tabs. Every line is
 * taken or refused with the column that cannot be; the caller decides what becomes of it all.
 */
export function readRegister(bytes: Uint8Array): RegisterFile {
	const [delimiter, [head, ...rows]] = [',', ';', '\t']
		.map((one) => [one, linesOf(bytes, one)] as const)
		.find(([, [first]]) => first?.cells?.some((name) => nameOf(name) === 'agent')) ?? [',', []];
	const names = head?.cells?.map(nameOf) ?? [];
	const found = names.map((name) => COLUMNS.find((column) => column === name) ?? null);
	if (!found.includes('agent')) return { entries: [], refused: [], unknown: [], headless: true };
	const unknown = names.filter((name, k) => found[k] === null && name !== '');

	const entries: RegisterEntry[] = [];
	const refused: RefusedLine[] = [];
	const seen = new Set<string>();
	for (const { line, cells } of rows) {
		const text = (column: RegisterColumn) => plain(cells?.[found.indexOf(column)] ?? '');
		if (!cells || cells.length > names.length) {
			refused.push({ line, column: null, value: cells?.slice(names.length).join(' ') ?? '' });
			continue;
		}
		const given = found.filter((column) => column !== null);
		const read = v.safeParse(
			agentSchema,
			Object.fromEntries(
				given.map((column) => [FIELDS[column], valueOf(column, text(column), delimiter === ';')])
			)
		);
		if (!read.success) {
			const field = read.issues[0].path?.[0]?.key;
			const column = COLUMNS.find((one) => FIELDS[one] === field) ?? 'agent';
			refused.push({ line, column, value: text(column) });
			continue;
		}
		const key = agentKey(read.output);
		if (seen.has(key)) refused.push({ line, column: 'agent', value: text('agent'), twice: true });
		else entries.push(read.output);
		seen.add(key);
	}
	return { entries, refused, unknown, headless: false };
}
