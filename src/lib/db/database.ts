import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

/** A tab with an older version of the app holds the database open, and does not let go. */
export class HeldByOldTab extends Error {
	override readonly name = 'HeldByOldTab';
}

/** Failures that no retry heals: the database needs a new name, not an error for ever. */
const BROKEN = new Set(['UnknownError', 'DataError', 'NotFoundError', 'AbortError']);

export const isBroken = (cause: unknown): boolean => cause instanceof DOMException && BROKEN.has(cause.name);

/** Where the browser can keep databases apart from those of the page itself. */
interface Buckets {
	open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
}

const SPARE = 'drawdown-2';

/**
 * Chromium's LevelDB back end keeps all databases of an origin together: where that cannot be opened no name helps,
 * but a storage bucket is apart. This worker's databases are then those of the spare bucket, which the second copies
 * fill. False where the browser has no buckets, or the spare one is in use already.
 */
export async function useSpareBucket(): Promise<boolean> {
	const buckets = (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;
	if (!buckets) return false;
	const { indexedDB } = await buckets.open(SPARE);
	if (globalThis.indexedDB === indexedDB) return false;
	Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true });
	return true;
}

/** An old tab lets go when it is told; one that is frozen cannot. */
const PATIENCE_MS = 8_000;

/**
 * Opens a database, and upgrades it. Ends in any case: rejects with {@link HeldByOldTab} where an older tab stands in
 * the way. The connection closes itself for another tab that upgrades or deletes the database; `onclosed` is told.
 */
export function openDatabase<T extends DBSchema>(
	name: string,
	version: number,
	upgrade: NonNullable<OpenDBCallbacks<T>['upgrade']>,
	onclosed: () => void
): Promise<IDBPDatabase<T>> {
	return new Promise((resolve, reject) => {
		let waiting: ReturnType<typeof setTimeout> | undefined;
		let given = false;
		const opening = openDB<T>(name, version, {
			upgrade,
			blocked() {
				waiting = setTimeout(() => {
					given = true;
					reject(new HeldByOldTab(name));
				}, PATIENCE_MS);
			},
			blocking(_current, _blocked, event) {
				(event.target as IDBDatabase).close();
				onclosed();
			},
			terminated: onclosed
		});
		opening.then((db) => (given ? db.close() : resolve(db)), reject).finally(() => clearTimeout(waiting));
	});
}
