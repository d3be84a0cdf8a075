import { expose } from 'comlink';
import type { ExportApi, OnRows } from './api';
import { AppError } from './errors';
import {
	batchOf,
	blobOf,
	CALL_COLUMNS,
	calls,
	FORMATS,
	formatOf,
	interactions,
	registerTable,
	ROW_COLUMNS
} from './export';
import { focusView } from './export/focus';
import { answering, ofStorage } from './failure';
import { fresh, open } from './query/opened';
import './wire';

/** Usage with its rows; null where readings or assumptions are all there is. */
async function rows() {
	const { db, settings, usage, account } = await fresh();
	return usage && !settings.assumptions ? { db, usage, account } : null;
}

const cancelled = new Set<string>();

/** Tells of rows until the job is cancelled. */
const heard =
	(job: string, onRows: OnRows): OnRows =>
	async (count) => {
		await onRows(count);
		if (cancelled.delete(job)) throw new AppError('cancelled');
	};

const api: ExportApi = {
	open,
	async table(table, format) {
		const { write, type } = FORMATS[format];
		return blobOf(write(table.columns, batchOf(table)), type);
	},
	async register(entries) {
		const table = registerTable(entries);
		const { write, type } = FORMATS.csv;
		return blobOf(write(table.columns, batchOf(table)), type);
	},
	async interactions(job, format, onRows) {
		const known = await rows();
		if (!known || known.usage.names.layers.every(({ record }) => record.blocks.length === 0)) return null;
		const { write, type } = FORMATS[format];
		const { cache, names } = known.usage;
		return blobOf(write(ROW_COLUMNS, interactions(known.db, cache, names.layers, heard(job, onRows))), type);
	},
	async calls(job, ask, format, onRows) {
		const known = await rows();
		if (!known) return null;
		const { write, type } = formatOf(format);
		return blobOf(write(CALL_COLUMNS, calls(known.usage, ask, heard(job, onRows))), type);
	},
	async cancel(job) {
		cancelled.add(job);
	},
	async focus(start, version, strict) {
		const known = await rows();
		return known && focusView(known.usage, { account: known.account, start, version, strict });
	}
};

expose(answering(api, ofStorage));
