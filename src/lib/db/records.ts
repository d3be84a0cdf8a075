import { RECORD, verify, type RecordKind } from '../engine/table';
import { RELAXED, type Store, type WorkspaceDb } from './open';
import type { BlockKey, DictionaryKey, LayerRecord } from './schema';

/** Keys of a byte store that belong to one layer: arrays sort after every number and text, so `[]` bounds the rest. */
export const ofLayer = (layer: string): IDBKeyRange => IDBKeyRange.bound([layer], [layer, []]);

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

/** The stored records of a layer's blocks, in order. */
export async function readBlocks({ db }: Store, layer: string): Promise<Omit<SealedBlock, 'live'>[]> {
	const [num, text] = await Promise.all([
		db.getAll('num', ofLayer(layer)),
		db.getAll('text', ofLayer(layer))
	]);
	return num.map((bytes, k) => ({ num: bytes, text: text[k] as ArrayBuffer }));
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
