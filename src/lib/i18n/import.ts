import { messages } from './language.svelte';
import en from './messages/import.en';

/** Sentences of the Import screen, with one for each reason a row is left out. */
export const importing = messages(en, () => import('./messages/import.fr-CA'));

/** A column's name as people read it: one that the file does not name has its number in their language. */
export function columnName(name: string): string {
	const unnamed = /^column (\d+)$/.exec(name);
	return unnamed ? importing.current.column(unnamed[1] ?? '') : name;
}
