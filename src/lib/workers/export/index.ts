import type { RowsFormat } from '../exportApi';
import type { Writer } from './batch';
import { csvWriter, jsonWriter } from './csv';
import { parquetWriter } from './parquet';
import { xlsxWriter } from './xlsx';

export { batchOf, blobOf } from './batch';
export { interactions, ROW_COLUMNS } from './interactions';

/** How a format is written, and the type of its files. */
export const FORMATS: Readonly<Record<RowsFormat, { readonly write: Writer; readonly type: string }>> = {
	csv: { write: csvWriter, type: 'text/csv' },
	json: { write: jsonWriter, type: 'application/json' },
	xlsx: {
		write: xlsxWriter,
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	},
	parquet: { write: parquetWriter, type: 'application/vnd.apache.parquet' }
};
