import { MediaQuery } from 'svelte/reactivity';

const KEY = 'drawdown.theme';

function stored(): 'light' | 'dark' | null {
	const theme = globalThis.document?.documentElement.dataset['theme'];
	return theme === 'light' || theme === 'dark' ? theme : null;
}

/** Light or dark: the system's, until the person chooses the other (src/app.html reads the choice). */
export class Theme {
	#system = new MediaQuery('(prefers-color-scheme: dark)', false);
	#chosen = $state<'light' | 'dark' | null>(stored());

	get dark(): boolean {
		return this.#chosen === null ? this.#system.current : this.#chosen === 'dark';
	}

	toggle(): void {
		const next = this.dark ? 'light' : 'dark';
		const systems = (next === 'dark') === this.#system.current;
		this.#chosen = systems ? null : next;
		const { dataset } = document.documentElement;
		if (systems) delete dataset['theme'];
		else dataset['theme'] = next;
		try {
			if (systems) localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, next);
		} catch {
			// Storage refused: the choice holds until the page is closed.
		}
	}
}
