import { KIND_VOICE } from '../table/columns';
import { FIGURES_OF, monthlyKey, type MonthlyFigure, type MonthlyRow } from '../table/monthly';
import type { Decode } from '../table/text';
import { utf8, validUtf8 } from '../table/utf8';
import { CsvMachine, FIELD_LIMIT, LINE_LIMIT, type CsvSink } from './csv/machine';
import { minutesOfClock, readFigure, type FigureProblem } from './decimalText';
import type { Layout } from './layout';
import { noMarks, proofOfMark, provenMark, type MarkCounts } from './marks';
import type { MonthlyColumns } from './monthlyColumns';
import { monthOfText } from './monthText';
import type { DecimalMark } from './numbers';
import { Reports, type RowReport } from './problems';
import { totalsField } from './totalsRow';
import { channelReader, UNKNOWN_WORD } from './words';

/** Rows of a table: a thousand agents for two years and more. */
export const MONTHLY_ROWS = 30_000;

/** Why a row was left out. */
export type MonthlyProblemCode =
	| FigureProblem
	| 'ragged' // another number of fields than the header
	| 'totals' // of the rows above it
	| 'strayQuote'
	| 'unclosedQuote'
	| 'notText' // not UTF-8
	| 'badMonth' // no month with its year
	| 'unknownChannel'
	| 'missing' // no month, or no figure at all
	| 'twice'; // its agent, entity, channel and month were there before

/** What a person says of a table; null: found out. */
export interface MonthlyChoice {
	/** of all rows, where the table does not name it: `YYYY-MM` */
	readonly month: string | null;
	/** before decimals, where nothing in the file tells */
	readonly marks: DecimalMark | null;
}

/** What a monthly table was read as; plain data. */
export interface MonthlyReading {
	readonly rows: readonly MonthlyRow[];
	/** those that were left out, the first of them */
	readonly problems: readonly RowReport<MonthlyProblemCode>[];
	readonly problemCount: number;
	/** the table does not name its month: no row is read before a person does */
	readonly needsMonth: boolean;
	/** a number that could be thousands or decimals, and nothing in the file says which: no row is read before; null: none */
	readonly needsMarks: { readonly column: string; readonly value: string } | null;
	/** it has more than {@link MONTHLY_ROWS} rows */
	readonly tooLong: boolean;
}

const COUNTS: ReadonlySet<MonthlyFigure> = new Set(['calls', 'nonBillable', 'messages', 'cases']);

interface Line {
	readonly line: number;
	readonly texts: readonly string[];
}

/** The whole name of a row with the sums of the others, in the languages of headers; agents may have names that begin so. */
const TOTALS =
	/^((grand )?(total|totals|totaux|sum|somme|all|tous|toutes)|totalt|summa|(gesamt)?summe|(ins)?gesamt|alle|suma|totales|todos|todas)$/i;

/** All rows as text, those that make no sense reported. */
class Lines implements CsvSink {
	readonly lines: Line[] = [];
	readonly reports: Reports<MonthlyProblemCode>;
	tooLong = false;
	readonly #width: number;
	readonly #before: number;
	readonly #decode: Decode;

	constructor(width: number, before: number, decode: Decode) {
		this.#width = width;
		this.#before = before;
		this.#decode = decode;
		this.reports = new Reports(decode);
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
		if (line <= this.#before || this.tooLong) return;
		const fields = Math.min(count, FIELD_LIMIT);
		const [from = 0, to = 0] = [starts[0], ends[fields - 1]];
		let last = fields - 1;
		while (last >= 0 && starts[last] === ends[last]) last--;
		if (last < 0) return;
		if (last >= this.#width || fields < this.#width) {
			const totals = totalsField(bytes, starts, ends, Math.min(fields, this.#width)) >= 0;
			this.reports.add(totals ? 'totals' : 'ragged', line, '', bytes, from, to);
		} else if (validUtf8(bytes, from, to) < to) this.reports.add('notText', line, '', bytes, from, to);
		else if (this.lines.length === MONTHLY_ROWS) this.tooLong = true;
		else {
			const text = (_: unknown, k: number) => this.#decode(bytes.subarray(starts[k], ends[k]));
			this.lines.push({ line, texts: Array.from({ length: this.#width }, text) });
		}
	}

	malformed(bytes: Uint8Array, line: number, reason: 'strayQuote' | 'unclosedQuote'): void {
		if (line > this.#before) this.reports.add(reason, line, '', bytes, 0, bytes.length);
	}
}

/** How numbers are written in each column of figures: by its own values, else by another column of the file. */
function findMarks(
	lines: readonly Line[],
	{ figures }: MonthlyColumns,
	choice: DecimalMark | null,
	written: boolean
): { readonly marks: readonly DecimalMark[]; readonly open: { column: number; value: string } | null } {
	const proofs = figures.map(({ figure, column }) => {
		const counts: MarkCounts = noMarks();
		let either = '';
		for (const { texts } of lines) {
			const text = (texts[column] ?? '').trim();
			const bytes = utf8(text);
			const proof = proofOfMark(bytes, 0, bytes.length, COUNTS.has(figure));
			counts[proof]++;
			if (proof === 'either') either ||= text;
		}
		return { column, either, own: provenMark(counts) };
	});
	const other = proofs.find(({ own }) => own !== null)?.own ?? choice;
	const open = other === null && !written ? proofs.find(({ either }) => either !== '') : undefined;
	return {
		marks: proofs.map(({ own }) => own ?? other ?? '.'),
		open: open ? { column: open.column, value: open.either } : null
	};
}

/** The channel that a table is of as a whole, by the figures that it states. */
function channelOf({ figures }: MonthlyColumns): 'voice' | 'chat' | null {
	const has = (channel: 'voice' | 'chat') =>
		figures.some(({ figure }) => FIGURES_OF[channel].includes(figure));
	return has('voice') === has('chat') ? null : has('voice') ? 'voice' : 'chat';
}

/**
 * Reads a ready-made monthly table, all of it: `bytes` in UTF-8, cut as `layout` says. A row that cannot be read exactly
 * is left out, with its line, column, value and reason. Names stand as they are in the file.
 */
export function readMonthly(
	bytes: Uint8Array,
	layout: Layout,
	header: readonly string[],
	columns: MonthlyColumns,
	choice: MonthlyChoice,
	decode: Decode
): MonthlyReading {
	const sink = new Lines(header.length, layout.before, decode);
	const machine = new CsvMachine(layout.delimiter, sink, LINE_LIMIT, layout.numbering);
	machine.push(bytes);
	machine.finish();
	const { lines, reports, tooLong } = sink;
	// Where a program wrote the numbers, as in a workbook, a point stands before decimals.
	const { marks, open } = findMarks(lines, columns, choice.marks, layout.numbering !== 'lines');
	const needsMonth = columns.month === null && choice.month === null;
	const needsMarks = open && { column: header[open.column] ?? '', value: open.value };

	const words = channelReader(false);
	const whole = channelOf(columns);
	const seen = new Set<string>();
	const rows: MonthlyRow[] = [];
	const readRow = ({ line, texts }: Line): void => {
		const first = texts.find((text) => text !== '') ?? '';
		const report = (reason: MonthlyProblemCode, column: number) => {
			const value = utf8(texts[column] ?? '');
			reports.add(reason, line, header[column] ?? '', value, 0, value.length);
		};
		const text = (column: number) => texts[column] ?? '';
		if (TOTALS.test(first.trim())) return report('totals', texts.indexOf(first));
		const month = columns.month === null ? choice.month : monthOfText(text(columns.month));
		if (month === null)
			return report(text(columns.month ?? 0).trim() === '' ? 'missing' : 'badMonth', columns.month ?? 0);
		let channel = whole;
		if (columns.channel !== null && text(columns.channel).trim() !== '') {
			const word = utf8(text(columns.channel));
			const kind = words.read(word, 0, word.length);
			if (kind === UNKNOWN_WORD) return report('unknownChannel', columns.channel);
			channel = kind === KIND_VOICE ? 'voice' : 'chat';
		}
		const figures: Partial<Record<MonthlyFigure, number>> = {};
		for (const [k, { figure, column }] of columns.figures.entries()) {
			if (text(column).trim() === '') continue;
			const clock = figure === 'minutes' ? minutesOfClock(text(column)) : null;
			const value = clock ?? readFigure(text(column), marks[k] ?? '.', COUNTS.has(figure));
			if (typeof value === 'string') return report(value, column);
			figures[figure] = value;
		}
		if (Object.keys(figures).length === 0) return report('missing', columns.figures[0]?.column ?? 0);
		const entity = columns.entity === null ? null : text(columns.entity);
		const row = { agent: text(columns.agent), entity, channel, month, figures };
		const key = monthlyKey(row);
		if (seen.has(key)) return report('twice', columns.agent);
		seen.add(key);
		rows.push(row);
	};
	if (!needsMonth && !needsMarks && !tooLong) lines.forEach(readRow);
	return {
		rows,
		problems: reports.kept.toSorted((a, b) => a.line - b.line),
		problemCount: reports.total,
		needsMonth,
		needsMarks,
		tooLong
	};
}
