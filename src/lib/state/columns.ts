import * as format from '$lib/i18n/format';
import type { Cell, CellKind, TableData } from './exports/table';

/** A column of a table of figures. The row of totals is read by the same functions as any other. */
export interface Column<Row> {
	readonly id: string;
	/** heading of the columns it belongs to; '': it stands alone */
	readonly group: string;
	readonly label: string;
	readonly kind: CellKind;
	readonly value: (row: Row) => Cell;
	/** as it is read on screen; default: the value as a number or text */
	readonly text?: (row: Row) => string;
	/** a sum of it says something */
	readonly summed: boolean;
}

/** The whole name of a column: `Calls engaged, this month`. */
export const columnName = <Row>({ group, label }: Column<Row>): string =>
	group === '' ? label : `${group}, ${label}`;

export function cellText<Row>(column: Column<Row>, row: Row): string {
	if (column.text) return column.text(row);
	const value = column.value(row);
	return value === null ? '–' : typeof value === 'number' ? format.decimal(value) : value;
}

/** Which column the rows stand by. */
export interface Sort {
	readonly column: string;
	readonly descending: boolean;
}

const compare = (a: string | number, b: string | number): number =>
	typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));

/** Rows by a column; equal ones keep their order, and what is not known comes last either way. */
export function sorted<Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[],
	{ column, descending }: Sort
): Row[] {
	const by = columns.find(({ id }) => id === column);
	if (!by) return [...rows];
	const keyed = rows.map((row) => ({ row, key: by.value(row) }));
	keyed.sort((a, b) => {
		if (a.key === null || b.key === null) return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0);
		return descending ? compare(b.key, a.key) : compare(a.key, b.key);
	});
	return keyed.map(({ row }) => row);
}

/** The same column turns round; figures start with the most, names with the first. */
export const sortBy = <Row>(before: Sort, { id, kind }: Column<Row>): Sort =>
	before.column === id
		? { column: id, descending: !before.descending }
		: { column: id, descending: kind !== 'text' };

/** As people search: without case and accents. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Rows of which some text holds what was typed. */
export function matching<Row>(
	rows: readonly Row[],
	typed: string,
	texts: (row: Row) => readonly string[]
): readonly Row[] {
	const wanted = plain(typed.trim());
	return wanted === '' ? rows : rows.filter((row) => texts(row).some((text) => plain(text).includes(wanted)));
}

/** The table on screen, for a file. */
export const tableOf = <Row>(
	name: string,
	columns: readonly Column<Row>[],
	rows: readonly Row[]
): TableData => ({
	name,
	columns: columns.map((column) => ({ id: column.id, label: columnName(column), kind: column.kind })),
	rows: rows.map((row) => columns.map(({ value }) => value(row)))
});
