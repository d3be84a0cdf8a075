import type { DecimalMark } from '$lib/engine/ingest';
import type { MonthlyFile, MonthlyRow } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import type { ImportFlow } from './importFlow.svelte';
import { agentsOf, sharedWith } from './monthly';
import { MonthlyTables } from './monthlyTables.svelte';

/** A monthly table in hand: it is read, what is open is asked, and a person decides. */
export class MonthlyReview {
	file = $state.raw<MonthlyFile | null>(null);
	month = $state<string | null>(null);
	marks = $state<DecimalMark | null>(null);
	/** the number that could be read in two ways, once it was asked about */
	open = $state.raw<MonthlyFile['needsMarks']>(null);
	readonly rows = $derived<readonly MonthlyRow[]>(this.file?.rows ?? []);
	/** rows of it that other tables have, too */
	readonly shared = $derived.by(() => sharedWith(this.rows, this.#tables.tables));
	/** the file does not say its month */
	readonly monthless: boolean;

	readonly #tables: MonthlyTables;

	constructor(
		readonly app: App,
		readonly flow: ImportFlow
	) {
		this.#tables = new MonthlyTables(app);
		this.monthless = flow.found?.monthly?.month === null;
	}

	/** Reads the file with what was said of it. The same file a second time is told, and left. */
	async read(): Promise<void> {
		const { table, found } = this.flow;
		if (!table || !found?.monthly) return;
		const choice = { month: this.month, marks: this.marks };
		try {
			const file = await this.app.client.explore.readMonthly(table, found.sniffed, found.monthly, choice);
			await this.#tables.load();
			if (this.flow.table !== table) return;
			this.open ??= file.needsMarks;
			const same = this.#tables.tables.find(({ digest }) => digest === file.digest);
			if (same) await this.#settle(same.rows, same.name);
			else this.file = file;
		} catch (cause) {
			const error = cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });
			await this.flow.settle({ kind: 'failed', error });
		}
	}

	async keep(): Promise<void> {
		const { file } = this;
		const name = this.flow.file?.name;
		if (!file || name === undefined || file.rows.length === 0) return;
		const { digest, rows, problemCount } = file;
		if (await this.#tables.add({ name, digest, leftOut: problemCount, rows })) await this.#settle(rows, null);
	}

	#settle(rows: readonly MonthlyRow[], here: string | null): Promise<void> {
		const months = rows.map(({ month }) => month).sort();
		return this.flow.settle({
			kind: 'monthly',
			fileName: this.flow.file?.name ?? '',
			rows: rows.length,
			agents: agentsOf(rows),
			first: months[0] ?? '',
			last: months.at(-1) ?? '',
			here
		});
	}
}
