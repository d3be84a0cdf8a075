import { joined, sha256, type Bytes } from './part';

/*
 * After the header a backup is a row of chunks: u32 length, then so many bytes. With a passphrase these are a random
 * IV (12 bytes) and AES-256-GCM of the content with its tag (16 bytes), the header and the chunk's number (u32)
 * being authenticated with it; else the content itself. Content: u8 kind, then by kind.
 *
 * part  u8 packing · u32 length · u32 packed length · SHA-256 of the part, 32 bytes · name, ASCII
 * data  up to DATA_LIMIT bytes of the part that was begun
 * end   u32 number of parts · 32 bytes: the chain over the header and all chunks before
 */
export const KIND = { part: 1, data: 2, end: 3 } as const;
export const PACKING = { stored: 0, deflate: 1 } as const;

/** Bytes of a part in one chunk. */
export const DATA_LIMIT = 4_000_000;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** No chunk is longer. */
export const CHUNK_LIMIT = DATA_LIMIT + 1 + IV_BYTES + TAG_BYTES;

export interface PartHead {
	readonly packing: number;
	readonly length: number;
	readonly packed: number;
	readonly digest: Bytes;
	readonly name: string;
}

const PART_HEAD = 1 + 4 + 4 + 32;
const END = 4 + 32;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function encodePart({ packing, length, packed, digest, name }: PartHead): Bytes {
	const fixed = new DataView(new ArrayBuffer(10));
	fixed.setUint8(0, KIND.part);
	fixed.setUint8(1, packing);
	fixed.setUint32(2, length, true);
	fixed.setUint32(6, packed, true);
	return joined(new Uint8Array(fixed.buffer), digest, encoder.encode(name));
}

/** Null: too short to be one. */
export function decodePart(payload: Bytes): PartHead | null {
	if (payload.length <= PART_HEAD) return null;
	const view = new DataView(payload.buffer, payload.byteOffset);
	return {
		packing: view.getUint8(0),
		length: view.getUint32(1, true),
		packed: view.getUint32(5, true),
		digest: payload.slice(9, PART_HEAD),
		name: decoder.decode(payload.subarray(PART_HEAD))
	};
}

export const encodeData = (bytes: Uint8Array): Bytes => joined(Uint8Array.of(KIND.data), bytes);

export function encodeEnd(parts: number, digest: Bytes): Bytes {
	const fixed = new DataView(new ArrayBuffer(5));
	fixed.setUint8(0, KIND.end);
	fixed.setUint32(1, parts, true);
	return joined(new Uint8Array(fixed.buffer), digest);
}

export function decodeEnd(payload: Bytes): { readonly parts: number; readonly digest: Bytes } | null {
	if (payload.length !== END) return null;
	return {
		parts: new DataView(payload.buffer, payload.byteOffset).getUint32(0, true),
		digest: payload.slice(4)
	};
}

/**
 * A digest over everything that can be taken while it passes (WebCrypto has none that streams): each step is
 * SHA-256 of the digest before and the next bytes. It begins with that of the header.
 */
export class Chain {
	digest: Bytes = new Uint8Array(0);

	async add(bytes: Uint8Array): Promise<void> {
		this.digest = await sha256(joined(this.digest, bytes));
	}
}

/** Turns contents into what stands in the file, and back; one for each way, since it counts. */
export class Sealer {
	#number = 0;

	/** `key` null: contents stand as they are. */
	constructor(
		readonly header: Bytes,
		readonly key: CryptoKey | null
	) {}

	#next(iv: Bytes): AesGcmParams {
		const number = new DataView(new ArrayBuffer(4));
		number.setUint32(0, this.#number++, true);
		return {
			name: 'AES-GCM',
			iv,
			additionalData: joined(this.header, new Uint8Array(number.buffer)),
			tagLength: TAG_BYTES * 8
		};
	}

	async seal(content: Bytes): Promise<Bytes> {
		if (!this.key) return content;
		const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
		return joined(iv, new Uint8Array(await crypto.subtle.encrypt(this.#next(iv), this.key, content)));
	}

	/** Null: these are not the bytes that were sealed, or not in this place. */
	async open(sealed: Bytes): Promise<Bytes | null> {
		if (!this.key) return sealed;
		if (sealed.length < IV_BYTES + TAG_BYTES) return null;
		const iv = sealed.slice(0, IV_BYTES);
		try {
			return new Uint8Array(await crypto.subtle.decrypt(this.#next(iv), this.key, sealed.subarray(IV_BYTES)));
		} catch {
			return null;
		}
	}
}
