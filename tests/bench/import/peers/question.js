// What every peer is asked, in the words of each.

/** The month whose longest premium calls are asked for, [from, to) in ms since 1970 UTC. */
export const MONTH = { from: Date.UTC(2026, 8, 1), to: Date.UTC(2026, 9, 1) };
export const MOST = 100;

/** @param {ArrayLike<{ start: number, seconds: number }>} rows by length, longest first; of what is as long, the oldest first */
export const linesOf = (rows) => Array.from(rows, ({ start, seconds }) => `${start} ${seconds}`);

/** Answers calls of an object's methods that come as messages. */
export function answer(api) {
	self.onmessage = async ({ data: { name, value } }) => {
		try {
			self.postMessage({ value: await api[name](value) });
		} catch (error) {
			self.postMessage({ error: String(error?.stack ?? error) });
		}
	};
}
