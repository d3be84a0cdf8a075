import type { Contract } from '$lib/engine/ledger/contract';
import type { RateCard, Tier } from '$lib/engine/rating/card';
import type { RegisterEntry } from '$lib/engine/rating/register';
import type { Settings } from '$lib/workers/api';
import type { App } from './app.svelte';
import { withHeldTier } from './cards';
import { termComplaint } from './term';

/** The settings being edited. Without an edit they follow what is stored; an edit holds on to what it began from. */
export class SettingsForm {
	readonly #app: App;
	#draft = $state.raw<Settings | null>(null);
	/** revision that the edit began from */
	#basedOn = $state(0);
	/** our own edit is on its way: the newer settings are ours */
	#saving = $state(false);
	/** fields that hold something unreadable */
	#invalid = $state.raw<readonly string[]>([]);

	/** `effectiveFrom` of the version that is edited; null: the latest */
	version = $state<string | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	readonly value = $derived.by(() => this.#draft ?? this.#app.settings?.value ?? null);
	readonly dirty = $derived.by(() => this.#draft !== null);
	/** someone else has saved since the edit began */
	readonly stale = $derived.by(
		() => !this.#saving && this.#draft !== null && this.#app.settings?.revision !== this.#basedOn
	);
	/** what is wrong with the term as it is edited */
	readonly term = $derived.by(() => {
		const stored = this.#app.settings?.value.contract;
		return this.value && stored
			? termComplaint(this.value.contract, stored, this.#app.view?.context ?? null)
			: null;
	});
	readonly wrong = $derived.by(
		() =>
			this.#invalid.length > 0 ||
			this.term !== null ||
			(this.value?.contract.overage === 'capped' && this.value.contract.overageCapCredits === null)
	);

	/** versions of the contract's card, oldest first */
	readonly versions = $derived.by(() =>
		(this.value?.rateCards ?? [])
			.filter(({ id }) => id === this.value?.contract.rateCardId)
			.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
	);
	readonly card = $derived.by(
		() =>
			this.versions.find(({ effectiveFrom }) => effectiveFrom === this.version) ??
			this.versions.at(-1) ??
			null
	);

	/** A field says whether what is typed in it can be taken. */
	mark(field: string, invalid: boolean): void {
		const others = this.#invalid.filter((name) => name !== field);
		this.#invalid = invalid ? [...others, field] : others;
	}

	editContract(change: Partial<Contract>): void {
		const { value } = this;
		if (value) this.#edit({ ...value, contract: { ...value.contract, ...change } });
	}

	editCard(change: Partial<RateCard>): void {
		const { value, card } = this;
		if (!value || !card) return;
		const edited = { ...card, ...change };
		this.#edit({ ...value, rateCards: value.rateCards.map((one) => (one === card ? edited : one)) });
	}

	editAgents(agents: readonly RegisterEntry[]): void {
		if (this.value) this.#edit({ ...this.value, agents });
	}

	/** Tiers stay ascending; a contract on a tier that goes has none. */
	editTiers(tiers: readonly Tier[]): void {
		this.editCard({ tiers: [...tiers].sort((a, b) => a.includedCredits - b.includedCredits) });
		if (this.#draft) this.#draft = withHeldTier(this.#draft);
	}

	/** The contract takes another card: one it has, or a preset, which is then added to its cards. */
	chooseCard(id: string, presets: readonly RateCard[]): void {
		const { value } = this;
		if (!value) return;
		const known = value.rateCards.some((card) => card.id === id);
		const added = known ? [] : presets.filter((card) => card.id === id);
		this.version = null;
		this.#edit(
			withHeldTier({
				...value,
				rateCards: [...value.rateCards, ...added],
				contract: { ...value.contract, rateCardId: id }
			})
		);
	}

	/** True: saved. A conflict leaves the edit as it is, and `stale` says so. */
	async save(): Promise<boolean> {
		const draft = this.#draft;
		if (!draft || this.wrong || this.stale) return false;
		this.#saving = true;
		const saved = await this.#app.saveSettings(draft);
		this.#saving = false;
		if (saved) this.discard();
		else if (this.#app.problem?.code === 'conflict') await this.#app.refresh();
		return saved;
	}

	/** After a conflict: the edit is put over the newer version all the same. */
	async saveMine(): Promise<boolean> {
		this.#basedOn = this.#app.settings?.revision ?? 0;
		return this.save();
	}

	discard(): void {
		this.#draft = null;
		this.#invalid = [];
	}

	#edit(settings: Settings): void {
		if (this.#draft === null) this.#basedOn = this.#app.settings?.revision ?? 0;
		this.#draft = settings;
	}
}
