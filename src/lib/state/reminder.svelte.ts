import type { App } from './app.svelte';
import { lastBackup } from './backup.svelte';

const DAY_MS = 86_400_000;
const BACKUP_LASTS = 14 * DAY_MS;
const SILENCE_LASTS = 30 * DAY_MS;

/** When the person last said “Not now” on this device. */
const DISMISSED = 'drawdown.reminderDismissed';

/** What is known when a reminder of backups may be due; instants by this device's clock, null: never. */
export interface Known {
	readonly now: number;
	/** the browser was asked to keep the data, and has not promised to */
	readonly mayBeCleared: boolean;
	/** imported files, those of the sample generator left out */
	readonly files: number;
	readonly lastBackup: number | null;
	readonly dismissed: number | null;
}

/** There is something to lose, no fresh backup of it, and nobody has asked for silence of late. */
export function reminderDue({ now, mayBeCleared, files, lastBackup: backup, dismissed }: Known): boolean {
	const past = (instant: number | null, length: number) => instant === null || now - instant >= length;
	return mayBeCleared && files > 0 && past(backup, BACKUP_LASTS) && past(dismissed, SILENCE_LASTS);
}

/** Reminds of a backup of the open workspace where the browser may clear it by itself. */
export class Reminder {
	readonly #app: App;
	/** null: not looked yet, or not to be looked at any more */
	#known = $state.raw<Omit<Known, 'files'> | null>(null);

	readonly due = $derived.by(() => {
		const files = this.#app.layers.filter(({ sample }) => !sample).length;
		return this.#known !== null && reminderDue({ ...this.#known, files });
	});
	/** when the workspace was last backed up; null: never */
	readonly last = $derived(this.#known?.lastBackup ?? null);

	constructor(app: App) {
		this.#app = app;
	}

	async look(): Promise<void> {
		const { workspace, keeping } = this.#app;
		if (!workspace) return;
		this.#known = {
			now: Date.now(),
			mayBeCleared: await keeping.mayBeCleared(),
			lastBackup: await lastBackup(this.#app, workspace),
			dismissed: readDismissed()
		};
	}

	/** Not for another month, on this device. */
	dismiss(): void {
		this.#known = null;
		try {
			localStorage.setItem(DISMISSED, String(Date.now()));
		} catch {
			// Storage refused: silent until the next start.
		}
	}
}

function readDismissed(): number | null {
	try {
		return Number(localStorage.getItem(DISMISSED)) || null;
	} catch {
		return null;
	}
}
