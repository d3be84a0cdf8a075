import { AppError } from '../errors';

/** A message to the page now and then is enough to see progress. */
const PROGRESS_MS = 100;

/** Passes on what comes at least that long after the one before. */
export function throttled<T>(tell: (progress: T) => void): (progress: T) => void {
	let told = 0;
	return (progress) => {
		if (performance.now() - told < PROGRESS_MS) return;
		told = performance.now();
		tell(progress);
	};
}

/** Who waits for a job: may cancel it, and hears which share of it is done. */
export interface Watcher {
	readonly cancelled: () => boolean;
	/** from 0 to 1 */
	readonly onProgress: (share: number) => void;
}

export const NOBODY: Watcher = { cancelled: () => false, onProgress: () => undefined };

/** Counts what a job has done of so many rows. Throws where it was cancelled. */
export function meter(total: number, { cancelled, onProgress }: Watcher): (rows: number) => void {
	const tell = throttled(onProgress);
	let done = 0;
	return (rows) => {
		if (cancelled()) throw new AppError('cancelled');
		done += rows;
		tell(total > 0 ? Math.min(1, done / total) : 1);
	};
}
