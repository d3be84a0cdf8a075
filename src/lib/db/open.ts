import Dexie from 'dexie';
import { RegistryDb, SCHEMA_VERSION, WorkspaceDb, type WorkspaceRecord } from './schema';

/** Two connections to one workspace's database, by what a finished transaction promises. */
export interface Store {
	readonly workspace: WorkspaceRecord;
	/** a transaction that has ended is on disk: commits, documents */
	readonly strict: WorkspaceDb;
	/** fast: bytes of blocks, which a strict commit makes count */
	readonly relaxed: WorkspaceDb;
	close(): void;
}

/** Errors that no retry heals: the database needs a new name, not an error for ever. */
const BROKEN = new Set(['UnknownError', 'DataError', 'NotFoundError', 'AbortError']);

/** The name of the failure beneath Dexie's own. */
export function causeName(error: unknown): string {
	if (error instanceof Dexie.DexieError && error.inner) return causeName(error.inner);
	return error instanceof Error || error instanceof DOMException ? error.name : 'unknown';
}

async function openBoth(workspace: WorkspaceRecord): Promise<Store> {
	const strict = new WorkspaceDb(workspace.id, workspace.incarnation, 'strict');
	const relaxed = new WorkspaceDb(workspace.id, workspace.incarnation, 'relaxed');
	const close = () => {
		strict.close();
		relaxed.close();
	};
	try {
		await strict.open();
		// Dexie 4 opens a newer version's database as if it were its own; we must not write to it. (It stores 10 × version.)
		if (strict.backendDB().version > SCHEMA_VERSION * 10)
			throw new DOMException('newer database', 'VersionError');
		await relaxed.open();
	} catch (cause) {
		close();
		throw cause;
	}
	return { workspace, strict, relaxed, close };
}

/**
 * Opens a workspace's database. One that cannot be opened gets a successor with the next incarnation, empty,
 * and the registry remembers it; `replaced` says so. A newer version's database is left alone (VersionError).
 */
export async function openStore(workspace: WorkspaceRecord): Promise<Store & { readonly replaced: boolean }> {
	try {
		return { ...(await openBoth(workspace)), replaced: false };
	} catch (cause) {
		if (!BROKEN.has(causeName(cause))) throw cause;
	}
	const successor = { ...workspace, incarnation: workspace.incarnation + 1 };
	const store = await openBoth(successor);
	const registry = new RegistryDb();
	await registry.workspaces.put(successor);
	registry.close();
	return { ...store, replaced: true };
}
