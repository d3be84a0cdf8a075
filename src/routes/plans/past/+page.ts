import { language } from '$lib/i18n/language.svelte';
import '$lib/i18n/past';
import '$lib/i18n/plans';
import '$lib/i18n/tabs';

/** The sentences of the screen are here in its language before it is shown. */
export async function load(): Promise<void> {
	await language.ready().catch(() => undefined);
}
