import { fileURLToPath } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { build, type Rolldown } from 'vite';
import { openDoor, type Door } from '$lib/workers/door/door';
import type { api } from './parquetThread';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function bundled(): Promise<URL> {
	const { output } = (await build({
		configFile: false,
		logLevel: 'silent',
		resolve: { alias: { $lib: root('src/lib') } },
		ssr: { noExternal: true },
		build: { ssr: root('tests/support/parquetThread.ts'), write: false, target: 'node20' }
	})) as Rolldown.RolldownOutput;
	return new URL(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

/** The Parquet reader in a thread of its own, behind the door of the app: silent for `patience` ms, it is ended. */
export async function openReaderThread(patience: number): Promise<Door<typeof api>> {
	const code = await bundled();
	return openDoor<typeof api>(
		async () => {
			const thread = new Thread(code);
			const failed = (listener: (event: { message: string; preventDefault: () => void }) => void) =>
				thread.on('error', ({ message }) => listener({ message, preventDefault: () => undefined }));
			const { addEventListener, ...endpoint } = nodeEndpoint(thread);
			const adapter = {
				...endpoint,
				addEventListener: (type: string, listener: never) =>
					type === 'error' ? failed(listener) : type === 'message' && addEventListener(type, listener),
				terminate: () => void thread.terminate()
			};
			return adapter as unknown as Worker;
		},
		{ patience }
	);
}
