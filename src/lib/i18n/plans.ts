import { messages } from './language.svelte';
import en from './messages/plans.en';

/** Sentences of the Plans screen. Two stars enclose what is set strong. */
export const plans = messages(en, () => import('./messages/plans.fr-CA'));
