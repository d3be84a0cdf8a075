/**
 * A newer version of the app that waits to take over. It never does so by itself: a reload may lose what is typed, and
 * parts of two versions do not mix. A tab that did not ask goes on as it is.
 */
export class Update {
	#waiting = $state.raw<ServiceWorker | null>(null);
	/** another tab has asked; this one still runs the version before */
	#overtaken = $state(false);
	#asked = false;

	readonly #reload: () => void;

	constructor(reload: () => void) {
		this.#reload = reload;
	}

	readonly ready = $derived(this.#waiting !== null || this.#overtaken);

	/** Watches the worker that keeps the app's files. */
	async watch(container: ServiceWorkerContainer): Promise<void> {
		// The first worker of all takes over no older one.
		let controlled = container.controller !== null;
		container.addEventListener('controllerchange', () => {
			if (this.#asked) this.#reload();
			else this.#overtaken = controlled;
			controlled = true;
		});
		const registration = await container.ready;
		const look = () => (this.#waiting = registration.waiting);
		const follow = () => registration.installing?.addEventListener('statechange', look);
		look();
		follow();
		registration.addEventListener('updatefound', follow);
	}

	/** The person's word, in this tab: the new version takes over, and this tab starts anew. */
	take(): void {
		this.#asked = true;
		if (this.#waiting) this.#waiting.postMessage('take over');
		else this.#reload();
	}
}
