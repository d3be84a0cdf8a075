import { language } from '$lib/i18n/language.svelte';
import '$lib/i18n/common';

export const prerender = true;
export const ssr = true;
export const trailingSlash = 'always';

/** The shell appears in its language at once. */
export async function load(): Promise<void> {
	await language.ready().catch(() => undefined);
}
