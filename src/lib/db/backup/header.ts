import { BackupError } from './error';
import { joined, same, sha256, type Bytes } from './part';

/*
 * 0 "DRAWDOWN" · 8 u16 version · 10 u8 protection · 11 zero · 12 u32 iterations · 16 salt, 16 bytes ·
 * 32 key check, 16 bytes · 48 SHA-256 of bytes 0–47. Without a passphrase 10–47 are zeros.
 */
export const HEADER_BYTES = 80;
const HASHED = 48;
const MAGIC = new TextEncoder().encode('DRAWDOWN');
/** 2: without fingerprints of rows and of cases. */
const VERSION = 2;

/** PBKDF2-SHA-256 and AES-256-GCM. */
const BY_PASSPHRASE = 1;
/** What is written; readers take less, so that files of weak devices can be read, but not what would hang them. */
export const ITERATIONS = 600_000;
const FEWEST = 10_000;
const MOST = 5_000_000;

export interface Protection {
	readonly iterations: number;
	/** 16 bytes */
	readonly salt: Bytes;
	/** 16 bytes that tell a wrong passphrase from damage (key.ts) */
	readonly check: Bytes;
}

export async function encodeHeader(protection: Protection | null, version = VERSION): Promise<Bytes> {
	const bytes = new Uint8Array(HASHED);
	const view = new DataView(bytes.buffer);
	bytes.set(MAGIC);
	view.setUint16(8, version, true);
	if (protection) {
		view.setUint8(10, BY_PASSPHRASE);
		view.setUint32(12, protection.iterations, true);
		bytes.set(protection.salt, 16);
		bytes.set(protection.check, 32);
	}
	return joined(bytes, await sha256(bytes));
}

/** How a backup is protected; null: not at all. Throws {@link BackupError}. */
export async function decodeHeader(bytes: Bytes): Promise<Protection | null> {
	if (!same(bytes.subarray(0, MAGIC.length), MAGIC)) throw new BackupError('not');
	if (bytes.length < HEADER_BYTES) throw new BackupError('damaged');
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	const version = view.getUint16(8, true);
	if (version > VERSION) throw new BackupError('newer', null, version);
	if (!same(await sha256(bytes.slice(0, HASHED)), bytes.subarray(HASHED))) throw new BackupError('damaged');
	const protection = {
		iterations: view.getUint32(12, true),
		salt: bytes.slice(16, 32),
		check: bytes.slice(32, 48)
	};
	const plain = same(bytes, await encodeHeader(null, version));
	if (plain) return null;
	const { iterations } = protection;
	if (iterations < FEWEST || iterations > MOST || !same(bytes, await encodeHeader(protection, version)))
		throw new BackupError('invalid');
	return protection;
}
