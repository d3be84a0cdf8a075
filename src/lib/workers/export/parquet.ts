import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Bytes, Writer } from './batch';

/** Gives away what was written so far; offsets count on. */
function taken(writer: ByteWriter): Bytes {
	const bytes = new Uint8Array(writer.getBuffer());
	writer.index = 0;
	return bytes;
}

/**
 * Parquet (snappy), one row group a batch: texts as UTF-8 strings, numbers as doubles, every column optional. The
 * library encodes a row group whole, so what is in memory is one batch and its columns.
 */
export const parquetWriter: Writer = async function* (columns, batches): AsyncGenerator<Bytes> {
	const writer = new ByteWriter();
	const schema: SchemaElement[] = [
		{ name: 'root', num_children: columns.length },
		...columns.map(({ name, kind }): SchemaElement =>
			kind === 'number'
				? { name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }
				: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }
		)
	];
	const parquet = new ParquetWriter({ writer, schema, createdBy: 'drawdown' });
	for await (const { rows, cells } of batches) {
		const columnData = columns.map(({ name }, k) => ({ name, data: [...(cells[k] ?? [])] }));
		await parquet.write({ columnData, rowGroupSize: Math.max(1, rows) });
		yield taken(writer);
	}
	await parquet.finish();
	yield taken(writer);
};
