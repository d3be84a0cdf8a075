import { dayOf, startOfDay } from '$lib/engine/time';
import type { CycleView, ForecastInput, ForecastView, OutlookView } from '$lib/workers/api';
import type { App } from './app.svelte';
import { asKnownAt } from './asKnown';

/** What would have been said on an earlier day, and what came after. */
export interface LookBack {
	readonly day: number;
	readonly view: CycleView;
	readonly later: CycleView['line'];
	/** null: days before it in its cycle are unknown */
	readonly forecast: ForecastView | null;
}

/** A fortnight must lie before the first day that can be looked back to. */
const BEFORE = 14;

/** What the Forecast screen knows beside the forecast itself: later cycles, past forecasts, and a look back. */
export class Outlook {
	view = $state.raw<OutlookView | null>(null);
	loading = $state(true);
	failed = $state(false);
	back = $state.raw<LookBack | null>(null);
	/** the day that is asked for; null: now */
	day = $state<number | null>(null);
	#input = $state.raw<ForecastInput | null>(null);
	readonly #app: App;
	#stale = 0;
	#staleLoad = 0;

	/** days that can be looked back to: from the first to today; null: none */
	readonly days = $derived.by(() => {
		const input = this.#input;
		if (!input) return null;
		const today = dayOf(input.zone, input.asOf);
		const cycles = [...input.past.map(({ cycle }) => cycle), input.cycle];
		const first = Math.max(input.firstDay + BEFORE, dayOf(input.zone, (cycles[0] ?? input.cycle).start));
		return first < today ? { first, today } : null;
	});

	constructor(app: App) {
		this.#app = app;
	}

	/** Computes everything anew, after usage or settings have changed. */
	async load(): Promise<void> {
		const mine = ++this.#staleLoad;
		this.loading = true;
		this.failed = false;
		try {
			const { client } = this.#app;
			const input = await client.query.forecastInput();
			const view = input && (await client.compute.outlook(input));
			if (mine !== this.#staleLoad) return;
			this.#input = input;
			this.view = view;
			await this.lookBack(null);
		} catch {
			if (mine === this.#staleLoad) this.failed = true;
		} finally {
			if (mine === this.#staleLoad) this.loading = false;
		}
	}

	/** Shows what would have been said at the start of a day; null, or today: what is said now. */
	async lookBack(day: number | null): Promise<void> {
		const mine = ++this.#stale;
		const input = this.#input;
		this.day = day === this.days?.today ? null : day;
		if (this.day === null || !input) {
			this.back = null;
			return;
		}
		const asked = this.day;
		const asOf = startOfDay(input.zone, asked);
		try {
			const { client } = this.#app;
			const [cycle, forecast] = await Promise.all([
				client.query.cycle(asOf),
				client.compute.forecastOf(input, asked)
			]);
			if (mine !== this.#stale || !cycle) return;
			this.back = { day: asked, ...asKnownAt(cycle, asOf), forecast };
		} catch {
			if (mine === this.#stale) this.failed = true;
		}
	}
}
