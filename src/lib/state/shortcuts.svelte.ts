/**
 * What the keyboard leads to: the keys in the order pressed, and a screen's address, or what is done in place. The
 * handler, the palette and the sheet of shortcuts all read this one table.
 */
export const SHORTCUTS = [
	{ id: 'overview', keys: 'g o', href: '/' },
	{ id: 'forecast', keys: 'g f', href: '/forecast/' },
	{ id: 'plans', keys: 'g p', href: '/plans/' },
	{ id: 'mix', keys: 'g m', href: '/mix/' },
	{ id: 'scenarios', keys: 'g s', href: '/scenarios/' },
	{ id: 'budgets', keys: 'g b', href: '/budgets/' },
	{ id: 'usage', keys: 'g u', href: '/usage/' },
	{ id: 'calls', keys: 'g c', href: '/usage/calls/' },
	{ id: 'import', keys: 'g i', href: '/import/' },
	{ id: 'settings', keys: 'g e', href: '/settings/' },
	{ id: 'find', keys: '/', href: null },
	{ id: 'help', keys: '?', href: null }
] as const;

/** The one that has a modifier, and so is never switched off. */
export const PALETTE_KEYS = 'Ctrl/⌘ K';

export type Shortcut = (typeof SHORTCUTS)[number];

/** The keys that lead to a screen; null: none do. */
export const keysTo = (href: string): string | null =>
	SHORTCUTS.find((one) => one.href === href)?.keys ?? null;

/** What is read of a key that is pressed. */
type Press = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp' | 'isComposing' | 'repeat' | 'defaultPrevented'
> & { readonly target: EventTarget | null };

const KEY = 'drawdown.shortcuts';
/** A second key counts for as long. */
const TOGETHER_MS = 1_500;
/** Where letters are typed, or lead within a list. */
const TYPING = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [role="listbox"]';

/** Which shortcut a key means. Single keys can be switched off (WCAG 2.1.4); the choice is kept on this device. */
export class Shortcuts {
	#on = $state(true);
	#before = '';
	#beforeAt = -Infinity;

	constructor() {
		try {
			this.#on = globalThis.localStorage?.getItem(KEY) !== 'off';
		} catch {
			// Storage refused: they are on.
		}
	}

	get on(): boolean {
		return this.#on;
	}

	set(on: boolean): void {
		this.#on = on;
		try {
			if (on) localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, 'off');
		} catch {
			// Storage refused: the choice holds until the page is closed.
		}
	}

	/** `palette` for Ctrl or ⌘ K, anywhere. Other shortcuts have no modifier, and none while something is typed. */
	press(press: Press): Shortcut | 'palette' | null {
		const { key, ctrlKey, metaKey, altKey, target, timeStamp } = press;
		if (press.defaultPrevented || press.isComposing || press.repeat) return null;
		if (ctrlKey !== metaKey && !altKey && key.toLowerCase() === 'k') return 'palette';
		if (!this.#on || ctrlKey || metaKey || altKey) return null;
		if (target instanceof Element && target.closest(TYPING)) return null;
		const before = timeStamp - this.#beforeAt < TOGETHER_MS ? this.#before : '';
		const found = SHORTCUTS.find(({ keys }) => keys === key || keys === before + key) ?? null;
		this.#before = found ? '' : `${key} `;
		this.#beforeAt = timeStamp;
		return found;
	}
}
