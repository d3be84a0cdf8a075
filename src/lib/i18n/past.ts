import { messages } from './language.svelte';
import en from './messages/past.en';

/** Sentences of the back-test. Two stars enclose what is set strong. */
export const past = messages(en, () => import('./messages/past.fr-CA'));
