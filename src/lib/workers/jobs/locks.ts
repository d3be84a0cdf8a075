/** Where the browser has no Web Locks there is one tab's word only: the action runs as it is. */
const locks = globalThis.navigator?.locks;

/** One writer per workspace, across tabs. */
export function asWriter<T>(workspace: string, action: () => Promise<T>): Promise<T> {
	return locks ? (locks.request(`drawdown-write-${workspace}`, action) as Promise<T>) : action();
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
