import type { SettingsChange, SettingsPreview } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';

/** A settings file on its way in: what it would change, until the person says how to take it. */
export class SettingsFileReading {
	fileName = $state('');
	preview = $state.raw<SettingsPreview | null>(null);
	problem = $state.raw<AppError | null>(null);

	/** what Replace would change, each marked if Merge would leave it; then what only Merge would */
	readonly changes = $derived.by<{ change: SettingsChange; onlyReplace: boolean }[]>(() => {
		if (!this.preview) return [];
		const { replace, merge } = this.preview;
		const has = (changes: readonly SettingsChange[], { path }: SettingsChange) =>
			changes.some((change) => change.path === path);
		return [
			...replace.changes.map((change) => ({ change, onlyReplace: !has(merge.changes, change) })),
			...merge.changes
				.filter((change) => !has(replace.changes, change))
				.map((change) => ({ change, onlyReplace: false }))
		];
	});

	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	async read(file: File): Promise<void> {
		this.leave();
		await this.#app.opened;
		const { workspace } = this.#app;
		if (!workspace) return;
		await this.#attempt(async () => {
			const preview = await this.#app.client.archive.previewSettings(workspace.id, await file.text());
			this.fileName = file.name;
			this.preview = preview;
		});
	}

	/** True: the settings are now as the file says. */
	async take(how: 'replace' | 'merge'): Promise<boolean> {
		if (!this.preview) return false;
		const saved = await this.#app.saveSettings(this.preview[how].settings);
		if (saved) this.leave();
		return saved;
	}

	leave(): void {
		this.preview = null;
		this.problem = null;
	}

	/** The text of the workspace's settings file; null: it could not be had. */
	async text(): Promise<string | null> {
		const { workspace } = this.#app;
		let text: string | null = null;
		if (workspace)
			await this.#attempt(
				async () => void (text = await this.#app.client.archive.exportSettings(workspace.id))
			);
		return text;
	}

	async #attempt(action: () => Promise<void>): Promise<void> {
		try {
			await action();
		} catch (cause) {
			this.problem = cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });
		}
	}
}
