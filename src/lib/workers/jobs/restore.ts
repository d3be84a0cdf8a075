import {
	announce,
	commit,
	failPoint,
	openStore,
	stageBlocks,
	withRoom,
	type LayerFiles,
	type LayerRecord,
	type Registry,
	type Room,
	type Store,
	type WorkspaceRecord
} from '../../db';
import { KeyRing, readBackup } from '../../db/backup';
import type { BackupProgress, RestoredWorkspace } from '../api';
import { readContents, type Piece } from '../backup/contents';
import type { WorkspaceContent } from '../backup/schema';
import { AppError } from '../errors';
import { backupFailure } from './backup';
import { asWriter, hold } from './locks';
import { throttled } from './progress';
import { explained } from './room';

export interface RestoreJob {
	readonly registry: Registry;
	readonly file: Blob;
	readonly passphrase: string | null;
	readonly cancelled: () => boolean;
	readonly onProgress: (progress: BackupProgress) => void;
}

/** One pass over the file; after it nothing more can be wrong with it. */
async function* pass(job: RestoreJob, keys: KeyRing, phase: BackupProgress['phase']): AsyncGenerator<Piece> {
	const { file, passphrase } = job;
	const tell = throttled(job.onProgress);
	const onBytes = (done: number) => tell({ phase, done, total: file.size });
	for await (const piece of readContents(readBackup(file, passphrase, { keys, onBytes }))) {
		if (job.cancelled()) throw new AppError('cancelled');
		yield piece;
	}
}

async function check(job: RestoreJob, keys: KeyRing): Promise<WorkspaceContent> {
	let workspace: WorkspaceContent | null = null;
	for await (const piece of pass(job, keys, 'checking'))
		if (piece.kind === 'workspace') ({ workspace } = piece);
	if (!workspace) throw new AppError('unexpected');
	return workspace;
}

/** Writes all pieces into a new workspace's storage and makes them count at once. */
async function fill(job: RestoreJob, keys: KeyRing, store: Store, room: Room): Promise<LayerRecord[]> {
	const add: { layer: LayerRecord; files: LayerFiles }[] = [];
	const documents: Record<string, () => string> = {};
	let layer: LayerRecord | null = null;
	for await (const piece of pass(job, keys, 'writing')) {
		if (piece.kind === 'document') documents[piece.id] = () => piece.json;
		if (piece.kind === 'layer') {
			layer = { ...piece.layer, id: crypto.randomUUID(), state: 'staging', order: add.length };
			await announce(store, layer, room);
		}
		if (piece.kind === 'block' && layer) {
			await failPoint('restore:block');
			await stageBlocks(store, layer.id, [[piece.block, piece.sealed]], room);
		}
		if (piece.kind === 'dictionaries' && layer)
			add.push({
				layer: { ...layer, state: 'ready' },
				files: { dictionaries: piece.dictionaries, cubes: null }
			});
	}
	await failPoint('restore:commit');
	await asWriter(store, (term) => commit(store, term, { add, documents }));
	return add.map((one) => one.layer);
}

/**
 * A workspace that is removed until all of it is there: a crash leaves what the next start erases. It is held, so that
 * nobody erases it meanwhile, until the answer's `letGo` is called.
 */
async function enter(registry: Registry, { name, sample }: WorkspaceContent) {
	const known = [...(await registry.list()), ...(await registry.removed())];
	const record: WorkspaceRecord = {
		id: crypto.randomUUID(),
		name,
		sample,
		incarnation: 1,
		order: known.reduce((most, { order }) => Math.max(most, order + 1), 0),
		removed: true
	};
	const letGo = await hold(record.id);
	await registry.enter(record);
	return { record, letGo };
}

/**
 * The file as a new workspace. It is read twice: once to check all of it, before anything is written, and once to
 * write it. Whatever fails, or a cancel, leaves nothing behind.
 */
export async function restore(job: RestoreJob): Promise<RestoredWorkspace> {
	const { registry } = job;
	const keys = new KeyRing();
	try {
		const { record, letGo } = await enter(registry, await check(job, keys));
		try {
			const store = await openStore(record);
			const layers = await withRoom((room) => fill(job, keys, store, room)).finally(() => store.db.close());
			await registry.update(record.id, { removed: false });
			const { id, name, sample } = record;
			const interactions = layers.reduce((sum, { rows }) => sum + rows, 0);
			return { id, name, sample, layers: layers.length, interactions };
		} catch (cause) {
			const failure = await explained(cause);
			await registry.eraseDatabases(record.id).catch(() => undefined);
			await registry.forget(record.id).catch(() => undefined);
			throw failure;
		} finally {
			await letGo();
		}
	} catch (cause) {
		throw backupFailure(cause);
	}
}
