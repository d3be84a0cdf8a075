import { messages } from './language.svelte';
import en from './messages/settings.en';

/** Sentences of the Settings screen. */
export const settings = messages(en, () => import('./messages/settings.fr-CA'));
