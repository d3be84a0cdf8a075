import { messages } from './language.svelte';
import en from './messages/smallPrint.en';

/** Sentences on rounding, short calls and premium. Two stars enclose what is set strong. */
export const smallPrint = messages(en, () => import('./messages/smallPrint.fr-CA'));
