import { AppError } from '../errors';

/** What a file's digest is made of, and how much is read at a time. */
export const SLICE = 4 * 1024 * 1024;

/** A reader that fills memory of ours; null: this browser has none. */
function byteReader(file: Blob): ReadableStreamBYOBReader | null {
	try {
		return file.stream().getReader({ mode: 'byob' });
	} catch (cause) {
		if (cause instanceof TypeError) return null;
		throw cause;
	}
}

/** A stream that fails does not say why; reading a byte does. */
async function unreadable(file: Blob): Promise<never> {
	await file.slice(0, 1).arrayBuffer();
	throw new DOMException('the file could not be read to its end', 'NotReadableError');
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The file's slices in order, each until the next one is asked for: they come in the same memory, since a fresh page
 * costs more than what is read into it. The first bytes are fetched at once, while whoever asks for them gets ready.
 */
export function slices(file: Blob): AsyncGenerator<Bytes> {
	const reader = byteReader(file);
	if (!reader) return copies(file);
	const first = reader.read(new Uint8Array(SLICE));
	// It fails again where it is waited for.
	first.catch(() => undefined);
	return streamed(file, reader, first);
}

async function* copies(file: Blob): AsyncGenerator<Bytes> {
	for (let at = 0; at < file.size; at += SLICE)
		yield new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
}

async function* streamed(
	file: Blob,
	reader: ReadableStreamBYOBReader,
	first: Promise<ReadableStreamReadResult<Bytes>>
): AsyncGenerator<Bytes> {
	try {
		let coming = first;
		for (let more = true; more;) {
			let slice: Bytes = new Uint8Array(0);
			let filled = 0;
			while (more && filled < SLICE) {
				const { value, done } = await coming.catch(() => unreadable(file));
				more = !done;
				// The memory goes along with each read, and comes back.
				if (value) slice = new Uint8Array(value.buffer);
				filled += value?.length ?? 0;
				if (more && filled < SLICE) coming = reader.read(new Uint8Array(slice.buffer, filled));
			}
			if (filled > 0) yield slice.subarray(0, filled);
			if (more) coming = reader.read(new Uint8Array(slice.buffer));
		}
	} finally {
		// One that has failed cannot be cancelled, and has said why.
		await reader.cancel().catch(() => undefined);
	}
}

/** The digest of a whole file, or of a part of it that has a name. */
export async function digestOf(file: Blob, part: string | null, cancelled: () => boolean): Promise<string> {
	const digest = new FileDigest();
	for await (const slice of slices(file)) {
		if (cancelled()) throw new AppError('cancelled');
		digest.add(slice);
	}
	return digest.hex(part);
}

/** The digest of a file while it is read: SHA-256 over the SHA-256s of its slices (WebCrypto cannot stream). */
export class FileDigest {
	readonly #parts: Promise<ArrayBuffer>[] = [];

	add(slice: Uint8Array<ArrayBuffer>): void {
		this.#parts.push(crypto.subtle.digest('SHA-256', slice));
	}

	/** Of what was added so far; of a part of the file that has a name, that name belongs to it. */
	async hex(part: string | null = null): Promise<string> {
		const named = part === null ? [] : [crypto.subtle.digest('SHA-256', new TextEncoder().encode(part))];
		const parts = await Promise.all([...this.#parts, ...named]);
		const joined = new Uint8Array(32 * parts.length);
		parts.forEach((part, k) => joined.set(new Uint8Array(part), 32 * k));
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
		return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
	}
}
