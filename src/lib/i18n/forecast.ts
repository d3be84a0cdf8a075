import { messages } from './language.svelte';
import en from './messages/forecast.en';

/** Sentences of the Forecast screen. Two stars enclose what is set strong. */
export const forecast = messages(en, () => import('./messages/forecast.fr-CA'));
