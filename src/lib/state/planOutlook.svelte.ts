import type { CycleView, PlansView, ScheduleAsk, ScheduleView } from '$lib/workers/api';
import type { App } from './app.svelte';
import { planTermsOf } from './planTerms';
import type { Wish } from './schedule';

/** What the best tiers were looked for: the words about an answer are made of its own question. */
export interface ScheduleQuestion {
	readonly ask: ScheduleAsk;
	readonly wish: Wish;
	readonly view: CycleView;
}

/** What the Plans screen knows beside the forecast: every plan on its courses, and the best tiers for twelve cycles. */
export class PlanOutlook {
	plans = $state.raw<PlansView | null>(null);
	/** the newest answer there is, with its question: another may have been asked meanwhile */
	schedule = $state.raw<(ScheduleQuestion & { readonly answer: ScheduleView }) | null>(null);
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
	async choose(question: ScheduleQuestion): Promise<void> {
		const mine = ++this.#staleSchedule;
		await this.#app.attempt(async () => {
			const { client } = this.#app;
			const input = await client.query.forecastInput();
			const answer = input && (await client.compute.schedule(input, question.ask));
			if (mine === this.#staleSchedule) this.schedule = answer && { ...question, answer };
		});
	}
}
