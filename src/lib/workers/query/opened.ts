import { openStore, Registry, revision, type Store, type WorkspaceRecord } from '../../db';
import type { Stretch } from '../../engine/explore/rows';
import { AppError } from '../errors';
import { readSettings } from '../settings/document';
import { BlockCache } from './blocks';
import { countedLayers, loadSource, type Counted, type Source } from './usage';

interface Open {
	readonly store: Store;
	readonly cache: BlockCache;
	revision: number;
	source: Promise<Source | null>;
	/** what the source is made of, as long as it is not there */
	counted: Promise<Counted> | null;
}

/** What a reading worker has open; one to a worker. */
let current: Open | null = null;
/** the browser, or another tab, has ended the connection: it is opened anew when it is asked for */
let closed = false;
let reopening: Promise<void> | null = null;
/** the workspace that was used last is being opened */
let ahead: Promise<boolean> = Promise.resolve(false);
/** the one that was asked for: what is asked after it waits for it */
let opening: Promise<void> = Promise.resolve();

async function registered(
	find: (registry: Registry) => Promise<WorkspaceRecord | null>,
	registry = new Registry()
): Promise<WorkspaceRecord | null> {
	return find(registry).finally(() => registry.close());
}

/** Opens the workspace that was used last, before anybody says which; false where there is none. */
export function openLast(): Promise<boolean> {
	ahead = (async () => {
		// The data worker opens it, too: what one of them cannot open the other may have opened by then.
		const workspace = await registered((registry) => registry.last(), new Registry(false));
		if (workspace) await use(workspace);
		return workspace !== null;
	})();
	return ahead;
}

/**
 * Opens a workspace to be read, and closes the one before. `anew`: also where it is open already, since what was read of
 * it may have been mended meanwhile.
 */
export function open(id: string, anew = true): Promise<void> {
	opening = openWorkspace(id, anew);
	return opening;
}

async function openWorkspace(id: string, anew: boolean): Promise<void> {
	// First, as it may give the database a successor, which the registry then names.
	await ahead.catch(() => false);
	const workspace = await registered((registry) => registry.find(id));
	if (!workspace) throw new AppError('storageBroken', { name: id });
	const same = JSON.stringify(current?.store.workspace) === JSON.stringify(workspace);
	if (anew || closed || !same) await use(workspace);
}

async function use(workspace: WorkspaceRecord): Promise<void> {
	current?.store.db.close();
	current = null;
	const store = await openStore(workspace, () => (closed = true));
	closed = false;
	current = {
		store,
		cache: new BlockCache(store.db),
		revision: -1,
		source: Promise.resolve(null),
		counted: null
	};
}

/** What is open, whatever has ended its connection meanwhile. */
async function opened(): Promise<Open> {
	await opening;
	if (current && closed) reopening ??= open(current.store.workspace.id).finally(() => (reopening = null));
	await reopening;
	if (!current) throw new AppError('unexpected');
	return current;
}

/** The storage of what is open. */
export const openedStore = async (): Promise<Store> => (await opened()).store;

/**
 * What is open at the newest revision: other tabs and the data worker write behind our back. `within`: rows of that
 * stretch of time are what will be asked of it; where it has to be read, their blocks are read beside the rest.
 */
export async function freshSource(within: Stretch | null = null) {
	const it = await opened();
	const { store, cache } = it;
	const { db } = store;
	// In this order: what is read with a revision is not older than it.
	const [now, { value: settings }] = await Promise.all([revision(db), readSettings(db)]);
	if (now !== it.revision) {
		it.revision = now;
		const counted = countedLayers(db);
		it.counted = counted;
		it.source = loadSource(db, cache, settings, counted);
		it.source
			.catch(() => (it.revision = -1))
			.finally(() => {
				if (it.counted === counted) it.counted = null;
			});
	}
	if (within)
		it.counted?.then(
			({ records }) => records.forEach((layer) => cache.readAhead(layer, within.from, within.to)),
			() => undefined
		);
	const { id, name, sample } = store.workspace;
	return { db, settings, sample, account: { id, name }, source: await it.source };
}

/** The same with its usage. */
export async function fresh() {
	const known = await freshSource();
	return { ...known, usage: (await known.source?.usage()) ?? null };
}
