import type { PackedForm } from '$lib/engine/ingest';
import type { LayerView } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import type { ImportFlow } from './importFlow.svelte';

/** What a browser that keeps where files lie can do with that. */
interface KeptFile extends FileSystemFileHandle {
	requestPermission?(ask: { readonly mode: 'read' }): Promise<PermissionState>;
}

/** The file of a layer is asked for, and compared with what was imported; then it goes the way of files. */
export class Correction {
	/** where the file lay when it was dropped; null: the person has to choose it */
	handle = $state.raw<KeptFile | null>(null);
	comparing = $state(false);
	/** name of a file that is another one */
	other = $state<string | null>(null);
	failure = $state.raw<AppError | null>(null);

	readonly #app: App;
	readonly #flow: ImportFlow;
	readonly #layer: LayerView;
	readonly #abort = new AbortController();

	constructor(app: App, flow: ImportFlow, layer: LayerView) {
		this.#app = app;
		this.#flow = flow;
		this.#layer = layer;
	}

	/** Looks for where the file lies. */
	async look(): Promise<void> {
		const { workspace, client } = this.#app;
		if (workspace) this.handle = await client.data.keptFile(workspace.id, this.#layer.id).catch(() => null);
	}

	giveUp(): void {
		this.#abort.abort();
	}

	/** Reads the file where it lies, if the person allows it and it is still there. True: it is on its way. */
	async readKept(): Promise<boolean> {
		const { handle } = this;
		const file = await this.#attempt(async () => {
			const state = (await handle?.requestPermission?.({ mode: 'read' })) ?? 'granted';
			if (state !== 'granted') throw new AppError('cancelled');
			return (await handle?.getFile()) ?? null;
		});
		// Moved, or not allowed: it can be chosen.
		if (!file) this.handle = null;
		return file !== null && this.read(file);
	}

	/** True: it is the layer's file, and on its way. */
	async read(file: File): Promise<boolean> {
		const found = await this.#attempt(() => this.#sameIn(file));
		if (!found) return false;
		if (found === 'other') {
			this.other = file.name;
			return false;
		}
		void this.#flow.correct(this.#layer, found.file, found.again);
		return true;
	}

	/** The layer's file is this one, or one in it. */
	async #sameIn(file: File) {
		const { client, workspace } = this.#app;
		const job = { signal: this.#abort.signal, onProgress: () => undefined };
		const form = await client.data.identify(file);
		const packed = (kind: string): kind is PackedForm['kind'] => kind === 'gzip' || kind === 'zip';
		const files = packed(form.kind) ? await client.readers.unpack(file, form.kind, job) : [file];
		for (const one of files) {
			const own = await client.data.identify(one);
			const nothing = { encoding: null, sheet: null };
			const several = own.kind === 'workbook' || own.kind === 'json';
			const sheets = several ? (await client.readers.convert(one, own, nothing, job)).sheets : [];
			const again = await client.archive.readAgain(workspace?.id ?? '', this.#layer.id, one, sheets);
			if (again) return { file: one, again };
		}
		return 'other' as const;
	}

	/** What an action gives; null: it failed, and `failure` says why, or it was given up. */
	async #attempt<T>(action: () => Promise<T>): Promise<T | null> {
		this.other = null;
		this.failure = null;
		this.comparing = true;
		try {
			const done = await action();
			return this.#abort.signal.aborted ? null : done;
		} catch (cause) {
			const error = cause instanceof AppError ? cause : new AppError('unreadableFile', {}, { cause });
			if (error.code !== 'cancelled') this.failure = error;
			return null;
		} finally {
			this.comparing = false;
		}
	}
}
