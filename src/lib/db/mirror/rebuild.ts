import { isWhole, sealDocument } from '../documents';
import { failPoint } from '../failpoint';
import { allLayers } from '../layers';
import { BLOCK_STORES, expectedRecords, readRecord, tryCubes, type RecordName } from '../records';
import { RELAXED, STRICT, type Store } from '../open';
import {
	BYTE_STORES,
	type BlockKey,
	type DictionaryKey,
	type DocumentRecord,
	type LayerRecord
} from '../schema';
import { seal } from '../sealed';
import { checkTerm, rootOf, type Term } from '../term';
import type { Folder } from './folder';
import { askForRoom } from './room';
import { isWholeLayer, readLayer } from './layerFile';
import { readRoots, type MirrorRoot } from './root';

/** What a start, or a check, had to put right. */
export interface Repair {
	/** names of files that the database had lost or damaged, and that are whole again */
	readonly rebuilt: readonly string[];
	/** settings and the like that were put back */
	readonly documents: number;
	/** names of files that are damaged in both copies: they cannot be used */
	readonly lost: readonly string[];
}

export const NOTHING: Repair = { rebuilt: [], documents: 0, lost: [] };

/** What must be brought from the second copy for the database to be as new as the newer of the two, and whole. */
export interface RebuildPlan {
	readonly layers: readonly LayerRecord[];
	/** layers of the database that the newer copy no longer has */
	readonly drop: readonly string[];
	readonly documents: readonly DocumentRecord[];
	readonly revision: number;
}

/** Compares metadata only: the bytes of layers are `check`'s business. Null: the database needs nothing. */
export function planRebuild(
	root: MirrorRoot,
	revision: number,
	layers: readonly LayerRecord[],
	documents: readonly DocumentRecord[]
): RebuildPlan | null {
	const behind = revision < root.revision;
	// A newer database has dropped what it lacks; at the same revision it has lost it.
	if (revision > root.revision) return null;
	const known = new Set(layers.map(({ id }) => id));
	const wanted = new Set(root.layers.map(({ id }) => id));
	const drop = behind ? layers.filter(({ id, state }) => state !== 'staging' && !wanted.has(id)) : [];
	const old = new Map(documents.map((document) => [document.id, document.revision]));
	const plan = {
		layers: root.layers.filter(({ id }) => !known.has(id)),
		drop: drop.map(({ id }) => id),
		documents: root.documents.filter(({ id, revision: r }) => (old.get(id) ?? -1) < r),
		revision: root.revision
	};
	return behind || plan.layers.length > 0 || plan.documents.length > 0 ? plan : null;
}

async function planOf({ db }: Store, folder: Folder) {
	const { root } = await readRoots(folder);
	if (!root) return null;
	const documents = (await db.getAll('documents')).filter(isWhole);
	const plan = planRebuild(root, (await rootOf(db)).revision, await allLayers(db), documents);
	return plan && { root, plan };
}

/** True if the second copy holds what the database has lost. */
export const needsRebuild = async (store: Store, folder: Folder): Promise<boolean> =>
	(await planOf(store, folder)) !== null;

/**
 * The start of a workspace: the database and the second copy are compared, and what the database has lost is brought
 * back. Whole or nothing: blocks are staged, and one strict transaction makes them count.
 */
export async function rebuild(store: Store, term: Term, folder: Folder): Promise<Repair> {
	const found = await planOf(store, folder);
	if (!found) return NOTHING;
	const { root, plan } = found;

	const back: LayerRecord[] = [];
	const lost: LayerRecord[] = [];
	for (const layer of plan.layers) {
		const file = await folder.read(root.files[layer.id] ?? '');
		const whole = (await inDatabase(store, layer)) || (file && (await stage(store, layer, file)));
		(whole ? back : lost).push(layer);
	}
	await failPoint('rebuild:commit');
	const writing = store.db.transaction(['root', 'layers', 'documents', ...BYTE_STORES], 'readwrite', STRICT);
	const roots = writing.objectStore('root');
	await checkTerm(roots, term);
	for (const layer of back) await writing.objectStore('layers').put(seal(layer));
	for (const id of plan.drop) {
		await writing.objectStore('layers').delete(id);
		for (const name of BYTE_STORES) await writing.objectStore(name).delete(IDBKeyRange.bound([id], [id, []]));
	}
	for (const { id, revision, json } of plan.documents)
		await writing.objectStore('documents').put(sealDocument(id, revision, json));
	// Terms go on where the lost database's ended: files of the second copy are known by theirs.
	await roots.put(seal({ revision: plan.revision, term: Math.max(term, root.term) }), 'root');
	await writing.done;
	return { rebuilt: namesOf(back), documents: plan.documents.length, lost: namesOf(lost) };
}

const namesOf = (layers: readonly LayerRecord[]) =>
	layers
		.filter(({ state }) => state === 'ready')
		.sort((a, b) => a.order - b.order)
		.map(({ name }) => name);

/** Only the layer's own record was lost: its bytes are still there. */
async function inDatabase({ db }: Store, layer: LayerRecord): Promise<boolean> {
	for (const name of expectedRecords(layer)) if (!(await readRecord(db, layer.id, name))) return false;
	return true;
}

/** Writes a layer's records from its file as staging; false where the file is not whole. */
async function stage(store: Store, layer: LayerRecord, file: Blob): Promise<boolean> {
	if (!(await isWholeLayer(layer, file))) return false;
	await askForRoom(file.size);
	await store.db.put('layers', seal({ ...layer, state: 'staging' }));
	for await (const { name, bytes } of readLayer(layer, file)) await putRecord(store, layer.id, name, bytes);
	return true;
}

async function putRecord(
	{ db }: Store,
	layer: string,
	{ store, part }: RecordName,
	bytes: ArrayBuffer
): Promise<void> {
	if (store === BLOCK_STORES[0]) await failPoint('rebuild:block');
	const writing = db.transaction(store, 'readwrite', RELAXED);
	await Promise.all([writing.store.put(bytes, [layer, part] as BlockKey & DictionaryKey), writing.done]);
}

/** By itself: a browser may count the bytes that come next as those that go. */
async function dropRecord({ db }: Store, layer: string, { store, part }: RecordName): Promise<void> {
	await db.delete(store, [layer, part] as BlockKey & DictionaryKey);
}

/** What reading every byte of both copies has shown. */
export interface Check extends Repair {
	/** layers whose file in the second copy must be written anew */
	readonly distrusted: readonly string[];
}

/** A database that has not taken what it lacks in so many passes does not take it at all. */
const PASSES = 4;

/**
 * Reads every record of both copies, and mends the database's from the second copy. A checksum is the only way to
 * know: a browser hands out damaged bytes without a word. What was mended is read once more, since a database that has
 * lost files of its own may lose the new ones as well; throws where that does not end.
 */
export async function check(store: Store, folder: Folder | null): Promise<Check> {
	const rebuilt = new Set<string>();
	for (let pass = 0; pass < PASSES; pass++) {
		const found = await checkOnce(store, folder);
		for (const name of found.rebuilt) rebuilt.add(name);
		if (!found.mended) return { ...found, rebuilt: [...rebuilt] };
	}
	throw new DOMException('what was mended is damaged again', 'DataError');
}

async function checkOnce(store: Store, folder: Folder | null): Promise<Check & { readonly mended: boolean }> {
	const root = folder && (await readRoots(folder)).root;
	await tryCubes(store.db);
	const rebuilt: LayerRecord[] = [];
	const lost: LayerRecord[] = [];
	const distrusted: string[] = [];
	let mended = false;
	for (const layer of await allLayers(store.db)) {
		if (layer.state === 'staging') continue;
		const bad: RecordName[] = [];
		for (const name of expectedRecords(layer))
			if (!(await readRecord(store.db, layer.id, name))) bad.push(name);
		const file = root?.files[layer.id] ? await folder?.read(root.files[layer.id] as string) : null;
		const missing = new Set(bad.map(keyOf));
		let whole = 0;
		if (file)
			for await (const { name, bytes } of readLayer(layer, file)) {
				whole++;
				if (!missing.delete(keyOf(name))) continue;
				await dropRecord(store, layer.id, name);
				await putRecord(store, layer.id, name, bytes);
				mended = true;
			}
		if (missing.size > 0) lost.push(layer);
		else if (bad.length > 0) rebuilt.push(layer);
		if (root && missing.size === 0 && whole < expectedRecords(layer).length) distrusted.push(layer.id);
	}
	return { rebuilt: namesOf(rebuilt), documents: 0, lost: namesOf(lost), distrusted, mended };
}

const keyOf = ({ store, part }: RecordName): string => `${store} ${part}`;
