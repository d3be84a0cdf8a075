import { messages } from './language.svelte';
import en from './messages/sources.en';

/** How the file is got out of systems whose layouts are tested. */
export const sources = messages(en, () => import('./messages/sources.fr-CA'));
