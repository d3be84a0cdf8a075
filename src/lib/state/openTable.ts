import type { Client, JobOptions } from '$lib/client/client';
import type { LayoutChoice } from '$lib/engine/ingest';
import type { ReadableForm, ReadChoice, ReadProgress, SniffedFile, TableFile } from '$lib/workers/api';

/** A table that was found in a file. */
export interface OpenTable {
	readonly table: TableFile;
	readonly found: SniffedFile;
}

/** A file of sums by day that was found inside a file of another form, as text. */
export interface OpenSums {
	readonly sums: File;
}

/** Finds the table in a file, as text where it is none yet. `known`: the text that was made of it for the same choice. */
export async function openTable(
	{ data, readers }: Pick<Client, 'data' | 'readers'>,
	file: File,
	form: ReadableForm,
	{ encoding, sheet, ...layout }: ReadChoice & LayoutChoice,
	known: TableFile | null,
	job: () => JobOptions<ReadProgress>
): Promise<OpenTable | OpenSums> {
	const plain = form.kind === 'text' && (encoding ?? form.encoding) === 'utf-8';
	const convert = () => readers.convert(file, form, { encoding, sheet }, job());
	const table = known ?? { file, converted: plain ? null : await convert() };
	if (table.converted?.sums) return { sums: new File([table.converted.text], file.name) };
	return { table, found: await data.sniff(table, layout) };
}
