import { messages } from './language.svelte';
import en from './messages/invoice.en';

/** Sentences on whether an invoice is right, and on who owes which part. Two stars enclose what is set strong. */
export const invoice = messages(en, () => import('./messages/invoice.fr-CA'));
