import type { BackupProgress, RestoredWorkspace, Workspace } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import { fileName } from '$lib/components/download';

export const BACKUP_SUFFIX = '.drawdown-backup';

const toAppError = (cause: unknown): AppError =>
	cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });

/** When a workspace was last backed up from this browser; null: never, or nobody knows. */
export const lastBackup = (app: App, workspace: Workspace): Promise<number | null> =>
	app.client.data.lastBackup(workspace.id).catch(() => null);

export const backupName = (workspace: Workspace, fallback: string): string =>
	`${fileName(workspace.name || fallback)}${BACKUP_SUFFIX}`;

/** A backup on its way out, or in. */
export class Backups {
	/** what is under way */
	working = $state<'backup' | 'restore' | null>(null);
	progress = $state.raw<BackupProgress | null>(null);
	problem = $state.raw<AppError | null>(null);
	/** a file that waits for its passphrase */
	locked = $state.raw<File | null>(null);
	last = $state<number | null>(null);

	readonly share = $derived(
		this.progress && this.progress.total > 0 ? Math.min(1, this.progress.done / this.progress.total) : 0
	);

	readonly #app: App;
	#abort: AbortController | null = null;

	constructor(app: App) {
		this.#app = app;
	}

	async readLast(): Promise<void> {
		await this.#app.opened;
		const { workspace } = this.#app;
		if (workspace) this.last = await lastBackup(this.#app, workspace);
	}

	/** The open workspace as a file; null: it could not be made, or was cancelled. */
	async backUp(passphrase: string): Promise<Blob | null> {
		const { workspace, client, keeping } = this.#app;
		if (!workspace) return null;
		const make = () =>
			this.#run('backup', (options) => client.archive.backup(workspace.id, passphrase || null, options));
		let blob = await make();
		if (!blob && this.problem?.code === 'storageBroken') {
			// What the browser has damaged may be whole in the second copy.
			await keeping.check(client, workspace).catch(() => undefined);
			blob = await make();
		}
		return blob;
	}

	/** The file is in the person's hands. It is said once it is kept: who closes the page then is not reminded. */
	async note(at: number): Promise<void> {
		const { workspace, client } = this.#app;
		if (!workspace) return;
		await client.data.noteBackup(workspace.id, at).catch(() => undefined);
		this.last = at;
	}

	/** Restores a file, or waits for its passphrase. */
	async choose(file: File): Promise<RestoredWorkspace | null> {
		this.leave();
		await this.#app.opened;
		try {
			if (!(await this.#app.client.archive.needsPassphrase(file))) return await this.#restore(file, null);
			this.locked = file;
		} catch (cause) {
			this.problem = toAppError(cause);
		}
		return null;
	}

	async unlock(passphrase: string): Promise<RestoredWorkspace | null> {
		const { locked } = this;
		return locked && (await this.#restore(locked, passphrase));
	}

	leave(): void {
		this.locked = null;
		this.problem = null;
	}

	cancel(): void {
		this.#abort?.abort();
	}

	async #restore(file: File, passphrase: string | null): Promise<RestoredWorkspace | null> {
		const restored = await this.#run('restore', (options) =>
			this.#app.client.archive.restore(file, passphrase, options)
		);
		if (!restored) return null;
		this.locked = null;
		await this.#app.open(restored.id);
		void this.#app.keeping.askToPersist();
		return restored;
	}

	async #run<T>(
		what: 'backup' | 'restore',
		action: (options: { signal: AbortSignal; onProgress: (progress: BackupProgress) => void }) => Promise<T>
	): Promise<T | null> {
		if (this.working) return null;
		const abort = new AbortController();
		this.#abort = abort;
		this.working = what;
		this.progress = null;
		this.problem = null;
		try {
			return await action({ signal: abort.signal, onProgress: (progress) => (this.progress = progress) });
		} catch (cause) {
			const error = toAppError(cause);
			if (error.code !== 'cancelled') this.problem = error;
			return null;
		} finally {
			this.working = null;
			this.progress = null;
		}
	}
}
