import { formatInstant } from '$lib/engine/time';
import { files } from '$lib/i18n/files';
import type { ExportTable } from '$lib/workers/api';
import { csvLines, type Cell, type CellKind, type TableData } from './table';

/** A cell as every file has it: instants as text in UTC, money as its exact text. */
const plain = (value: Cell, kind: CellKind | undefined): Cell =>
	kind === 'instant' && value !== null ? formatInstant(value as number) : value;

const plainRows = ({ columns, rows }: TableData): Cell[][] =>
	rows.map((row) => row.map((value, k) => plain(value, columns[k]?.kind)));

/** For a worker to write: amounts of money are numbers there, as in a spreadsheet. */
export function typedTable(data: TableData): ExportTable {
	const isNumber = (kind: CellKind | undefined) => kind === 'number' || kind === 'money';
	return {
		columns: data.columns.map(({ label, kind }) => ({
			name: label,
			kind: isNumber(kind) ? 'number' : 'text'
		})),
		rows: plainRows(data).map((row) =>
			row.map((value, k) => (value !== null && isNumber(data.columns[k]?.kind) ? Number(value) : value))
		)
	};
}

export const tableJson = (data: TableData): string =>
	`${JSON.stringify(
		plainRows(data).map((row) => Object.fromEntries(data.columns.map(({ label }, k) => [label, row[k]]))),
		null,
		'\t'
	)}\n`;

/** What a spreadsheet of a language takes between cells and in numbers: where the comma is decimal, semicolons. */
export function spreadsheetMarks(locale: string): {
	readonly separator: ';' | ',';
	readonly decimal: string;
} {
	const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
	const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
	return { separator: decimal === ',' ? ';' : ',', decimal };
}

/** What is different about that file, in words. */
export function excelNote(locale: string): string {
	const { formats, semicolon, commas } = files.current;
	const { separator, decimal } = spreadsheetMarks(locale);
	return formats.excel.note(separator === ';' ? semicolon : commas, decimal);
}

/** CSV for the spreadsheet on this computer: with a byte order mark, and not canonical. */
export function excelCsv(table: TableData, locale: string): string {
	const { separator, decimal } = spreadsheetMarks(locale);
	return `\ufeff${csvLines(table, separator, (value) => value.replace('.', decimal))}`;
}

/** For the clipboard: cells between tabs, which texts have not; a text never begins like a formula. */
export function tableTsv(data: TableData): string {
	const text = (value: Cell) =>
		typeof value === 'string'
			? value.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+\-@'＝＋－＠])/, "'")
			: String(value ?? '');
	return [data.columns.map(({ label }) => label), ...plainRows(data)]
		.map((row, line) =>
			row
				.map((value, k) =>
					line > 0 && data.columns[k]?.kind === 'money' ? String(value ?? '') : text(value)
				)
				.join('\t')
		)
		.join('\n');
}
