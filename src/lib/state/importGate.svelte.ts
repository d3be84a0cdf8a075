import { createContext } from 'svelte';
import type { App } from './app.svelte';
import type { ImportFlow } from './importFlow.svelte';

/** Where files are handed in. Their way is fetched with the first of them, or with the Import screen. */
export class ImportGate {
	flow = $state.raw<ImportFlow | null>(null);

	constructor(readonly app: App) {}

	async choose(...files: Parameters<ImportFlow['choose']>): Promise<void> {
		const { flowOf } = await import('./importFlow.svelte');
		await flowOf(this).choose(...files);
	}
}

export const [useImportGate, provideImportGate] = createContext<ImportGate>();
