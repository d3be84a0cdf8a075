import type { SmallPrintView } from '$lib/workers/api';
import type { RateCard } from '$lib/engine/rating/card';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import { smallPrintChoices } from './billingRules';

/** What one rule makes of the past; `sums`: rows are kept as daily sums, which do not say it. */
export type RuleResult = SmallPrintView | 'sums';

/** What the small print costs: one rule after the other, since each may take a scan of all rows. */
export class SmallPrint {
	own = $state.raw<SmallPrintView | null>(null);
	/** by the rule's id, as they come */
	results = $state.raw<Readonly<Record<string, RuleResult>>>({});
	loading = $state(true);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Asks for the card's own rule and all others; the figures before stand until the own one is here. */
	async load(card: RateCard): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		this.failed = false;
		try {
			const { query } = this.#app.client;
			const own = await query.smallPrint(null);
			if (mine !== this.#stale) return;
			this.own = own;
			this.results = {};
			if (!own || own.cycles === 0) return;
			for (const { id, rule } of smallPrintChoices(card)) {
				const result = await query.smallPrint(rule).catch((cause: unknown): RuleResult => {
					if (cause instanceof AppError && cause.code === 'summaryRounding') return 'sums';
					throw cause;
				});
				if (mine !== this.#stale) return;
				if (result) this.results = { ...this.results, [id]: result };
			}
		} catch {
			if (mine === this.#stale) this.failed = true;
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}
}
