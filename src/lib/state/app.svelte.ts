import { createContext } from 'svelte';
import type { Client, JobOptions } from '$lib/client/client';
import type {
	CycleView,
	ForecastView,
	ForgetPlan,
	LayerView,
	MeterReading,
	RetentionPlan,
	Revised,
	Settings,
	Trash,
	Workspace
} from '$lib/workers/api';
import type { Overage } from '$lib/engine/ledger/contract';
import { noteInSentinel } from '$lib/client/sentinel';
import { AppError } from '$lib/workers/errors';
import { Keeping } from './keeping.svelte';

/** What the context line asks: another cycle, tier or policy than the contract's. It changes the question only. */
export interface Question {
	/** any instant of the cycle; null: the cycle of the as-of */
	readonly cycle: number | null;
	readonly tier: number | null;
	readonly overage: Overage | null;
}

/** What is asked of the two workers, side by side. */
interface Asked {
	readonly known: Promise<readonly [Revised<Settings>, readonly LayerView[]]>;
	readonly view: Promise<CycleView | null>;
}

/** So long after a start all of its bytes are read. */
const CHECK_AFTER_MS = 1_000;

const NO_QUESTION: Question = { cycle: null, tier: null, overage: null };

const toAppError = (cause: unknown): AppError =>
	cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });

/**
 * The view model of the whole app: one workspace, its settings and layers, and the answers to the question asked.
 * Old answers stay while new ones are computed (`busy`), so that nothing jumps.
 */
export class App {
	#client: Client | null = null;

	/** until the first answer */
	starting = $state(true);
	busy = $state(false);
	/** the last failure that concerns the whole screen; gone as soon as something goes well */
	problem = $state.raw<AppError | null>(null);

	workspaces = $state.raw<readonly Workspace[]>([]);
	workspace = $state.raw<Workspace | null>(null);
	settings = $state.raw<Revised<Settings> | null>(null);
	layers = $state.raw<readonly LayerView[]>([]);

	/** how safely all this is kept */
	readonly keeping = new Keeping();

	question = $state.raw<Question>(NO_QUESTION);
	/** the cycle asked for; null while there is neither usage nor a reading */
	view = $state.raw<CycleView | null>(null);
	/** of the as-of's cycle; null until computed, or without usage */
	forecast = $state.raw<ForecastView | null>(null);
	forecasting = $state(false);
	/** why the last question could not be answered; it stays until one is, whatever goes well meanwhile */
	unanswered = $state.raw<AppError | null>(null);
	/** sample usage is being made: the welcome stands until there is some, and comes and goes meanwhile */
	makingSample = $state(false);

	/** the forecast belongs to the cycle on screen */
	readonly forecastHere = $derived(
		this.view && this.forecast && this.forecast.cycle.start === this.view.cycle.start ? this.forecast : null
	);
	/** tier and policy on screen: the question's, else the contract's */
	readonly tier = $derived(this.question.tier ?? this.view?.context.contract.tier ?? null);
	readonly overage = $derived<Overage>(this.question.overage ?? this.view?.context.contract.overage ?? 'off');
	/** planned events, for the pictures */
	readonly events = $derived(this.settings?.value.events ?? []);
	readonly hasUsage = $derived(this.view !== null);
	/** there is something to answer from, whether or not it could be answered */
	readonly hasData = $derived.by(() => {
		const { readings = [], assumptions = null } = this.settings?.value ?? {};
		return this.layers.length > 0 || readings.length > 0 || assumptions !== null;
	});
	/** what stands in the way, of the last step or of the figures */
	readonly trouble = $derived(this.problem ?? this.unanswered);
	/** some of what is shown was made by the sample generator */
	readonly sample = $derived((this.workspace?.sample ?? false) || this.layers.some((layer) => layer.sample));

	/** fulfilled when the first workspace has been opened, or could not be */
	readonly opened: Promise<void>;
	#wasOpened: () => void = () => undefined;

	/** counts requests: an answer that a newer request has overtaken is dropped */
	#stale = 0;
	#staleForecast = 0;
	#unsubscribe: (() => void) | null = null;

	/** Without a client the screens stand in their starting state, as they are prerendered. */
	constructor(client?: Client) {
		this.opened = new Promise((resolve) => (this.#wasOpened = resolve));
		if (client) this.connect(client);
	}

	connect(client: Client): void {
		this.#client = client;
		this.#unsubscribe = client.subscribe((change) => {
			if (change.workspace === this.workspace?.id) void this.refresh();
			else void this.#list();
		});
	}

	get client(): Client {
		if (!this.#client) throw new Error('the app is not connected yet');
		return this.#client;
	}

	close(): void {
		this.#unsubscribe?.();
		this.#client?.close();
	}

	/** The browser lets the page keep nothing. */
	get refused(): boolean {
		return this.workspace === null && this.problem?.code === 'storageRefused';
	}

	/** Opens a workspace (null: the one used last, or a first one) and answers the question for it. */
	async open(id: string | null): Promise<void> {
		await this.attempt(async () => {
			const opened = await this.client.data.open(id);
			const { workspace, repair } = opened;
			const mended = repair.rebuilt.length + repair.lost.length + repair.documents > 0;
			const opening = this.client.query.open(workspace.id, mended);
			// Behind it in the same worker's queue, which answers it for what is open by then.
			const asked = this.#askAll(workspace, NO_QUESTION);
			[this.workspaces] = await Promise.all([this.client.data.workspaces(), opening]);
			this.keeping.opened(opened, this.workspaces);
			this.workspace = workspace;
			this.question = NO_QUESTION;
			this.view = null;
			this.unanswered = null;
			this.forecast = null;
			await this.#load(asked);
		});
		this.starting = false;
		this.#wasOpened();
		void this.#settle();
	}

	/** Reads settings, layers and answers anew, after something changed. */
	async refresh(): Promise<void> {
		await this.attempt(async () => {
			await this.#list();
			// Another tab has taken this workspace away.
			const { workspace } = this;
			if (workspace && !this.workspaces.some(({ id }) => id === workspace.id)) await this.open(null);
			else await this.#load();
		});
	}

	async ask(question: Partial<Question>): Promise<void> {
		this.question = { ...this.question, ...question };
		if ('cycle' in question)
			await this.attempt(() => this.#answer(this.client.query.cycle(this.question.cycle)));
	}

	async saveSettings(settings: Settings): Promise<boolean> {
		const { workspace, settings: current } = this;
		if (!workspace || !current) return false;
		return this.#write(async () => {
			this.settings = await this.client.data.saveSettings(workspace.id, settings, current.revision);
		});
	}

	async saveReadings(readings: readonly MeterReading[]): Promise<boolean> {
		const current = this.settings;
		return current ? this.saveSettings({ ...current.value, readings }) : false;
	}

	async createWorkspace(name: string, sample = false): Promise<void> {
		await this.attempt(async () => {
			const made = await this.client.data.createWorkspace(name, sample);
			await this.open(made.id);
		});
	}

	async renameWorkspace(id: string, name: string): Promise<void> {
		await this.attempt(async () => {
			await this.client.data.renameWorkspace(id, name);
			await this.#list();
		});
	}

	/** Takes workspaces away; {@link restoreWorkspaces} brings them back until the app is closed. */
	async removeWorkspaces(ids: readonly string[]): Promise<boolean> {
		return this.attempt(async () => {
			for (const id of ids) {
				await this.client.data.removeWorkspace(id);
				noteInSentinel(id, null);
			}
			if (ids.includes(this.workspace?.id ?? '')) await this.open(null);
			else await this.#list();
		});
	}

	/** Brings removed workspaces back, and opens the first of them. */
	async restoreWorkspaces(ids: readonly string[]): Promise<boolean> {
		return this.attempt(async () => {
			for (const id of ids) await this.client.data.restoreWorkspace(id);
			await this.open(ids[0] ?? null);
		});
	}

	/** Takes a layer away; {@link restoreLayer} brings it back until the app is closed. */
	async removeLayer(layer: string): Promise<boolean> {
		return this.#write((workspace) => this.client.data.removeLayer(workspace.id, layer));
	}

	/** False: it stays away, since its file was imported again meanwhile; null: it failed, which is told. */
	async restoreLayer(layer: string): Promise<boolean | null> {
		let back = false;
		const done = await this.#write(async (workspace) => {
			back = await this.client.data.restoreLayer(workspace.id, layer);
		});
		return done ? back : null;
	}

	/** What is kept for Undo; null until it is known. */
	async trash(): Promise<Trash | null> {
		const { workspace } = this;
		let trash: Trash | null = null;
		if (workspace) await this.attempt(async () => void (trash = await this.client.data.trash(workspace.id)));
		return trash;
	}

	/** Deletes for good what was removed. */
	async emptyTrash(): Promise<boolean> {
		return this.#write((workspace) => this.client.data.emptyTrash(workspace.id));
	}

	/** Another of the layer's lengths is rated. */
	async setRatedDuration(layer: string, index: number): Promise<void> {
		await this.#write((workspace) => this.client.data.setRatedDuration(workspace.id, layer, index));
	}

	/** The period that a layer covers, in instants. */
	async setCoverage(layer: string, from: number, to: number): Promise<void> {
		await this.#write((workspace) => this.client.data.setCoverage(workspace.id, layer, from, to));
	}

	/** What {@link retain} would do; null: it would not do, and `problem` says why. */
	async retentionPlan(cycles: number): Promise<RetentionPlan | null> {
		const { workspace } = this;
		let plan: RetentionPlan | null = null;
		if (workspace)
			await this.attempt(
				async () => void (plan = await this.client.archive.retentionPlan(workspace.id, cycles))
			);
		return plan;
	}

	/** Keeps rows older than some billing cycles as sums by day, for good. */
	async retain(cycles: number, options: JobOptions<number>): Promise<boolean> {
		return this.#write((workspace) => this.client.archive.retain(workspace.id, cycles, options));
	}

	/** Where a text stands; null: nowhere; undefined: it could not be looked for, and `problem` says why. */
	async forgetPlan(text: string): Promise<ForgetPlan | null | undefined> {
		const { workspace } = this;
		let plan: ForgetPlan | null | undefined;
		if (workspace)
			await this.attempt(async () => void (plan = await this.client.archive.forgetPlan(workspace.id, text)));
		return plan;
	}

	/** Takes a text out of everything that the workspace keeps, for good. */
	async forget(text: string, options: JobOptions<number>): Promise<boolean> {
		return this.#write((workspace) => this.client.archive.forget(workspace.id, text, options));
	}

	async report(): Promise<string> {
		return this.client.query.report(this.forecast);
	}

	/** Something is written into the open workspace; it is done when it is kept in every copy there is. */
	#write(action: (workspace: Workspace) => Promise<void>): Promise<boolean> {
		const { workspace } = this;
		if (!workspace) return Promise.resolve(false);
		return this.attempt(async () => {
			await action(workspace);
			await this.keeping.secure(this.client, workspace);
		});
	}

	async #list(): Promise<void> {
		this.workspaces = await this.client.data.workspaces();
		this.workspace = this.workspaces.find(({ id }) => id === this.workspace?.id) ?? this.workspace;
	}

	/**
	 * What comes after the first figures: the worker that shows their rows makes ready. Then every byte is read once, since
	 * a browser hands out damaged ones without a word; not at once, so that what a person asks first goes first.
	 */
	async #settle(): Promise<void> {
		const { workspace } = this;
		if (!workspace || this.problem) return;
		if (this.view?.context.source === 'rows') await this.client.explore.readAhead().catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, CHECK_AFTER_MS));
		if (workspace.id !== this.workspace?.id || this.problem) return;
		await this.attempt(() => this.keeping.check(this.client, workspace).then(() => undefined));
	}

	#askAll({ id }: Workspace, { cycle } = this.question): Asked {
		const known = Promise.all([this.client.data.settings(id), this.client.data.layers(id)]);
		const view = this.client.query.cycle(cycle);
		// They fail where they are waited for, if they are.
		for (const answer of [known, view]) answer.catch(() => undefined);
		return { known, view };
	}

	/** Where stored rows turn out to be damaged, they are mended from the second copy and asked for once more. */
	async #load(asked?: Asked): Promise<void> {
		try {
			await this.#readAll(asked);
		} catch (cause) {
			const { workspace } = this;
			if (!workspace || !(cause instanceof AppError) || cause.code !== 'storageBroken') throw cause;
			await this.keeping.check(this.client, workspace);
			await this.#readAll();
		}
	}

	async #readAll(asked?: Asked): Promise<void> {
		const { workspace } = this;
		if (!workspace) return;
		const { known, view } = asked ?? this.#askAll(workspace);
		const answered = this.#answer(view, known);
		const foreseen = this.#foresee(answered);
		foreseen.catch(() => undefined);
		[this.settings, this.layers] = await known;
		await foreseen;
		await this.#keepCubes(workspace.id);
	}

	/** Cubes that the query worker had to rebuild are kept, so that the next start need not. */
	async #keepCubes(workspace: string): Promise<void> {
		const rebuilt = await this.client.query.rebuiltCubes();
		if (rebuilt.length > 0) await this.client.data.storeCubes(workspace, rebuilt);
	}

	/** Takes the answer to the question; not before something else is known, where that is given. */
	async #answer(asked: Promise<CycleView | null>, known?: Promise<unknown>): Promise<void> {
		const mine = ++this.#stale;
		this.busy = true;
		try {
			const [view] = await Promise.all([asked, known?.catch(() => undefined)]);
			if (mine !== this.#stale) return;
			this.view = view;
			this.unanswered = null;
		} catch (cause) {
			if (mine === this.#stale) this.unanswered = toAppError(cause);
			throw cause;
		} finally {
			if (mine === this.#stale) this.busy = false;
		}
	}

	/** A forecast is on its way from the question on: nobody takes the answer for all that there will be. */
	async #foresee(answered: Promise<void>): Promise<void> {
		const mine = ++this.#staleForecast;
		this.forecasting = true;
		try {
			await answered;
			const input = await this.client.query.forecastInput();
			const forecast = input ? await this.client.compute.forecast(input) : null;
			if (mine === this.#staleForecast) this.forecast = forecast;
		} finally {
			if (mine === this.#staleForecast) this.forecasting = false;
		}
	}

	/**
	 * Runs an action; a failure becomes `problem`, until another goes well. While nothing is open, what kept it from
	 * opening stands. True: it went well.
	 */
	async attempt(action: () => Promise<void>): Promise<boolean> {
		try {
			await action();
			if (this.workspace) this.problem = null;
			return true;
		} catch (cause) {
			const error = toAppError(cause);
			if (error.code !== 'cancelled') this.problem = error;
			return false;
		}
	}
}

export const [useApp, provideApp] = createContext<App>();
