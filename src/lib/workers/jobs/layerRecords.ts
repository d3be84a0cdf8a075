import { announce, BLOCK_STORES, expectedRecords, Room, type LayerRecord, type Store } from '../../db';
import { RECORD, type WholeBlock } from '../../engine/table';
import { storedRecord } from '../stored';
import { ownStaging } from './locks';
import { explained } from './room';
import { clear } from './sweep';

export const blockRecord = (
	store: Store,
	layer: LayerRecord,
	name: (typeof BLOCK_STORES)[number],
	part: number
): Promise<ArrayBuffer> => storedRecord(store.db, layer, { store: name, part, kind: RECORD[name] });

export async function wholeBlock(store: Store, layer: LayerRecord, seq: number): Promise<WholeBlock> {
	const [num, text, live] = await Promise.all(
		BLOCK_STORES.map((name) => blockRecord(store, layer, name, seq))
	);
	return { num, text, live } as WholeBlock;
}

/** The dictionaries of a layer, as they are stored. */
export async function dictionariesOf(store: Store, layer: LayerRecord): Promise<Record<string, ArrayBuffer>> {
	const names = expectedRecords(layer).filter((name) => name.store === 'dictionaries');
	const entries = names.map(async (name) => [name.part, await storedRecord(store.db, layer, name)] as const);
	return Object.fromEntries(await Promise.all(entries));
}

/**
 * Runs an action that stages layers in the place of others. `begin` announces one under a new id, which is owned until
 * the action has ended; if it fails, all of them go.
 */
export async function withStaging<T>(
	store: Store,
	action: (begin: (layer: LayerRecord) => Promise<string>, room: Room) => Promise<T>
): Promise<T> {
	const room = new Room();
	const staged: { readonly id: string; readonly release: () => void }[] = [];
	try {
		return await action(async (layer) => {
			const id = crypto.randomUUID();
			staged.push({ id, release: await ownStaging(id) });
			await announce(store, { ...layer, id, state: 'staging', blocks: [], rows: 0 }, room);
			return id;
		}, room);
	} catch (cause) {
		const failure = await explained(cause);
		for (const { id } of staged) await clear(store, id);
		throw failure;
	} finally {
		await room.end();
		for (const { release } of staged) release();
	}
}
