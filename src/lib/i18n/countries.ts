import { language } from './language.svelte';

/** A country's name in the current language. */
export const countryName = (code: string): string =>
	new Intl.DisplayNames(language.current, { type: 'region' }).of(code) ?? code;
