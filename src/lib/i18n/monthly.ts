import { messages } from './language.svelte';
import en from './messages/monthly.en';

/** Sentences of ready-made monthly tables: their import, their list, and the check beside usage. */
export const monthly = messages(en, () => import('./messages/monthly.fr-CA'));
