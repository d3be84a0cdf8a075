/** One named piece of a backup; it is held in memory whole. */
export interface BackupPart {
	/** ASCII, 1–200 characters */
	readonly name: string;
	readonly bytes: ArrayBuffer;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** No part is longer: what a hostile file can make us hold at once. */
export const PART_LIMIT = 512 * 1024 * 1024;

const NAME = /^[\x21-\x7e]{1,200}$/;
export const isPartName = (name: string): boolean => NAME.test(name);

export const sha256 = async (bytes: Bytes | ArrayBuffer): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export function same(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
	return true;
}

export function joined(...pieces: readonly Uint8Array[]): Bytes {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
