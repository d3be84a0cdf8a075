import { messages } from './language.svelte';
import en from './messages/agents.en';

/** Sentences about the agent register: its table, its form and its file. */
export const agents = messages(en, () => import('./messages/agents.fr-CA'));
