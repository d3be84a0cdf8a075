import { proxy } from 'comlink';
import type { ComputeApi, DataApi, QueryApi } from '$lib/workers/api';
import computeUrl from '$lib/workers/compute.worker.ts?worker&url';
import dataUrl from '$lib/workers/data.worker.ts?worker&url';
import queryUrl from '$lib/workers/query.worker.ts?worker&url';
import { CHANGES, type StorageChange } from '$lib/workers/changes';
import { AppError } from '$lib/workers/errors';
import type { Client } from './client';
import { openDoor } from './door';
import { startWorker } from './worker';

export type { Client, StageOptions } from './client';

/** Starts nothing yet: each worker starts at its first call. */
export function createClient(): Client {
	let workspace: string | null = null;
	const data = openDoor<DataApi>(() => startWorker(dataUrl, 'data'));
	const compute = openDoor<ComputeApi>(() => startWorker(computeUrl, 'compute'));
	const query = openDoor<QueryApi>(
		() => startWorker(queryUrl, 'query'),
		async (remote) => {
			if (workspace !== null) await remote.open(workspace);
		}
	);
	const changes = new BroadcastChannel(CHANGES);

	return {
		data: data.api,
		compute: compute.api,
		query: new Proxy(query.api, {
			get: (api, name: keyof QueryApi) =>
				name === 'open' ? (id: string) => ((workspace = id), api.open(id)) : api[name]
		}),
		async stage(id, file, sniffed, mapping, { sample = false, signal, onProgress }) {
			const job = crypto.randomUUID();
			const aborted = new Promise<never>((_, reject) => {
				const cancel = () => {
					void data.api.cancel(job).catch(() => undefined);
					reject(new AppError('cancelled'));
				};
				if (signal.aborted) cancel();
				else signal.addEventListener('abort', cancel, { once: true });
			});
			const staged = data.api.stage(id, job, file, sniffed, mapping, sample, proxy(onProgress));
			// After an abort nobody waits for the job's own end.
			staged.catch(() => undefined);
			return Promise.race([staged, aborted]);
		},
		subscribe(listener) {
			const receive = (event: MessageEvent<StorageChange>) => listener(event.data);
			changes.addEventListener('message', receive);
			return () => changes.removeEventListener('message', receive);
		},
		close() {
			changes.close();
			query.stop();
			compute.stop();
		}
	};
}
