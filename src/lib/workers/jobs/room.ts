import { hasRoom, privateFolders, type Store } from '../../db';
import { AppError } from '../errors';

/** How a write may fail on a full disk: only some of a browser's own words for it name the disk. */
const UNSAID = new Set(['UnknownError', 'AbortError', 'InvalidStateError', 'DataError']);
/** Chromium's SQLite says so in its message, and may have made room by then: it throws the database away. */
const SAID = /disk (is )?full/i;

/**
 * The failure of a write of so many bytes, and of some more: `storageFull` where there is no room for as much, else as
 * it came. To be asked before anything is thrown away, which would make room.
 */
export async function explained(cause: unknown, bytes = 0): Promise<unknown> {
	if (!(cause instanceof DOMException)) return cause;
	const said = cause.name === 'QuotaExceededError' || SAID.test(cause.message);
	const full = said || (UNSAID.has(cause.name) && (await hasRoom(bytes)) === false);
	if (!full) return cause;
	return new AppError('storageFull', { failure: cause.name, message: cause.message }, { cause });
}

/** True of what {@link explained} says where there is no room. */
export const isFull = (cause: unknown): boolean => cause instanceof AppError && cause.code === 'storageFull';

/**
 * What a failure on a workspace is where the browser has cleared both of its copies meanwhile: Chromium does so, unasked,
 * when the disk is full.
 */
export async function orCleared({ db, workspace }: Store, failure: unknown): Promise<unknown> {
	try {
		if ((await indexedDB.databases()).some(({ name }) => name === db.name)) return failure;
		if ((await (await privateFolders())?.list())?.includes(workspace.id)) return failure;
		return new AppError('storageCleared');
	} catch {
		return failure;
	}
}
