import type { Decode } from '../table/text';
import { CsvMachine, FIELD_LIMIT, LINE_LIMIT, type CsvNumbering, type CsvSink } from './csv/machine';
import { readHeader } from './headers';

/** Where the rows of a delimited text are. */
export interface Layout {
	/** one ASCII character */
	readonly delimiter: string;
	/** line of the column names; null: the file has none, and columns are named by their position */
	readonly header: number | null;
	/** rows that begin on this line or before it are no data: the header, and what stands above it */
	readonly before: number;
	readonly numbering: CsvNumbering;
}

/** What a person says of a layout; null: found out. */
export interface LayoutChoice {
	readonly delimiter: string | null;
	/** line of the column names */
	readonly header: number | 'none' | null;
}

export const FOUND_OUT: LayoutChoice = { delimiter: null, header: null };

/** What stands between columns in nearly all files, and what is tried where none of these cuts rows alike. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
const RARE_DELIMITERS = ['^', '~', '\u0001', '\u001f'] as const;
/** A separator that cuts so large a share of rows alike is taken without looking for a rarer one. */
const ENOUGH = 0.5;
/** Rows below one with gaps in which the header may be. */
const NEAR = 6;
/** Rows that are looked at for the header. */
const HEAD_ROWS = 100;

/** Why a layout was chosen; plain data for a sentence. */
export interface LayoutEvidence {
	/** `sep=` on the first line said it, or rows were counted, or a person chose it */
	readonly delimiter: 'sepLine' | 'counted' | 'chosen';
	/** rows below the header that have `columns` fields, of `rows` */
	readonly even: number;
	readonly rows: number;
	readonly columns: number;
	/** by names in its first line, or below other lines; a value in the first line where there are none; or chosen */
	readonly header: 'firstLine' | 'belowOthers' | 'values' | 'chosen';
	/** where `header` is `values`: one of them */
	readonly value: string;
}

interface HeadRow {
	readonly line: number;
	readonly width: number;
	readonly texts: readonly string[];
}

/** The widths of all rows of a text under one delimiter, and the first rows themselves. */
class Widths implements CsvSink {
	readonly head: HeadRow[] = [];
	/** line of each row, and its width; 0: its quotes make no sense */
	readonly lines: number[] = [];
	readonly widths: number[] = [];
	readonly #decode: Decode;

	constructor(decode: Decode) {
		this.#decode = decode;
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
		this.lines.push(line);
		this.widths.push(count);
		if (this.head.length >= HEAD_ROWS) return;
		const texts = Array.from({ length: Math.min(count, FIELD_LIMIT) }, (_, k) =>
			this.#decode(bytes.subarray(starts[k], ends[k])).trim()
		);
		this.head.push({ line, width: count, texts });
	}

	malformed(_bytes: Uint8Array, line: number): void {
		this.lines.push(line);
		this.widths.push(0);
	}

	/** The width of most rows; of two, the wider one. */
	get usual(): number {
		const counts = new Map<number, number>();
		for (const width of this.widths) counts.set(width, (counts.get(width) ?? 0) + 1);
		let best = 0;
		for (const [width, count] of counts) {
			const more = count - (counts.get(best) ?? 0);
			if (width > 0 && (more > 0 || (more === 0 && width > best))) best = width;
		}
		return best;
	}

	/** Rows below a line that have a width, and rows below it. */
	even(width: number, before: number): { readonly even: number; readonly rows: number } {
		let even = 0;
		let rows = 0;
		for (let k = 0; k < this.widths.length; k++) {
			if ((this.lines[k] as number) <= before) continue;
			rows++;
			if (this.widths[k] === width) even++;
		}
		return { even, rows };
	}
}

function widthsOf(
	bytes: Uint8Array,
	whole: boolean,
	delimiter: string,
	numbering: CsvNumbering,
	decode: Decode
): Widths {
	const sink = new Widths(decode);
	const machine = new CsvMachine(delimiter, sink, LINE_LIMIT, numbering);
	machine.push(bytes);
	// The last row of a part of a file may be cut.
	if (whole) machine.finish();
	return sink;
}

/** A row's texts are values rather than names: one of them; null: they are names. */
type IsData = (header: readonly string[], below: readonly (readonly string[])[]) => string | null;

const textsBelow = ({ head }: Widths, row: HeadRow): string[][] =>
	head.filter(({ line }) => line > row.line).map(({ texts }) => [...texts]);

/**
 * The row with the names: the first with texts in at least half of the usual number of columns. If it has fewer fields
 * than most rows, the first that has as many and holds names; if it leaves columns without a name of their own (a period,
 * names of groups of columns), the first near it that gives each one, and more that we know. What stands above has fewer. Undefined: none.
 */
function headerRow(widths: Widths, usual: number, above: number, isData: IsData): HeadRow | undefined {
	const filled = (row: HeadRow) => row.texts.filter((text) => text !== '').length;
	const below = widths.head.filter(({ line }) => line > above);
	const full = below.filter((row) => filled(row) >= Math.max(2, usual / 2));
	const first = full[0] ?? below.find((row) => row.width >= 2);
	if (!first) return undefined;
	const holdsNames = (row: HeadRow | undefined) =>
		row !== undefined && isData(row.texts, textsBelow(widths, row)) === null ? row : undefined;
	if (first.width < usual) return holdsNames(full.find(({ width }) => width === usual)) ?? first;
	const different = (row: HeadRow) => new Set(row.texts.filter((text) => text !== '')).size;
	if (different(first) >= usual) return first;
	const known = (row: HeadRow) => row.texts.filter((text) => readHeader(text).field !== null).length;
	const enough = Math.max(2, known(first) + 1);
	return (
		holdsNames(full.slice(1, NEAR).find((row) => different(row) >= usual && known(row) >= enough)) ?? first
	);
}

interface Candidate {
	readonly delimiter: string;
	readonly widths: Widths;
	readonly header: HeadRow | undefined;
	readonly usual: number;
	readonly even: number;
	readonly rows: number;
	readonly score: number;
}

/** The right delimiter cuts rows alike, and into many fields; a header of another width than all rows may be right. */
function candidate(
	bytes: Uint8Array,
	whole: boolean,
	delimiter: string,
	numbering: CsvNumbering,
	above: number,
	decode: Decode,
	isData: IsData
): Candidate {
	const widths = widthsOf(bytes, whole, delimiter, numbering, decode);
	const usual = widths.usual;
	const header = headerRow(widths, usual, above, isData);
	const { even, rows } = widths.even(header?.width ?? usual, header?.line ?? 0);
	const alike = Math.max(even, widths.even(usual, header?.line ?? 0).even);
	// Lines above the header speak against a separator, too.
	const share = (alike + 1) / Math.max(1, widths.even(usual, above).rows);
	const width = rows === 0 ? (header?.width ?? usual) : usual;
	const fits = header !== undefined && width >= 2;
	return {
		delimiter,
		widths,
		header,
		usual: width,
		even: alike,
		rows,
		score: fits ? (share * share + 1e-6) * (width - 1) : 0
	};
}

/** `sep=;` alone on the first line, as a spreadsheet writes it: the delimiter. */
function sepLine(bytes: Uint8Array): string | null {
	const start = bytes[0] === 0xef ? 3 : 0;
	const text = String.fromCharCode(...bytes.subarray(start, start + 9));
	const found = /^"?sep=([^\r\n"])"?(\r|\n|$)/i.exec(text);
	return found?.[1] ?? null;
}

export interface FoundLayout {
	readonly layout: Layout;
	readonly evidence: LayoutEvidence;
	/** names as they stand; by position where the file has none: empty */
	readonly names: readonly string[];
	/** the header's fields, or those of the usual row where it has none */
	readonly width: number;
}

/**
 * Where the rows are, by many rows under each delimiter. Null: no delimiter cuts the text into columns.
 */
export function findLayout(
	bytes: Uint8Array,
	whole: boolean,
	numbering: CsvNumbering,
	choice: LayoutChoice,
	decode: Decode,
	isData: IsData
): FoundLayout | null {
	const said = sepLine(bytes);
	const above = said === null ? (numbering === 'records' ? -1 : 0) : 1;
	const look = (delimiter: string) => candidate(bytes, whole, delimiter, numbering, above, decode, isData);
	const fixed = choice.delimiter ?? said ?? (numbering === 'lines' ? null : ',');
	const best = fixed === null ? bestOf(look) : look(fixed);
	if (!best?.header || best.score === 0) return null;

	const { widths, usual } = best;
	const chosen =
		typeof choice.header === 'number' ? widths.head.find(({ line }) => line === choice.header) : undefined;
	const row = chosen ?? best.header;
	const none = choice.header === 'none';
	const value =
		chosen || numbering === 'records' ? null : none ? '' : isData(row.texts, textsBelow(widths, row));
	const first = widths.head.findIndex(({ line }) => line === row.line);
	const headerless = value !== null;
	const before = headerless ? (widths.head[first - 1]?.line ?? Math.max(above, 0)) : row.line;
	const counts = widths.even(usual, before);
	return {
		layout: { delimiter: best.delimiter, header: headerless ? null : row.line, before, numbering },
		evidence: {
			delimiter: choice.delimiter !== null ? 'chosen' : said !== null ? 'sepLine' : 'counted',
			...counts,
			columns: usual,
			header: chosen || none ? 'chosen' : headerless ? 'values' : first > 0 ? 'belowOthers' : 'firstLine',
			value: value ?? ''
		},
		names: headerless ? [] : row.texts,
		width: headerless ? usual : row.width
	};
}

function bestOf(look: (delimiter: string) => Candidate): Candidate {
	const best = (delimiters: readonly string[]) =>
		delimiters.map(look).reduce((one, other) => (other.score > one.score ? other : one));
	const usual = best(DELIMITERS);
	if (usual.score > 0 && usual.even >= usual.rows * ENOUGH) return usual;
	// A rare one must cut nearly all rows alike: circumflexes stand in texts, too, and colons in times.
	const rare = best(usual.score > 0 ? RARE_DELIMITERS : [...RARE_DELIMITERS, ':']);
	return rare.score > usual.score && rare.even >= rare.rows * 0.9 ? rare : usual;
}
