/** Numbers 128-bit fingerprints in the order in which they come: a hash table with open addressing, kept half empty. */
export class PrintIndex {
	/** number + 1 by place; 0: free */
	#places = new Int32Array(1 << 12);
	#words = new Uint32Array(4 << 11);
	#size = 0;

	/** how many different fingerprints there are */
	get size(): number {
		return this.#size;
	}

	/** The number of the fingerprint of four words at `at`: one that is new gets the next. */
	numberOf(keys: Uint32Array, at: number): number {
		const a = keys[at] as number;
		const b = keys[at + 1] as number;
		const c = keys[at + 2] as number;
		const d = keys[at + 3] as number;
		const last = this.#places.length - 1;
		for (let place = a & last; ; place = (place + 1) & last) {
			const number = (this.#places[place] as number) - 1;
			if (number < 0) return this.#add(place, a, b, c, d);
			const w = 4 * number;
			const words = this.#words;
			if (words[w] === a && words[w + 1] === b && words[w + 2] === c && words[w + 3] === d) return number;
		}
	}

	#add(place: number, a: number, b: number, c: number, d: number): number {
		const number = this.#size++;
		this.#places[place] = number + 1;
		const w = 4 * number;
		this.#words[w] = a;
		this.#words[w + 1] = b;
		this.#words[w + 2] = c;
		this.#words[w + 3] = d;
		if (2 * this.#size === this.#places.length) this.#grow();
		return number;
	}

	#grow(): void {
		const places = new Int32Array(2 * this.#places.length);
		const last = places.length - 1;
		for (let number = 0; number < this.#size; number++) {
			let place = (this.#words[4 * number] as number) & last;
			while (places[place] !== 0) place = (place + 1) & last;
			places[place] = number + 1;
		}
		this.#places = places;
		const words = new Uint32Array(2 * this.#words.length);
		words.set(this.#words);
		this.#words = words;
	}
}

/** A number for each of something that is numbered from 0, as many as are needed; 0 before it is set. */
export class NumberList {
	#values = new Int32Array(1 << 11);

	get(k: number): number {
		return this.#values[k] ?? 0;
	}

	set(k: number, value: number): void {
		if (k >= this.#values.length) {
			const values = new Int32Array(Math.max(k + 1, 2 * this.#values.length));
			values.set(this.#values);
			this.#values = values;
		}
		this.#values[k] = value;
	}
}
