import {
	needsRebuild,
	openStore,
	privateFolders,
	rebuild,
	Registry,
	stagingLayers,
	unstage,
	type Store,
	type WorkspaceRecord
} from '../../db';
import { asWriter, inTurn, onceAbandoned } from './locks';

/** Removes what jobs without a living owner have staged. */
export async function sweep(store: Store): Promise<void> {
	// Under the lock: a rebuild stages layers, too, and has made them count when it lets go.
	for (const layer of await stagingLayers(store.db))
		await onceAbandoned(layer, () => inTurn(store, () => unstage(store, layer)));
}

/**
 * Opens the database of a workspace that is in use. Chromium's SQLite throws one away that it could not write for lack
 * of room, and opens an empty one the next time: what it has lost is brought back before anybody takes it for all.
 */
export async function openWhole(workspace: WorkspaceRecord, onclosed?: () => void): Promise<Store> {
	const store = await openStore(workspace, onclosed);
	try {
		const folders = await privateFolders();
		const folder = folders && (await folders.open(workspace.id));
		if (folder && (await needsRebuild(store, folder)))
			await asWriter(store, (term) => rebuild(store, term, folder));
		return store;
	} catch (cause) {
		store.db.close();
		throw cause;
	}
}

/** The first waits of what is tried again; the last one is repeated. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/** Workspaces that are to be put right as soon as that goes well. */
const waiting = new Set<string>();

/** Throws away what was staged of a layer; what could not be thrown away is swept later. */
export async function clear(store: Store, layer: string): Promise<void> {
	try {
		await unstage(store, layer);
	} catch {
		putRight(store.workspace.id);
	}
}

/**
 * Rebuilds and sweeps a workspace, again and again until it goes well. A full disk takes no deletions, either, and the
 * browser ends its connections: each try makes its own.
 */
export function putRight(workspace: string): void {
	if (waiting.has(workspace)) return;
	waiting.add(workspace);
	const again = async (tried: number): Promise<void> => {
		await new Promise((resolve) => setTimeout(resolve, WAITS_MS[tried] ?? WAITS_MS.at(-1)));
		try {
			await putRightOnce(workspace);
			waiting.delete(workspace);
		} catch (cause) {
			// A newer version of the app has taken the database over.
			if (cause instanceof DOMException && cause.name === 'VersionError') waiting.delete(workspace);
			else await again(tried + 1);
		}
	};
	void again(0);
}

async function putRightOnce(id: string): Promise<void> {
	const registry = new Registry();
	const workspace = await registry.find(id).finally(() => registry.close());
	// Whoever erases it must not find it made anew.
	if (!workspace || workspace.removed) return;
	const store = await openWhole(workspace);
	await sweep(store).finally(() => store.db.close());
}
