import { readRecord, type LayerRecord, type RecordName, type WorkspaceDb } from '../db';
import { decodeText, RECORD, type TextColumn } from '../engine/table';
import { AppError } from './errors';

type Layer = Pick<LayerRecord, 'id' | 'name'>;

/** A stored record of a layer, checked. Throws an `AppError` where it is missing or damaged. */
export async function storedRecord(
	db: WorkspaceDb,
	{ id, name }: Layer,
	record: RecordName
): Promise<ArrayBuffer> {
	const bytes = await readRecord(db, id, record);
	if (!bytes) throw new AppError('storageBroken', { name });
	return bytes;
}

/** The text columns of a block, checked likewise. */
export async function storedTexts(
	db: WorkspaceDb,
	layer: Layer,
	seq: number
): Promise<readonly TextColumn[]> {
	return decodeText(await storedRecord(db, layer, { store: 'text', part: seq, kind: RECORD.text })).columns;
}
