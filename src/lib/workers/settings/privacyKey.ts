import { readDocument, writeDocument, type Store } from '../../db';
import type { Mapping } from '../../engine/ingest';
import { HASH_BYTES } from '../../engine/ingest/veil';
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

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from({ length: KEY_BYTES }, (_, k) => parseInt(hex.slice(2 * k, 2 * k + 2), 16));
const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function read(store: Store): Promise<Uint8Array<ArrayBuffer> | null> {
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
	const written = await writeDocument(store, PRIVACY, JSON.stringify({ key: toHex(random) }), 0);
	// Another tab may have been first.
	const made = written ? random : await read(store);
	if (!made) throw new AppError('storageBroken', { name: PRIVACY });
	return made;
}

/** The code that stands for a text where a column is kept as codes; null: no column of the workspace is. */
export async function codeFor(store: Store, text: string): Promise<string | null> {
	const known = await read(store);
	if (!known) return null;
	// The same as `engine/ingest/veil` makes, which waits for nothing; here there is one text, and no need of all that.
	const key = await crypto.subtle.importKey('raw', known, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const code = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
	return toHex(new Uint8Array(code, 0, HASH_BYTES));
}
