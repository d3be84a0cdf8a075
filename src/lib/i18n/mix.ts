import { messages } from './language.svelte';
import en from './messages/mix.en';

/** Sentences of the Mix screen. Two stars enclose what is set strong. */
export const mix = messages(en, () => import('./messages/mix.fr-CA'));
