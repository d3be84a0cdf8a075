import { files } from '$lib/i18n/files';
import type { Toaster } from '../toaster.svelte';

/** Puts text on the clipboard and says so; what to say where the browser refuses, else null. */
export async function copied(toaster: Toaster, text: string, refused: string): Promise<string | null> {
	try {
		await navigator.clipboard.writeText(text);
		toaster.show(files.current.copied);
		return null;
	} catch {
		return refused;
	}
}
