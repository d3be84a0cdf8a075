import type { DecimalMark } from '$lib/engine/ingest';
import type { MonthlyFile } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import type { ImportFlow } from './importFlow.svelte';
import { MonthlyTables } from './monthlyTables.svelte';

/** A monthly table in hand: it is read, what is open is asked, and a person decides. */
export class MonthlyReview {
	file = $state.raw<MonthlyFile | null>(null);
	month = $state<string | null>(null);
	marks = $state<DecimalMark | null>(null);
	/** the number that could be read in two ways, once it was asked about */
	open = $state.raw<MonthlyFile['needsMarks']>(null);
	/** the file does not say its month */
	readonly monthless: boolean;

	constructor(
		readonly app: App,
		readonly flow: ImportFlow
	) {
		this.monthless = flow.found?.monthly?.month === null;
	}

	/** Reads the file with what was said of it. The same file a second time is told, and left. */
	async read(): Promise<void> {
		const asked = this.#asked();
		if (!asked) return;
		try {
			const file = await this.app.client.explore.readMonthly(...asked);
			if (this.flow.table !== asked[0]) return;
			this.open ??= file.needsMarks;
			if (file.here === null) this.file = file;
			else await this.#settle(file);
		} catch (cause) {
			const error = cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });
			await this.flow.settle({ kind: 'failed', error });
		}
	}

	async keep(): Promise<void> {
		const { file } = this;
		const asked = this.#asked();
		if (!file || !asked || file.summary.rows === 0 || !(await this.#isInto())) return;
		const keeping = () => this.app.client.explore.keepMonthly(...asked);
		if (await new MonthlyTables(this.app).change(keeping)) await this.#settle(file);
	}

	/**
	 * Whether the workspace that was open when the file was chosen is open: where another one is, it is opened, since a
	 * table is kept by the worker that has it open. One that was removed meanwhile takes nothing.
	 */
	async #isInto(): Promise<boolean> {
		const { into } = this.flow;
		if (into && into.id !== this.app.workspace?.id) await this.app.open(into.id);
		if (into?.id === this.app.workspace?.id) return true;
		await this.flow.settle({ kind: 'failed', error: new AppError('workspaceGone') });
		return false;
	}

	#asked() {
		const { table, found } = this.flow;
		const choice = { month: this.month, marks: this.marks };
		return table && found?.monthly ? ([table, found.sniffed, found.monthly, choice] as const) : null;
	}

	#settle({ summary, here }: MonthlyFile): Promise<void> {
		return this.flow.settle({ kind: 'monthly', summary, here });
	}
}
