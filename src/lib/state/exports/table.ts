import { csvField } from '$lib/components/download';
import { formatInstant } from '$lib/engine/time';

/** What a column's cells are: a number, an instant (ms since 1970 UTC), money as decimal text, or text. */
export type CellKind = 'text' | 'number' | 'instant' | 'money';

/** null: nothing is known */
export type Cell = string | number | null;

/** A table as a file takes it: the very rows on screen, in their order, with exact values in the place of words. */
export interface TableData {
	/** the file's name, without its ending */
	readonly name: string;
	readonly columns: readonly {
		readonly id: string;
		readonly label: string;
		readonly kind: CellKind;
	}[];
	readonly rows: readonly (readonly Cell[])[];
}

/**
 * The lines of a CSV file. Amounts of money are decimal text and no text that could be a formula, so a negative one
 * stays as it is.
 * @param separator between cells
 * @param number a number's or an amount's text in the file
 */
export function csvLines(
	{ columns, rows }: TableData,
	separator: string,
	number: (value: string) => string
): string {
	const cell = (value: Cell, kind: CellKind): string => {
		if (value === null) return '';
		if (kind === 'number' || kind === 'money') return number(String(value));
		return csvField(kind === 'instant' ? formatInstant(value as number) : value);
	};
	return [
		columns.map(({ label }) => csvField(label)),
		...rows.map((row) => row.map((value, k) => cell(value, columns[k]?.kind ?? 'text')))
	]
		.map((line) => `${line.join(separator)}\r\n`)
		.join('');
}

/** Canonical CSV (formats.md §5): a decimal point, instants in UTC, an empty cell for what is not known. */
export const tableCsv = (table: TableData): string => csvLines(table, ',', (value) => value);
