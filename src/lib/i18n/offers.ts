import { messages } from './language.svelte';
import en from './messages/offers.en';

/** Sentences on other vendors' cards. Two stars enclose what is set strong. */
export const offers = messages(en, () => import('./messages/offers.fr-CA'));
