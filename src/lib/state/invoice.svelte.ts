import { readInvoice, type InvoiceFileOutcome } from '$lib/engine/explore/reconcile/invoiceFile';
import { INVOICE_FIELDS } from '$lib/engine/explore/reconcile/invoice';
import type { BilledRules, InvoiceTotals, InvoiceView, ShowbackBy, ShowbackView } from '$lib/workers/api';
import type { App } from './app.svelte';
import { underRules } from './invoice';

const NOTHING: InvoiceTotals = {
	credits: null,
	voiceCredits: null,
	chatCredits: null,
	overageCredits: null,
	billableMinutes: null,
	calls: null,
	messages: null,
	amount: null
};

/** An invoice as it is typed, and what the rows say to it. Nothing of it is kept. */
export class InvoiceCheck {
	totals = $state.raw<InvoiceTotals>(NOTHING);
	rounded = $state(false);
	view = $state.raw<InvoiceView | null>(null);
	/** the totals that `view` answers: what is being typed may be others by now */
	asked = $state.raw<InvoiceTotals>(NOTHING);
	/** position among the explanations: the one that is shown by rows */
	chosen = $state(0);
	loading = $state(false);
	failed = $state(false);
	fileProblem = $state.raw<Exclude<InvoiceFileOutcome, { kind: 'read' }> | null>(null);
	readonly empty = $derived(INVOICE_FIELDS.every((field) => this.totals[field] === null));
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Compares what is typed with the month that holds an instant; the answer before stands until it is done. */
	async compare(cycle: number, chosen = 0): Promise<void> {
		if (this.empty) return;
		const mine = ++this.#stale;
		const { totals, rounded } = this;
		this.loading = true;
		try {
			const view = await this.#app.client.explore.invoice({ cycle, totals, rounded, chosen });
			if (mine !== this.#stale) return;
			this.view = view;
			this.asked = totals;
			this.chosen = chosen;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}

	/** Compares anew what was compared before, after usage or settings have changed. */
	async again(cycle: number): Promise<void> {
		if (this.view) await this.compare(cycle, this.view.cycle.start === cycle ? this.chosen : 0);
	}

	/** Takes the totals from a file; true: they were read. */
	async read(file: Blob): Promise<boolean> {
		const outcome = readInvoice(await file.text());
		this.fileProblem = outcome.kind === 'read' ? null : outcome;
		if (outcome.kind !== 'read') return false;
		this.totals = outcome.totals;
		return true;
	}

	/** Makes a rule set the workspace's own. Gives what takes it back, or null where it could not be saved. */
	async use(rules: BilledRules): Promise<(() => Promise<void>) | null> {
		const app = this.#app;
		const before = app.settings?.value;
		const card = app.view?.context.card;
		if (!before || !card) return null;
		const changed = underRules(before, card, rules);
		if (changed !== before && !(await app.saveSettings(changed))) return null;
		const { duration } = rules;
		const layers = duration === null ? [] : app.layers.filter((layer) => layer.durations.includes(duration));
		for (const { id, durations } of layers) await app.setRatedDuration(id, durations.indexOf(duration ?? ''));
		return async () => {
			if (changed !== before) await app.saveSettings(before);
			for (const { id, ratedDuration } of layers) await app.setRatedDuration(id, ratedDuration);
		};
	}
}

/** Who owes which part of a month's invoice; the parts before stand until new ones come. */
export class Showback {
	by = $state.raw<ShowbackBy>({ of: 'entity' });
	view = $state.raw<ShowbackView | null>(null);
	failed = $state(false);
	readonly #app: App;
	#stale = 0;

	constructor(app: App) {
		this.#app = app;
	}

	async load(cycle: number): Promise<void> {
		const mine = ++this.#stale;
		try {
			const view = await this.#app.client.explore.showback(cycle, this.by);
			if (mine !== this.#stale) return;
			this.view = view;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		}
	}
}
