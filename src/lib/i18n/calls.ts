import { messages } from './language.svelte';
import en from './messages/calls.en';

/** Sentences of calls and chats one by one. Two stars enclose what is set strong. */
export const calls = messages(en, () => import('./messages/calls.fr-CA'));
