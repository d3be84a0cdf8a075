import { messages } from './language.svelte';
import en from './messages/ledger.en';

/** Sentences of the ledger, under Usage. */
export const ledger = messages(en, () => import('./messages/ledger.fr-CA'));
