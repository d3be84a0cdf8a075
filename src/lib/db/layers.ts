import { RELAXED, STRICT, type Store, type WorkspaceDb } from './open';
import { BYTE_STORES, type LayerRecord, type RootRecord } from './schema';

/** Keys of a byte store that belong to one layer: arrays sort after every number and text, so `[]` bounds the rest. */
const ofLayer = (layer: string): IDBKeyRange => IDBKeyRange.bound([layer], [layer, []]);

export interface SealedBlock {
	readonly num: ArrayBuffer;
	readonly text: ArrayBuffer;
	readonly keys: ArrayBuffer;
	readonly live: ArrayBuffer;
}

export async function revision(db: WorkspaceDb): Promise<number> {
	return (await db.get('root', 'root'))?.revision ?? 0;
}

/** The root store of a transaction that writes. */
interface RootStore {
	get(key: 'root'): Promise<RootRecord | undefined>;
	put(record: RootRecord, key: 'root'): Promise<unknown>;
}

/** Moves on to the next revision, within the transaction whose root store this is. */
export async function advance(root: RootStore): Promise<number> {
	const next = ((await root.get('root'))?.revision ?? 0) + 1;
	await root.put({ revision: next }, 'root');
	return next;
}

export async function readyLayers(db: WorkspaceDb): Promise<LayerRecord[]> {
	const layers = await db.getAll('layers');
	return layers.filter((layer) => layer.state === 'ready').sort((a, b) => a.order - b.order);
}

export async function stagingLayers(db: WorkspaceDb): Promise<string[]> {
	const layers = await db.getAll('layers');
	return layers.filter((layer) => layer.state === 'staging').map((layer) => layer.id);
}

/** Announces a layer that counts nowhere yet, so that a sweep finds it after a crash. */
export async function announce({ db }: Store, layer: LayerRecord): Promise<void> {
	await db.put('layers', layer);
}

/** The stored records of a layer's blocks, in order. */
export async function readBlocks({ db }: Store, layer: string): Promise<Omit<SealedBlock, 'live'>[]> {
	const [num, text, keys] = await Promise.all([
		db.getAll('num', ofLayer(layer)),
		db.getAll('text', ofLayer(layer)),
		db.getAll('keys', ofLayer(layer))
	]);
	return num.map((bytes, k) => ({ num: bytes, text: text[k] as ArrayBuffer, keys: keys[k] as ArrayBuffer }));
}

/** Writes one block of a staging layer: one small transaction. */
export async function stageBlock(
	{ db }: Store,
	layer: string,
	block: number,
	sealed: SealedBlock
): Promise<void> {
	const writing = db.transaction(['num', 'text', 'keys', 'live'], 'readwrite', RELAXED);
	await Promise.all([
		writing.objectStore('num').put(sealed.num, [layer, block]),
		writing.objectStore('text').put(sealed.text, [layer, block]),
		writing.objectStore('keys').put(sealed.keys, [layer, block]),
		writing.objectStore('live').put(sealed.live, [layer, block]),
		writing.done
	]);
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
	{ db }: Store,
	layer: Omit<LayerRecord, 'state' | 'order'>,
	{ dictionaries, cubes }: LayerFiles
): Promise<{ readonly layer: LayerRecord; readonly revision: number; readonly already: boolean }> {
	const writing = db.transaction(['root', 'layers', 'dictionaries', 'cubes'], 'readwrite', STRICT);
	const layers = await writing.objectStore('layers').getAll();
	const ready = layers.filter((other) => other.state === 'ready');
	const same = ready.find((other) => other.digest === layer.digest);
	if (same) {
		await writing.done;
		return { layer: same, revision: await revision(db), already: true };
	}
	const committed: LayerRecord = {
		...layer,
		state: 'ready',
		order: Math.max(0, ...ready.map(({ order }) => order + 1))
	};
	const puts: Promise<unknown>[] = [writing.objectStore('layers').put(committed)];
	for (const [field, bytes] of Object.entries(dictionaries))
		puts.push(writing.objectStore('dictionaries').put(bytes, [layer.id, field]));
	for (const [cube, bytes] of Object.entries(cubes?.files ?? {}))
		puts.push(writing.objectStore('cubes').put(bytes, [layer.id, cubes?.key ?? '', cube]));
	const [next] = await Promise.all([advance(writing.objectStore('root')), ...puts, writing.done]);
	return { layer: committed, revision: next, already: false };
}

/** Removes a layer and all its bytes, staged or ready, in one strict transaction. */
export async function removeLayer({ db }: Store, layer: string): Promise<number> {
	const writing = db.transaction(['root', 'layers', ...BYTE_STORES], 'readwrite', STRICT);
	const [next] = await Promise.all([
		advance(writing.objectStore('root')),
		writing.objectStore('layers').delete(layer),
		...BYTE_STORES.map((name) => writing.objectStore(name).delete(ofLayer(layer))),
		writing.done
	]);
	return next;
}

/** Changes what may change on a ready layer; its rows are never touched. */
export async function updateLayer(
	{ db }: Store,
	layer: string,
	change: Partial<Pick<LayerRecord, 'ratedDuration' | 'coverage'>>
): Promise<number> {
	const writing = db.transaction(['root', 'layers'], 'readwrite', STRICT);
	const layers = writing.objectStore('layers');
	const found = await layers.get(layer);
	if (found) await layers.put({ ...found, ...change });
	const next = await advance(writing.objectStore('root'));
	await writing.done;
	return next;
}

export function readBlock(
	db: WorkspaceDb,
	store: 'num' | 'live',
	layer: string,
	block: number
): Promise<ArrayBuffer | undefined> {
	return db.get(store, [layer, block]);
}

export async function readDictionary(
	db: WorkspaceDb,
	layer: string,
	field: string
): Promise<ArrayBuffer | null> {
	return (await db.get('dictionaries', [layer, field])) ?? null;
}

/** One cube of a layer under a rating key, or null. */
export async function readCube(
	db: WorkspaceDb,
	layer: string,
	key: string,
	name: string
): Promise<ArrayBuffer | null> {
	return (await db.get('cubes', [layer, key, name])) ?? null;
}

/** Keeps cubes under their rating key and drops those of other keys: they are caches. No revision: figures are the same. */
export async function storeCubes(
	{ db }: Store,
	layer: string,
	key: string,
	cubes: Readonly<Record<string, ArrayBuffer>>
): Promise<void> {
	const writing = db.transaction(['layers', 'cubes'], 'readwrite', RELAXED);
	if (await writing.objectStore('layers').get(layer)) {
		const store = writing.objectStore('cubes');
		await store.delete(ofLayer(layer));
		for (const [cube, bytes] of Object.entries(cubes)) await store.put(bytes, [layer, key, cube]);
	}
	await writing.done;
}
