import { formatInstant } from '$lib/engine/time';
import type { App } from './app.svelte';

export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** What the person has said no to on this device, as `workspace instant`. */
const REFUSED = 'drawdown.notStopped';

function readRefused(): readonly string[] {
	try {
		return (localStorage.getItem(REFUSED) ?? '').split('\n');
	} catch {
		return [];
	}
}

/** Asks whether agents were stopped where it looks like it; only a yes changes anything. */
export class ProposedStops {
	readonly #app: App;
	#found = $state.raw<readonly Stretch[]>([]);

	/** the one that is asked about */
	readonly first = $derived(this.#found[0] ?? null);

	constructor(app: App) {
		this.#app = app;
	}

	async look(): Promise<void> {
		const id = this.#app.workspace?.id;
		const refused = readRefused();
		const all = await this.#app.client.query.proposedStops().catch(() => []);
		if (id === this.#app.workspace?.id)
			this.#found = all.filter(({ from }) => !refused.includes(`${id} ${from}`));
	}

	/** The stretch counts as stopped from now on: its demand is unknown. */
	async confirm({ from, to }: Stretch): Promise<void> {
		const settings = this.#app.settings?.value;
		if (!settings) return;
		const { contract } = settings;
		const censored = [...contract.censored, { from: formatInstant(from), to: formatInstant(to) }];
		if (await this.#app.saveSettings({ ...settings, contract: { ...contract, censored } })) this.#drop(from);
	}

	/** Usage was low, nobody was stopped: not asked again on this device. */
	refuse({ from }: Stretch): void {
		this.#drop(from);
		try {
			localStorage.setItem(REFUSED, [...readRefused(), `${this.#app.workspace?.id} ${from}`].join('\n'));
		} catch {
			// Not remembered: it is asked again.
		}
	}

	#drop(from: number): void {
		this.#found = this.#found.filter((one) => one.from !== from);
	}
}
