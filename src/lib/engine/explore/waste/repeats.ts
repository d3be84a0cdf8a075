/** A call shorter than this may be one that was cut off or hung up. */
export const REPEAT_SECONDS = 30;
/** The next one of a run starts within this of the one before. */
export const REPEAT_GAP_MS = 120_000;
/** As many short calls make a run. */
export const REPEATS = 3;

/** Numbers of a call side by side: place, start, units. */
const STRIDE = 3;

/**
 * Short calls of one agent at one entity that follow each other closely. Who called is not in the data, so they may be
 * one caller who was cut off, or several.
 */
export class ShortCalls {
	#numbers = new Float64Array(1_024 * STRIDE);
	#count = 0;

	/** `place`: a number for cycle, agent and entity; `units` what the call drew. */
	add(place: number, start: number, units: number): void {
		const at = this.#count++ * STRIDE;
		if (at === this.#numbers.length) {
			const wider = new Float64Array(2 * at);
			wider.set(this.#numbers);
			this.#numbers = wider;
		}
		this.#numbers.set([place, start, units], at);
	}

	/** Calls `visit` for every call of a run but its first, in order of place, start and units: of import order nothing shows. */
	visitRepeats(visit: (place: number, units: number) => void): void {
		const numbers = this.#numbers;
		const of = (call: number, field: number): number => numbers[call * STRIDE + field] as number;
		const order = Uint32Array.from({ length: this.#count }, (_, call) => call).sort(
			(a, b) => of(a, 0) - of(b, 0) || of(a, 1) - of(b, 1) || of(a, 2) - of(b, 2)
		);
		const call = (k: number): number => order[k] as number;
		const follows = (k: number): boolean =>
			k < order.length &&
			of(call(k), 0) === of(call(k - 1), 0) &&
			of(call(k), 1) - of(call(k - 1), 1) <= REPEAT_GAP_MS;
		for (let first = 0, end = 1; first < order.length; first = end, end = first + 1) {
			while (follows(end)) end++;
			if (end - first < REPEATS) continue;
			for (let k = first + 1; k < end; k++) visit(of(call(k), 0), of(call(k), 2));
		}
	}
}
