import { messages } from './language.svelte';
import en from './messages/shared.en';

/** Sentences of share links: making one, and opening one. */
export const shared = messages(en, () => import('./messages/shared.fr-CA'));
