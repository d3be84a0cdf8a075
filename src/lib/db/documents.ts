import { xxh32 } from '../engine/table';
import type { Store } from './open';
import type { DocumentRecord, WorkspaceDb } from './schema';

const encoder = new TextEncoder();
const checksum = (json: string): number => xxh32(encoder.encode(json));

/** A document as stored, or null where there is none or its bytes are not what was written. */
export async function readDocument(db: WorkspaceDb, id: string): Promise<DocumentRecord | null> {
	const record = await db.documents.get(id);
	return record && record.checksum === checksum(record.json) ? record : null;
}

/**
 * Writes a document that was based on a revision; null where another tab was first. Takes no lock: a short strict
 * transaction with a revision check.
 */
export async function writeDocument(
	store: Store,
	id: string,
	json: string,
	basedOn: number
): Promise<{ readonly revision: number; readonly root: number } | null> {
	const db = store.strict;
	return db.transaction('rw', [db.root, db.documents], async () => {
		const current = (await db.documents.get(id))?.revision ?? 0;
		if (current !== basedOn) return null;
		const revision = current + 1;
		await db.documents.put({ id, revision, json, checksum: checksum(json) });
		const root = ((await db.root.get('root'))?.revision ?? 0) + 1;
		await db.root.put({ revision: root }, 'root');
		return { revision, root };
	});
}
