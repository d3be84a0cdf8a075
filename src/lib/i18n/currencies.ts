import { language } from './language.svelte';

const FIRST = ['CAD', 'USD', 'EUR', 'GBP'];

/** ISO 4217 codes that the browser knows, with their names; those most used here first. */
export function currencyOptions(extra?: string): { value: string; label: string }[] {
	const names = new Intl.DisplayNames(language.current, { type: 'currency' });
	const known = Intl.supportedValuesOf('currency').filter((code) => !FIRST.includes(code));
	const codes = [...FIRST, ...known];
	if (extra && !codes.includes(extra)) codes.unshift(extra);
	return codes.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}
