import { messages } from './language.svelte';
import en from './messages/anomalies.en';

/** Sentences of the Anomalies screen. */
export const anomalies = messages(en, () => import('./messages/anomalies.fr-CA'));
