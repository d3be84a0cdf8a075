import Dexie from 'dexie';
import type { BlockKey, CubeKey, DictionaryKey, LayerRecord, WorkspaceDb } from './schema';
import type { Store } from './open';

/** Everything of one layer in a store keyed by `[layer, …]`. */
const ofLayer = (layer: string) =>
	[
		[layer, Dexie.minKey],
		[layer, Dexie.maxKey]
	] as const;

export interface SealedBlock {
	readonly num: ArrayBuffer;
	readonly text: ArrayBuffer;
	readonly keys: ArrayBuffer;
	readonly live: ArrayBuffer;
}

export async function revision(db: WorkspaceDb): Promise<number> {
	return (await db.root.get('root'))?.revision ?? 0;
}

/** Within a transaction that includes `root`. */
async function advance(db: WorkspaceDb): Promise<number> {
	const next = (await revision(db)) + 1;
	await db.root.put({ revision: next }, 'root');
	return next;
}

export async function readyLayers(db: WorkspaceDb): Promise<LayerRecord[]> {
	const layers = await db.layers.toArray();
	return layers.filter((layer) => layer.state === 'ready').sort((a, b) => a.order - b.order);
}

export async function stagingLayers(db: WorkspaceDb): Promise<string[]> {
	const layers = await db.layers.toArray();
	return layers.filter((layer) => layer.state === 'staging').map((layer) => layer.id);
}

/** Announces a layer that counts nowhere yet, so that a sweep finds it after a crash. */
export async function announce(store: Store, layer: LayerRecord): Promise<void> {
	await store.relaxed.layers.put(layer);
}

/** Writes one block of a staging layer: one small transaction. */
export async function stageBlock(
	store: Store,
	layer: string,
	block: number,
	sealed: SealedBlock
): Promise<void> {
	const db = store.relaxed;
	const key: BlockKey = [layer, block];
	await db.transaction('rw', [db.num, db.text, db.keys, db.live], async () => {
		await Promise.all([
			db.num.put(sealed.num, key),
			db.text.put(sealed.text, key),
			db.keys.put(sealed.keys, key),
			db.live.put(sealed.live, key)
		]);
	});
}

export interface LayerFiles {
	readonly dictionaries: Readonly<Record<string, ArrayBuffer>>;
	readonly cubes: { readonly key: string; readonly files: Readonly<Record<string, ArrayBuffer>> } | null;
}

/**
 * Makes a staged layer visible in one strict transaction. If the same file became a layer meanwhile (another tab),
 * nothing changes and that layer is returned.
 */
export async function commitLayer(
	store: Store,
	layer: Omit<LayerRecord, 'state' | 'order'>,
	files: LayerFiles
): Promise<{ readonly layer: LayerRecord; readonly revision: number; readonly already: boolean }> {
	const db = store.strict;
	return db.transaction('rw', [db.root, db.layers, db.dictionaries, db.cubes], async () => {
		const same = await db.layers.where('digest').equals(layer.digest).toArray();
		const already = same.find((other) => other.state === 'ready' && other.id !== layer.id);
		if (already) return { layer: already, revision: await revision(db), already: true };
		const order = Math.max(0, ...(await readyLayers(db)).map((other) => other.order + 1));
		const ready: LayerRecord = { ...layer, state: 'ready', order };
		await db.layers.put(ready);
		for (const [field, bytes] of Object.entries(files.dictionaries)) {
			const key: DictionaryKey = [layer.id, field];
			await db.dictionaries.put(bytes, key);
		}
		for (const [cube, bytes] of Object.entries(files.cubes?.files ?? {})) {
			const key: CubeKey = [layer.id, files.cubes?.key ?? '', cube];
			await db.cubes.put(bytes, key);
		}
		return { layer: ready, revision: await advance(db), already: false };
	});
}

/** Removes a layer and all its bytes, staged or ready, in one strict transaction. */
export async function removeLayer(store: Store, layer: string): Promise<number> {
	const db = store.strict;
	const stores = [db.root, db.layers, db.num, db.text, db.keys, db.live, db.dictionaries, db.cubes];
	return db.transaction('rw', stores, async () => {
		await db.layers.delete(layer);
		for (const table of [db.num, db.text, db.keys, db.live, db.dictionaries, db.cubes])
			await (table as Dexie.Table<ArrayBuffer, [string, unknown]>)
				.where(':id')
				.between(...ofLayer(layer), true, true)
				.delete();
		return advance(db);
	});
}

/** Changes what may change on a ready layer; its rows are never touched. */
export async function updateLayer(
	store: Store,
	layer: string,
	change: Partial<Pick<LayerRecord, 'ratedDuration' | 'coverage'>>
): Promise<number> {
	const db = store.strict;
	return db.transaction('rw', [db.root, db.layers], async () => {
		await db.layers.update(layer, change);
		return advance(db);
	});
}

export async function readBlock(db: WorkspaceDb, store: 'num' | 'live', layer: string, block: number) {
	return db[store].get([layer, block]);
}

export async function readDictionary(
	db: WorkspaceDb,
	layer: string,
	field: string
): Promise<ArrayBuffer | null> {
	return (await db.dictionaries.get([layer, field])) ?? null;
}

/** The cubes of a layer under a rating key, by name; null unless all are there. */
export async function readCubes(
	db: WorkspaceDb,
	layer: string,
	key: string,
	names: readonly string[]
): Promise<Record<string, ArrayBuffer> | null> {
	const found = await db.cubes.bulkGet(names.map((name): CubeKey => [layer, key, name]));
	const cubes: Record<string, ArrayBuffer> = {};
	for (const [k, name] of names.entries()) {
		const bytes = found[k];
		if (!bytes) return null;
		cubes[name] = bytes;
	}
	return cubes;
}

/** Keeps cubes under their rating key and drops those of other keys: they are caches. No revision: figures are the same. */
export async function storeCubes(
	store: Store,
	layer: string,
	key: string,
	cubes: Readonly<Record<string, ArrayBuffer>>
): Promise<void> {
	const db = store.relaxed;
	await db.transaction('rw', [db.layers, db.cubes], async () => {
		if (!(await db.layers.get(layer))) return;
		await (db.cubes as Dexie.Table<ArrayBuffer, unknown>)
			.where(':id')
			.between(...ofLayer(layer), true, true)
			.delete();
		for (const [cube, bytes] of Object.entries(cubes)) await db.cubes.put(bytes, [layer, key, cube]);
	});
}
