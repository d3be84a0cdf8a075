import { messages } from './language.svelte';
import en from './messages/exports.en';

/** Sentences about files that tables, interactions and charges are saved as. */
export const exports = messages(en, () => import('./messages/exports.fr-CA'));
