import type { MenuItem } from '$lib/components/Menu.svelte';
import { download, downloadBlob, fileName } from '$lib/components/download';
import { files } from '$lib/i18n/files';
import type { TypedFormat } from '$lib/workers/api';
import type { App } from '../app.svelte';
import type { Toaster } from '../toaster.svelte';
import { copied } from './copied';
import { excelCsv, excelNote, tableJson, tableTsv, typedTable } from './formats';
import { tableCsv, type TableData } from './table';

interface Given {
	readonly app: App;
	readonly toaster: Toaster;
	/** the table on screen, made when it is asked for */
	readonly table: () => TableData | Promise<TableData>;
	/** its title, as a sentence to paste */
	readonly sentence: string | undefined;
	/** what went wrong, in a sentence; null: nothing */
	readonly tell: (problem: string | null) => void;
}

/** All that a table can be saved and copied as. */
export function tableItems({ app, toaster, table, sentence, tell }: Given): MenuItem[] {
	const t = files.current;
	const { formats } = t;
	const locale = navigator.language;

	/** Makes the table, and the file or the text of it. */
	async function made(make: (data: TableData) => void | Promise<void>) {
		tell(null);
		try {
			await make(await table());
		} catch {
			tell(t.failed);
		}
	}
	const save = (ending: string, type: string, text: (data: TableData) => string) =>
		made((data) => download(`${fileName(data.name)}.${ending}`, text(data), type));
	const saveTyped = (format: TypedFormat) =>
		made(async (data) =>
			downloadBlob(
				`${fileName(data.name)}.${format}`,
				await app.client.exports.table(typedTable(data), format)
			)
		);
	const copy = async (text: string, refused: string) => tell(await copied(toaster, text, refused));

	return [
		{ id: 'csv', ...formats.csv, onselect: () => void save('csv', 'text/csv', tableCsv) },
		{
			id: 'excel',
			label: formats.excel.label,
			note: excelNote(locale),
			onselect: () => void save('excel.csv', 'text/csv', (data) => excelCsv(data, locale))
		},
		{ id: 'xlsx', ...formats.xlsx, onselect: () => void saveTyped('xlsx') },
		{ id: 'parquet', ...formats.parquet, onselect: () => void saveTyped('parquet') },
		{ id: 'json', ...formats.json, onselect: () => void save('json', 'application/json', tableJson) },
		{
			id: 'copy',
			label: t.copyTable,
			separated: true,
			onselect: () => void made((data) => copy(tableTsv(data), t.notCopied))
		},
		...(sentence === undefined
			? []
			: [
					{
						id: 'sentence',
						label: t.copySentence,
						onselect: () => void copy(sentence, t.sentenceNotCopied(sentence))
					}
				])
	];
}
