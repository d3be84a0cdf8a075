import { messages } from './language.svelte';
import en from './messages/overview.en';

/** Sentences of the Overview. Two stars enclose what is set strong. */
export const overview = messages(en, () => import('./messages/overview.fr-CA'));
