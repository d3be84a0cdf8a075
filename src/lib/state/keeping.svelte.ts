import type { Client } from '$lib/client/client';
import { noteInSentinel, readSentinel } from '$lib/client/sentinel';
import type { Copies, Opened, RepairView, Workspace } from '$lib/workers/api';

/** News of storage that nobody asked for: each is one sentence at the top of the page. */
export type KeepingNotice =
	/** the browser had lost or damaged something, and all of it is back */
	| { readonly kind: 'rebuilt'; readonly files: readonly string[] }
	/** files that are damaged in both copies */
	| { readonly kind: 'lost'; readonly files: readonly string[] }
	/** the newest changes of a workspace are gone, or all of it: only a backup can bring them back */
	| { readonly kind: 'older'; readonly name: string }
	| { readonly kind: 'cleared'; readonly names: readonly string[] };

const URGENCY: readonly KeepingNotice['kind'][] = ['lost', 'cleared', 'older', 'rebuilt'];

/** Asked once a device, after the first import. */
const ASKED = 'drawdown.askedToPersist';

/** How safely the open workspace is kept, and what became of it. */
export class Keeping {
	/** `securing`: what is committed is on its way into the second copy, or both are being checked */
	copies = $state<Copies | 'securing'>('securing');
	#notices = $state.raw<readonly KeepingNotice[]>([]);
	/** counts what is under way: the last one to end says how it stands */
	#running = 0;
	/** what the last one to end has found */
	#last: Copies = 'one';

	/** the most urgent one */
	readonly notice = $derived.by(
		() => this.#notices.toSorted((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind))[0] ?? null
	);

	dismiss(): void {
		const { notice } = this;
		this.#notices = this.#notices.filter((one) => one !== notice);
	}

	/** A workspace was opened: what had to be mended, and what the sentinel misses. */
	opened({ workspace, repair, revision }: Opened, all: readonly Workspace[]): void {
		this.#tell(repair);
		const seen = readSentinel();
		const cleared = [...seen].filter(([seenId]) => !all.some(({ id }) => id === seenId));
		if (cleared.length > 0) this.#add({ kind: 'cleared', names: cleared.map(([, { name }]) => name) });
		else if ((seen.get(workspace.id)?.revision ?? 0) > revision)
			this.#add({ kind: 'older', name: workspace.name });
		// Told once: what is gone is gone.
		for (const [id] of cleared) noteInSentinel(id, null);
		noteInSentinel(workspace.id, { name: workspace.name, revision });
	}

	/** Ends when what was committed is kept as safely as this browser can. */
	secure(client: Client, workspace: Workspace): Promise<void> {
		return this.#during(() => this.#secure(client, workspace));
	}

	/** Reads every byte of both copies, after the first figures are there. */
	check(client: Client, workspace: Workspace): Promise<RepairView> {
		return this.#during(async () => {
			const repair = await client.data.check(workspace.id);
			this.#tell(repair);
			// What was mended may lie in another database now.
			if (repair.rebuilt.length > 0) await client.query.open(workspace.id);
			await this.#secure(client, workspace);
			return repair;
		});
	}

	async #secure(client: Client, workspace: Workspace): Promise<void> {
		const { copies, revision } = await client.data.secure(workspace.id);
		this.#last = copies;
		noteInSentinel(workspace.id, { name: workspace.name, revision });
	}

	/** `securing` until the last of what runs at the same time has ended. */
	async #during<T>(action: () => Promise<T>): Promise<T> {
		this.#running++;
		this.copies = 'securing';
		this.#last = 'one';
		try {
			return await action();
		} finally {
			if (--this.#running === 0) this.copies = this.#last;
		}
	}

	/** Asks the browser not to clear this page's data by itself. Some ask the person: so after an import, and once. */
	async askToPersist(): Promise<void> {
		try {
			if (localStorage.getItem(ASKED) || (await navigator.storage.persisted())) return;
			localStorage.setItem(ASKED, '1');
			await navigator.storage.persist();
		} catch {
			// This browser does not let itself be asked.
		}
	}

	/** The browser was asked to keep this page's data, and has not promised to. */
	async mayBeCleared(): Promise<boolean> {
		try {
			return localStorage.getItem(ASKED) !== null && !(await navigator.storage.persisted());
		} catch {
			return false;
		}
	}

	#tell({ rebuilt, lost, documents, workspaces }: RepairView): void {
		if (lost.length > 0) this.#add({ kind: 'lost', files: lost });
		if (rebuilt.length + documents + workspaces > 0) this.#add({ kind: 'rebuilt', files: rebuilt });
	}

	#add(notice: KeepingNotice): void {
		this.#notices = [...this.#notices, notice];
	}
}
