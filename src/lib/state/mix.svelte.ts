import { BUSINESS_MIXES, type Assumptions, type Business } from '$lib/engine/planning/assumed/assumptions';
import { mixOfAssumptions } from '$lib/engine/planning/assumed/demand';
import {
	MESSAGES_PER_MINUTE,
	mixAt,
	mixRates,
	MOST_VOLUME,
	pointOf,
	sharesOf,
	type Mix,
	type MixKey,
	type MixPoint
} from '$lib/engine/planning/mix';
import type { App } from './app.svelte';
import { assumptionsOf, withMix } from './assumptions';
import { cardOf } from './cards';
import { mixFigures, mixOfText, mixText, startingMix, type MixSource } from './mix';

/** A mix that someone set, in the workspace that was open; null: in whichever opens first. */
interface Own {
	readonly workspace: string | null;
	readonly mix: Mix;
	/** the premium shares are those of this one, so that the point may pass through zero and come back */
	readonly shape: Mix;
}

const within = (volume: number): number => Math.min(MOST_VOLUME, Math.max(0, Math.round(volume)));

/** What someone chose on the screen; it outlives it. */
class Choice {
	own = $state.raw<Own | null>(null);
	preset = $state<Business>('clinic');
	messagesPerMinute = $state(MESSAGES_PER_MINUTE);
}

const choices = new WeakMap<App, Choice>();

/** The mix on screen: what someone set, else where it starts. */
export class MixModel {
	readonly #app: App;
	readonly choice: Choice;

	/** the version of the rate card that the cycle on screen began with; null until settings are here */
	readonly #card = $derived.by(() => {
		const { view, settings } = this.#app;
		return view?.context.card ?? (settings && cardOf(settings.value));
	});
	readonly rates = $derived(this.#card && mixRates(this.#card));
	readonly tiers = $derived((this.#card?.tiers ?? []).map(({ includedCredits }) => includedCredits));
	/** the plan on screen, where the card has it */
	readonly plan = $derived.by(() => {
		const tier = this.#app.tier ?? this.#app.settings?.value.contract.tier ?? null;
		return tier !== null && this.tiers.includes(tier) ? tier : null;
	});
	/** what is assumed of an average month; null: nothing is, or usage is answered from */
	readonly #assumed = $derived.by(() => {
		const assumptions = this.#app.settings?.value.assumptions;
		return assumptions && this.#card ? mixOfAssumptions(assumptions, this.#card) : null;
	});
	readonly #start = $derived.by<{ readonly mix: Mix; readonly source: MixSource } | null>(() => {
		const { view, forecastHere, forecasting, starting, busy, hasData } = this.#app;
		if (!this.rates) return null;
		if (this.#assumed) return { mix: this.#assumed, source: 'assumed' };
		if (view) return startingMix(view, forecastHere, forecasting, this.rates, this.choice.preset);
		return starting || busy || hasData ? null : { mix: BUSINESS_MIXES[this.choice.preset], source: 'preset' };
	});
	readonly #set = $derived.by(() => {
		const { workspace } = this.#app;
		const { own } = this.choice;
		return own && (own.workspace === null || own.workspace === workspace?.id) ? own : null;
	});

	/** null: the mix is someone's own */
	readonly source = $derived(this.#set ? null : (this.#start?.source ?? null));
	/** null until it is known */
	readonly figures = $derived.by(() => {
		const mix = this.#set?.mix ?? this.#start?.mix;
		if (!mix || !this.rates) return null;
		const { messagesPerMinute } = this.choice;
		const shape = this.#set?.shape ?? mix;
		return mixFigures({ mix, messagesPerMinute }, sharesOf(shape), this.rates, this.tiers, this.plan);
	});
	/** what an address says of it; null where it says nothing */
	readonly text = $derived.by(() => {
		const { messagesPerMinute } = this.choice;
		return this.#set && mixText({ mix: this.#set.mix, messagesPerMinute });
	});

	constructor(app: App) {
		this.#app = app;
		this.choice = choices.get(app) ?? new Choice();
		choices.set(app, this.choice);
	}

	/** Takes what an address says, where it says something that can be read. */
	restore(text: string | null): void {
		const read = mixOfText(text);
		if (!read) return;
		this.choice.messagesPerMinute = read.messagesPerMinute;
		this.choice.own = { workspace: null, mix: read.mix, shape: read.mix };
		void this.#app.opened.then(() => {
			const { own } = this.choice;
			if (own?.workspace === null) this.#keep(own.mix, own.shape);
		});
	}

	/** Sets one volume; the premium shares follow. */
	set(key: MixKey, volume: number): void {
		const now = this.figures?.mix;
		if (now) this.take({ ...now, [key]: within(volume) });
	}

	/** Sets all volumes, as a lever does. */
	take(mix: Mix): void {
		this.#keep(mix, mix);
	}

	/** Moves the point; the premium shares stay. */
	moveTo({ minutes, messages }: MixPoint): void {
		const now = this.figures?.mix;
		if (!now) return;
		const shape = this.#set?.shape ?? now;
		const to = { minutes: within(minutes), messages: within(messages) };
		const at = pointOf(now);
		if (to.minutes === at.minutes && to.messages === at.messages) return;
		this.#keep(mixAt(to, sharesOf(shape)), shape);
	}

	/** The mix on screen as assumptions: those in force, else those of the kind of business. `from`: the first month. */
	assumptions(from: string): Assumptions | null {
		const mix = this.figures?.mix;
		const card = this.#card;
		if (!mix || !card) return null;
		const inForce = this.#app.settings?.value.assumptions;
		return inForce ? withMix(inForce, mix, card) : assumptionsOf(this.choice.preset, from, card, mix);
	}

	/** Starts from a preset. */
	start(preset: Business): void {
		this.choice.preset = preset;
		this.choice.own = null;
	}

	/** Back to where it starts. */
	reset(): void {
		this.choice.own = null;
		this.choice.messagesPerMinute = MESSAGES_PER_MINUTE;
	}

	#keep(mix: Mix, shape: Mix): void {
		this.choice.own = { workspace: this.#app.workspace?.id ?? null, mix, shape };
	}
}
