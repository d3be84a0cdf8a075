import { messages } from './language.svelte';
import en from './messages/exports.en';

/** Sentences of the Export screen: all interactions, and the charges of a month. */
export const exports = messages(en, () => import('./messages/exports.fr-CA'));
