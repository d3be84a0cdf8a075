import type { HistoryBy, HistoryView } from '$lib/workers/api';
import type { App } from './app.svelte';

/** Every month's figures; the ones before stand until new ones come. */
export class UsageHistory {
	view = $state.raw<HistoryView | null>(null);
	loading = $state(true);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	async load(by: HistoryBy): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		try {
			const view = await this.#app.client.explore.usageHistory(by);
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
