import { messages } from './language.svelte';
import en from './messages/assumptions.en';

/** Sentences of the Assumptions screen: planning without data. Two stars enclose what is set strong. */
export const assumptions = messages(en, () => import('./messages/assumptions.fr-CA'));
