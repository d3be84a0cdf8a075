export type Language = 'en' | 'fr-CA';

export const LANGUAGES: readonly { readonly id: Language; readonly short: string; readonly name: string }[] =
	[
		{ id: 'en', short: 'EN', name: 'English' },
		{ id: 'fr-CA', short: 'FR', name: 'Français' }
	];

const KEY = 'drawdown.language';

/** src/app.html has put the chosen language on the root element; prerendered pages are English. */
function atStart(): Language {
	return globalThis.document?.documentElement.lang === 'fr-CA' ? 'fr-CA' : 'en';
}

const french: (() => Promise<void>)[] = [];
let current = $state<Language>(atStart());

/**
 * The language of every sentence and number. It changes only when all French sentences in use are here, so that
 * no screen is half in one language.
 */
export const language = {
	get current(): Language {
		return current;
	},

	async set(next: Language): Promise<void> {
		if (next === 'fr-CA') await this.ready(next);
		current = next;
		const { document, localStorage } = globalThis;
		if (!document) return;
		document.documentElement.lang = next;
		try {
			localStorage.setItem(KEY, next);
		} catch {
			// Storage refused: the choice holds until the page is closed.
		}
	},

	/** All sentences in use are loaded in the given language. */
	async ready(of: Language = current): Promise<void> {
		if (of === 'fr-CA') await Promise.all(french.map((load) => load()));
	}
};

/**
 * The sentences of one part of the product: English is bundled, French is loaded when it is the language.
 * `current` is reactive; until French has arrived it is English.
 */
export function messages<T extends object>(
	en: T,
	load: () => Promise<{ readonly default: T }>
): { readonly current: T } {
	let fr = $state.raw<T | null>(null);
	const ensure = async () => {
		fr ??= (await load()).default;
	};
	french.push(ensure);
	// Without a connection the sentences stay English rather than missing.
	if (current === 'fr-CA') ensure().catch(() => undefined);
	return {
		get current() {
			return current === 'fr-CA' && fr ? fr : en;
		}
	};
}
