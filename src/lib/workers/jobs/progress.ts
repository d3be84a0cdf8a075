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
