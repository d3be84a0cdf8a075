import { messages } from './language.svelte';
import en from './messages/welcome.en';

/** Sentences of the first screen of an empty workspace. */
export const welcome = messages(en, () => import('./messages/welcome.fr-CA'));
