import { messages } from './language.svelte';
import en from './messages/files.en';

/** Sentences about files that tables and rows are saved as, and about what is copied. */
export const files = messages(en, () => import('./messages/files.fr-CA'));
