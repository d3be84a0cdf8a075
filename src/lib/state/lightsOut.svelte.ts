import type { EntityHours, OutlookView } from '$lib/workers/api';
import type { App } from './app.svelte';

/** What the lights-out report knows beside the forecast: what is lost by hour, and who uses those hours. */
export class LightsOut {
	unserved = $state.raw<OutlookView['unserved'] | null>(null);
	hours = $state.raw<EntityHours | null>(null);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Computes both anew, after usage or settings have changed. */
	async load(): Promise<void> {
		const mine = ++this.#stale;
		this.failed = false;
		try {
			const { query, compute } = this.#app.client;
			const input = await query.forecastInput();
			const view = input && (await compute.outlook(input));
			const hours = await query.entityHours();
			if (mine !== this.#stale) return;
			this.unserved = view?.unserved ?? null;
			this.hours = hours;
		} catch {
			if (mine === this.#stale) this.failed = true;
		}
	}
}
