import type { JobOptions } from '$lib/client/client';

/** A job that rewrites what is stored: how far it has come, and a way to stop it. */
export class Rewriting {
	/** from 0 to 1; null: none is under way */
	share = $state<number | null>(null);
	#abort: AbortController | null = null;

	/** True: it was done; false: it was cancelled or failed, and nothing has changed. */
	async run(action: (options: JobOptions<number>) => Promise<boolean>): Promise<boolean> {
		if (this.share !== null) return false;
		this.#abort = new AbortController();
		this.share = 0;
		try {
			return await action({
				signal: this.#abort.signal,
				onProgress: (share) => {
					if (this.share !== null) this.share = share;
				}
			});
		} finally {
			this.share = null;
		}
	}

	cancel(): void {
		this.#abort?.abort();
	}
}
