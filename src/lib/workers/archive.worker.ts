import { expose } from 'comlink';
import { Registry, type Store, type Term } from '../db';
import { needsPassphrase } from '../db/backup';
import type { ArchiveApi } from './api';
import { CHANGES, type StorageChange } from './changes';
import { AppError } from './errors';
import { answering } from './failure';
import { backUp, backupFailure } from './jobs/backup';
import { forget, planForget } from './jobs/forget';
import { ensureHere } from './jobs/ensureHere';
import { importSums } from './jobs/importSums';
import { asWriter } from './jobs/locks';
import type { Watcher } from './jobs/progress';
import { readAgain } from './jobs/readAgain';
import { restore } from './jobs/restore';
import { planRetention, retain } from './jobs/retention';
import { explained } from './jobs/room';
import { openWhole } from './jobs/sweep';
import { blankSettings, readSettings } from './settings/document';
import { readRegister } from './settings/registerFile';
import { previewSettings, settingsOf as settingsOfFile, writeSettings } from './settings/file';
import './wire';

const registry = new Registry();
const cancelled = new Set<string>();
const changes = new BroadcastChannel(CHANGES);

/** Opens a workspace's database for one action: between them this worker stands in nobody's way. */
async function within<T>(workspace: string, action: (store: Store) => Promise<T>): Promise<T> {
	const record = await registry.find(workspace);
	if (!record) throw new AppError('workspaceGone');
	const store = await openWhole(record);
	return action(store).finally(() => store.db.close());
}

const settingsOf = async ({ db }: Store) => (await readSettings(db)).value;

/** A job that puts layers in the place of others, under the lock; every tab hears of it. */
async function rewriting(
	workspace: string,
	job: string,
	onProgress: (share: number) => void,
	action: (store: Store, term: Term, watcher: Watcher) => Promise<number | null>
): Promise<void> {
	const watcher = { cancelled: () => cancelled.has(job), onProgress };
	const revision = await within(workspace, (store) =>
		asWriter(store, (term) => action(store, term, watcher))
	).finally(() => cancelled.delete(job));
	if (revision !== null) changes.postMessage({ workspace, revision } satisfies StorageChange);
}

const api: ArchiveApi = {
	exportSettings: (workspace) => within(workspace, async (store) => writeSettings(await settingsOf(store))),
	readSettings: async (text) => settingsOfFile(text, blankSettings()),
	previewSettings: (workspace, text) =>
		within(workspace, async (store) => previewSettings(text, await settingsOf(store), blankSettings())),

	readRegister: async (file) => readRegister(new Uint8Array(await file.arrayBuffer())),

	async importSums(workspace, file, anyway) {
		await ensureHere(registry, workspace);
		const done = await within(workspace, (store) =>
			asWriter(store, async (term) => importSums(store, term, await settingsOf(store), file, anyway))
		);
		if (done.kind === 'done')
			changes.postMessage({ workspace, revision: done.revision } satisfies StorageChange);
		return done;
	},

	readAgain: (workspace, layer, file, sheets) =>
		within(workspace, (store) => readAgain(store, layer, file, sheets)),

	backup: (workspace, job, passphrase, onProgress) =>
		within(workspace, (store) =>
			backUp({ store, passphrase, cancelled: () => cancelled.has(job), onProgress })
		).finally(() => cancelled.delete(job)),
	needsPassphrase: (file) =>
		needsPassphrase(file).catch((cause: unknown) => {
			throw backupFailure(cause);
		}),
	async restore(job, file, passphrase, onProgress) {
		try {
			const restored = await restore({
				registry,
				file,
				passphrase,
				cancelled: () => cancelled.has(job),
				onProgress
			});
			const change: StorageChange = { workspace: restored.id, revision: 0 };
			changes.postMessage(change);
			return restored;
		} finally {
			cancelled.delete(job);
		}
	},
	retentionPlan: (workspace, months) =>
		within(workspace, async (store) => planRetention(store, await settingsOf(store), months)),
	retain: (workspace, job, months, onProgress) =>
		rewriting(workspace, job, onProgress, async (store, term, watcher) =>
			retain(store, term, await settingsOf(store), months, watcher)
		),
	forgetPlan: (workspace, text) => within(workspace, (store) => planForget(store, text)),
	async forget(workspace, job, text, onProgress) {
		// Their names may hold the text.
		await registry.forgetFiles(workspace);
		await rewriting(workspace, job, onProgress, (store, term, watcher) => forget(store, term, text, watcher));
	},
	async cancel(job) {
		cancelled.add(job);
	}
};

expose(answering(api, explained));
