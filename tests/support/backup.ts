import { deflateRawSync } from 'node:zlib';
import { createHash } from 'node:crypto';

/**
 * A second writer of plain backups, from docs/data-format.md alone: it makes what the product's own never would, with
 * every digest right.
 */

export interface ForgedPart {
	readonly name: string;
	readonly bytes: ArrayBuffer;
	readonly packing?: 'stored' | 'deflate';
	/** what the head says; default: the truth */
	readonly length?: number;
}

const HEADER = 80;
const LIMIT = 4_000_000;
const sha = (...pieces: readonly Uint8Array[]): Buffer => {
	const hash = createHash('sha256');
	for (const piece of pieces) hash.update(piece);
	return hash.digest();
};

const u32 = (value: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
};

/** The file of these parts. */
export async function sealPlain(parts: readonly ForgedPart[], version = 2): Promise<Uint8Array<ArrayBuffer>> {
	const front = Buffer.alloc(48);
	front.write('DRAWDOWN', 'latin1');
	front.writeUInt16LE(version, 8);
	const header = Buffer.concat([front, sha(front)]);
	const pieces: Buffer[] = [header];
	let chain = sha(header);
	const chunk = (...content: readonly Uint8Array[]): void => {
		const body = Buffer.concat(content);
		const bytes = Buffer.concat([u32(body.length), body]);
		chain = sha(chain, bytes);
		pieces.push(bytes);
	};
	for (const { name, bytes: buffer, packing = 'stored', length } of parts) {
		const bytes = Buffer.from(buffer);
		const packed = packing === 'deflate' ? deflateRawSync(bytes) : bytes;
		chunk(
			Uint8Array.of(1, packing === 'deflate' ? 1 : 0),
			u32(length ?? bytes.length),
			u32(packed.length),
			sha(bytes),
			Buffer.from(name, 'latin1')
		);
		for (let at = 0; at < packed.length; at += LIMIT)
			chunk(Uint8Array.of(2), packed.subarray(at, at + LIMIT));
	}
	chunk(Uint8Array.of(3), u32(parts.length), chain);
	return new Uint8Array(Buffer.concat(pieces));
}

/** The chunks behind a header, as they stand in the file, and a file of others. */
export const repack = {
	split(file: Uint8Array): Uint8Array[] {
		const chunks: Uint8Array[] = [];
		for (let at = HEADER; at < file.length;) {
			const end = at + 4 + new DataView(file.buffer, file.byteOffset).getUint32(at, true);
			chunks.push(file.slice(at, end));
			at = end;
		}
		return chunks;
	},
	join: (file: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
		new Uint8Array(Buffer.concat([file.slice(0, HEADER), ...chunks]))
};
