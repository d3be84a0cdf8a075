import { language } from '$lib/i18n/language.svelte';
import '$lib/i18n/overview';
import '$lib/i18n/tabs';
import '$lib/i18n/usage';

/** The sentences of the screen are here in its language before it is shown. */
export async function load(): Promise<void> {
	await language.ready().catch(() => undefined);
}
