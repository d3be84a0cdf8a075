import { readyLayers, type Store } from '../../db';
import { BackupError, writeBackup, type BackupErrorCode, type BackupPart, type Bytes } from '../../db/backup';
import type { BackupProgress } from '../api';
import { snapshot, workspaceParts, type Snapshot } from '../backup/contents';
import { AppError, type ErrorCode } from '../errors';
import { asWriter } from './locks';
import { throttled } from './progress';

const CODES: Readonly<Record<BackupErrorCode, ErrorCode>> = {
	not: 'backupNot',
	damaged: 'backupDamaged',
	newer: 'backupNewer',
	passphrase: 'backupPassphrase',
	invalid: 'backupInvalid'
};

/** Failures of a backup in the words that cross threads; others as they are. */
export function backupFailure(cause: unknown): unknown {
	if (!(cause instanceof BackupError)) return cause;
	const { code, part, detail } = cause;
	const params = {
		...(part === null ? {} : { part }),
		...(code === 'newer' ? { version: Number(detail) } : {}),
		...(code === 'passphrase' ? { given: detail ? 1 : 0 } : {})
	};
	return new AppError(CODES[code], params, { cause });
}

export interface BackupJob {
	readonly store: Store;
	readonly passphrase: string | null;
	/** of the key; the tests make it small */
	readonly iterations?: number;
	readonly cancelled: () => boolean;
	readonly onProgress: (progress: BackupProgress) => void;
}

/** Pieces become one blob now and then, which the browser may keep elsewhere than in our memory. */
const PIECE = 8 * 1024 * 1024;

async function toBlob(pieces: AsyncIterable<Bytes>): Promise<Blob> {
	const blobs: Blob[] = [];
	let open: Bytes[] = [];
	let size = 0;
	for await (const piece of pieces) {
		open.push(piece);
		size += piece.length;
		if (size < PIECE) continue;
		blobs.push(new Blob(open));
		open = [];
		size = 0;
	}
	return new Blob([...blobs, ...open], { type: 'application/octet-stream' });
}

async function* watched(job: BackupJob, { layers }: Snapshot, parts: AsyncIterable<BackupPart>) {
	const tell = throttled(job.onProgress);
	const total = layers.reduce((sum, { rows }) => sum + rows, 0);
	const rows = layers.flatMap(({ blocks }) => blocks.map((block) => block.rows));
	let done = 0;
	let block = 0;
	for await (const part of parts) {
		if (job.cancelled()) throw new AppError('cancelled');
		yield part;
		if (part.name.endsWith('/live')) done += rows[block++] ?? 0;
		tell({ phase: 'packing', done, total });
	}
}

/** The backup, or null where files came or went meanwhile: then it is of no moment at all. */
async function attempt(job: BackupJob): Promise<Blob | null> {
	const { store, passphrase, iterations } = job;
	const taken = await snapshot(store);
	const unchanged = async () => JSON.stringify(await readyLayers(store.db)) === JSON.stringify(taken.layers);
	try {
		const parts = watched(job, taken, workspaceParts(store, taken));
		const blob = await toBlob(writeBackup(parts, passphrase, iterations));
		return (await unchanged()) ? blob : null;
	} catch (cause) {
		if (!(await unchanged())) return null;
		throw cause;
	}
}

const TRIES = 2;

/** Everything in a workspace as one file, as it is at one moment. Settings may be saved meanwhile: they are not in it. */
export async function backUp(job: BackupJob): Promise<Blob> {
	try {
		for (let k = 0; k < TRIES; k++) {
			const blob = await attempt(job);
			if (blob) return blob;
		}
		// Under the lock nobody changes anything.
		const blob = await asWriter(job.store, () => attempt(job));
		if (!blob) throw new AppError('unexpected', { message: 'backup' });
		return blob;
	} catch (cause) {
		throw backupFailure(cause);
	}
}
