import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import { fileError, type Outcome } from './importOutcome';

type Imported = Extract<Outcome, { kind: 'imported' }>;

/** What became of the files of this visit, in their order. */
export class ImportOutcomes {
	list = $state.raw<readonly Outcome[]>([]);
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	clear(): void {
		this.list = [];
	}

	tell(outcome: Outcome): void {
		this.list = [...this.list, outcome];
	}

	/** Makes a file that was read in another way count as it did before; false: it stays as it is, and why is told. */
	async takeBack(outcome: Imported): Promise<boolean> {
		const { corrected, layer, into } = outcome;
		if (!corrected) return false;
		try {
			const done = await this.#app.client.data.takeBack(into.id, corrected);
			if (!done) throw new AppError('layerGone', { file: layer.name });
			this.#instead(outcome, {
				kind: 'takenBack',
				fileName: layer.name,
				profile: corrected.profile !== null
			});
			return true;
		} catch (cause) {
			this.#instead(outcome, { kind: 'failed', error: fileError(cause, layer.name) });
			return false;
		}
	}

	#instead(outcome: Imported, told: Outcome): void {
		this.list = this.list.map((one) => (one === outcome ? told : one));
	}
}
