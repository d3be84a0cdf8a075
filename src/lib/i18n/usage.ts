import { messages } from './language.svelte';
import en from './messages/usage.en';

/** Sentences of the screens under Usage. */
export const usage = messages(en, () => import('./messages/usage.fr-CA'));
