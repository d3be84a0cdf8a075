import type { Progress, ReadProgress } from '$lib/workers/api';

export interface Speed {
	readonly rowsPerSecond: number;
	/** rows of the whole file, by the bytes read so far */
	readonly totalRows: number;
	readonly secondsLeft: number;
}

/** The estimate rests on this much of the past. */
const WINDOW_MS = 2_000;

/** How fast a file is being read, from the last two seconds. */
export class Pace {
	#past: { readonly at: number; readonly progress: Progress | ReadProgress }[] = [];

	/** `at`: milliseconds of any clock that goes forward. Null: too early to say. */
	add(progress: Progress | ReadProgress, at: number): Speed | null {
		this.#past.push({ at, progress });
		while (this.#past.length > 2 && at - (this.#past[1]?.at ?? at) >= WINDOW_MS) this.#past.shift();
		const [first] = this.#past;
		if (!first || at - first.at < 200 || progress.bytes <= first.progress.bytes) return null;
		const seconds = (at - first.at) / 1_000;
		const bytesPerSecond = (progress.bytes - first.progress.bytes) / seconds;
		return {
			rowsPerSecond: (progress.rows - first.progress.rows) / seconds,
			totalRows: (progress.rows * progress.totalBytes) / progress.bytes,
			secondsLeft: (progress.totalBytes - progress.bytes) / bytesPerSecond
		};
	}
}
