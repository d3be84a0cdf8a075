import { messages } from './language.svelte';
import en from './messages/lightsOut.en';

/** Sentences on what is lost when agents stop. Two stars enclose what is set strong. */
export const lightsOut = messages(en, () => import('./messages/lightsOut.fr-CA'));
