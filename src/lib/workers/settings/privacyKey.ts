import { readDocument, writeDocument, type Store } from '../../db';
import type { Mapping } from '../../engine/ingest';
import { AppError } from '../errors';

/** The document that holds the workspace's key for hashes; it goes into backups, and into no settings file. */
export const PRIVACY = 'privacy';
const KEY_BYTES = 32;

/** The key in a document's JSON that nobody vouches for, hex; throws where there is none. */
function keyIn(json: string): string {
	const key = /^\{"key":"([0-9a-f]{64})"\}$/.exec(json)?.[1];
	if (!key) throw new SyntaxError(PRIVACY);
	return key;
}

/** The document as it is stored, from a text that nobody vouches for; throws where it is none. */
export const storedKey = (json: string): string => JSON.stringify({ key: keyIn(json) });

const fromHex = (hex: string): Uint8Array =>
	Uint8Array.from({ length: KEY_BYTES }, (_, k) => parseInt(hex.slice(2 * k, 2 * k + 2), 16));

async function read(store: Store): Promise<Uint8Array | null> {
	const record = await readDocument(store.db, PRIVACY);
	return record && fromHex(keyIn(record.json));
}

const hashes = ({ veils }: Mapping): boolean => veils.some(({ as }) => as === 'hash');

/** The key for a look at what codes will be like, which writes nothing; null: the mapping needs none. */
export const previewKey = async (store: Store, mapping: Mapping): Promise<Uint8Array | null> =>
	hashes(mapping) ? ((await read(store)) ?? new Uint8Array(KEY_BYTES)) : null;

/** The key by which a workspace hashes texts, random, made when it is first needed; null: the mapping needs none. */
export async function privacyKey(store: Store, mapping: Mapping): Promise<Uint8Array | null> {
	if (!hashes(mapping)) return null;
	const known = await read(store);
	if (known) return known;
	const random = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
	const key = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
	const written = await writeDocument(store, PRIVACY, JSON.stringify({ key }), 0);
	// Another tab may have been first.
	const made = written ? random : await read(store);
	if (!made) throw new AppError('storageBroken', { name: PRIVACY });
	return made;
}
