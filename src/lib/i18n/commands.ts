import { messages } from './language.svelte';
import en from './messages/commands.en';

/** Sentences of the palette and of the sheet of shortcuts. */
export const commands = messages(en, () => import('./messages/commands.fr-CA'));
