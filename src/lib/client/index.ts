import { proxy } from 'comlink';
import type { FileForm } from '$lib/engine/ingest';
import type {
	ArchiveApi,
	ComputeApi,
	DataApi,
	ExploreApi,
	ExportApi,
	QueryApi,
	ReaderApi,
	UnpackerApi
} from '$lib/workers/api';
import archiveUrl from '$lib/workers/archive.worker.ts?worker&url';
import computeUrl from '$lib/workers/compute.worker.ts?worker&url';
import dataUrl from '$lib/workers/data.worker.ts?worker&url';
import exploreUrl from '$lib/workers/explore.worker.ts?worker&url';
import exportUrl from '$lib/workers/export.worker.ts?worker&url';
import parquetUrl from '$lib/workers/parquet.worker.ts?worker&url';
import queryUrl from '$lib/workers/query.worker.ts?worker&url';
import readerUrl from '$lib/workers/reader.worker.ts?worker&url';
import sealUrl from '$lib/workers/seal.worker.ts?worker&url';
import workbookUrl from '$lib/workers/workbook.worker.ts?worker&url';
import { CHANGES, type StorageChange } from '$lib/workers/changes';
import { openDoor, type Door } from '$lib/workers/door/door';
import { READING_MS } from '$lib/workers/door/watchdog';
import { startWorker } from '$lib/workers/door/worker';
import { AppError } from '$lib/workers/errors';
import type { Client, JobOptions } from './client';

export type { Client } from './client';

/** A job that a signal cancels: then it rejects at once, and nobody waits for the job's own end. */
function abortable<T>(
	signal: AbortSignal,
	worker: { cancel(job: string): Promise<void> },
	start: (job: string) => Promise<T>
): Promise<T> {
	const job = crypto.randomUUID();
	const aborted = new Promise<never>((_, reject) => {
		const cancel = () => {
			void worker.cancel(job).catch(() => undefined);
			reject(new AppError('cancelled'));
		};
		if (signal.aborted) cancel();
		else signal.addEventListener('abort', cancel, { once: true });
	});
	const done = start(job);
	done.catch(() => undefined);
	return Promise.race([done, aborted]);
}

/** Tells of all that came so far. */
function counted(onProgress: (all: number) => void): (more: number) => void {
	let all = 0;
	return (more) => onProgress((all += more));
}

/** A job in a worker of its own that keeps nothing: done or cancelled, the worker ends, and its memory with it. */
async function passing<T, P>(
	door: Door<object>,
	file: File,
	kind: FileForm['kind'],
	{ signal, onProgress }: JobOptions<P>,
	start: (onProgress: (progress: P) => void) => Promise<T>
): Promise<T> {
	const ended = () => (signal.aborted ? new AppError('cancelled') : null);
	const early = ended();
	if (early) throw early;
	signal.addEventListener('abort', door.stop, { once: true });
	try {
		return await start(proxy(onProgress));
	} catch (cause) {
		const stuck = cause instanceof AppError && cause.params['reason'] === 'stuck';
		throw ended() ?? (stuck ? new AppError('damagedFile', { file: file.name, kind }, { cause }) : cause);
	} finally {
		signal.removeEventListener('abort', door.stop);
		door.stop();
	}
}

/** Starts the two workers that the first figures need, side by side; each other starts at its first call. */
export function createClient(): Client {
	let workspace: string | null = null;
	/** what the screens show is opened anew: then a dead worker's half-read files are swept, too */
	const greet = async (remote: Pick<DataApi | QueryApi | ExploreApi | ExportApi, 'open'>) => {
		if (workspace !== null) await remote.open(workspace);
	};
	const data = openDoor<DataApi>(() => startWorker(dataUrl, 'data'), { greet });
	const compute = openDoor<ComputeApi>(() => startWorker(computeUrl, 'compute'));
	const archive = openDoor<ArchiveApi>(() => startWorker(archiveUrl, 'archive'));
	const query = openDoor<QueryApi>(() => startWorker(queryUrl, 'query'), { greet });
	const explore = openDoor<ExploreApi>(() => startWorker(exploreUrl, 'explore'), { greet });
	const exports = openDoor<ExportApi>(() => startWorker(exportUrl, 'export'), { greet });
	const reader = openDoor<UnpackerApi>(() => startWorker(readerUrl, 'reader'), { patience: READING_MS });
	const workbook = openDoor<ReaderApi>(() => startWorker(workbookUrl, 'workbook'), { patience: READING_MS });
	const parquet = openDoor<ReaderApi>(() => startWorker(parquetUrl, 'parquet'), { patience: READING_MS });
	const readers = { text: reader, json: reader, workbook, parquet };
	const changes = new BroadcastChannel(CHANGES);
	data.start();
	// Beside the other worker, which says what it was right about.
	query.api.readAhead().catch(() => undefined);

	/** Explore and export read the same workspace: what they hold of another goes with it, and they are greeted with this one. */
	async function openQuery(id: string, anew?: boolean): Promise<void> {
		if (workspace !== id) {
			explore.stop();
			exports.stop();
		}
		workspace = id;
		await query.api.open(id, anew);
	}

	/** A worker that was made from bytes knows no address that others are relative to. */
	const prepare = () => data.api.prepare(new URL(sealUrl, document.baseURI).href);

	/** The worker that seals a file's rows starts with the first look at the file. */
	function identify(file: File): Promise<FileForm> {
		prepare().catch(() => undefined);
		return data.api.identify(file);
	}

	return {
		data: new Proxy(data.api, {
			get: (api, name: keyof DataApi) => (name === 'identify' ? identify : api[name])
		}),
		compute: compute.api,
		archive: {
			exportSettings: (id) => archive.api.exportSettings(id),
			readSettings: (text) => archive.api.readSettings(text),
			previewSettings: (id, text) => archive.api.previewSettings(id, text),
			needsPassphrase: (file) => archive.api.needsPassphrase(file),
			readRegister: (file) => archive.api.readRegister(file),
			importSums: (id, file, anyway) => archive.api.importSums(id, file, anyway),
			readAgain: (id, layer, file, sheets) => archive.api.readAgain(id, layer, file, sheets),
			retentionPlan: (id, months) => archive.api.retentionPlan(id, months),
			forgetPlan: (id, text) => archive.api.forgetPlan(id, text),
			retain: (id, months, { signal, onProgress }) =>
				abortable(signal, archive.api, (job) => archive.api.retain(id, job, months, proxy(onProgress))),
			forget: (id, text, { signal, onProgress }) =>
				abortable(signal, archive.api, (job) => archive.api.forget(id, job, text, proxy(onProgress))),
			backup: (id, passphrase, { signal, onProgress }) =>
				abortable(signal, archive.api, (job) => archive.api.backup(id, job, passphrase, proxy(onProgress))),
			restore: (file, passphrase, { signal, onProgress }) =>
				abortable(signal, archive.api, (job) => archive.api.restore(job, file, passphrase, proxy(onProgress)))
		},
		query: new Proxy(query.api, {
			get: (api, name: keyof QueryApi) => (name === 'open' ? openQuery : api[name])
		}),
		explore: explore.api,
		exports: {
			table: exports.api.table,
			focus: exports.api.focus,
			register: exports.api.register,
			interactions: (format, { signal, onProgress }) =>
				abortable(signal, exports.api, (job) =>
					exports.api.interactions(job, format, proxy(counted(onProgress)))
				),
			calls: (ask, format, { signal, onProgress }) =>
				abortable(signal, exports.api, (job) =>
					exports.api.calls(job, ask, format, proxy(counted(onProgress)))
				)
		},
		readers: {
			unpack: (file, kind, options) =>
				passing(reader, file, kind, options, (onProgress) => reader.api.unpack(file, kind, onProgress)),
			convert(file, form, choice, options) {
				const door: Door<ReaderApi> = readers[form.kind];
				return passing(door, file, form.kind, options, (onProgress) =>
					door.api.convert(file, form, choice, onProgress)
				);
			}
		},
		async stage(id, table, sniffed, plan, { signal, onProgress }) {
			return abortable(signal, data.api, async (job) => {
				// Messages come in their order: none waits for the answer to the one before.
				prepare().catch(() => undefined);
				const staged = await data.api.stage(id, job, table, sniffed, plan, proxy(onProgress));
				// The cancellation came when the last row had been read: nobody waits for this file any more.
				if (signal.aborted) await data.api.discard(id, staged.token);
				return staged;
			});
		},
		subscribe(listener) {
			const receive = (event: MessageEvent<StorageChange>) => listener(event.data);
			changes.addEventListener('message', receive);
			return () => changes.removeEventListener('message', receive);
		},
		close() {
			changes.close();
			query.stop();
			explore.stop();
			exports.stop();
			compute.stop();
		}
	};
}
