import type { CsvMarks, RowsFormat } from '../exportApi';
import type { Writer } from './batch';
import { csvWith, csvWriter, jsonWriter } from './csv';
import { parquetWriter } from './parquet';
import { xlsxWriter } from './xlsx';

export { batchOf, blobOf } from './batch';
export { CALL_COLUMNS, calls } from './calls';
export { registerTable } from './register';
export { interactions, ROW_COLUMNS } from './interactions';

interface Format {
	readonly write: Writer;
	/** of its files */
	readonly type: string;
}

/** How a format is written. */
export const FORMATS: Readonly<Record<RowsFormat, Format>> = {
	csv: { write: csvWriter, type: 'text/csv' },
	json: { write: jsonWriter, type: 'application/json' },
	xlsx: {
		write: xlsxWriter,
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	},
	parquet: { write: parquetWriter, type: 'application/vnd.apache.parquet' }
};

export const formatOf = (format: RowsFormat | CsvMarks): Format =>
	typeof format === 'string' ? FORMATS[format] : { ...FORMATS.csv, write: csvWith(format) };
