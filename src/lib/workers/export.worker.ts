import { expose } from 'comlink';
import type { ExportApi } from './api';
import { batchOf, blobOf, FORMATS, interactions, ROW_COLUMNS } from './export';
import { focusView } from './export/focus';
import { answering, ofStorage } from './failure';
import { fresh, open } from './query/opened';
import './wire';

/** Usage with its rows; null where readings or assumptions are all there is. */
async function rows() {
	const { db, settings, usage, account } = await fresh();
	return usage && !settings.assumptions ? { db, usage, account } : null;
}

const api: ExportApi = {
	open,
	async table(table, format) {
		const { write, type } = FORMATS[format];
		return blobOf(write(table.columns, batchOf(table)), type);
	},
	async interactions(format, onRows) {
		const known = await rows();
		if (!known || known.usage.names.layers.every(({ record }) => record.blocks.length === 0)) return null;
		const { write, type } = FORMATS[format];
		const { cache, names } = known.usage;
		return blobOf(write(ROW_COLUMNS, interactions(known.db, cache, names.layers, onRows)), type);
	},
	async focus(start, version, strict) {
		const known = await rows();
		return known && focusView(known.usage, { account: known.account, start, version, strict });
	}
};

expose(answering(api, ofStorage));
