import { messages } from './language.svelte';
import en from './messages/errors.en';

/** A title and a text for each failure of the closed list. */
export const errors = messages(en, () => import('./messages/errors.fr-CA'));
