import { wrap } from 'comlink';
import { AppError } from '../errors';
import '../wire';
import { watch } from './watchdog';

type Remote = Record<string, (...args: unknown[]) => Promise<unknown>>;

interface Live {
	/** Runs a call, watched. It rejects when the worker dies, which would leave its callers waiting for ever. */
	ask<T>(call: (remote: Remote) => Promise<T>): Promise<T>;
	lose(reason: AppError): void;
}

export interface Door<T> {
	/** the worker's methods; each call ends with an answer or an `AppError` */
	readonly api: T;
	/** starts the worker before its first call, which then need not wait for it */
	start(): void;
	/** ends the worker; calls under way reject as lost, the next call starts a new one */
	stop(): void;
}

export interface DoorOptions<T> {
	/** tells a new worker what its predecessor knew, before its first call */
	readonly greet?: (remote: T) => Promise<unknown>;
	/** a worker that gives no sign of life for so long while it is asked something is ended, in ms */
	readonly patience?: number;
}

/** No step of ours keeps a worker from answering for nearly as long, on a slow machine either. */
const PATIENCE_MS = 30_000;

/** A worker behind its methods, made by `start`: started at its first call or before, started anew after it was lost. */
export function openDoor<T extends object>(
	start: () => Promise<Worker>,
	{ greet, patience = PATIENCE_MS }: DoorOptions<T> = {}
): Door<T> {
	let live: Promise<Live> | null = null;
	/** the worker that is running, greeted or not */
	let running: Live | null = null;
	/** how often it was stopped: a worker that was starting then is not wanted */
	let stops = 0;

	async function begin(): Promise<Live> {
		const asked = stops;
		let worker: Worker;
		try {
			worker = await start();
		} catch (cause) {
			throw new AppError('workerLost', {}, { cause });
		}
		if (stops > asked) {
			worker.terminate();
			throw new AppError('workerLost');
		}
		const remote = wrap(worker) as unknown as Remote;
		/**
		 * How the calls under way fail. (A race with one promise that lives as long as the worker would keep every answer
		 * there ever was for as long.)
		 */
		const waiting = new Set<(reason: AppError) => void>();
		let lost: AppError | null = null;
		let unwatch: () => void = () => undefined;
		// A worker answers for a property that it does not have as soon as its event loop turns.
		const sign = async () => remote['alive'];
		const stuck = () => mine.lose(new AppError('workerLost', { reason: 'stuck' }));
		const mine: Live = {
			async ask(call) {
				if (lost) throw lost;
				if (waiting.size === 0) unwatch = watch(sign, patience, stuck);
				let fail: (reason: AppError) => void = () => undefined;
				try {
					return await new Promise((resolve, reject) => {
						fail = reject;
						waiting.add(fail);
						call(remote).then(resolve, reject);
					});
				} finally {
					waiting.delete(fail);
					if (waiting.size === 0) unwatch();
				}
			},
			lose(reason) {
				lost = reason;
				for (const fail of waiting) fail(reason);
				worker.terminate();
				if (running === mine) running = live = null;
			}
		};
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			mine.lose(new AppError('workerLost', { message: event.message ?? '' }));
		});
		worker.addEventListener('messageerror', () => mine.lose(new AppError('workerLost')));
		running = mine;
		try {
			if (greet) await mine.ask(() => greet(remote as unknown as T));
		} catch (cause) {
			mine.lose(new AppError('workerLost'));
			throw cause;
		}
		return mine;
	}

	function started(): Promise<Live> {
		const asked = (live ??= begin());
		asked.catch(() => {
			if (live === asked) live = null;
		});
		return asked;
	}

	async function call(name: string, args: unknown[]): Promise<unknown> {
		const { ask } = await started();
		return ask((remote) => (remote[name] as Remote[string])(...args));
	}

	const api = new Proxy({} as T, {
		get: (_, name) =>
			typeof name === 'string' && name !== 'then' ? (...args: unknown[]) => call(name, args) : undefined
	});
	return {
		api,
		start: () => void started(),
		stop() {
			stops++;
			live = null;
			running?.lose(new AppError('workerLost'));
		}
	};
}
