import { expose } from 'comlink';
import { openStore, Registry, type Store } from '../db';
import { needsPassphrase } from '../db/backup';
import type { ArchiveApi } from './api';
import { CHANGES, type StorageChange } from './changes';
import { AppError } from './errors';
import { answering } from './failure';
import { backUp, backupFailure } from './jobs/backup';
import { asWriter } from './jobs/locks';
import { restore } from './jobs/restore';
import { planRetention, retain } from './jobs/retention';
import { blankSettings, readSettings } from './settings/document';
import { previewSettings, writeSettings } from './settings/file';
import './wire';

const registry = new Registry();
const cancelled = new Set<string>();
const changes = new BroadcastChannel(CHANGES);

/** Opens a workspace's database for one action: between them this worker stands in nobody's way. */
async function within<T>(workspace: string, action: (store: Store) => Promise<T>): Promise<T> {
	const record = await registry.find(workspace);
	if (!record) throw new AppError('workspaceGone');
	const store = await openStore(record);
	return action(store).finally(() => store.db.close());
}

const settingsOf = async ({ db }: Store) => (await readSettings(db)).value;

const api: ArchiveApi = {
	exportSettings: (workspace) => within(workspace, async (store) => writeSettings(await settingsOf(store))),
	previewSettings: (workspace, text) =>
		within(workspace, async (store) => previewSettings(text, await settingsOf(store), blankSettings())),

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
	async retain(workspace, months) {
		const revision = await within(workspace, (store) =>
			asWriter(store, async (term) => retain(store, term, await settingsOf(store), months))
		);
		if (revision !== null) changes.postMessage({ workspace, revision } satisfies StorageChange);
	},
	async cancel(job) {
		cancelled.add(job);
	}
};

expose(answering(api));
