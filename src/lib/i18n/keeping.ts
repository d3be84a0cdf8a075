import { messages } from './language.svelte';
import en from './messages/keeping.en';

/** Sentences about how data is kept: what was mended, what is gone, what Undo brings back. */
export const keeping = messages(en, () => import('./messages/keeping.fr-CA'));
