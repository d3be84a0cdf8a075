import type { WasteView } from '$lib/workers/api';
import type { App } from './app.svelte';

/** What may be saved; what was before stands until a new answer comes. */
export class Waste {
	view = $state.raw<WasteView | null>(null);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	async load(): Promise<void> {
		const mine = ++this.#stale;
		try {
			const view = await this.#app.client.explore.waste();
			if (mine !== this.#stale) return;
			this.view = view;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		}
	}
}
