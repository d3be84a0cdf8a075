import { messages } from './language.svelte';
import en from './messages/readAgain.en';

/** Sentences of what is fetched when a file is read in another way, or how files are read is looked after. */
export const readingAgain = messages(en, () => import('./messages/readAgain.fr-CA'));
