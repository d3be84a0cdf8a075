import { createContext } from 'svelte';

export interface Toast {
	readonly id: number;
	readonly text: string;
	readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Short news of what has just been done. Errors are banners, never toasts. */
export class Toaster {
	toasts = $state.raw<readonly Toast[]>([]);
	#next = 1;

	show(text: string, action: Toast['action'] = null): void {
		this.toasts = [...this.toasts, { id: this.#next++, text, action }];
	}

	dismiss(id: number): void {
		this.toasts = this.toasts.filter((toast) => toast.id !== id);
	}
}

export const [useToaster, provideToaster] = createContext<Toaster>();
