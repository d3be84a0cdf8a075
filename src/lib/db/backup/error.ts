/**
 * Why a backup is not read. `not`: no backup at all; `damaged`: its bytes are not those that were written;
 * `newer`: of a later version; `passphrase`: it needs one, or another one; `invalid`: whole, but its content is not
 * what the product writes.
 */
export type BackupErrorCode = 'not' | 'damaged' | 'newer' | 'passphrase' | 'invalid';

export class BackupError extends Error {
	override readonly name = 'BackupError';
	constructor(
		readonly code: BackupErrorCode,
		/** name of the part, where it is known */
		readonly part: string | null = null,
		/** of `newer`: the file's version; of `passphrase`: whether one was given */
		readonly detail: number | boolean | null = null,
		options?: ErrorOptions
	) {
		super(part === null ? code : `${code}: ${part}`, options);
	}
}
