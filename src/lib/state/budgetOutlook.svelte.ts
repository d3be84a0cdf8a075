import { budgetScopes } from '$lib/engine/planning/budget';
import type { BudgetUsage } from '$lib/workers/api';
import type { App } from './app.svelte';
import { budgetAsks, budgetFigures, type BudgetFigures, type BudgetGround } from './budgets';

const EVERYONE = { of: 'workspace', name: '' } as const;

/** The budgets of the open workspace with their figures. */
export class BudgetOutlook {
	/** null until the first answer, and without usage */
	figures = $state.raw<readonly BudgetFigures[] | null>(null);
	usage = $state.raw<BudgetUsage | null>(null);
	/** there are courses to read budgets off */
	foreseen = $state(false);
	loading = $state(true);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Computes everything anew, after usage or settings have changed; the old figures stand until then. */
	async load(): Promise<void> {
		const mine = ++this.#stale;
		const budgets = this.#app.settings?.value.budgets ?? [];
		const { query, compute } = this.#app.client;
		this.loading = true;
		this.failed = false;
		try {
			// Without a budget everyone's use is shown all the same: it is what a budget is set by.
			const scopes = budgets.length > 0 ? budgetScopes(budgets) : [EVERYONE];
			const [usage, view, input] = await Promise.all([
				query.budgetUsage(scopes.map(({ of, name }) => ({ of, name }))),
				query.cycle(null),
				query.forecastInput()
			]);
			if (mine !== this.#stale) return;
			if (!usage || !view || !input) {
				this.figures = null;
				this.usage = null;
				return;
			}
			const ground: BudgetGround = { usage, view, budgets, next: input.next };
			const views = await compute.budgets(input, budgetAsks(ground));
			if (mine !== this.#stale) return;
			this.usage = usage;
			this.foreseen = views.some(({ later }) => later !== null);
			this.figures = budgetFigures(ground, views);
		} catch {
			if (mine === this.#stale) this.failed = true;
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}
}
