import { deleteDB, type IDBPDatabase } from 'idb';
import { isBroken, openDatabase, useSpareBucket } from './database';
import { hasRoom } from './mirror/room';
import { seal, unseal } from './sealed';
import type { RegistrySchema, WorkspaceRecord } from './schema';

const LAST = 'lastWorkspace';
const FOLDER = 'backupFolder';
const VERSION = 2;
const fileKey = (workspace: string, digest: string): string => `file ${workspace} ${digest}`;
/** The registry's names: the next is taken where one cannot be opened. It is rebuilt from the second copies. */
const NAMES = ['drawdown', 'drawdown~2', 'drawdown~3'];
const STRICT = { durability: 'strict' } as const;

type Db = IDBPDatabase<RegistrySchema>;

/**
 * The names from the newest that is there on: once one worker has had to take another name, all of them use it, though
 * the browser may let the first be opened again by then, empty.
 */
async function newest(): Promise<readonly string[]> {
	try {
		const there = await indexedDB.databases();
		const last = NAMES.findLastIndex((name) => there.some((database) => database.name === name));
		return NAMES.slice(Math.max(0, last));
	} catch {
		// An older browser does not tell; one that cannot open anything comes to the spare bucket.
		return NAMES;
	}
}

/** Throws where a database that could be opened cannot be read: it is small, and broken all the same. */
async function readable(db: Db): Promise<void> {
	try {
		await Promise.all([db.getAll('workspaces'), db.getAll('device')]);
	} catch (cause) {
		db.close();
		throw cause;
	}
}

/** Deletes the databases that a workspace had before one. */
export async function eraseBefore(id: string, incarnation: number): Promise<void> {
	for (let old = 1; old < incarnation; old++) await deleteDB(`drawdown-${id}-${old}`);
}

/** The small database beside the workspaces: which there are, and which was open last on this device. */
export class Registry {
	#db: Promise<Db> | null = null;
	#spare = false;

	/** @param heals false: where it cannot be opened that fails, and the next name is left to another worker to take */
	constructor(readonly heals = true) {}

	#open(): Promise<Db> {
		this.#db ??= newest().then((names) => this.#openFirst(names));
		this.#db.catch(() => (this.#db = null));
		return this.#db;
	}

	async #openFirst([name = '', ...others]: readonly string[]): Promise<Db> {
		try {
			const db = await openDatabase<RegistrySchema>(
				name,
				VERSION,
				async (db, from, _to, changing) => {
					if (from < 1) {
						db.createObjectStore('workspaces', { keyPath: 'id' });
						db.createObjectStore('device');
					} else if (from < 2) {
						const workspaces = changing.objectStore('workspaces');
						for (const found of await workspaces.getAll())
							await workspaces.put(seal({ ...found, removed: false }));
					}
				},
				() => (this.#db = null)
			);
			// Who heals nothing fails where it reads.
			if (this.heals) await readable(db);
			return db;
		} catch (cause) {
			if (!this.heals || !isBroken(cause) || (await hasRoom()) === false) throw cause;
			if (others.length > 0) return this.#openFirst(others);
			if (this.#spare || !(await useSpareBucket())) throw cause;
			this.#spare = true;
			return this.#openFirst(NAMES);
		}
	}

	async #all(): Promise<WorkspaceRecord[]> {
		const stored = await (await this.#open()).getAll('workspaces');
		const whole = stored.flatMap((record) => unseal<WorkspaceRecord>(record) ?? []);
		return whole.sort((a, b) => a.order - b.order);
	}

	/** The workspaces that are there for the user, in the order of the switcher. */
	async list(): Promise<WorkspaceRecord[]> {
		return (await this.#all()).filter(({ removed }) => !removed);
	}

	/** Those that were taken away and can be brought back. */
	async removed(): Promise<WorkspaceRecord[]> {
		return (await this.#all()).filter(({ removed }) => removed);
	}

	/** Removed or not. */
	async find(id: string): Promise<WorkspaceRecord | null> {
		return unseal<WorkspaceRecord>(await (await this.#open()).get('workspaces', id));
	}

	/** The one open last, else the first; null where there is none. */
	async last(): Promise<WorkspaceRecord | null> {
		const [id, list] = await Promise.all([this.device(LAST), this.list()]);
		return list.find((workspace) => workspace.id === id) ?? list[0] ?? null;
	}

	/** Writes only what is new: most starts open what was open last. */
	async remember(id: string): Promise<void> {
		if ((await this.device(LAST)) !== id) await this.setDevice(LAST, id);
	}

	/** A setting of this device, by its name. */
	async device(name: string): Promise<string | null> {
		const value = await (await this.#open()).get('device', name);
		return typeof value === 'string' ? value : null;
	}

	async setDevice(name: string, value: string): Promise<void> {
		await (await this.#open()).put('device', value, name);
	}

	/** The folder that was picked for backups; null: none was. */
	async backupFolder(): Promise<FileSystemDirectoryHandle | null> {
		const value = await (await this.#open()).get('device', FOLDER);
		return typeof value === 'object' ? (value as FileSystemDirectoryHandle) : null;
	}

	async setBackupFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
		const db = await this.#open();
		if (folder) await db.put('device', folder, FOLDER);
		else await db.delete('device', FOLDER);
	}

	/** Remembers where a file of a workspace lies, by its digest, and forgets those that have none of the digests in use. */
	async keepFile(
		workspace: string,
		digest: string,
		file: FileSystemFileHandle,
		digests: readonly string[]
	): Promise<void> {
		await this.forgetFiles(workspace, digests);
		await (await this.#open()).put('device', file, fileKey(workspace, digest));
	}

	async keptFile(workspace: string, digest: string): Promise<FileSystemFileHandle | null> {
		const value = await (await this.#open()).get('device', fileKey(workspace, digest));
		return typeof value === 'object' ? (value as FileSystemFileHandle) : null;
	}

	/** Forgets where the files of a workspace lie, but for those of some digests. */
	async forgetFiles(workspace: string, except: readonly string[] = []): Promise<void> {
		const db = await this.#open();
		const kept = except.map((digest) => fileKey(workspace, digest));
		for (const key of await db.getAllKeys('device'))
			if (key.startsWith(fileKey(workspace, '')) && !kept.includes(key)) await db.delete('device', key);
	}

	async create(id: string, name: string, sample = false): Promise<WorkspaceRecord> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', STRICT);
		const order = Math.max(0, ...(await store.getAll()).map((workspace) => workspace.order + 1));
		const made = { id, name, sample, incarnation: 1, order, removed: false };
		await store.add(seal(made));
		await done;
		return made;
	}

	/** The first workspace, made once however many tabs ask at the same time. */
	async createFirst(id: string, name: string): Promise<WorkspaceRecord> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', STRICT);
		const there = (await store.getAll()).flatMap((record) => unseal<WorkspaceRecord>(record) ?? []);
		const first = there.find(({ removed }) => !removed);
		const order = Math.max(0, ...there.map((workspace) => workspace.order + 1));
		const made = first ?? { id, name, sample: false, incarnation: 1, order, removed: false };
		if (!first) await store.add(seal(made));
		await done;
		return made;
	}

	/** Changes what may change of a workspace; null where it is gone. */
	async update(
		id: string,
		change: Partial<Pick<WorkspaceRecord, 'name' | 'incarnation' | 'removed'>>
	): Promise<WorkspaceRecord | null> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', STRICT);
		const found = unseal<WorkspaceRecord>(await store.get(id));
		const changed = found && { ...found, ...change };
		if (changed) await store.put(seal(changed));
		await done;
		return changed;
	}

	/** Enters a workspace that is known from its second copy; one that is already here stays as it is. */
	async enter(workspace: WorkspaceRecord): Promise<boolean> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', STRICT);
		const missing = unseal<WorkspaceRecord>(await store.get(workspace.id)) === null;
		if (missing) await store.put(seal(workspace));
		await done;
		return missing;
	}

	/** Deletes every database that a workspace ever had. Its entry stays until {@link forget}. */
	async eraseDatabases(id: string): Promise<void> {
		const workspace = await this.find(id);
		await eraseBefore(id, (workspace?.incarnation ?? 1) + 1);
	}

	async forget(id: string): Promise<void> {
		await this.forgetFiles(id);
		await (await this.#open()).delete('workspaces', id);
	}

	close(): void {
		void this.#db?.then((db) => db.close());
		this.#db = null;
	}
}
