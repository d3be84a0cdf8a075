import { messages } from './language.svelte';
import en from './messages/tabs.en';

/** Names of the parts of screens that have several. */
export const tabs = messages(en, () => import('./messages/tabs.fr-CA'));
