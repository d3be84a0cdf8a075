import type { MonthlyTable } from '$lib/workers/api';
import type { App } from './app.svelte';

type Tables = readonly MonthlyTable[];

/** The workspace's monthly tables: kept apart from all that the app counts. */
export class MonthlyTables {
	tables = $state.raw<Tables>([]);
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/** Reads them anew, after something has changed. */
	async load(): Promise<void> {
		const { workspace, client } = this.#app;
		if (workspace) this.tables = (await client.data.monthlyTables(workspace.id)).value;
	}

	add(table: MonthlyTable): Promise<boolean> {
		return this.#change((tables) => [...tables, table]);
	}

	remove(table: MonthlyTable): Promise<boolean> {
		return this.#change((tables) => tables.filter(({ digest }) => digest !== table.digest));
	}

	/** Brings a removed table back to its place; where its file came again meanwhile, that one stays. */
	restore(table: MonthlyTable, place: number): Promise<boolean> {
		return this.#change((tables) =>
			tables.some(({ digest }) => digest === table.digest)
				? tables
				: [...tables.slice(0, place), table, ...tables.slice(place)]
		);
	}

	#change(change: (tables: Tables) => Tables): Promise<boolean> {
		const { workspace, client, keeping } = this.#app;
		return this.#app.attempt(async () => {
			if (!workspace) return;
			const { revision, value } = await client.data.monthlyTables(workspace.id);
			await client.data.saveMonthlyTables(workspace.id, change(value), revision);
			await this.load();
			await keeping.secure(client, workspace);
		});
	}
}
