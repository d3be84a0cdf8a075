import { expect, test } from 'vitest';
import { columnName, matching, sortBy, sorted, tableOf, type Column } from '$lib/state/columns';
import { tableCsv } from '$lib/state/exports/table';

interface Row {
	readonly name: string;
	readonly calls: number | null;
	readonly at: number;
}

const COLUMNS: readonly Column<Row>[] = [
	{ id: 'name', group: '', label: 'Name', kind: 'text', value: ({ name }) => name, summed: false },
	{
		id: 'calls',
		group: 'Calls',
		label: 'this month',
		kind: 'number',
		value: ({ calls }) => calls,
		summed: true
	},
	{ id: 'at', group: '', label: 'First', kind: 'instant', value: ({ at }) => at, summed: false }
];
const ROWS: readonly Row[] = [
	{ name: 'Réception', calls: 10, at: 0 },
	{ name: '=SUM(A1)', calls: null, at: 1_000 },
	{ name: 'booking', calls: 9.5, at: 2_000 }
];
const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

test('rows stand by numbers as numbers, and what is not known comes last either way', () => {
	expect(names(sorted(ROWS, COLUMNS, { column: 'calls', descending: true }))).toEqual([
		'Réception',
		'booking',
		'=SUM(A1)'
	]);
	expect(names(sorted(ROWS, COLUMNS, { column: 'calls', descending: false }))).toEqual([
		'booking',
		'Réception',
		'=SUM(A1)'
	]);
});

test('a column of figures starts with the most, one of names with the first, and each turns round', () => {
	const [name, calls] = COLUMNS as [Column<Row>, Column<Row>];
	const start = sortBy({ column: 'at', descending: false }, calls);
	expect(start).toEqual({ column: 'calls', descending: true });
	expect(sortBy(start, calls)).toEqual({ column: 'calls', descending: false });
	expect(sortBy(start, name)).toEqual({ column: 'name', descending: false });
});

test('a name is found without its accents and in any case', () => {
	expect(names(matching(ROWS, ' RECEP', ({ name }) => [name]))).toEqual(['Réception']);
	expect(matching(ROWS, ' ', ({ name }) => [name])).toHaveLength(3);
	expect(matching(ROWS, 'nobody', ({ name }) => [name])).toEqual([]);
});

test('a file has the whole names of columns, exact values, and no formula', () => {
	expect(columnName(COLUMNS[1] as Column<Row>)).toBe('Calls, this month');
	expect(tableCsv(tableOf('Usage', COLUMNS, ROWS)).split('\r\n')).toEqual([
		'Name,"Calls, this month",First',
		'Réception,10,1970-01-01T00:00:00.000Z',
		"'=SUM(A1),,1970-01-01T00:00:01.000Z",
		'booking,9.5,1970-01-01T00:00:02.000Z',
		''
	]);
});
