/** Ticks in a row without an answer that make a worker a stuck one. */
const TICKS = 6;

/**
 * Patience with a reader: one that is silent has met a file that leads it round in circles, as no library is proof
 * against all. With the tick before the first question it is ended within five seconds.
 */
export const READING_MS = 4_200;

/**
 * Asks for a sign of life at each tick, one at a time, until the answer is called. `stuck` is told when none came in
 * `patience` ms. Only ticks that come in time count: after a late one the page itself had been asleep, frozen or slowed
 * down, and the worker may have been so too, so that counting begins anew.
 */
export function watch(ask: () => Promise<unknown>, patience: number, stuck: () => void): () => void {
	const tick = patience / TICKS;
	let waiting = false;
	let silent = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		const inTime = now - last < 2 * tick;
		last = now;
		silent = waiting && inTime ? silent + 1 : 0;
		if (silent >= TICKS) {
			clearInterval(timer);
			stuck();
		} else if (!waiting) {
			waiting = true;
			void ask().finally(() => (waiting = false));
		}
	}, tick);
	return () => clearInterval(timer);
}
