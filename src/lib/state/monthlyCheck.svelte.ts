import type { Channel } from '$lib/engine/rating/card';
import type { MonthlyCheck as Check } from '$lib/workers/api';
import type { App } from './app.svelte';

/** Monthly tables beside the usage of one channel; the answer before stands until a new one comes. */
export class MonthlyCheck {
	/** null: no table has the channel, or it is not known yet */
	view = $state.raw<Check | null>(null);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(
		app: App,
		readonly channel: Channel
	) {
		this.#app = app;
	}

	/** Of a month (`YYYY-MM`), of the cycle that holds an instant, or of the last month that a table has. */
	async load(wanted: string | number | null): Promise<void> {
		const mine = ++this.#stale;
		try {
			const view = await this.#app.client.explore.monthlyCheck(this.channel, wanted);
			if (mine !== this.#stale) return;
			this.view = view;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		}
	}
}
