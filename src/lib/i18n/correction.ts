import { messages } from './language.svelte';
import en from './messages/correction.en';

/** Sentences of a file that is here and is read in another way. */
export const correcting = messages(en, () => import('./messages/correction.fr-CA'));
