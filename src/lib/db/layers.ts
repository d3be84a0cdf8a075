import type { IDBPTransaction, StoreNames } from 'idb';
import { RECORD, verify, type RecordKind } from '../engine/table';
import { failPoint } from './failpoint';
import type { Room } from './mirror/room';
import { askForRoom } from './mirror/room';
import { RELAXED, STRICT, type Store, type WorkspaceDb } from './open';
import {
	BYTE_STORES,
	type BlockKey,
	type DictionaryKey,
	type DocumentRecord,
	type LayerRecord,
	type WorkspaceSchema
} from './schema';
import { sealDocument } from './documents';
import { seal, unseal } from './sealed';
import { advance, checkTerm, rootOf, type Term } from './term';

/** Keys of a byte store that belong to one layer: arrays sort after every number and text, so `[]` bounds the rest. */
const ofLayer = (layer: string): IDBKeyRange => IDBKeyRange.bound([layer], [layer, []]);

/** In the place of a rating key: which rows of a layer count, by the set of files that reach into its time. */
export const OVERLAPS = 'overlaps';

export interface SealedBlock {
	readonly num: ArrayBuffer;
	readonly text: ArrayBuffer;
	readonly live: ArrayBuffer;
}

/** The stored records of a block, in the order in which they are written and mirrored. */
export const BLOCK_STORES = ['num', 'text', 'live'] as const;

/** A stored record of a layer: where it lies, and what it must be. */
export interface RecordName {
	readonly store: (typeof BLOCK_STORES)[number] | 'dictionaries';
	/** number of the block, or field of the dictionary */
	readonly part: number | string;
	readonly kind: RecordKind;
}

/** Every record that a layer is made of, in the order of the second copy and of backups. Cubes are caches. */
export function expectedRecords({ blocks, summary }: Pick<LayerRecord, 'blocks' | 'summary'>): RecordName[] {
	const dictionary = (part: string, kind: RecordKind = RECORD.dictionary): RecordName => ({
		store: 'dictionaries',
		part,
		kind
	});
	return [
		...blocks.flatMap((_, part) => BLOCK_STORES.map((store) => ({ store, part, kind: RECORD[store] }))),
		dictionary('agent'),
		dictionary('entity'),
		summary ? dictionary('summary', RECORD.summary) : dictionary('outcome')
	];
}

export interface LayerFiles {
	/** by field; `summary` is the record of a layer without rows */
	readonly dictionaries: Readonly<Record<string, ArrayBuffer>>;
	readonly cubes: { readonly key: string; readonly files: Readonly<Record<string, ArrayBuffer>> } | null;
}

/** What one strict transaction changes: all of it, or nothing. */
export interface Change {
	/** layers that become visible as they are said to be; their blocks are staged */
	readonly add?: readonly { readonly layer: LayerRecord; readonly files: LayerFiles }[];
	/** layers that go, with all their bytes */
	readonly drop?: readonly string[];
	/** documents by id: the JSON that comes in the place of the one that is there, if there is one */
	readonly documents?: Readonly<Record<string, (json: string | null) => string>>;
}

export async function revision(db: WorkspaceDb): Promise<number> {
	return (await rootOf(db)).revision;
}

/** Every layer whose record is what was written, in any state. */
export async function allLayers(db: WorkspaceDb): Promise<LayerRecord[]> {
	return (await db.getAll('layers')).flatMap((stored) => unseal<LayerRecord>(stored) ?? []);
}

async function layersIn(db: WorkspaceDb, state: LayerRecord['state']): Promise<LayerRecord[]> {
	const layers = await allLayers(db);
	return layers.filter((layer) => layer.state === state).sort((a, b) => a.order - b.order);
}

export const readyLayers = (db: WorkspaceDb): Promise<LayerRecord[]> => layersIn(db, 'ready');

/** Layers that were taken away and can be brought back. */
export const removedLayers = (db: WorkspaceDb): Promise<LayerRecord[]> => layersIn(db, 'removed');

export async function stagingLayers(db: WorkspaceDb): Promise<string[]> {
	return (await layersIn(db, 'staging')).map((layer) => layer.id);
}

/**
 * Announces a layer that counts nowhere yet, so that a sweep finds it after a crash. Fails where there is no room.
 * `room`: held for its blocks.
 */
export async function announce({ db }: Store, layer: LayerRecord, room: Room): Promise<void> {
	await room.write(0, () => db.put('layers', seal(layer)));
}

/** The stored records of a layer's blocks, in order. */
export async function readBlocks({ db }: Store, layer: string): Promise<Omit<SealedBlock, 'live'>[]> {
	const [num, text] = await Promise.all([
		db.getAll('num', ofLayer(layer)),
		db.getAll('text', ofLayer(layer))
	]);
	return num.map((bytes, k) => ({ num: bytes, text: text[k] as ArrayBuffer }));
}

const sizeOf = (records: readonly ArrayBuffer[]) =>
	records.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** A block by its number in the layer. */
export type NumberedBlock = readonly [block: number, sealed: SealedBlock];

/** Writes blocks of a staging layer, where there is room for them: one small transaction. `room`: held for many. */
export async function stageBlocks(
	{ db }: Store,
	layer: string,
	blocks: readonly NumberedBlock[],
	room: Room
): Promise<void> {
	for (let k = 0; k < blocks.length; k++) await failPoint('stage:block');
	const records = blocks.flatMap(([block, sealed]) =>
		BLOCK_STORES.map((store) => ({ store, block, bytes: sealed[store] }))
	);
	await room.write(sizeOf(records.map(({ bytes }) => bytes)), async () => {
		const writing = db.transaction(BLOCK_STORES, 'readwrite', RELAXED);
		await Promise.all([
			...records.map(({ store, block, bytes }) => writing.objectStore(store).put(bytes, [layer, block])),
			writing.done
		]);
	});
}

/** Throws away what was staged of a layer: it counts nowhere, so that no term is needed and no revision moves on. */
export async function unstage({ db }: Store, layer: string): Promise<void> {
	const writing = db.transaction(['layers', ...BYTE_STORES], 'readwrite', RELAXED);
	const layers = writing.objectStore('layers');
	if ((await layers.get(layer))?.state === 'staging') {
		await layers.delete(layer);
		for (const name of BYTE_STORES) await writing.objectStore(name).delete(ofLayer(layer));
	}
	await writing.done;
}

/** Deletes the bytes of a removed layer, and nothing else: a browser allows that where it allows no more to be written. */
export async function emptyLayer({ db }: Store, layer: string): Promise<void> {
	const deleting = db.transaction(['layers', ...BYTE_STORES], 'readwrite', STRICT);
	if ((await deleting.objectStore('layers').get(layer))?.state === 'removed')
		for (const name of BYTE_STORES) await deleting.objectStore(name).delete(ofLayer(layer));
	await deleting.done;
}

/**
 * A strict transaction of a term that moves the revision on. `body` awaits nothing but the transaction's own
 * requests; if it throws, nothing is changed. Throws `TermEnded` where another tab has taken over.
 */
async function commitIn<T>(
	{ db }: Store,
	term: Term,
	names: readonly StoreNames<WorkspaceSchema>[],
	body: (writing: Writing) => Promise<T | typeof UNCHANGED>
): Promise<{ readonly revision: number; readonly result: T } | null> {
	await failPoint('commit:before');
	const writing = db.transaction(['root', ...names], 'readwrite', STRICT) as unknown as Writing;
	try {
		const root = writing.objectStore('root');
		await checkTerm(root, term);
		const result = await body(writing);
		if (result === UNCHANGED) {
			await writing.done;
			return null;
		}
		const next = await advance(root);
		await writing.done;
		await failPoint('commit:after');
		return { revision: next, result };
	} catch (cause) {
		writing.done.catch(() => undefined);
		try {
			writing.abort();
		} catch {
			// It has ended by itself: that is why we are here.
		}
		throw cause;
	}
}

type Writing = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], 'readwrite'>;
const UNCHANGED = Symbol('unchanged');

async function put(writing: Writing, { add = [], drop = [], documents = {} }: Change): Promise<void> {
	for (const id of drop) {
		await writing.objectStore('layers').delete(id);
		for (const name of BYTE_STORES) await writing.objectStore(name).delete(ofLayer(id));
	}
	for (const { layer, files } of add) {
		await writing.objectStore('layers').put(seal(layer));
		for (const [field, bytes] of Object.entries(files.dictionaries))
			await writing.objectStore('dictionaries').put(bytes, [layer.id, field]);
		for (const [cube, bytes] of Object.entries(files.cubes?.files ?? {}))
			await writing.objectStore('cubes').put(bytes, [layer.id, files.cubes?.key ?? '', cube]);
	}
	for (const [id, change] of Object.entries(documents)) {
		const store = writing.objectStore('documents');
		const current: DocumentRecord | undefined = await store.get(id);
		await store.put(sealDocument(id, (current?.revision ?? 0) + 1, change(current?.json ?? null)));
	}
}

const recordsOf = ({ dictionaries, cubes }: LayerFiles) => [
	...Object.values(dictionaries),
	...Object.values(cubes?.files ?? {})
];

/** Commits a change. The new revision. */
export async function commit(store: Store, term: Term, change: Change): Promise<number> {
	if (change.add) await askForRoom(sizeOf(change.add.flatMap(({ files }) => recordsOf(files))));
	const done = await commitIn(store, term, ['layers', 'documents', ...BYTE_STORES], (writing) =>
		put(writing, change)
	);
	return done?.revision as number;
}

/** What is written together with a layer that becomes visible. */
export interface Together {
	/** the layer whose place it takes, from a file that is read anew: it is removed, and {@link swapLayers} brings it back */
	readonly replaces?: string | null;
	readonly documents?: Change['documents'];
}

/** What a layer takes over from the one in whose place it comes: all that is not said by its file. */
function inPlaceOf(replaced: LayerRecord, layer: NewLayer): LayerRecord {
	const { name, sample, order, precedence, coverage, durations, ratedDuration } = replaced;
	// The length that is rated stays rated, wherever its column stands now.
	const rated = layer.durations.indexOf(durations[ratedDuration] ?? '');
	const held = coverage && coverage.from <= layer.first && layer.last < coverage.to;
	return {
		...layer,
		...(precedence === undefined ? {} : { precedence }),
		state: 'ready',
		name,
		sample,
		order,
		ratedDuration: ratedDuration > 0 && rated >= 0 ? rated : layer.ratedDuration,
		coverage: held ? coverage : null
	};
}

type NewLayer = Omit<LayerRecord, 'state' | 'order'>;

/**
 * Makes a staged layer visible. If the same file became a layer meanwhile (another tab), nothing changes and that
 * layer is returned; null: nothing changes, since the layer that it replaces is not there any more, or is of another
 * file, or of another part of it.
 */
export async function commitLayer(
	store: Store,
	term: Term,
	layer: NewLayer,
	files: LayerFiles,
	{ replaces = null, documents = {} }: Together = {}
): Promise<{ readonly layer: LayerRecord; readonly revision: number; readonly already: boolean } | null> {
	await askForRoom(sizeOf(recordsOf(files)));
	let same: LayerRecord | undefined;
	let gone = false;
	const done = await commitIn(store, term, ['layers', 'documents', ...BYTE_STORES], async (writing) => {
		const layers = await writing.objectStore('layers').getAll();
		const ready = layers.filter(({ state }) => state === 'ready');
		const replaced = ready.find(({ id }) => id === replaces);
		gone = replaces !== null && replaced?.digest !== layer.digest;
		same = ready.find(({ id, digest }) => id !== replaces && digest === layer.digest);
		if (gone || same) return UNCHANGED;
		const order = Math.max(0, ...layers.filter(({ state }) => state !== 'staging').map((l) => l.order + 1));
		const committed: LayerRecord = replaced
			? inPlaceOf(replaced, layer)
			: { ...layer, state: 'ready', order };
		if (replaced) await writing.objectStore('layers').put(seal({ ...replaced, state: 'removed' }));
		await put(writing, { add: [{ layer: committed, files }], documents });
		return committed;
	});
	if (gone) return null;
	if (done) return { layer: done.result, revision: done.revision, already: false };
	return { layer: same as LayerRecord, revision: await revision(store.db), already: true };
}

/** Do two layers hold the same of a file? Its sums by day and what is left of its rows do not. */
const sameRows = (one: LayerRecord, other: LayerRecord): boolean =>
	one.id !== other.id &&
	one.digest === other.digest &&
	((one.summary === null) === (other.summary === null) ||
		(one.first <= other.last && other.first <= one.last));

/**
 * Changes what may change on a layer that is not staging; its rows are never touched. Null: nothing to change, or it
 * would count beside the same file, which was imported again since it was removed.
 */
export async function updateLayer(
	store: Store,
	term: Term,
	layer: string,
	change: Partial<Pick<LayerRecord, 'ratedDuration' | 'coverage' | 'state'>>
): Promise<number | null> {
	const done = await commitIn(store, term, ['layers'], async (writing) => {
		const layers = writing.objectStore('layers');
		const found = await layers.get(layer);
		if (!found || found.state === 'staging') return UNCHANGED;
		if (change.state === 'ready' && found.state === 'removed') {
			const all: readonly LayerRecord[] = await layers.getAll();
			if (all.some((one) => one.state === 'ready' && sameRows(one, found))) return UNCHANGED;
		}
		await layers.put(seal({ ...found, ...change }));
		return found;
	});
	return done?.revision ?? null;
}

/**
 * Brings a removed layer back in the place of another, which is removed, with documents as they are to be then. Null:
 * nothing changes, since one of the two is not what it was.
 */
export async function swapLayers(
	store: Store,
	term: Term,
	back: string,
	away: string,
	documents: NonNullable<Change['documents']> = {}
): Promise<number | null> {
	const done = await commitIn(store, term, ['layers', 'documents', ...BYTE_STORES], async (writing) => {
		const layers = writing.objectStore('layers');
		const removed = await layers.get(back);
		const ready = await layers.get(away);
		if (removed?.state !== 'removed' || ready?.state !== 'ready') return UNCHANGED;
		await layers.put(seal({ ...removed, state: 'ready' }));
		await layers.put(seal({ ...ready, state: 'removed' }));
		await put(writing, { documents });
		return true;
	});
	return done?.revision ?? null;
}

export function readBlock(
	db: WorkspaceDb,
	store: (typeof BLOCK_STORES)[number],
	layer: string,
	block: number
): Promise<ArrayBuffer | undefined> {
	return db.get(store, [layer, block]);
}

/** A dictionary's record, checked; null where there is none. Throws {@link Damaged}. */
export async function readDictionary(
	db: WorkspaceDb,
	layer: string,
	field: string
): Promise<ArrayBuffer | null> {
	const bytes = await db.get('dictionaries', [layer, field]);
	if (bytes && !verify(bytes)) throw new Damaged(layer);
	return bytes ?? null;
}

/**
 * What a read gives, or null where the browser cannot read what it has stored: Chromium keeps large values in files of
 * their own, and a damaged one fails by itself. One over which it ends the connection fails: nothing more can be read.
 */
async function readable<T>(reading: Promise<T>): Promise<T | null> {
	try {
		return await reading;
	} catch (cause) {
		const own = cause instanceof DOMException && UNREADABLE.has(cause.name) && !ENDED.test(cause.message);
		if (own) return null;
		throw cause;
	}
}

const UNREADABLE = new Set(['UnknownError', 'DataError', 'NotReadableError', 'NotFoundError']);
const ENDED = /connection is closing/i;

/** A record of a layer as it is stored, checked; null where it is missing or damaged. */
export async function readRecord(
	db: WorkspaceDb,
	layer: string,
	{ store, part, kind }: RecordName
): Promise<ArrayBuffer | null> {
	const bytes = await readable(db.get(store, [layer, part] as BlockKey & DictionaryKey));
	return bytes && verify(bytes, kind) ? bytes : null;
}

/** A stored record is not what was written. */
export class Damaged extends Error {
	override readonly name = 'Damaged';
	constructor(readonly layer: string) {
		super(layer);
	}
}

/**
 * Reads every cube. One that cannot be read is computed anew when it is asked for; throws where the browser ends the
 * connection over one, since the database is of no more use then.
 */
export async function tryCubes(db: WorkspaceDb): Promise<void> {
	for (const key of await db.getAllKeys('cubes')) await readable(db.get('cubes', key));
}

/** One cube of a layer under a rating key, or null. */
export async function readCube(
	db: WorkspaceDb,
	layer: string,
	key: string,
	name: string
): Promise<ArrayBuffer | null> {
	return (await readable(db.get('cubes', [layer, key, name]))) ?? null;
}

/**
 * Keeps cubes under their rating key and drops those of other keys, or what {@link OVERLAPS} holds in the place of what it
 * held: they are caches. No revision: figures are the same.
 */
export async function storeCubes(
	{ db }: Store,
	layer: string,
	key: string,
	cubes: Readonly<Record<string, ArrayBuffer>>
): Promise<void> {
	const writing = db.transaction(['layers', 'cubes'], 'readwrite', RELAXED);
	if (await writing.objectStore('layers').get(layer)) {
		const store = writing.objectStore('cubes');
		for (const known of await store.getAllKeys(ofLayer(layer)))
			if ((known[1] === OVERLAPS) === (key === OVERLAPS)) await store.delete(known);
		for (const [cube, bytes] of Object.entries(cubes)) await store.put(bytes, [layer, key, cube]);
	}
	await writing.done;
}
