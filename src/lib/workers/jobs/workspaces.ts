import {
	check,
	commit,
	emptyLayer,
	eraseBefore,
	FallenBehind,
	failPoint,
	follow,
	hasRoom,
	needsRebuild,
	NOTHING,
	openStore,
	privateFolders,
	readRoots,
	rebuild,
	Registry,
	removedLayers,
	revision,
	updateLayer,
	type Folders,
	type Repair,
	type Store,
	type WorkspaceRecord
} from '../../db';
import type { Copies, Opened, RepairView, Secured, Workspace } from '../api';
import { AppError } from '../errors';
import { asWriter, hold, holders, ifNobodyHolds, inTurn } from './locks';
import { explained, isFull } from './room';
import { openWhole, putRight, sweep } from './sweep';

export const workspaceView = ({ id, name, sample }: Workspace): Workspace => ({ id, name, sample });

/** What a database says that has damaged files; or that has no room. */
const FAILURES = new Set(['UnknownError', 'AbortError', 'DataError', 'NotReadableError', 'NotFoundError']);

/** Writing that can wait until there is room. */
async function unlessFull(writing: Promise<void>): Promise<void> {
	try {
		await writing;
	} catch (cause) {
		if (!isFull(await explained(cause))) throw cause;
	}
}

/** The first workspace has no name of its own. */
const FIRST_NAME = '';

/**
 * All workspaces of this browser, in two copies: the databases, and a folder each in the private file system, which
 * follows. Whichever is newer and whole leads at the start.
 */
export class Workspaces {
	readonly registry = new Registry();
	readonly #stores = new Map<string, Promise<Store>>();
	/** workspaces in use here, and how each is let go of */
	readonly #held = new Map<string, Promise<() => Promise<void>>>();
	/** workspaces that were taken away here, and may be brought back here */
	readonly #undoable = new Set<string>();
	#folders: Promise<Folders | null> | null = null;
	#restored: Promise<number> | null = null;

	/** The open database of a workspace. One that is opened for the first time here is to be brought up by #begin. */
	store(id: string): Promise<Store> {
		return this.#stores.get(id) ?? this.#open(id, this.#held.has(id) ? openWhole : openStore);
	}

	#open(id: string, openIt: typeof openStore): Promise<Store> {
		const opening = (async () => {
			const record = await this.registry.find(id);
			if (!record) throw new AppError('workspaceGone');
			const onclosed = () => {
				this.#stores.delete(id);
				putRight(id);
			};
			return openIt(record, onclosed);
		})();
		this.#stores.set(id, opening);
		opening.catch(() => this.#stores.delete(id));
		return opening;
	}

	async list(): Promise<Workspace[]> {
		await this.#restore();
		return (await this.registry.list()).map(workspaceView);
	}

	/** Opens a workspace; null, or one that is gone: the one used last, or a first one. */
	async open(id: string | null): Promise<Opened> {
		const workspaces = await this.#restore();
		const wanted = id === null ? null : await this.registry.find(id);
		const record =
			(wanted && !wanted.removed ? wanted : await this.registry.last()) ??
			(await this.registry.createFirst(crypto.randomUUID(), FIRST_NAME));
		await unlessFull(this.registry.remember(record.id));
		await unlessFull(this.#eraseRemoved());
		const store = await this.store(record.id);
		const opened = await this.#begin(store).catch(async (cause: unknown) =>
			this.#begin(await this.#successor(store, cause))
		);
		return { workspace: workspaceView(record), ...opened, repair: { ...opened.repair, workspaces } };
	}

	/**
	 * Sweeps a database, and brings it to what the newer copy holds. Where there is no room to write anything it is
	 * opened to be read, unless the second copy holds more.
	 */
	async #begin(store: Store): Promise<{ readonly repair: Repair; readonly revision: number }> {
		const { id } = store.workspace;
		const alone = await this.#sweep(store);
		await this.#hold(id);
		const folder = await this.#folder(id);
		const mending = asWriter(store, async (term) => {
			if (alone) {
				const drop = (await removedLayers(store.db)).map((layer) => layer.id);
				if (drop.length > 0) {
					await failPoint('sweep:before');
					await commit(store, term, { drop });
				}
			}
			return folder ? rebuild(store, term, folder) : NOTHING;
		});
		const repair = await mending.catch(async (cause: unknown) => {
			if (!isFull(cause) || (folder && (await needsRebuild(store, folder)))) throw cause;
			return NOTHING;
		});
		// A predecessor that has failed is of no more use to anybody, and would keep what is removed.
		void eraseBefore(id, store.workspace.incarnation).catch(() => undefined);
		return { repair, revision: await revision(store.db) };
	}

	/**
	 * An empty database in the place of one that can be opened but fails by itself, where a second copy can fill it.
	 * Throws the failure where it is none of that kind: a full disk fails in the same words.
	 */
	async #successor(broken: Store, cause: unknown): Promise<Store> {
		const { id, incarnation } = broken.workspace;
		const folder = await this.#folder(id);
		const given = cause instanceof DOMException && FAILURES.has(cause.name) && folder !== null;
		if (!given || !(await readRoots(folder)).root || !(await hasRoom())) throw cause;
		broken.db.close();
		this.#stores.delete(id);
		// Another tab may have been first.
		if ((await this.registry.find(id))?.incarnation === incarnation)
			await this.registry.update(id, { incarnation: incarnation + 1 });
		return this.#open(id, openStore);
	}

	/** Brings the second copy up to the database. What was committed before the call is then on disk twice. */
	async secure(id: string, distrusted: readonly string[] = []): Promise<Secured> {
		const store = await this.store(id);
		const copies = await this.#copy(store, distrusted);
		return { copies, revision: await revision(store.db) };
	}

	/** Reads every byte of both copies, mends the damaged one from the other, and secures. */
	async check(id: string): Promise<RepairView> {
		const store = await this.store(id);
		const folder = await this.#folder(id);
		try {
			const { distrusted, ...found } = await asWriter(store, () => check(store, folder));
			await this.secure(id, distrusted);
			return { ...found, workspaces: 0 };
		} catch (cause) {
			const { repair } = await this.#begin(await this.#successor(store, cause));
			await this.secure(id);
			return { ...repair, workspaces: 0 };
		}
	}

	async create(name: string, sample: boolean): Promise<Workspace> {
		return workspaceView(await this.registry.create(crypto.randomUUID(), name, sample));
	}

	async rename(id: string, name: string): Promise<void> {
		await this.registry.update(id, { name });
		await this.secure(id);
	}

	/** Takes a workspace away, or brings it back. It is erased at a start that finds nobody who could undo. */
	async setRemoved(id: string, removed: boolean): Promise<void> {
		if (removed) {
			this.#undoable.add(id);
			await this.#hold(id);
		} else this.#undoable.delete(id);
		await this.registry.update(id, { removed });
		await this.secure(id);
	}

	/** Takes a layer away, or brings it back. The new revision; null: there was nothing to change. */
	async setLayerRemoved(id: string, layer: string, removed: boolean): Promise<number | null> {
		const store = await this.store(id);
		const change = () =>
			asWriter(store, (term) => updateLayer(store, term, layer, { state: removed ? 'removed' : 'ready' }));
		return change().catch(async (cause: unknown) => {
			if (!isFull(cause) || !removed) throw cause;
			// So that it can be taken away all the same, its second copy gives its room.
			await inTurn(store, () => this.#giveUpCopies(id, [layer]));
			return change();
		});
	}

	/**
	 * Erases what was taken away, at once: layers of this workspace, and all workspaces that were removed. One that
	 * another worker holds stays: it may be brought back there, or is being restored from a backup.
	 */
	async emptyTrash(id: string): Promise<void> {
		this.#undoable.clear();
		await this.#eraseRemoved();
		const store = await this.store(id);
		const erase = () =>
			asWriter(store, async (term) => {
				const drop = (await removedLayers(store.db)).map((layer) => layer.id);
				if (drop.length > 0) await commit(store, term, { drop });
			});
		await erase().catch(async (cause: unknown) => {
			if (!isFull(cause)) throw cause;
			// Without room nothing can be written, but bytes can be deleted: then there may be some.
			await inTurn(store, async () => {
				const removed = (await removedLayers(store.db)).map((layer) => layer.id);
				for (const layer of removed) await emptyLayer(store, layer);
				await this.#giveUpCopies(id, removed);
			});
			await erase();
		});
		await this.secure(id);
	}

	/** Removes the files of layers from the second copy. What is still wanted of them is copied anew, once there is room. */
	async #giveUpCopies(id: string, layers: readonly string[]): Promise<void> {
		const folder = await this.#folder(id);
		const files = (folder && (await readRoots(folder)).root?.files) ?? {};
		for (const layer of layers) if (files[layer]) await folder?.remove(files[layer]);
	}

	/** What is kept for Undo: files of a workspace with their bytes, and whole workspaces. */
	async trash(
		id: string
	): Promise<{ readonly layers: number; readonly bytes: number; readonly workspaces: number }> {
		const layers = await removedLayers((await this.store(id)).db);
		return {
			layers: layers.length,
			bytes: layers.reduce((sum, { bytes }) => sum + bytes, 0),
			workspaces: (await this.#deletable()).length
		};
	}

	async #copy(store: Store, distrusted: readonly string[]): Promise<Copies> {
		const { id } = store.workspace;
		const folder = await this.#folder(id);
		const workspace = await this.registry.find(id);
		if (!folder || !workspace) return 'one';
		try {
			await asWriter(store, (term) => follow(store, term, folder, workspace, distrusted));
			return 'two';
		} catch (cause) {
			if (cause instanceof FallenBehind) {
				await this.#begin(store);
				return this.#copy(store, distrusted);
			}
			// Without room for a second copy the first one stands. Whoever took the lock over makes the copy.
			if (cause instanceof DOMException || isFull(cause)) return 'one';
			throw cause;
		}
	}

	async #folder(id: string) {
		this.#folders ??= privateFolders();
		const folders = await this.#folders;
		return folders && folders.open(id);
	}

	/** Workspaces that the registry has lost and whose second copy is there. How many came back. */
	#restore(): Promise<number> {
		this.#restored ??= (async () => {
			this.#folders ??= privateFolders();
			const folders = await this.#folders;
			let restored = 0;
			for (const id of folders ? await folders.list() : []) {
				if (await this.registry.find(id)) continue;
				const { root } = await readRoots(await (folders as Folders).open(id));
				if (root && (await this.registry.enter(root.workspace)) && !root.workspace.removed) restored++;
			}
			return restored;
		})();
		this.#restored.catch(() => (this.#restored = null));
		return this.#restored;
	}

	/** Removes what imports without a living owner have left. True: no other tab has this workspace open. */
	async #sweep(store: Store): Promise<boolean> {
		await sweep(store).catch(async (cause: unknown) => {
			if (!isFull(await explained(cause))) throw cause;
			putRight(store.workspace.id);
		});
		return (
			!this.#held.has(store.workspace.id) &&
			(await ifNobodyHolds(store.workspace.id, async () => true)) === true
		);
	}

	/** Says to other tabs that this workspace is open here: what was removed in it may be brought back. */
	async #hold(id: string): Promise<void> {
		const held = this.#held.get(id) ?? hold(id);
		this.#held.set(id, held);
		await held;
	}

	/** Removed workspaces that nobody else holds. */
	async #deletable(): Promise<WorkspaceRecord[]> {
		const deletable: WorkspaceRecord[] = [];
		for (const workspace of await this.registry.removed())
			if ((await holders(workspace.id)) <= (this.#held.has(workspace.id) ? 1 : 0)) deletable.push(workspace);
		return deletable;
	}

	/** Erases removed workspaces that nobody could bring back. What another tab has taken away is let go of here. */
	async #eraseRemoved(): Promise<void> {
		for (const workspace of await this.registry.removed()) {
			if (this.#undoable.has(workspace.id)) continue;
			const letGo = await this.#held.get(workspace.id);
			this.#held.delete(workspace.id);
			await letGo?.();
			await ifNobodyHolds(workspace.id, () => this.#erase(workspace));
		}
	}

	/** The registry's entry goes last: until then a crash leaves a removed workspace, not one that comes back. */
	async #erase({ id }: WorkspaceRecord): Promise<void> {
		(await this.#stores.get(id)?.catch(() => null))?.db.close();
		this.#stores.delete(id);
		this.#folders ??= privateFolders();
		const folders = await this.#folders;
		await this.registry.eraseDatabases(id);
		await folders?.remove(id);
		await this.registry.forget(id);
	}
}
