/** Which columns of a table are hidden, remembered on this device. */
export class ShownColumns {
	#hidden = $state.raw<readonly string[]>([]);
	readonly #key: string;

	constructor(table: string) {
		this.#key = `drawdown.columns.${table}`;
		try {
			this.#hidden = (globalThis.localStorage?.getItem(this.#key) ?? '').split(' ').filter(Boolean);
		} catch {
			// Storage refused: all are shown.
		}
	}

	has(column: string): boolean {
		return !this.#hidden.includes(column);
	}

	toggle(column: string): void {
		this.#hidden = this.has(column) ? [...this.#hidden, column] : this.#hidden.filter((id) => id !== column);
		try {
			if (this.#hidden.length > 0) localStorage.setItem(this.#key, this.#hidden.join(' '));
			else localStorage.removeItem(this.#key);
		} catch {
			// Storage refused: the choice holds until the page is closed.
		}
	}
}
