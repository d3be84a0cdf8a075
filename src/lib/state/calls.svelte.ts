import type { ZoneTable } from '$lib/engine/time';
import type { CallExplanation, CallRow, CallsAsk, CallsBrush, CallsView, ViewName } from '$lib/workers/api';
import type { App } from './app.svelte';
import { chosenBins, ownSums, sumsOf, withBins, type Bins } from './callsBrush';
import { type CallsQuery, filterOf, NO_QUERY, paramsOf, withoutView } from './callsQuery';

/** Lines that are asked for at once. */
const PAGE = 100;
/** Indexes that are kept at once. */
const KEPT = 6;
/** The pictures that are drawn over: their indexes are made before a pointer comes near. */
const DRAWN_OVER: readonly ViewName[] = ['time', 'hours', 'length'];
/** Names that a query asks for have bins of their own, so an index is made for them. */
const NAMES: Partial<Record<ViewName, (query: CallsQuery) => readonly string[] | null>> = {
	agent: ({ agents }) => agents,
	entity: ({ entities }) => entities
};

/** Calls and chats one by one: what is asked for, the list of it, the pictures over it, and the line that is open. */
export class Calls {
	query = $state.raw<CallsQuery>(NO_QUERY);
	list = $state.raw<CallsView | null>(null);
	brush = $state.raw<CallsBrush | null>(null);
	/** bins of the active picture while a brush is drawn over it; null: those of the query */
	drawn = $state.raw<readonly Bins[] | null>(null);
	/** the line that is open */
	line = $state<number | null>(null);
	told = $state.raw<CallExplanation | null>(null);
	loading = $state(true);
	failed = $state(false);

	readonly #own = $derived(this.brush && ownSums(this.brush));
	/** what every picture shows */
	readonly sums = $derived.by(() => {
		const { brush } = this;
		if (!brush || !this.#own) return null;
		const chosen = this.drawn ?? chosenBins(this.query, brush, brush.active);
		return chosen && sumsOf(brush, this.#own, chosen);
	});

	readonly #app: App;
	/** by number of the page; null: on its way */
	#pages = $state.raw<Readonly<Record<number, readonly CallRow[] | null>>>({});
	/** indexes that are there, or on their way */
	#indexes: readonly { readonly key: string; readonly brush: Promise<CallsBrush | null> }[] = [];
	#zone: ZoneTable | null = null;
	#asked = 0;
	#opened = 0;

	constructor(app: App) {
		this.#app = app;
	}

	/** Asks anew: usage or settings have changed. */
	async load(zone: ZoneTable): Promise<void> {
		this.#zone = zone;
		this.#indexes = [];
		await this.#ask(this.brush?.active ?? 'time');
	}

	/** Asks another question. The figures before stand until its answer is there. */
	async ask(query: CallsQuery): Promise<void> {
		this.query = query;
		await this.#ask(this.brush?.active ?? 'time');
	}

	/** A picture is about to be brushed: its index is made. */
	prepare(view: ViewName): void {
		void this.#index(view).catch(() => undefined);
	}

	/** A picture is brushed: others follow it as soon as its index is there, then with every move. */
	async draw(view: ViewName, bins: readonly Bins[]): Promise<void> {
		if (this.brush?.active !== view) {
			const brush = await this.#index(view).catch(() => null);
			if (!brush) return;
			this.brush = brush;
		}
		this.drawn = bins;
	}

	/** The brush is done: its bins, ascending, become a part of the question. None: the picture chooses nothing. */
	async choose(view: ViewName, bins: readonly number[]): Promise<void> {
		const { brush } = this;
		if (!brush) return;
		await this.ask(withBins(this.query, brush, view, bins));
		this.drawn = null;
	}

	/** A line of the list; null: it is on its way. */
	row(line: number): CallRow | null {
		return this.#pages[Math.floor(line / PAGE)]?.[line % PAGE] ?? null;
	}

	/** Fetches the pages of lines that come into sight. */
	show(first: number, end: number): void {
		for (let page = Math.floor(first / PAGE); page * PAGE < end; page++) void this.#fetch(page);
	}

	/** Opens a line: why it costs what it costs. */
	async open(line: number | null): Promise<void> {
		const mine = ++this.#opened;
		this.line = line;
		if (line === null || !this.list) {
			this.told = null;
			return;
		}
		const told = await this.#app.client.explore.explainCall(this.list.list, line).catch(() => null);
		if (mine === this.#opened) this.told = told;
	}

	/** The screen is left: the worker lets go of all rows. */
	leave(): void {
		this.#asked++;
		void this.#app.client.explore.leaveCalls().catch(() => undefined);
	}

	/** What the list answers, for a worker; null: nothing is asked yet. */
	get asked(): CallsAsk | null {
		if (!this.#zone) return null;
		const { sort, descending } = this.query;
		return { filter: filterOf(this.query, this.#zone), sort, descending };
	}

	async #ask(active: ViewName): Promise<void> {
		const { asked, query } = this;
		if (!asked) return;
		const mine = ++this.#asked;
		this.loading = true;
		try {
			// Asked in this order: the list is soon there, the index over it is made of all rows.
			const listing = this.#app.client.explore.calls(asked, PAGE);
			const indexing = this.#index(active);
			indexing.catch(() => undefined);
			const list = await listing;
			if (mine !== this.#asked) return;
			this.#pages = { 0: list?.first ?? [] };
			this.list = list;
			this.failed = false;
			this.loading = false;
			void this.open(null);
			const brush = await indexing;
			if (mine !== this.#asked) return;
			// What bins cannot say is asked by another picture: days can be told from days always.
			const told = brush && chosenBins(query, brush, active) === null ? await this.#index('time') : brush;
			if (mine !== this.#asked) return;
			this.brush = told;
			this.drawn = null;
			void this.#prepareAll(mine);
		} catch {
			if (mine === this.#asked) this.failed = true;
		} finally {
			if (mine === this.#asked) this.loading = false;
		}
	}

	/** One at a time, so that another question in between is answered first. */
	async #prepareAll(mine: number): Promise<void> {
		for (const view of DRAWN_OVER) {
			if (mine !== this.#asked) return;
			await this.#index(view).catch(() => undefined);
		}
	}

	#index(view: ViewName): Promise<CallsBrush | null> {
		if (!this.#zone) return Promise.resolve(null);
		// A brush takes the place of the query's part of its view, so that one index serves all brushes of it.
		const { query } = this;
		const rest = paramsOf({ ...withoutView(query, view), sort: 'time', descending: true });
		const key = `${view} ${rest} ${JSON.stringify(NAMES[view]?.(query) ?? null)}`;
		const known =
			this.#indexes.find((one) => one.key === key)?.brush ??
			this.#app.client.explore.brushCalls(filterOf(query, this.#zone), view);
		// The one on screen, and those of the pictures that were pointed at under the same question.
		const others = this.#indexes.filter((one) => one.key !== key);
		this.#indexes = [...others, { key, brush: known }].slice(-KEPT);
		known.catch(() => (this.#indexes = this.#indexes.filter(({ brush }) => brush !== known)));
		return known;
	}

	async #fetch(page: number): Promise<void> {
		const { list } = this;
		if (!list || this.#pages[page] !== undefined) return;
		this.#keep(page, null);
		const rows = await this.#app.client.explore.callsPage(list.list, page * PAGE, PAGE).catch(() => null);
		if (this.list === list) this.#keep(page, rows);
	}

	#keep(page: number, rows: readonly CallRow[] | null): void {
		this.#pages = { ...this.#pages, [page]: rows };
	}
}
