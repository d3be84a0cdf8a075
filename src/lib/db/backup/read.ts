import {
	Chain,
	CHUNK_LIMIT,
	DATA_LIMIT,
	decodeEnd,
	decodePart,
	KIND,
	PACKING,
	Sealer,
	type PartHead
} from './chunk';
import { BackupError } from './error';
import { decodeHeader, HEADER_BYTES } from './header';
import { KeyRing } from './key';
import { inflate, RATIO_LIMIT } from './packing';
import { isPartName, joined, PART_LIMIT, same, sha256, type BackupPart, type Bytes } from './part';

const WINDOW = 4 * 1024 * 1024;

/** A file from front to back, some megabytes at a time. */
class Source {
	/** bytes taken */
	at = 0;
	#window: Bytes = new Uint8Array(0);
	#from = 0;

	constructor(readonly file: Blob) {}

	/** The next bytes; fewer where the file ends. They are valid until the next call. */
	async take(count: number): Promise<Bytes> {
		const here = this.at - this.#from;
		if (here + count > this.#window.length && this.#from + this.#window.length < this.file.size) {
			const slice = this.file.slice(this.at, this.at + Math.max(count, WINDOW));
			this.#window = new Uint8Array(await slice.arrayBuffer());
			this.#from = this.at;
			return this.take(count);
		}
		const taken = this.#window.subarray(here, here + count);
		this.at += taken.length;
		return taken;
	}
}

export interface ReadOptions {
	/** keys that were derived before, for a file that is read more than once */
	readonly keys?: KeyRing;
	/** bytes of the file that were read so far */
	readonly onBytes?: (bytes: number) => void;
}

/** How a file is protected, from its first bytes. Throws {@link BackupError} where it is no backup. */
export async function needsPassphrase(file: Blob): Promise<boolean> {
	return (await decodeHeader(await new Source(file).take(HEADER_BYTES))) !== null;
}

const believable = ({ packing, length, packed, name }: PartHead): boolean =>
	isPartName(name) &&
	length <= PART_LIMIT &&
	(packing === PACKING.stored
		? packed === length
		: packing === PACKING.deflate && packed < length && length <= packed * RATIO_LIMIT);

/**
 * The parts of a backup, each checked by its SHA-256. Only when the last one has come, and the generator ends
 * without an error, is it known that the file is whole: nothing was cut off, moved, added or changed. Throws
 * {@link BackupError} with the name of the part it came to.
 */
export async function* readBackup(
	file: Blob,
	passphrase: string | null,
	{ keys = new KeyRing(), onBytes }: ReadOptions = {}
): AsyncGenerator<BackupPart> {
	const source = new Source(file);
	const header = (await source.take(HEADER_BYTES)).slice();
	const protection = await decodeHeader(header);
	const sealer = new Sealer(header, protection && (await keys.unlock(passphrase, protection)));
	const chain = new Chain();
	await chain.add(header);
	let part: string | null = null;
	const damaged = () => new BackupError('damaged', part);

	/** The next chunk's content; `before`: the chain over all that came before it. */
	async function next(): Promise<{ kind: number; payload: Bytes; before: Bytes }> {
		const size = (await source.take(4)).slice();
		const length = size.length < 4 ? 0 : new DataView(size.buffer).getUint32(0, true);
		if (length === 0 || length > CHUNK_LIMIT) throw damaged();
		const sealed = (await source.take(length)).slice();
		if (sealed.length < length) throw damaged();
		const before = chain.digest;
		await chain.add(joined(size, sealed));
		const content = await sealer.open(sealed);
		if (!content || content.length === 0) throw damaged();
		onBytes?.(source.at);
		return { kind: content[0] as number, payload: content.subarray(1), before };
	}

	async function body({ packing, length, packed, digest }: PartHead): Promise<ArrayBuffer> {
		const pieces: Bytes[] = [];
		for (let left = packed; left > 0;) {
			const { kind, payload } = await next();
			if (kind !== KIND.data || payload.length !== Math.min(DATA_LIMIT, left)) throw damaged();
			pieces.push(payload);
			left -= payload.length;
		}
		const stored = joined(...pieces);
		const bytes = packing === PACKING.stored ? stored : await inflate(stored, length);
		if (!bytes || !same(await sha256(bytes), digest)) throw damaged();
		return bytes.buffer;
	}

	for (let count = 0; ; count++) {
		const { kind, payload, before } = await next();
		if (kind === KIND.end) {
			const end = decodeEnd(payload);
			if (!end || end.parts !== count || !same(end.digest, before) || source.at !== file.size)
				throw damaged();
			return;
		}
		const head = kind === KIND.part ? decodePart(payload) : null;
		if (!head || !believable(head)) throw damaged();
		part = head.name;
		yield { name: head.name, bytes: await body(head) };
	}
}
