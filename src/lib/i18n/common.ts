import { messages } from './language.svelte';
import en from './messages/common.en';

/** Sentences of the shell and of shared parts. */
export const common = messages(en, () => import('./messages/common.fr-CA'));
