import { STRICT, type Store, type WorkspaceDb } from './open';
import type { DocumentRecord } from './schema';
import { checksumOf } from './sealed';
import { advance } from './term';

/** A document with its checksum. */
export const sealDocument = (id: string, revision: number, json: string): DocumentRecord => ({
	id,
	revision,
	json,
	checksum: checksumOf(json)
});

/** True if the document's bytes are those that were written. */
export const isWhole = (record: DocumentRecord): boolean => record.checksum === checksumOf(record.json);

/** A document as stored, or null where there is none or its bytes are not what was written. */
export async function readDocument(db: WorkspaceDb, id: string): Promise<DocumentRecord | null> {
	const record = await db.get('documents', id);
	return record && isWhole(record) ? record : null;
}

/**
 * Writes a document that was based on a revision; null where another tab was first. Takes no lock: a short strict
 * transaction with a revision check.
 */
export async function writeDocument(
	{ db }: Store,
	id: string,
	json: string,
	basedOn: number
): Promise<{ readonly revision: number; readonly root: number } | null> {
	const writing = db.transaction(['root', 'documents'], 'readwrite', STRICT);
	const documents = writing.objectStore('documents');
	const current = (await documents.get(id))?.revision ?? 0;
	if (current !== basedOn) {
		await writing.done;
		return null;
	}
	await documents.put(sealDocument(id, current + 1, json));
	const root = await advance(writing.objectStore('root'));
	await writing.done;
	return { revision: current + 1, root };
}
