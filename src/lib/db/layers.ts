import { failPoint } from './failpoint';
import type { Room } from './mirror/room';
import { RELAXED, STRICT, type Store, type WorkspaceDb } from './open';
import { BLOCK_STORES, ofLayer, type SealedBlock } from './records';
import { BYTE_STORES, type LayerRecord } from './schema';
import { seal, unseal } from './sealed';
import { rootOf } from './term';

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

/** What records take together, in bytes. */
export const sizeOf = (records: readonly ArrayBuffer[]) =>
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
