import type { Scenario, ScenarioStart, ScenarioView, ScheduleAsk } from '$lib/workers/api';
import type { App } from './app.svelte';
import { planTermsOf } from './planTerms';
import { scheduleAsk } from './schedule';

/** What the Plans screen looks for, too, before anything else is wished for. */
const TOLERANCE = 10;

/** The workspace as it is (`scenario` null), or a scenario, with its figures. */
export interface Column {
	readonly scenario: Scenario | null;
	readonly start: ScenarioStart;
	readonly ask: ScheduleAsk;
	readonly result: ScenarioView;
}

/** The scenarios of the workspace and their figures, side by side. */
export class Scenarios {
	/** the first is the workspace as it is; null until computed, or without anything to answer from */
	columns = $state.raw<readonly Column[] | null>(null);
	busy = $state(false);
	readonly list = $derived.by(() => this.#app.settings?.value.scenarios ?? []);
	/** everything but scenarios that figures follow from, as text */
	readonly basis = $derived.by(() => {
		const settings = this.#app.settings?.value;
		return settings ? JSON.stringify([{ ...settings, scenarios: [] }, this.#app.layers]) : null;
	});
	readonly #app: App;
	/** figures by what is changed, as long as the basis stays */
	#known: Readonly<Record<string, Column | null>> = {};
	#knownFor: string | null = null;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Computes what is not known yet of the workspace as it is and of some scenarios; old figures stand until then. */
	async load(chosen: readonly Scenario[]): Promise<void> {
		const mine = ++this.#stale;
		if (this.#knownFor !== this.basis) this.#known = {};
		this.#knownFor = this.basis;
		this.busy = true;
		await this.#app.attempt(async () => {
			const columns: Column[] = [];
			for (const scenario of [null, ...chosen]) {
				const column = await this.#column(scenario);
				if (mine !== this.#stale) return;
				if (column) columns.push({ ...column, scenario });
			}
			this.columns = columns.length > 0 ? columns : null;
		});
		if (mine === this.#stale) this.busy = false;
	}

	/** Puts a scenario in the place of the one with its id, or at the end. */
	async save(scenario: Scenario): Promise<boolean> {
		const at = this.list.findIndex(({ id }) => id === scenario.id);
		return this.#write(at < 0 ? [...this.list, scenario] : this.list.with(at, scenario));
	}

	async remove(scenario: Scenario): Promise<boolean> {
		return this.#write(this.list.filter(({ id }) => id !== scenario.id));
	}

	/** Puts a removed scenario back where it was. */
	async restore(scenario: Scenario, at: number): Promise<boolean> {
		return this.#write(this.list.toSpliced(at, 0, scenario));
	}

	async #write(scenarios: readonly Scenario[]): Promise<boolean> {
		const settings = this.#app.settings?.value;
		return settings ? this.#app.saveSettings({ ...settings, scenarios }) : false;
	}

	async #column(scenario: Scenario | null): Promise<Column | null> {
		const key = JSON.stringify(scenario && { ...scenario, id: 0, name: 0 });
		const known = this.#known[key];
		if (known !== undefined) return known;
		const basis = this.#knownFor;
		const { client } = this.#app;
		const start = await client.query.scenario(scenario);
		let column: Column | null = null;
		if (start) {
			const { view, input, held } = start;
			const ask = scheduleAsk(view, held.policy, 'mean', TOLERANCE);
			const plans = { terms: planTermsOf(view), line: view.line };
			const result = await client.compute.scenario(input, { held, plans, schedule: ask });
			column = { scenario, start, ask, result };
		}
		if (basis === this.#knownFor) this.#known = { ...this.#known, [key]: column };
		return column;
	}
}
