import { downloadBlob, fileName } from '$lib/components/download';
import type { JobOptions } from '$lib/client/client';
import { AppError } from '$lib/workers/errors';

/** what a sheet holds, beside the headers */
export const SHEET_ROWS = 1_048_575;

type Write = (options: JobOptions<number>) => Promise<Blob | null>;

/** A file of rows that is being written, with how far it is; one at a time. */
export class RowsFile {
	/** rows written so far; null: none are being written */
	written = $state<number | null>(null);
	/** how the last one ended, where it gave no file */
	ended = $state<'failed' | 'stopped' | null>(null);
	#stop: AbortController | null = null;

	async save(name: string, write: Write): Promise<void> {
		const blob = await this.make(write);
		if (blob) downloadBlob(fileName(name), blob);
	}

	/** Null: there is none, for a reason that `ended` tells. */
	async make(write: Write): Promise<Blob | null> {
		if (this.written !== null) return null;
		const stop = (this.#stop = new AbortController());
		this.written = 0;
		this.ended = null;
		try {
			return await write({ signal: stop.signal, onProgress: (count) => this.#count(stop, count) });
		} catch (cause) {
			this.ended = cause instanceof AppError && cause.code === 'cancelled' ? 'stopped' : 'failed';
			return null;
		} finally {
			this.written = null;
		}
	}

	stop(): void {
		this.#stop?.abort();
	}

	/** What comes after a cancellation is of nobody's file. */
	#count(stop: AbortController, count: number): void {
		if (!stop.signal.aborted) this.written = count;
	}
}
