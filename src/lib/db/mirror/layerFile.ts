import { HEADER_BYTES, isRetired, recordLength, verify } from '../../engine/table';
import { expectedRecords, Damaged, readRecord, type RecordName } from '../records';
import type { WorkspaceDb } from '../open';
import type { LayerRecord } from '../schema';
import type { FileWriter } from './folder';

/**
 * The file of a layer: its stored records one after another, blocks first, in the order of {@link expectedRecords}.
 * Each says its own length and checksum, so that no directory is needed, and damage is known by record.
 */

/** Appends all records of a layer. Throws {@link Damaged} where the database's are not what was written. */
export async function writeLayer(db: WorkspaceDb, layer: LayerRecord, file: FileWriter): Promise<void> {
	for (const name of expectedRecords(layer)) {
		const bytes = await readRecord(db, layer.id, name);
		if (!bytes) throw new Damaged(layer.id);
		file.write(bytes);
	}
}

/** The whole records of a layer's file, with their names; what is damaged is left out, and what follows is still found. */
export async function* readLayer(
	layer: LayerRecord,
	file: Blob
): AsyncGenerator<{ readonly name: RecordName; readonly bytes: ArrayBuffer }> {
	let at = 0;
	const headerAt = () => file.slice(at, at + HEADER_BYTES).arrayBuffer();
	for (const name of expectedRecords(layer)) {
		let header = await headerAt();
		for (; isRetired(header); header = await headerAt()) at += recordLength(header) as number;
		const length = recordLength(header);
		// A damaged length: nothing behind it can be found.
		if (length === null || at + length > file.size) return;
		const bytes = await file.slice(at, at + length).arrayBuffer();
		if (verify(bytes, name.kind)) yield { name, bytes };
		at += length;
	}
}

/** True if the file holds every record of the layer, whole. */
export async function isWholeLayer(layer: LayerRecord, file: Blob): Promise<boolean> {
	let found = 0;
	for await (const _ of readLayer(layer, file)) found++;
	return found === expectedRecords(layer).length;
}
