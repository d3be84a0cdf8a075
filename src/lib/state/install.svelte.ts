/** What some browsers send when they would install the page as an app; the platform's types leave it out. */
interface InstallEvent extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** The browser's own way to install the app, for when the person asks for it. */
export class Install {
	#event = $state.raw<InstallEvent | null>(null);
	readonly offered = $derived(this.#event !== null);

	/** The offer comes once, early, and is kept from showing by itself. */
	watch(target: EventTarget): void {
		target.addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#event = event as InstallEvent;
		});
	}

	/** Needs a press of a button. An installed app's data is kept where it is asked for. */
	async ask(): Promise<void> {
		const event = this.#event;
		this.#event = null;
		const answer = await event?.prompt();
		if (answer?.outcome === 'accepted') await navigator.storage.persist();
	}
}
