import type { FocusVersion } from '$lib/engine/focus';
import type { FocusView } from '$lib/workers/api';
import type { App } from '../app.svelte';
import type { TableData } from './table';

/** The charges of the month on screen as FOCUS; the ones before stand until new ones come. */
export class FocusFile {
	version = $state<FocusVersion>('1.2');
	strict = $state(false);
	view = $state.raw<FocusView | null>(null);
	loading = $state(true);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	async load(start: number, version: FocusVersion, strict: boolean): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		try {
			const view = await this.#app.client.exports.focus(start, version, strict);
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

/** The rows as a table for a file; amounts keep every decimal. */
export function focusTable(name: string, { columns, rows }: FocusView): TableData {
	return {
		name,
		columns: columns.map((column) => ({
			id: column.name,
			label: column.name,
			kind: column.kind === 'decimal' ? 'money' : 'text'
		})),
		rows: rows.map((row) => columns.map((column) => row[column.name]))
	};
}
