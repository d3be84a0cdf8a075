import { createContext } from 'svelte';

/** What a reload would lose: rows on their way in, a file that waits for answers, settings as typed. */
export type Unsaved = 'importing' | 'choosing' | 'settings';

/** Everything in this tab that a reload would lose. Whoever holds something is asked each time, so nothing is kept twice. */
export class UnsavedWork {
	#holders = $state.raw<readonly (() => Unsaved | null)[]>([]);

	/** the first of it; null: a reload loses nothing */
	readonly first = $derived.by(() => {
		for (const holder of this.#holders) {
			const unsaved = holder();
			if (unsaved) return unsaved;
		}
		return null;
	});

	/** Returns the way out, as `onMount` takes it. */
	add(holder: () => Unsaved | null): () => void {
		this.#holders = [...this.#holders, holder];
		return () => {
			this.#holders = this.#holders.filter((one) => one !== holder);
		};
	}
}

export const [useUnsavedWork, provideUnsavedWork] = createContext<UnsavedWork>();
