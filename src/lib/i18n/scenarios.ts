import { messages } from './language.svelte';
import en from './messages/scenarios.en';

/** Sentences of the Scenarios screen. Two stars enclose what is set strong. */
export const scenarios = messages(en, () => import('./messages/scenarios.fr-CA'));
