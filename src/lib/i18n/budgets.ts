import { messages } from './language.svelte';
import en from './messages/budgets.en';

/** Sentences of budgets: their screen, their alerts, and the calendar file. Two stars enclose what is set strong. */
export const budgets = messages(en, () => import('./messages/budgets.fr-CA'));
