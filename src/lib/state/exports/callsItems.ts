import type { MenuItem } from '$lib/components/Menu.svelte';
import { common } from '$lib/i18n/common';
import { files } from '$lib/i18n/files';
import { integer } from '$lib/i18n/format';
import { tabs } from '$lib/i18n/tabs';
import type { CsvMarks, RowsFormat } from '$lib/workers/api';
import type { App } from '../app.svelte';
import type { Calls } from '../calls.svelte';
import type { Toaster } from '../toaster.svelte';
import { copied } from './copied';
import { excelNote, spreadsheetMarks } from './formats';
import { SHEET_ROWS, type RowsFile } from './rowsFile.svelte';

/** More of them nobody pastes. */
const COPIED_ROWS = 10_000;
const TABS: CsvMarks = { separator: '\t', decimal: '.', marked: false };

interface Given {
	readonly app: App;
	readonly toaster: Toaster;
	readonly calls: Calls;
	readonly file: RowsFile;
	/** what the list comes to, as a sentence to paste */
	readonly sentence: string;
	/** what went wrong, in a sentence; null: nothing */
	readonly tell: (problem: string | null) => void;
}

/** All that the list of calls and chats on screen can be saved and copied as: its rows under its filter, in its order. */
export function callsItems({ app, toaster, calls, file, sentence, tell }: Given): MenuItem[] {
	const t = files.current;
	const { formats } = t;
	const name = `${common.current.appName} ${tabs.current.usage.calls}`;
	const rows = calls.list?.interactions ?? 0;

	const write = (format: RowsFormat | CsvMarks) => {
		const asked = calls.asked;
		return (options: Parameters<typeof app.client.exports.calls>[2]) =>
			asked ? app.client.exports.calls(asked, format, options) : Promise.resolve(null);
	};

	function save(ending: string, format: RowsFormat | CsvMarks) {
		tell(format === 'xlsx' && rows > SHEET_ROWS ? t.tooMany(integer(SHEET_ROWS)) : null);
		if (format !== 'xlsx' || rows <= SHEET_ROWS) void file.save(`${name}.${ending}`, write(format));
	}

	async function copyRows() {
		tell(rows > COPIED_ROWS ? t.copyTooMany(integer(COPIED_ROWS)) : null);
		if (rows > COPIED_ROWS) return;
		const blob = await file.make(write(TABS));
		if (blob) tell(await copied(toaster, await blob.text(), t.notCopied));
	}

	return [
		{ id: 'csv', ...formats.csv, onselect: () => save('csv', 'csv') },
		{
			id: 'excel',
			label: formats.excel.label,
			note: excelNote(navigator.language),
			onselect: () => save('excel.csv', { ...spreadsheetMarks(navigator.language), marked: true })
		},
		{ id: 'xlsx', ...formats.xlsx, onselect: () => save('xlsx', 'xlsx') },
		{ id: 'parquet', ...formats.parquet, onselect: () => save('parquet', 'parquet') },
		{ id: 'json', ...formats.json, onselect: () => save('json', 'json') },
		{ id: 'copy', label: t.copyTable, separated: true, onselect: () => void copyRows() },
		{
			id: 'sentence',
			label: t.copySentence,
			onselect: () =>
				void copied(toaster, sentence, t.sentenceNotCopied(sentence)).then((problem) => tell(problem))
		}
	];
}
