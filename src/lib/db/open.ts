import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { isBroken, openDatabase } from './database';
import { hasRoom } from './mirror/room';
import { Registry } from './registry';
import { BYTE_STORES, SCHEMA_VERSION, type WorkspaceRecord, type WorkspaceSchema } from './schema';
import { seal } from './sealed';

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
		// The root has a term; layers may be summaries; both are sealed.
		const root = changing.objectStore('root');
		const found = await root.get('root');
		if (found) await root.put(seal({ revision: found.revision, term: 0 }), 'root');
		const layers = changing.objectStore('layers');
		for (const layer of await layers.getAll()) await layers.put(seal({ ...layer, summary: null }));
	}
	if (from < 3) {
		// Fingerprints of rows and of cases are worked out where they are asked for.
		(db as unknown as IDBPDatabase).deleteObjectStore('keys');
		const dictionaries = changing.objectStore('dictionaries');
		for (const key of await dictionaries.getAllKeys()) if (key[1] === 'case') await dictionaries.delete(key);
	}
}

/**
 * Opens a workspace's database. One that cannot be opened gets a successor with the next incarnation, empty, and the
 * registry remembers it; where there is no room that is why, and nothing is put in its place. A newer version's database
 * is left alone (VersionError). `onclosed`: another tab upgrades or deletes it, or the browser has closed it: this
 * connection is of no more use.
 */
export async function openStore(
	workspace: WorkspaceRecord,
	onclosed: () => void = () => undefined
): Promise<Store> {
	const open = (record: WorkspaceRecord) =>
		openDatabase<WorkspaceSchema>(databaseName(record), SCHEMA_VERSION, upgrade, onclosed);
	try {
		return { workspace, db: await open(workspace), replaced: false };
	} catch (cause) {
		if (!isBroken(cause) || (await hasRoom()) === false) throw cause;
	}
	const successor = { ...workspace, incarnation: workspace.incarnation + 1 };
	const db = await open(successor);
	const registry = new Registry();
	await registry.update(workspace.id, { incarnation: successor.incarnation });
	registry.close();
	return { workspace: successor, db, replaced: true };
}
