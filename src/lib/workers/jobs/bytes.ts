import { AppError } from '../errors';

/** Slices of 4 MB are read fastest (docs/architecture.md), and are what a file's digest is made of. */
export const SLICE = 4 * 1024 * 1024;
const AHEAD = 2;

/** The file's slices in order, the next ones read while one is worked on. */
export async function* slices(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const queue: Promise<ArrayBuffer>[] = [];
	let at = 0;
	const readAhead = () => {
		while (queue.length < AHEAD && at < file.size) {
			const next = file.slice(at, at + SLICE).arrayBuffer();
			// A failure is the reader's when it comes to this slice.
			next.catch(() => undefined);
			queue.push(next);
			at += SLICE;
		}
	};
	for (readAhead(); queue.length > 0; readAhead())
		yield new Uint8Array(await (queue.shift() as Promise<ArrayBuffer>));
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
