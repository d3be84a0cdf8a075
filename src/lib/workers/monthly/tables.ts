import { readDocument, writeDocument, type Store, type WorkspaceDb } from '../../db';
import { monthlyKey, type MonthlyRow } from '../../engine/table';
import type { MonthlySummary, MonthlyTable } from '../api';

/** The document that holds a workspace's monthly tables, in the order in which they came. */
export const MONTHLY = 'monthly';

export const tablesOfJson = (json: string): MonthlyTable[] => JSON.parse(json) as MonthlyTable[];

/** The monthly tables of a workspace, and the revision of their document; 0 before the first was written. */
export async function readTables(
	db: WorkspaceDb
): Promise<{ readonly revision: number; readonly tables: readonly MonthlyTable[] }> {
	const record = await readDocument(db, MONTHLY);
	return { revision: record?.revision ?? 0, tables: record ? tablesOfJson(record.json) : [] };
}

/** Changes the tables as they are then; the workspace's new revision. Takes no lock, as saving settings does. */
export async function changeTables(
	store: Store,
	change: (tables: readonly MonthlyTable[]) => readonly MonthlyTable[]
): Promise<number> {
	for (;;) {
		const { revision, tables } = await readTables(store.db);
		const written = await writeDocument(store, MONTHLY, JSON.stringify(change(tables)), revision);
		// Another tab may have been first: then its tables are the ones to change.
		if (written) return written.root;
	}
}

/** The table behind the others, unless its file is here. */
export const withTable = (tables: readonly MonthlyTable[], table: MonthlyTable, place = Infinity) =>
	tables.some(({ digest }) => digest === table.digest)
		? tables
		: [...tables.slice(0, place), table, ...tables.slice(place)];

export function summaryOf({ rows, ...table }: MonthlyTable): MonthlySummary {
	const months = rows.map(({ month }) => month).sort();
	const agents = new Set(rows.map(({ agent }) => agent)).size;
	return { ...table, rows: rows.length, agents, first: months[0] ?? '', last: months.at(-1) ?? '' };
}

/** Rows that tables have, too, and the names of those. */
export function sharedWith(rows: readonly MonthlyRow[], tables: readonly MonthlyTable[]) {
	const own = new Set(rows.map(monthlyKey));
	const shared = new Set<string>();
	const files: string[] = [];
	for (const table of tables) {
		const common = table.rows.map(monthlyKey).filter((key) => own.has(key));
		if (common.length > 0) files.push(table.name);
		for (const key of common) shared.add(key);
	}
	return { rows: shared.size, files };
}
