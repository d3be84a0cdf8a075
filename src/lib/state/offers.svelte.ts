import { EXAMPLE_CARDS } from '$lib/engine/planning/offers/examples';
import type { OtherCard } from '$lib/engine/planning/offers';
import type { CycleView, OffersUsage, OffersView } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import { planTermsOf } from './planTerms';

/** As many cards as settings hold. */
export const MOST_CARDS = 20;

/** Other vendors' cards of the workspace, and what they come to beside the contract's plan. */
export class Offers {
	/** the running cycle; null until known */
	cycle = $state.raw<CycleView | null>(null);
	usage = $state.raw<OffersUsage | null>(null);
	/** null: too few days are known for chances, or not computed yet */
	view = $state.raw<OffersView | null>(null);
	/** the cards that these figures are of */
	cards = $state.raw<readonly OtherCard[]>([]);
	loading = $state(true);
	failed = $state(false);
	/** why a file with cards could not be taken */
	problem = $state.raw<AppError | null>(null);
	readonly list = $derived.by(() => this.#app.settings?.value.otherCards ?? []);
	/** examples that are not among the cards yet */
	readonly examples = $derived(EXAMPLE_CARDS.filter(({ id }) => !this.list.some((card) => card.id === id)));
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Counts and compares anew, after usage or settings have changed; old figures stand until then. */
	async load(cards: readonly OtherCard[]): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		this.failed = false;
		try {
			const { query, explore, compute } = this.#app.client;
			const usage = await explore.offers();
			const cycle = usage && (await query.cycle(null));
			const input = cycle && (await query.forecastInput());
			const { inForce, context } = cycle ?? {};
			const view =
				usage &&
				cycle &&
				input &&
				(await compute.offers(input, {
					cards,
					usage,
					held: {
						tier: inForce?.includedCredits ?? context?.contract.tier ?? null,
						policy: inForce?.overage ?? context?.contract.overage ?? 'off'
					},
					plans: { terms: planTermsOf(cycle), line: cycle.line }
				}));
			if (mine !== this.#stale) return;
			Object.assign(this, { usage, cycle, view, cards });
		} catch {
			if (mine === this.#stale) this.failed = true;
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}

	/** Puts a card in the place of the one with its id, or at the end. */
	async save(card: OtherCard): Promise<boolean> {
		const at = this.list.findIndex(({ id }) => id === card.id);
		return this.#write(at < 0 ? [...this.list, card] : this.list.with(at, card));
	}

	async remove(card: OtherCard): Promise<boolean> {
		return this.#write(this.list.filter(({ id }) => id !== card.id));
	}

	/** Puts a removed card back where it was. */
	async restore(card: OtherCard, at: number): Promise<boolean> {
		return this.#write(this.list.toSpliced(at, 0, card));
	}

	/** Takes in the cards of a settings file, and nothing else of it; how many there were. */
	async read(file: File): Promise<number | null> {
		this.problem = null;
		const { workspace, client } = this.#app;
		if (!workspace) return null;
		try {
			const { merge, replace } = await client.archive.previewSettings(workspace.id, await file.text());
			const saved = await this.#write(merge.settings.otherCards);
			return saved ? replace.settings.otherCards.length : null;
		} catch (cause) {
			this.problem = cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });
			return null;
		}
	}

	async #write(otherCards: readonly OtherCard[]): Promise<boolean> {
		const settings = this.#app.settings?.value;
		return settings ? this.#app.saveSettings({ ...settings, otherCards }) : false;
	}
}

/** A settings file that holds one card and nothing else. */
export const cardFile = (card: OtherCard): string =>
	`${JSON.stringify({ format: 'drawdown-settings', version: 1, otherCards: [card] }, null, '\t')}\n`;
