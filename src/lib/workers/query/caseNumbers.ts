/** Room for case numbers beside other keys in one exact f64. */
export const CASES = 2 ** 32;

/** Numbers in the order they come, without an object each. */
export class Growing {
	#values = new Float64Array(65_536);
	#count = 0;

	push(value: number): void {
		if (this.#count === this.#values.length) {
			const wider = new Float64Array(2 * this.#count);
			wider.set(this.#values);
			this.#values = wider;
		}
		this.#values[this.#count++] = value;
	}

	take(): Float64Array {
		return this.#values.subarray(0, this.#count);
	}
}

/** Numbers for cases across layers: equal fingerprints are one case, whatever their codes. */
export class CaseNumbers {
	readonly #numbers = new Map<string, number>();
	#next = 1;

	/** layer code → number, 1-based; 0 stays "no case" */
	of(prints: Uint32Array): Float64Array {
		const numbers = new Float64Array(prints.length / 4);
		for (let code = 1; code < numbers.length; code++) {
			const key = `${prints[4 * code]} ${prints[4 * code + 1]} ${prints[4 * code + 2]} ${prints[4 * code + 3]}`;
			let number = this.#numbers.get(key);
			if (number === undefined) this.#numbers.set(key, (number = this.#next++));
			numbers[code] = number;
		}
		return numbers;
	}
}
