/** Two bytes at a time: a pass counts into tables that stay in the processor's cache. */
const DIGIT = 65_536;

/**
 * A selection of rows in the order of their keys: a radix sort, least digit first, so that rows of equal keys stay in
 * the order in which they came (ledger order), ascending or descending.
 * @param selection positions of rows; it is not changed
 * @param keys by position; whole numbers that lie less than 2^53 apart
 */
export function sortedBy(
	selection: Uint32Array,
	keys: Float64Array | Uint32Array,
	descending: boolean
): Uint32Array {
	const count = selection.length;
	let least = Infinity;
	let most = -Infinity;
	for (let k = 0; k < count; k++) {
		const key = keys[selection[k] as number] as number;
		if (key < least) least = key;
		if (key > most) most = key;
	}
	let order = selection.slice();
	let next = new Uint32Array(count);
	const digits = new Uint16Array(count);
	const places = new Uint32Array(DIGIT);
	for (let scale = 1; scale <= most - least; scale *= DIGIT) {
		places.fill(0);
		for (let k = 0; k < count; k++) {
			const key = keys[order[k] as number] as number;
			// Division by a power of two is exact, and the bits of a number beyond 2^32 are those of its remainder.
			const digit = ((descending ? most - key : key - least) / scale) & (DIGIT - 1);
			digits[k] = digit;
			places[digit] = (places[digit] as number) + 1;
		}
		let before = 0;
		for (let digit = 0; digit < DIGIT; digit++) {
			const own = places[digit] as number;
			places[digit] = before;
			before += own;
		}
		for (let k = 0; k < count; k++) {
			const digit = digits[k] as number;
			const place = places[digit] as number;
			next[place] = order[k] as number;
			places[digit] = place + 1;
		}
		[order, next] = [next, order];
	}
	return order;
}

/**
 * The first of what {@link sortedBy} gives, without putting all in order: one pass, in which those that may be among them
 * are kept, and put in order whenever there are twice as many.
 */
export function firstBy(
	selection: Uint32Array,
	keys: Float64Array | Uint32Array,
	descending: boolean,
	most: number
): Uint32Array {
	const sign = descending ? -1 : 1;
	const keyOf = (k: number) => sign * (keys[selection[k] as number] as number);
	const first = (places: number[]) => places.sort((a, b) => keyOf(a) - keyOf(b) || a - b).slice(0, most);
	let kept: number[] = [];
	/** the key of the last that is among the first so far: whoever comes later needs a lower one */
	let last = Infinity;
	for (let k = 0; k < selection.length; k++) {
		if (keyOf(k) >= last) continue;
		kept.push(k);
		if (kept.length < 2 * most) continue;
		kept = first(kept);
		last = keyOf(kept[most - 1] as number);
	}
	return Uint32Array.from(first(kept), (k) => selection[k] as number);
}

/**
 * A selection of rows in ledger order, the latest first; those of one instant stay in ledger order, as where they are
 * sorted by {@link sortedBy}. One pass: rows that ascend already need no sort. Of `most` lines those that follow may be
 * left out.
 */
export function latestFirst(
	ascending: Uint32Array,
	start: Float64Array,
	most = ascending.length
): Uint32Array {
	const order = new Uint32Array(ascending.length);
	let at = 0;
	for (let end = ascending.length; end > 0 && at < most;) {
		let first = end - 1;
		const instant = start[ascending[first] as number];
		while (first > 0 && start[ascending[first - 1] as number] === instant) first--;
		for (let k = first; k < end; k++) order[at++] = ascending[k] as number;
		end = first;
	}
	return order.subarray(0, at);
}
