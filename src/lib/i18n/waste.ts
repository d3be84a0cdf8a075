import { messages } from './language.svelte';
import en from './messages/waste.en';

/** Sentences of the Waste screen. */
export const waste = messages(en, () => import('./messages/waste.fr-CA'));
