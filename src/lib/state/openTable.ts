import type { Client, JobOptions } from '$lib/client/client';
import type { LayoutChoice } from '$lib/engine/ingest';
import type { ReadableForm, ReadChoice, ReadProgress, SniffedFile, TableFile } from '$lib/workers/api';

/** A table that was found in a file. */
export interface OpenTable {
	readonly table: TableFile;
	readonly found: SniffedFile;
}

/** Finds the table in a file, as text where it is none yet. `known`: the text that was made of it for the same choice. */
export async function openTable(
	{ data, readers }: Pick<Client, 'data' | 'readers'>,
	file: File,
	form: ReadableForm,
	{ encoding, sheet, ...layout }: ReadChoice & LayoutChoice,
	known: TableFile | null,
	job: () => JobOptions<ReadProgress>
): Promise<OpenTable> {
	const plain = form.kind === 'text' && (encoding ?? form.encoding) === 'utf-8';
	const convert = () => readers.convert(file, form, { encoding, sheet }, job());
	const table = known ?? { file, converted: plain ? null : await convert() };
	return { table, found: await data.sniff(table, layout) };
}
