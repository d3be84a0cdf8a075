/** An answer that is asked for anew now and then: the one before stands until the next is here, and the last one asked for counts. */
export class Asked<T> {
	value = $state.raw<T | null>(null);
	loading = $state(true);
	failed = $state(false);
	#stale = 0;

	async load(answer: Promise<T>): Promise<void> {
		const mine = ++this.#stale;
		this.loading = true;
		try {
			const value = await answer;
			if (mine !== this.#stale) return;
			this.value = value;
			this.failed = false;
		} catch {
			if (mine === this.#stale) this.failed = true;
		} finally {
			if (mine === this.#stale) this.loading = false;
		}
	}
}
