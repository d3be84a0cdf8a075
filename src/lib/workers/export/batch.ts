import type { ExportColumn, ExportTable } from '../exportApi';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Cell = string | number | null;

/** Some rows of a file, column by column: what is written one after the other, never all at once. */
export interface Batch {
	readonly rows: number;
	/** one list a column, each of `rows` cells */
	readonly cells: readonly (readonly Cell[])[];
}

export type Writer = (
	columns: readonly ExportColumn[],
	batches: AsyncIterable<Batch>
) => AsyncGenerator<Bytes>;

/** A table that is in memory already, as one batch. */
export async function* batchOf({ columns, rows }: ExportTable): AsyncGenerator<Batch> {
	yield { rows: rows.length, cells: columns.map((_, k) => rows.map((row) => row[k] ?? null)) };
}

/** Whatever a writer gives, as a file that the browser may keep on disk: pieces are handed over as they come. */
export async function blobOf(pieces: AsyncIterable<Bytes>, type: string): Promise<Blob> {
	const parts: Blob[] = [];
	for await (const piece of pieces) parts.push(new Blob([piece]));
	return new Blob(parts, { type });
}
