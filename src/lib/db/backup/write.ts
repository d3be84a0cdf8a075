import { Chain, DATA_LIMIT, encodeData, encodeEnd, encodePart, PACKING, Sealer } from './chunk';
import { encodeHeader, ITERATIONS } from './header';
import { deriveKey } from './key';
import { deflate } from './packing';
import { isPartName, PART_LIMIT, sha256, type BackupPart, type Bytes } from './part';

/** The header, and what seals the chunks that follow it. */
async function begin(passphrase: string | null, iterations: number): Promise<Sealer> {
	if (passphrase === null) return new Sealer(await encodeHeader(null), null);
	const salt = crypto.getRandomValues(new Uint8Array(16));
	const { aes, check } = await deriveKey(passphrase, { iterations, salt });
	return new Sealer(await encodeHeader({ iterations, salt, check }), aes);
}

async function* contents({ name, bytes: buffer }: BackupPart): AsyncGenerator<Bytes> {
	if (!isPartName(name) || buffer.byteLength > PART_LIMIT) throw new RangeError(`part ${name}`);
	const bytes = new Uint8Array(buffer);
	const deflated = await deflate(bytes);
	const packed = deflated ?? bytes;
	yield encodePart({
		packing: deflated ? PACKING.deflate : PACKING.stored,
		length: bytes.length,
		packed: packed.length,
		digest: await sha256(bytes),
		name
	});
	for (let at = 0; at < packed.length; at += DATA_LIMIT)
		yield encodeData(packed.subarray(at, at + DATA_LIMIT));
}

/**
 * The bytes of a backup (docs/data-format.md), in pieces, while the parts come. Without a passphrase the same parts
 * give the same bytes. `passphrase` null: it is not encrypted. Throws a RangeError for a part longer than
 * {@link PART_LIMIT}.
 */
export async function* writeBackup(
	parts: AsyncIterable<BackupPart>,
	passphrase: string | null,
	iterations = ITERATIONS
): AsyncGenerator<Bytes> {
	const sealer = await begin(passphrase, iterations);
	const chain = new Chain();
	const chunk = async (content: Bytes): Promise<Bytes> => {
		const sealed = await sealer.seal(content);
		const bytes = new Uint8Array(4 + sealed.length);
		new DataView(bytes.buffer).setUint32(0, sealed.length, true);
		bytes.set(sealed, 4);
		await chain.add(bytes);
		return bytes;
	};
	await chain.add(sealer.header);
	yield sealer.header;
	let count = 0;
	for await (const part of parts) {
		for await (const content of contents(part)) yield await chunk(content);
		count++;
	}
	yield await chunk(encodeEnd(count, chain.digest));
}
