import type { MonthlySummary } from '$lib/workers/api';
import type { App } from './app.svelte';

/** The workspace's monthly tables: kept apart from all that the app counts. */
export class MonthlyTables {
	tables = $state.raw<readonly MonthlySummary[]>([]);
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/** Reads them anew, after something has changed. */
	async load(): Promise<void> {
		if (this.#app.workspace) this.tables = await this.#app.client.query.monthlyTables();
	}

	/** Takes a table away; {@link restore} brings it back to its place. */
	remove({ digest }: MonthlySummary): Promise<boolean> {
		return this.change(() => this.#app.client.explore.removeMonthly(digest));
	}

	restore({ digest }: MonthlySummary): Promise<boolean> {
		return this.change(() => this.#app.client.explore.restoreMonthly(digest));
	}

	/** Something is written; it is done when it is kept in every copy there is. */
	change(action: () => Promise<void>): Promise<boolean> {
		const { workspace, client, keeping } = this.#app;
		return this.#app.attempt(async () => {
			if (!workspace) return;
			await action();
			await this.load();
			await keeping.secure(client, workspace);
		});
	}
}
