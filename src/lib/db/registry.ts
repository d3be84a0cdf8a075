import Dexie from 'dexie';
import { RegistryDb, WorkspaceDb, type WorkspaceRecord } from './schema';

const LAST = 'lastWorkspace';

/** The small database beside the workspaces: which there are, and which was open last on this device. */
export class Registry {
	readonly #db = new RegistryDb();

	async list(): Promise<WorkspaceRecord[]> {
		return (await this.#db.workspaces.toArray()).sort((a, b) => a.order - b.order);
	}

	async find(id: string): Promise<WorkspaceRecord | null> {
		return (await this.#db.workspaces.get(id)) ?? null;
	}

	/** The one open last, else the first; null where there is none. */
	async last(): Promise<WorkspaceRecord | null> {
		const id = await this.#db.device.get(LAST);
		return (id === undefined ? null : await this.find(id)) ?? (await this.list())[0] ?? null;
	}

	async remember(id: string): Promise<void> {
		await this.#db.device.put(id, LAST);
	}

	async create(id: string, name: string): Promise<WorkspaceRecord> {
		return this.#db.transaction('rw', this.#db.workspaces, async () => {
			const order = Math.max(0, ...(await this.#db.workspaces.toArray()).map((w) => w.order + 1));
			const made = { id, name, sample: false, incarnation: 1, order };
			await this.#db.workspaces.add(made);
			return made;
		});
	}

	/** The first workspace, made once however many tabs ask at the same time. */
	async createFirst(id: string, name: string): Promise<WorkspaceRecord> {
		return this.#db.transaction('rw', this.#db.workspaces, async () => {
			const [first] = await this.#db.workspaces.toArray();
			if (first) return first;
			const made = { id, name, sample: false, incarnation: 1, order: 0 };
			await this.#db.workspaces.add(made);
			return made;
		});
	}

	async update(id: string, change: Partial<Pick<WorkspaceRecord, 'name' | 'sample'>>): Promise<void> {
		await this.#db.workspaces.update(id, change);
	}

	/** Removes a workspace with every database it ever had. */
	async remove(id: string): Promise<void> {
		const workspace = await this.find(id);
		if (!workspace) return;
		await this.#db.workspaces.delete(id);
		for (let incarnation = 1; incarnation <= workspace.incarnation; incarnation++)
			await Dexie.delete(new WorkspaceDb(id, incarnation, 'relaxed').name);
	}

	close(): void {
		this.#db.close();
	}
}
