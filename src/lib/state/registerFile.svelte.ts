import type { RegisterFile } from '$lib/workers/api';
import type { App } from './app.svelte';

/** A file of agents on its way in, until the person says how to take it. */
export class RegisterReading {
	name = $state('');
	file = $state.raw<RegisterFile | null>(null);
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/** `name`: of the file; '': what was pasted */
	async read(blob: Blob, name: string): Promise<void> {
		this.leave();
		await this.#app.attempt(async () => {
			const file = await this.#app.client.archive.readRegister(blob);
			this.name = name;
			this.file = file;
		});
	}

	leave(): void {
		this.file = null;
	}
}
