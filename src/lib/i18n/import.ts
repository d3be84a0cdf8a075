import { messages } from './language.svelte';
import en from './messages/import.en';

/** Sentences of the Import screen, with one for each reason a row is left out. */
export const importing = messages(en, () => import('./messages/import.fr-CA'));
