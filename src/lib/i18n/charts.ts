import { messages } from './language.svelte';
import en from './messages/charts.en';

/** Sentences of the pictures. */
export const charts = messages(en, () => import('./messages/charts.fr-CA'));
