import { messages } from './language.svelte';
import en from './messages/doubts.en';

/** Sentences of what all rows say against the way a file was read: they come with its review. */
export const doubting = messages(en, () => import('./messages/doubts.fr-CA'));
