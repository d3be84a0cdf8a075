import {
	entityCell,
	REGISTER_COLUMNS,
	REGISTER_FIELDS,
	REGISTER_NUMBERS,
	tagsText,
	type RegisterColumn,
	type RegisterEntry
} from '../../engine/rating';
import type { ExportTable } from '../exportApi';

/** A register as the table of agents.csv: what is read of it is what was there. */
export function registerTable(entries: readonly RegisterEntry[]): ExportTable {
	const cell = (entry: RegisterEntry, column: RegisterColumn): string | number | null => {
		const field = REGISTER_FIELDS[column];
		if (field === 'entity') return entityCell(entry.entity);
		return field === 'tags' ? tagsText(entry.tags) || null : entry[field];
	};
	return {
		columns: REGISTER_COLUMNS.map((name) => ({
			name,
			kind: REGISTER_NUMBERS.includes(name) ? 'number' : 'text'
		})),
		rows: entries.map((entry) => REGISTER_COLUMNS.map((column) => cell(entry, column)))
	};
}
