import type { AnomaliesView, AnomalyView } from '$lib/workers/api';
import type { App } from './app.svelte';
import { notesOf, setNotes } from './deviceNotes';

/** What names a finding from one visit to the next. */
export const idOf = ({ of, name, firstDay, endDay }: AnomalyView): string =>
	JSON.stringify([of, name, firstDay, endDay]);

/** What is out of pattern, and which of it was expected: that is kept in this browser only. */
export class Anomalies {
	view = $state.raw<AnomaliesView | null>(null);
	failed = $state(false);
	expected = $state.raw<readonly string[]>([]);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Looks anew; what was found before stands until then. */
	async load(): Promise<void> {
		const mine = ++this.#stale;
		this.expected = notesOf('expected', this.#workspace).filter((id) => typeof id === 'string');
		try {
			const view = await this.#app.client.explore.anomalies();
			if (mine !== this.#stale) return;
			this.view = view;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		}
	}

	/** Marks a finding as expected, or no longer. */
	setExpected(id: string, expected: boolean): void {
		this.expected = [...this.expected.filter((one) => one !== id), ...(expected ? [id] : [])];
		setNotes('expected', this.#workspace, this.expected);
	}

	get #workspace(): string {
		return this.#app.workspace?.id ?? '';
	}
}
