import { AppError } from '../errors';
import { throttled } from '../jobs/progress';
import type { ReadProgress } from '../readerApi';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Tell = (progress: ReadProgress) => void;

/** What a file of this kind may unpack to: at most so many times its size, and so much in all (formats: zip, XLSX). */
const RATIO = 200;
/** A small file may be repetitive, and harms nobody. */
const ALWAYS = 1e6;
export const OUT_LIMIT = 300e6;

/** Counts what comes out of something packed, and refuses what is made to fill the memory. */
export class OutMeter {
	#out = 0;
	readonly #most: number;
	readonly #file: string;

	/** `packed`: bytes it comes from. */
	constructor(file: string, packed: number, limit = OUT_LIMIT) {
		this.#file = file;
		this.#most = Math.min(limit, Math.max(ALWAYS, packed * RATIO));
	}

	add(bytes: number): void {
		this.#out += bytes;
		if (this.#out > this.#most)
			throw new AppError('unpackedTooLarge', { file: this.#file, megabytes: OUT_LIMIT / 1e6, ratio: RATIO });
	}
}

export const damaged = (file: string, kind: string, cause?: unknown): AppError =>
	new AppError('damagedFile', { file, kind }, { cause });

/** Pieces of a file that a decoder takes one after the other: what comes out of one is checked before the next. */
export async function* pieces(file: Blob, size: number, from = 0, to = file.size): AsyncGenerator<Bytes> {
	/** read from the file at once, as small readings cost more than they bring */
	const block = Math.max(size, 1 << 20);
	for (let at = from; at < to; at += block) {
		const bytes = new Uint8Array(await file.slice(at, Math.min(to, at + block)).arrayBuffer());
		for (let p = 0; p < bytes.length; p += size) yield bytes.subarray(p, p + size);
	}
}

/** Says now and then how far a file is read. */
export function telling(file: Blob, phase: ReadProgress['phase'], onProgress: Tell) {
	const tell = throttled(onProgress);
	return (bytes: number, rows = 0) => tell({ phase, bytes, totalBytes: file.size, rows });
}
