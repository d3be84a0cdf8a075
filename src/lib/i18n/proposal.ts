import { messages } from './language.svelte';
import en from './messages/proposal.en';

/** Sentences of the proposal. Two stars enclose what is set strong. */
export const proposal = messages(en, () => import('./messages/proposal.fr-CA'));
