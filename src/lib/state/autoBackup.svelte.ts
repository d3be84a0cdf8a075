import { common } from '$lib/i18n/common';
import type { Workspace } from '$lib/workers/api';
import type { App } from './app.svelte';
import { BACKUP_SUFFIX, lastBackup } from './backup.svelte';
import { fileName } from '$lib/components/download';

const DAY_MS = 86_400_000;
const GENERATIONS = 3;

/** What of the File System Access API the platform's types leave out. */
interface Permissions {
	queryPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Folder = FileSystemDirectoryHandle & Permissions;
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;

const picker = (): Picker | undefined =>
	(globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(globalThis);

/** The name for the next backup: one that is not there yet, else that of the oldest. */
export async function nextGeneration(folder: FileSystemDirectoryHandle, base: string): Promise<string> {
	let oldest = { name: '', at: Infinity };
	for (let k = 1; k <= GENERATIONS; k++) {
		const name = `${base}-${k}${BACKUP_SUFFIX}`;
		try {
			const { lastModified } = await (await folder.getFileHandle(name)).getFile();
			if (lastModified < oldest.at) oldest = { name, at: lastModified };
		} catch (cause) {
			if (cause instanceof DOMException && cause.name === 'NotFoundError') return name;
			throw cause;
		}
	}
	return oldest.name;
}

/**
 * Backups into a folder that the person picked, where the browser has such folders: at a start and after an import,
 * if the last one is older than a day. Writing replaces a file only when it is complete.
 */
export class AutoBackup {
	readonly supported = picker() !== undefined;
	folder = $state.raw<Folder | null>(null);
	/** the browser wants to be allowed again, after a word of the person's */
	lapsed = $state(false);
	failed = $state(false);

	readonly #app: App;
	#running = false;
	#started = false;

	constructor(app: App) {
		this.#app = app;
	}

	/** Looks at once, and after each change of the workspace, whether a backup is due. */
	async start(): Promise<void> {
		if (!this.supported || this.#started) return;
		this.#started = true;
		this.#app.client.subscribe(({ workspace }) => {
			if (workspace === this.#app.workspace?.id) void this.runIfDue();
		});
		await this.#app.opened;
		this.folder = (await this.#app.client.data.backupFolder().catch(() => null)) as Folder | null;
		await this.runIfDue();
	}

	/** Needs a press of a button. */
	async pick(): Promise<void> {
		try {
			const folder = (await picker()?.({ id: 'drawdown', mode: 'readwrite' })) ?? null;
			if (!folder) return;
			await this.#app.client.data.setBackupFolder(folder);
			this.folder = folder;
			this.lapsed = false;
			await this.#write();
		} catch {
			// The person closed the dialog, or the browser does not let this folder be used.
		}
	}

	/** Needs a press of a button. */
	async allow(): Promise<void> {
		const answer = await this.folder?.requestPermission({ mode: 'readwrite' });
		this.lapsed = answer !== 'granted';
		await this.runIfDue();
	}

	async stop(): Promise<void> {
		await this.#app.client.data.setBackupFolder(null).catch(() => undefined);
		this.folder = null;
		this.lapsed = false;
		this.failed = false;
	}

	async runIfDue(): Promise<void> {
		const { workspace, layers } = this.#app;
		if (!this.folder || !workspace || workspace.sample || layers.length === 0) return;
		const last = await lastBackup(this.#app, workspace);
		if (last !== null && Date.now() - last < DAY_MS) return;
		this.lapsed = (await this.folder.queryPermission({ mode: 'readwrite' })) !== 'granted';
		if (!this.lapsed && !this.failed) await this.#write();
	}

	async #write(): Promise<void> {
		const { workspace, client } = this.#app;
		if (this.#running || !this.folder || !workspace) return;
		this.#running = true;
		try {
			const options = { signal: new AbortController().signal, onProgress: () => undefined };
			const blob = await client.archive.backup(workspace.id, null, options);
			const name = await nextGeneration(this.folder, this.#base(workspace));
			const file = await (await this.folder.getFileHandle(name, { create: true })).createWritable();
			await file.write(blob);
			await file.close();
			await client.data.noteBackup(workspace.id, Date.now());
			this.failed = false;
		} catch {
			this.failed = true;
		} finally {
			this.#running = false;
		}
	}

	/** Two workspaces of one name do not take each other's files. */
	#base({ id, name }: Workspace): string {
		const twice = this.#app.workspaces.filter((other) => other.name === name).length > 1;
		return `${fileName(name || common.current.appName)}${twice ? `-${id.slice(0, 4)}` : ''}`;
	}
}

const made = new WeakMap<App, AutoBackup>();

/** The one of an app: it works in the background of every screen, and Settings shows it. */
export function autoBackupOf(app: App): AutoBackup {
	const auto = made.get(app) ?? new AutoBackup(app);
	made.set(app, auto);
	return auto;
}
