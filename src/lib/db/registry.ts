import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { RegistrySchema, WorkspaceRecord } from './schema';

const LAST = 'lastWorkspace';

/** The small database beside the workspaces: which there are, and which was open last on this device. */
export class Registry {
	#db: Promise<IDBPDatabase<RegistrySchema>> | null = null;

	#open(): Promise<IDBPDatabase<RegistrySchema>> {
		this.#db ??= openDB<RegistrySchema>('drawdown', 1, {
			upgrade(db) {
				db.createObjectStore('workspaces', { keyPath: 'id' });
				db.createObjectStore('device');
			},
			blocking: (_current, _blocked, event) => {
				(event.target as IDBDatabase).close();
				this.#db = null;
			}
		});
		this.#db.catch(() => (this.#db = null));
		return this.#db;
	}

	async list(): Promise<WorkspaceRecord[]> {
		return (await (await this.#open()).getAll('workspaces')).sort((a, b) => a.order - b.order);
	}

	async find(id: string): Promise<WorkspaceRecord | null> {
		return (await (await this.#open()).get('workspaces', id)) ?? null;
	}

	/** The one open last, else the first; null where there is none. */
	async last(): Promise<WorkspaceRecord | null> {
		const id = await (await this.#open()).get('device', LAST);
		return (id === undefined ? null : await this.find(id)) ?? (await this.list())[0] ?? null;
	}

	async remember(id: string): Promise<void> {
		await (await this.#open()).put('device', id, LAST);
	}

	async create(id: string, name: string, sample = false): Promise<WorkspaceRecord> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', {
			durability: 'strict'
		});
		const order = Math.max(0, ...(await store.getAll()).map((workspace) => workspace.order + 1));
		const made = { id, name, sample, incarnation: 1, order, removed: false };
		await store.add(made);
		await done;
		return made;
	}

	/** The first workspace, made once however many tabs ask at the same time. */
	async createFirst(id: string, name: string): Promise<WorkspaceRecord> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', {
			durability: 'strict'
		});
		const [first] = await store.getAll();
		const made = first ?? { id, name, sample: false, incarnation: 1, order: 0, removed: false };
		if (!first) await store.add(made);
		await done;
		return made;
	}

	async rename(id: string, name: string): Promise<void> {
		const { store, done } = (await this.#open()).transaction('workspaces', 'readwrite', {
			durability: 'strict'
		});
		const found = await store.get(id);
		if (found) await store.put({ ...found, name });
		await done;
	}

	async replace(workspace: WorkspaceRecord): Promise<void> {
		await (await this.#open()).put('workspaces', workspace);
	}

	/** Removes a workspace with every database it ever had. */
	async remove(id: string): Promise<void> {
		const workspace = await this.find(id);
		if (!workspace) return;
		await (await this.#open()).delete('workspaces', id);
		for (let incarnation = 1; incarnation <= workspace.incarnation; incarnation++)
			await deleteDB(`drawdown-${id}-${incarnation}`);
	}

	close(): void {
		void this.#db?.then((db) => db.close());
		this.#db = null;
	}
}
