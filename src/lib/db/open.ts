import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { Registry } from './registry';
import { BYTE_STORES, SCHEMA_VERSION, type WorkspaceRecord, type WorkspaceSchema } from './schema';

export type WorkspaceDb = IDBPDatabase<WorkspaceSchema>;

/** One workspace's database, open. */
export interface Store {
	readonly workspace: WorkspaceRecord;
	readonly db: WorkspaceDb;
	/** it took the place of one that could not be opened */
	readonly replaced: boolean;
}

/** A transaction that has ended is on disk: commits, documents. */
export const STRICT = { durability: 'strict' } as const;
/** Fast: bytes that a strict transaction makes count. */
export const RELAXED = { durability: 'relaxed' } as const;

/** Failures that no retry heals: the database needs a new name, not an error for ever. */
const BROKEN = new Set(['UnknownError', 'DataError', 'NotFoundError', 'AbortError']);

export const databaseName = ({ id, incarnation }: Pick<WorkspaceRecord, 'id' | 'incarnation'>): string =>
	`drawdown-${id}-${incarnation}`;

/** Brings a database of any earlier version up to this one. What was published is never edited. */
async function upgrade(
	db: WorkspaceDb,
	from: number,
	_to: number | null,
	changing: IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], 'versionchange'>
): Promise<void> {
	if (from < 1) {
		db.createObjectStore('root');
		db.createObjectStore('layers', { keyPath: 'id' }).createIndex('digest', 'digest');
		for (const name of BYTE_STORES) db.createObjectStore(name);
		db.createObjectStore('documents', { keyPath: 'id' });
		return;
	}
	if (from < 2) {
		// The root has a term; layers may be summaries.
		const root = changing.objectStore('root');
		const found = await root.get('root');
		if (found) await root.put({ ...found, term: 0 }, 'root');
		const layers = changing.objectStore('layers');
		for (const layer of await layers.getAll()) await layers.put({ ...layer, summary: null });
	}
}

function openDatabase(workspace: WorkspaceRecord): Promise<WorkspaceDb> {
	return openDB<WorkspaceSchema>(databaseName(workspace), SCHEMA_VERSION, {
		upgrade,
		/** A newer version of the app, or a removal, in another tab waits for us: let go. */
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
		}
	});
}

/**
 * Opens a workspace's database. One that cannot be opened gets a successor with the next incarnation, empty, and the
 * registry remembers it. A newer version's database is left alone (VersionError).
 */
export async function openStore(workspace: WorkspaceRecord): Promise<Store> {
	try {
		return { workspace, db: await openDatabase(workspace), replaced: false };
	} catch (cause) {
		if (!(cause instanceof DOMException) || !BROKEN.has(cause.name)) throw cause;
	}
	const successor = { ...workspace, incarnation: workspace.incarnation + 1 };
	const db = await openDatabase(successor);
	const registry = new Registry();
	await registry.replace(successor);
	registry.close();
	return { workspace: successor, db, replaced: true };
}
