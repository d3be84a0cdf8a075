import { connect, Registry, stagingLayers, unstage, type Store } from '../../db';
import { inTurn, onceAbandoned } from './locks';

/** Removes what jobs without a living owner have staged. */
export async function sweep(store: Store): Promise<void> {
	// Under the lock: a rebuild stages layers, too, and has made them count when it lets go.
	for (const layer of await stagingLayers(store.db))
		await onceAbandoned(layer, () => inTurn(store, () => unstage(store, layer)));
}

/** The first waits of a sweep that is tried again; the last one is repeated. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/** Workspaces that are to be swept as soon as that goes well. */
const waiting = new Set<string>();

/** Throws away what was staged of a layer; what could not be thrown away is swept later. */
export async function clear(store: Store, layer: string): Promise<void> {
	try {
		await unstage(store, layer);
	} catch {
		sweepLater(store.workspace.id);
	}
}

/**
 * Sweeps a workspace again and again until it goes well. A full disk takes no deletions, either, and the browser ends
 * its connections: each try makes its own.
 */
export function sweepLater(workspace: string): void {
	if (waiting.has(workspace)) return;
	waiting.add(workspace);
	const again = async (tried: number): Promise<void> => {
		await new Promise((resolve) => setTimeout(resolve, WAITS_MS[tried] ?? WAITS_MS.at(-1)));
		try {
			await sweepOnce(workspace);
			waiting.delete(workspace);
		} catch {
			await again(tried + 1);
		}
	};
	void again(0);
}

async function sweepOnce(id: string): Promise<void> {
	const registry = new Registry();
	const workspace = await registry.find(id).finally(() => registry.close());
	if (!workspace) return;
	const db = await connect(workspace);
	await sweep({ workspace, db, replaced: false }).finally(() => db.close());
}
