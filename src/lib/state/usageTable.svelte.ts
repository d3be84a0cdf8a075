import type { Channel } from '$lib/engine/rating/card';
import type { UsageView } from '$lib/workers/api';
import type { App } from './app.svelte';

/** Everyone's figures on one channel; the ones before stand until new ones come. */
export class UsageTable {
	view = $state.raw<UsageView | null>(null);
	loading = $state(true);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(
		app: App,
		readonly channel: Channel
	) {
		this.#app = app;
	}

	/** Reads the cycle that holds an instant anew, after another was asked for or something has changed. */
	async load(start: number): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		try {
			const view = await this.#app.client.explore.usage(start, this.channel);
			if (mine !== this.#stale) return;
			this.view = view;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}
}
