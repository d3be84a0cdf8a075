import { AppError, type ErrorCode } from './errors';

/** What the browser's own failures mean to a person. */
const CODES: Readonly<Record<string, ErrorCode>> = {
	QuotaExceededError: 'storageFull',
	VersionError: 'newerVersion',
	SecurityError: 'storageRefused',
	InvalidStateError: 'storageRefused',
	UnknownError: 'storageBroken',
	DataError: 'storageBroken',
	NotReadableError: 'unreadableFile',
	NotFoundError: 'unreadableFile',
	Damaged: 'storageBroken',
	TermEnded: 'takenOver',
	HeldByOldTab: 'olderTab'
};

/** Chromium says in words only that a setting forbids the page to keep data. */
const DENIED = /denied permission/i;
/** A connection that another tab's newer version made close; one that the browser ends over damaged data is unknown. */
const CLOSING = /connection is clos|database has been closed/i;

export function toAppError(cause: unknown): AppError {
	if (cause instanceof AppError) return cause;
	const known = cause instanceof Error || cause instanceof DOMException;
	const [failure, message] = known ? [cause.name, cause.message] : ['unknown', ''];
	const code = DENIED.test(message)
		? 'storageRefused'
		: CLOSING.test(message) && failure !== 'UnknownError'
			? 'newerVersion'
			: (CODES[failure] ?? 'unexpected');
	return new AppError(code, { failure, message }, { cause });
}

/**
 * How a database fails that has lost files of its own (a file of the person's fails in the same words), and how the
 * readings fail that are under way when the browser ends a connection over damaged data.
 */
const LOST = new Set(['NotReadableError', 'NotFoundError', 'AbortError']);

/** A failure of a worker that reads no file but the database's own. */
export const ofStorage = async (cause: unknown): Promise<unknown> =>
	cause instanceof DOMException && LOST.has(cause.name)
		? new AppError('storageBroken', { failure: cause.name, message: cause.message }, { cause })
		: cause;

/** The same methods, failing with an `AppError` whatever went wrong inside; `explained` may know more of a failure. */
export function answering<T extends object>(
	api: T,
	explained: (cause: unknown) => Promise<unknown> = async (cause) => cause
): T {
	const wrapped = Object.entries(api).map(([name, method]) => [
		name,
		async (...args: unknown[]) => {
			try {
				return await (method as (...args: unknown[]) => unknown)(...args);
			} catch (cause) {
				throw toAppError(await explained(cause));
			}
		}
	]);
	return Object.fromEntries(wrapped) as T;
}
