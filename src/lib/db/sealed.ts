import { xxh32 } from '../engine/table';

/** XXH32 of a record's JSON, kept beside it: a browser may hand back a record that is not what was written. */
export interface Seal {
	readonly checksum: number;
}

const encoder = new TextEncoder();

export const checksumOf = (text: string): number => xxh32(encoder.encode(text));

/** A plain record as it is stored. Keys keep their order in storage, so that equal records have equal JSON. */
export function seal<T extends object>(record: T): T & Seal {
	const { checksum: _old, ...plain } = record as T & Partial<Seal>;
	return { ...(plain as T), checksum: checksumOf(JSON.stringify(plain)) };
}

/** The record without its seal if it is what was written; null where it is damaged or not there. */
export function unseal<T extends object>(stored: (T & Seal) | undefined | null): T | null {
	if (!stored) return null;
	const { checksum, ...plain } = stored;
	return checksumOf(JSON.stringify(plain)) === checksum ? (plain as unknown as T) : null;
}
