import { MIX_KEYS } from '$lib/engine/planning/mix';
import type { Assumptions } from '$lib/engine/planning/assumed/assumptions';
import type { PlanPolicy, PlanTerms } from '$lib/engine/planning/plan';
import { AppError } from '$lib/workers/errors';
import type { CycleView, ForecastView, Settings, TermView } from '$lib/workers/api';
import type { App } from './app.svelte';
import { planTermsOf } from './planTerms';
import type { Proposed } from './proposal';
import { LinkError, textOfFragment, type LinkRefusal } from './share';

/** How much of the shared calls and chats is tried, in percent. */
export interface Tried {
	readonly calls: number;
	readonly chats: number;
}

/** What a tried mix answers. */
export interface SharedAnswer {
	readonly settings: Settings;
	readonly view: CycleView;
	readonly terms: PlanTerms;
	readonly forecast: ForecastView;
	readonly term: TermView;
}

/** The most that a slider goes to. */
export const MOST_TRIED = 300;

const scaled = (assumptions: Assumptions, { calls, chats }: Tried): Assumptions => ({
	...assumptions,
	interactions: Object.fromEntries(
		MIX_KEYS.map((key) => [
			key,
			Math.round((assumptions.interactions[key] * (key.startsWith('voice') ? calls : chats)) / 100)
		])
	) as Assumptions['interactions']
});

/** A plan that came as a link: looked at and played with, kept nowhere until asked for. */
export class SharedPlan {
	settings = $state.raw<Settings | null>(null);
	answer = $state.raw<SharedAnswer | null>(null);
	/** why the link cannot be opened: a refusal, or the path of what makes no sense */
	refusal = $state.raw<LinkRefusal | { readonly path: string } | null>(null);
	tried = $state.raw<Tried>({ calls: 100, chats: 100 });
	proposed = $state.raw<Proposed | null>(null);
	readonly #app: App;
	#stale = 0;
	#busy = false;

	constructor(app: App) {
		this.#app = app;
	}

	/** Reads a link's fragment. */
	async open(fragment: string): Promise<void> {
		this.settings = null;
		this.answer = null;
		this.refusal = null;
		this.tried = { calls: 100, chats: 100 };
		try {
			const settings = await this.#app.client.archive.readSettings(await textOfFragment(fragment));
			if (!settings.assumptions) throw new LinkError('none');
			this.settings = settings;
			const { tier, overage } = settings.contract;
			this.proposed = tier === null ? null : { tier, policy: overage };
			await this.#ask();
		} catch (cause) {
			if (cause instanceof LinkError) this.refusal = cause.code;
			else if (cause instanceof AppError && cause.code === 'settingsNewer') this.refusal = 'newer';
			else if (cause instanceof AppError && cause.code === 'settingsInvalid')
				this.refusal = { path: String(cause.params['path']) };
			else this.refusal = 'damaged';
		}
	}

	/** Moves a slider: the latest position is answered, those that were passed are not. */
	try(change: Partial<Tried>): void {
		this.tried = { ...this.tried, ...change };
		this.#stale++;
		if (!this.#busy) void this.#app.attempt(() => this.#ask());
	}

	/** The settings as they are tried. */
	get trying(): Settings | null {
		const { settings, tried } = this;
		if (!settings?.assumptions) return null;
		return { ...settings, assumptions: scaled(settings.assumptions, tried) };
	}

	async #ask(): Promise<void> {
		this.#busy = true;
		try {
			for (let asked = -1; asked !== this.#stale;) {
				asked = this.#stale;
				await this.#answer();
			}
		} finally {
			this.#busy = false;
		}
	}

	async #answer(): Promise<void> {
		const settings = this.trying;
		const { client } = this.#app;
		const found = settings && (await client.query.assumed(settings));
		if (!found) return;
		const terms = planTermsOf(found.view);
		const [forecast, term] = await Promise.all([
			client.compute.forecast(found.input),
			client.compute.term(found.input, terms)
		]);
		if (term) this.answer = { settings, view: found.view, terms, forecast, term };
	}

	propose(proposed: { readonly tier: number; readonly policy: PlanPolicy }): void {
		this.proposed = proposed;
	}

	/** Keeps what is tried as a workspace of its own. True: it is open. */
	async keep(name: string): Promise<boolean> {
		const settings = this.trying;
		if (!settings) return false;
		const { proposed } = this;
		await this.#app.createWorkspace(name);
		const overage = proposed && proposed.policy !== 'upgrade' ? proposed.policy : settings.contract.overage;
		const contract = { ...settings.contract, tier: proposed?.tier ?? settings.contract.tier, overage };
		return this.#app.saveSettings({ ...settings, contract });
	}
}
