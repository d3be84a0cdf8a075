import { readDocument, type WorkspaceDb } from '../../db';
import type { MonthlyTable, Revised } from '../api';

/** The document that holds a workspace's monthly tables, in the order in which they came. */
export const MONTHLY = 'monthly';

export const tablesOfJson = (json: string): MonthlyTable[] => JSON.parse(json) as MonthlyTable[];

/** The monthly tables of a workspace; revision 0 before the first was written. */
export async function readTables(db: WorkspaceDb): Promise<Revised<readonly MonthlyTable[]>> {
	const record = await readDocument(db, MONTHLY);
	return record
		? { revision: record.revision, value: tablesOfJson(record.json) }
		: { revision: 0, value: [] };
}
