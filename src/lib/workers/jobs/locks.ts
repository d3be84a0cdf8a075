import { beginTerm, type Store, type Term } from '../../db';
import { explained } from './room';

/** Where the browser has no Web Locks there is one tab's word only: the action runs as it is. */
const locks = globalThis.navigator?.locks;

/** A writer says that it is alive; one that has been silent for so long is frozen, and its lock is taken over. */
const SIGN_MS = 1_000;
const SILENCE_MS = 10_000;

const writeLock = (workspace: string) => `drawdown-write-${workspace}`;

/**
 * One writer per workspace, across tabs: each holding of the lock is a term, which every write transaction names. A
 * holder that gives no sign of life loses the lock to whoever waits; should it wake up, its term is over and it
 * cannot write. Where there is no room it fails in these words, whatever the browser calls it.
 */
export async function asWriter<T>(store: Store, action: (term: Term) => Promise<T>): Promise<T> {
	try {
		return await inTurn(store, async () => action(await beginTerm(store)));
	} catch (cause) {
		throw await explained(cause);
	}
}

/** Under the same lock, for an action that only deletes: it needs no term, and none could begin without room. */
export function inTurn<T>(store: Store, action: () => Promise<T>): Promise<T> {
	if (!locks) return action();
	const name = writeLock(store.workspace.id);
	const signs = new BroadcastChannel(name);
	const held = async () => {
		const beat = setInterval(() => signs.postMessage(null), SIGN_MS);
		try {
			return await action();
		} finally {
			clearInterval(beat);
		}
	};
	return waitOrTakeOver(name, signs, held).finally(() => signs.close());
}

async function waitOrTakeOver<T>(name: string, signs: BroadcastChannel, held: () => Promise<T>): Promise<T> {
	const waiting = new AbortController();
	let silence = setTimeout(() => waiting.abort(), SILENCE_MS);
	signs.onmessage = () => {
		clearTimeout(silence);
		silence = setTimeout(() => waiting.abort(), SILENCE_MS);
	};
	const granted = () => {
		clearTimeout(silence);
		signs.onmessage = null;
		return held();
	};
	try {
		return (await locks.request(name, { signal: waiting.signal }, granted)) as T;
	} catch (cause) {
		if (!waiting.signal.aborted) throw cause;
		return (await locks.request(name, { steal: true }, granted)) as T;
	} finally {
		clearTimeout(silence);
	}
}

/** Holds a lock until the answer is called, or this worker ends. What the answer returns ends when it is given back. */
function holdLock(name: string, mode: LockMode): Promise<() => Promise<void>> {
	return new Promise((owned) => {
		const ended = locks.request(name, { mode }, () => {
			return new Promise<void>((release) => {
				owned(async () => {
					release();
					await ended;
				});
			});
		});
	});
}

const stagingLock = (layer: string) => `drawdown-staging-${layer}`;

/** Says that a staging layer has a living owner. The answer ends it; so does the end of the worker. */
export async function ownStaging(layer: string): Promise<() => void> {
	return locks ? holdLock(stagingLock(layer), 'exclusive') : () => undefined;
}

/**
 * Runs the action once no living worker owns the staging layer. Only where that is so already the answer waits for it:
 * else the owner may yet commit, or be a worker that is still being ended.
 */
export async function onceAbandoned(layer: string, action: () => Promise<unknown>): Promise<void> {
	const name = stagingLock(layer);
	const done = await ifFree(name, async () => action().then(() => true));
	if (locks && !done) void locks.request(name, action).catch(() => undefined);
}

const openLock = (workspace: string) => `drawdown-open-${workspace}`;

/** Says that a workspace is in use here, until the answer is called or this worker ends. */
export async function hold(workspace: string): Promise<() => Promise<void>> {
	return locks ? holdLock(openLock(workspace), 'shared') : () => Promise.resolve();
}

/** How many say so. Where the browser has no Web Locks nobody can. */
export async function holders(workspace: string): Promise<number> {
	const { held = [] } = locks ? await locks.query() : {};
	return held.filter(({ name }) => name === openLock(workspace)).length;
}

/** Runs the action if no worker holds the workspace, and lets nobody hold it meanwhile; undefined otherwise. */
export function ifNobodyHolds<T>(workspace: string, action: () => Promise<T>): Promise<T | undefined> {
	return ifFree(openLock(workspace), action);
}

async function ifFree<T>(name: string, action: () => Promise<T>): Promise<T | undefined> {
	if (!locks) return undefined;
	return (await locks.request(name, { ifAvailable: true }, (lock) => (lock ? action() : undefined))) as
		T | undefined;
}
