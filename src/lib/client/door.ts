import { wrap } from 'comlink';
import { AppError } from '$lib/workers/errors';
import '$lib/workers/wire';

interface Live {
	readonly worker: Worker;
	readonly remote: Record<string, (...args: unknown[]) => Promise<unknown>>;
	/** rejects when the worker dies; a dead worker would leave its callers waiting for ever */
	readonly lost: Promise<never>;
}

export interface Door<T> {
	/** the worker's methods; each call ends with an answer or an `AppError` */
	readonly api: T;
	/** ends the worker; calls under way reject as lost, the next call starts a new one */
	stop(): void;
}

/**
 * A worker behind its methods: started at the first call, started anew after it was lost.
 * `start` makes the worker; `greet` tells a new one what its predecessor knew.
 */
export function openDoor<T extends object>(
	start: () => Promise<Worker>,
	greet: (remote: T) => Promise<unknown> = () => Promise.resolve()
): Door<T> {
	let live: Promise<Live> | null = null;
	let lose: ((reason: AppError) => void) | null = null;

	async function begin(): Promise<Live> {
		let worker: Worker;
		try {
			worker = await start();
		} catch (cause) {
			throw new AppError('workerLost', {}, { cause });
		}
		const lost = new Promise<never>((_, reject) => {
			lose = (reason) => {
				reject(reason);
				live = null;
				worker.terminate();
			};
			worker.addEventListener('error', (event) => {
				event.preventDefault();
				lose?.(new AppError('workerLost', { message: event.message ?? '' }));
			});
			worker.addEventListener('messageerror', () => lose?.(new AppError('workerLost')));
		});
		lost.catch(() => undefined);
		const remote = wrap(worker) as unknown as Live['remote'];
		await Promise.race([greet(remote as unknown as T), lost]);
		return { worker, remote, lost };
	}

	async function call(name: string, args: unknown[]): Promise<unknown> {
		live ??= begin();
		live.catch(() => (live = null));
		const { remote, lost } = await live;
		const method = remote[name] as (...args: unknown[]) => Promise<unknown>;
		return Promise.race([method(...args), lost]);
	}

	const api = new Proxy({} as T, {
		get: (_, name) =>
			typeof name === 'string' && name !== 'then' ? (...args: unknown[]) => call(name, args) : undefined
	});
	return { api, stop: () => lose?.(new AppError('workerLost')) };
}
