import { csv } from '$lib/components/download';
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

/** Canonical CSV (formats.md §5): a decimal point, instants in UTC, an empty cell for what is not known. */
export function tableCsv({ columns, rows }: TableData): string {
	const cell = (value: Cell, kind: CellKind | undefined): string | number =>
		value === null ? '' : kind === 'instant' ? formatInstant(value as number) : value;
	return csv([
		columns.map(({ label }) => label),
		...rows.map((row) => row.map((value, k) => cell(value, columns[k]?.kind)))
	]);
}
