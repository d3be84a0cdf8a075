import type { AnomaliesView, AnomalyView } from '$lib/workers/api';
import type { App } from './app.svelte';

const KEY = 'drawdown.expected';

/** What names a finding from one visit to the next. */
export const idOf = ({ of, name, firstDay, endDay }: AnomalyView): string =>
	JSON.stringify([of, name, firstDay, endDay]);

function stored(workspace: string): string[] {
	try {
		const all = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
		const own = all[workspace];
		return Array.isArray(own) ? own.filter((id) => typeof id === 'string') : [];
	} catch {
		return [];
	}
}

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
		this.expected = stored(this.#workspace);
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
		try {
			const all = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
			localStorage.setItem(KEY, JSON.stringify({ ...all, [this.#workspace]: this.expected }));
		} catch {
			// Storage refused: it holds until the page is closed.
		}
	}

	get #workspace(): string {
		return this.#app.workspace?.id ?? '';
	}
}
