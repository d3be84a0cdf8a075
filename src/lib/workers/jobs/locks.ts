import { beginTerm, type Store, type Term } from '../../db';

/** Where the browser has no Web Locks there is one tab's word only: the action runs as it is. */
const locks = globalThis.navigator?.locks;

/** One writer per workspace, across tabs: each holding of the lock is a term, which every write transaction names. */
export function asWriter<T>(store: Store, action: (term: Term) => Promise<T>): Promise<T> {
	const begin = async () => action(await beginTerm(store));
	return locks ? (locks.request(`drawdown-write-${store.workspace.id}`, begin) as Promise<T>) : begin();
}

const stagingLock = (layer: string) => `drawdown-staging-${layer}`;

/** Says that a staging layer has a living owner. The answer ends it; so does the end of the worker. */
export async function ownStaging(layer: string): Promise<() => void> {
	if (!locks) return () => undefined;
	return new Promise((owned) => {
		void locks.request(stagingLock(layer), () => new Promise<void>((release) => owned(release)));
	});
}

/** Runs the action if no living worker owns the staging layer. */
export async function ifAbandoned(layer: string, action: () => Promise<unknown>): Promise<void> {
	if (!locks) return;
	await locks.request(stagingLock(layer), { ifAvailable: true }, async (lock) => {
		if (lock) await action();
	});
}
