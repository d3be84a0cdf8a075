import type { BudgetAlert } from '$lib/engine/planning/budget';
import type { App } from './app.svelte';
import { BudgetOutlook } from './budgetOutlook.svelte';
import { alertText } from './budgetWords';
import { urgency, type BudgetFigures } from './budgets';

/** Alerts that were told on this device, or sent away; and whether notifications are wanted here. */
const TOLD = 'drawdown.budgetAlerts';
const WANTED = 'drawdown.budgetNotifications';
/** so many are remembered */
const MOST = 500;

interface Told {
	readonly notified: readonly string[];
	readonly dismissed: readonly string[];
}

export interface Notice {
	readonly key: string;
	readonly alert: BudgetAlert;
	readonly figures: BudgetFigures;
}

/** A name as a number, so that none is written down where a forgotten one would stay. */
const hash = (text: string): string => {
	let value = 0x811c9dc5;
	for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193) >>> 0;
	return value.toString(36);
};

/** What an alert is told by once: workspace, cycle and scope, then what it says. */
const prefixOf = (workspace: string, { cycle, scope }: BudgetFigures): string =>
	[workspace, cycle.start, scope.of, hash(scope.name)].join(':');
const keyOf = (workspace: string, figures: BudgetFigures, alert: BudgetAlert): string =>
	`${prefixOf(workspace, figures)}:${alert.kind}${alert.kind === 'reached' ? alert.level : ''}`;

/** The alerts of all budgets, the most urgent first. */
export function noticesOf(workspace: string, all: readonly BudgetFigures[]): Notice[] {
	return all
		.flatMap((figures) =>
			figures.alerts.map((alert) => ({ key: keyOf(workspace, figures, alert), alert, figures }))
		)
		.sort((a, b) => urgency(b.alert) - urgency(a.alert));
}

function read(): Told {
	try {
		const told = JSON.parse(localStorage.getItem(TOLD) ?? '{}') as Partial<Told>;
		const list = (value: unknown) =>
			Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : [];
		return { notified: list(told.notified), dismissed: list(told.dismissed) };
	} catch {
		return { notified: [], dismissed: [] };
	}
}

function write(told: Told): void {
	const last = (keys: readonly string[]) => [...new Set(keys)].slice(-MOST);
	try {
		localStorage.setItem(
			TOLD,
			JSON.stringify({ notified: last(told.notified), dismissed: last(told.dismissed) })
		);
	} catch {
		// Storage refused: told again at the next start.
	}
}

export type Allowed = 'missing' | 'refused' | 'off' | 'on';

function allowed(): Allowed {
	if (typeof Notification === 'undefined') return 'missing';
	if (Notification.permission === 'denied') return 'refused';
	try {
		return Notification.permission === 'granted' && localStorage.getItem(WANTED) === 'on' ? 'on' : 'off';
	} catch {
		return 'off';
	}
}

async function show(title: string, body: string, tag: string): Promise<void> {
	try {
		new Notification(title, { body, tag });
	} catch {
		// Phones show them by the service worker only.
		const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
		await worker?.showNotification(title, { body, tag }).catch(() => undefined);
	}
}

/** Tells what budgets have to tell: as a banner, and as a notification where these are wanted; each once a cycle. */
export class BudgetNotices {
	readonly outlook: BudgetOutlook;
	readonly #app: App;
	#told = $state.raw<Told>({ notified: [], dismissed: [] });
	#allowed = $state.raw<Allowed>('off');
	/** it is known whether there is anything to tell */
	looked = $state(false);

	readonly all = $derived.by(() => noticesOf(this.#app.workspace?.id ?? '', this.outlook.figures ?? []));
	/** the most urgent that was not sent away */
	readonly first = $derived.by(() => this.all.find(({ key }) => !this.#told.dismissed.includes(key)) ?? null);

	constructor(app: App) {
		this.#app = app;
		this.outlook = new BudgetOutlook(app);
	}

	get allowed(): Allowed {
		return this.#allowed;
	}

	/** Looks anew, after usage or settings have changed. */
	async look(): Promise<void> {
		this.#allowed = allowed();
		await this.outlook.load();
		if (this.outlook.failed || this.outlook.loading) return;
		this.#prune();
		this.looked = true;
		await this.#notify();
	}

	/** Not again in this cycle, nor what is less urgent of the same budget now. */
	dismiss({ figures }: Notice): void {
		const own = this.all.filter((notice) => notice.figures === figures).map(({ key }) => key);
		this.#keep({ ...this.#told, dismissed: [...this.#told.dismissed, ...own] });
	}

	/** Asks the browser; to be called on the person's own press. */
	async ask(): Promise<void> {
		if (this.#allowed === 'missing') return;
		const answer = await Notification.requestPermission();
		this.#want(answer === 'granted');
		await this.#notify();
	}

	stop(): void {
		this.#want(false);
	}

	#want(on: boolean): void {
		try {
			if (on) localStorage.setItem(WANTED, 'on');
			else localStorage.removeItem(WANTED);
		} catch {
			// Storage refused: there is nothing to remember it by.
		}
		this.#allowed = allowed();
	}

	async #notify(): Promise<void> {
		if (this.#allowed !== 'on') return;
		const fresh = this.all.filter(({ key }) => !this.#told.notified.includes(key));
		// Of one budget the most urgent alone; what it overtakes is told with it.
		const firsts = fresh.filter(
			({ figures }, k) => fresh.findIndex((other) => other.figures === figures) === k
		);
		this.#keep({ ...this.#told, notified: [...this.#told.notified, ...fresh.map(({ key }) => key)] });
		for (const { key, alert, figures } of firsts) {
			const { title, text } = alertText(figures, alert);
			await show(title, text, key);
		}
	}

	/** Of this workspace only budgets that there are, in this cycle, are remembered. */
	#prune(): void {
		const workspace = this.#app.workspace?.id ?? '';
		const prefixes = (this.outlook.figures ?? []).map((figures) => `${prefixOf(workspace, figures)}:`);
		const kept = (key: string) =>
			!key.startsWith(`${workspace}:`) || prefixes.some((prefix) => key.startsWith(prefix));
		const { notified, dismissed } = read();
		this.#keep({ notified: notified.filter(kept), dismissed: dismissed.filter(kept) });
	}

	#keep(told: Told): void {
		this.#told = told;
		write(told);
	}
}
