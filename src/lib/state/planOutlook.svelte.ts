import type { CycleView, PlansView, ScheduleAsk, ScheduleView } from '$lib/workers/api';
import type { App } from './app.svelte';
import { planTermsOf } from './planTerms';

/** What the Plans screen knows beside the forecast: every plan on its courses, and the best tiers for twelve cycles. */
export class PlanOutlook {
	plans = $state.raw<PlansView | null>(null);
	schedule = $state.raw<ScheduleView | null>(null);
	readonly #app: App;
	#stale = 0;
	#staleSchedule = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Reads every plan of the running cycle off its courses; the old figures stand until then. */
	async load(view: CycleView): Promise<void> {
		const mine = ++this.#stale;
		await this.#app.attempt(async () => {
			const { client } = this.#app;
			const input = await client.query.forecastInput();
			const ask = { terms: planTermsOf(view), line: view.line };
			const plans = input && (await client.compute.plans(input, ask));
			if (mine === this.#stale) this.plans = plans;
		});
	}

	/** Looks for the best tiers of the twelve cycles from the running one on. */
	async choose(ask: ScheduleAsk): Promise<void> {
		const mine = ++this.#staleSchedule;
		await this.#app.attempt(async () => {
			const { client } = this.#app;
			const input = await client.query.forecastInput();
			const schedule = input && (await client.compute.schedule(input, ask));
			if (mine === this.#staleSchedule) this.schedule = schedule;
		});
	}
}
