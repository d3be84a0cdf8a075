import { client } from '$lib/client/page';

/** More than it takes where all files are kept on this device. */
const PATIENCE_MS = 100;

/**
 * Before the page comes to life: that keeps its thread from starting the workers, which the first figures wait for, and
 * which then get ready beside it (docs/decisions/0036). Where files come from a host nothing is waited for.
 */
export async function init(): Promise<void> {
	if (!client || !navigator.serviceWorker?.controller) return;
	await Promise.race([client.started, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
