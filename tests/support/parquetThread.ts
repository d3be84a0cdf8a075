import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { answering } from '$lib/workers/failure';
import { convertParquet } from '$lib/workers/read/parquet';
import '$lib/workers/wire';

/** As parquet.worker.ts, in a thread of Node, to which no file can be sent: it comes as bytes and a name. */
export const api = {
	convert: (bytes: Uint8Array<ArrayBuffer>, name: string) =>
		convertParquet(new File([bytes], name), () => undefined)
};

if (parentPort) expose(answering(api), nodeEndpoint(parentPort));
