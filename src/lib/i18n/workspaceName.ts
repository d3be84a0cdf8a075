import { messages } from './language.svelte';
import en from './messages/workspaceName.en';

/** Sentences of the dialog that asks for a workspace's name. */
export const workspaceName = messages(en, () => import('./messages/workspaceName.fr-CA'));
