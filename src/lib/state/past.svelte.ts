import type { ChoicesAsk, PastAsk, PastChoice, PastView } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';

/** What the back-test knows: past cycles under every plan, and what would have been recommended at their starts. */
export class Past {
	view = $state.raw<PastView | null>(null);
	/** by cycle; null: not yet known */
	choices = $state.raw<readonly PastChoice[] | null>(null);
	loading = $state(true);
	/** `sums`: rows are kept as daily sums, which do not say what other rules would have made of them */
	trouble = $state.raw<'sums' | 'failed' | null>(null);
	readonly #app: App;
	#stale = 0;
	#staleChoices = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Replays the past; the figures before stand until it is done. */
	async load(ask: PastAsk): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		try {
			const view = await this.#app.client.query.past(ask);
			if (mine !== this.#stale) return;
			this.trouble = null;
			this.choices = null;
			this.view = view;
		} catch (cause) {
			if (mine !== this.#stale) return;
			this.trouble = cause instanceof AppError && cause.code === 'summaryRounding' ? 'sums' : 'failed';
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}

	/** Chooses at the start of each cycle of the past that is on screen. */
	async choose({ input }: PastView, ask: ChoicesAsk): Promise<void> {
		const mine = ++this.#staleChoices;
		// Those before were made under another policy, or of other months.
		this.choices = null;
		try {
			const choices = await this.#app.client.compute.pastChoices(input, ask);
			if (mine === this.#staleChoices) this.choices = choices;
		} catch {
			if (mine === this.#staleChoices) this.trouble = 'failed';
		}
	}
}
