import { BackupError } from './error';
import { same, type Bytes } from './part';
import type { Protection } from './header';

const encoder = new TextEncoder();

export interface BackupKey {
	readonly aes: CryptoKey;
	/** 16 bytes of the header; they say nothing of the key */
	readonly check: Bytes;
}

const NO_SALT = new Uint8Array(0);
const hkdf = (info: string) => ({
	name: 'HKDF',
	hash: 'SHA-256',
	salt: NO_SALT,
	info: encoder.encode(`drawdown-backup ${info}`)
});

/**
 * PBKDF2-SHA-256 of the passphrase (UTF-8 of its NFC form, so that all keyboards type the same), then by HKDF-SHA-256
 * the AES key and the check.
 */
export async function deriveKey(
	passphrase: string,
	{ iterations, salt }: Pick<Protection, 'iterations' | 'salt'>
): Promise<BackupKey> {
	const { subtle } = crypto;
	const text = encoder.encode(passphrase.normalize('NFC'));
	const typed = await subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
	const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256);
	const master = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey', 'deriveBits']);
	const [aes, check] = await Promise.all([
		subtle.deriveKey(hkdf('key'), master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
		subtle.deriveBits(hkdf('check'), master, 128)
	]);
	return { aes, check: new Uint8Array(check) };
}

/** Keys that were derived, so that a file that is read twice costs the time once. */
export class KeyRing {
	readonly #keys = new Map<string, Promise<BackupKey>>();

	/** Throws {@link BackupError} `passphrase`: there is none, or it is another. */
	async unlock(passphrase: string | null, protection: Protection): Promise<CryptoKey> {
		if (passphrase === null) throw new BackupError('passphrase', null, false);
		const id = `${protection.iterations} ${protection.salt} ${passphrase}`;
		const key = this.#keys.get(id) ?? deriveKey(passphrase, protection);
		this.#keys.set(id, key);
		const { aes, check } = await key;
		if (!same(check, protection.check)) throw new BackupError('passphrase', null, true);
		return aes;
	}
}
