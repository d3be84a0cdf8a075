/** Rows of a block that a key below can number. */
const ROWS = 131_072;
/** Starts and row numbers share the 53 bits that a float holds exactly: 36 of them are 2.2 years of ms. */
const LONGEST = 2 ** 53 / ROWS;

/**
 * The rows of a block in the order of `compare`, which goes by start first. Files that come newest first are common,
 * and sorting numbers alone is ten times quicker than sorting with a function: so rows are sorted by start and
 * position in one number each, and `compare` decides between equal starts only.
 */
export function orderRows(
	start: Float64Array,
	rows: number,
	compare: (a: number, b: number) => number
): Uint32Array {
	let first = Infinity;
	let last = -Infinity;
	for (let row = 0; row < rows; row++) {
		const instant = start[row] as number;
		if (instant < first) first = instant;
		if (instant > last) last = instant;
	}
	const order = new Uint32Array(rows);
	if (last - first >= LONGEST || rows > ROWS) {
		for (let row = 0; row < rows; row++) order[row] = row;
		return order.sort(compare);
	}
	const keys = new Float64Array(rows);
	for (let row = 0; row < rows; row++) keys[row] = ((start[row] as number) - first) * ROWS + row;
	keys.sort();
	for (let k = 0; k < rows; k++) order[k] = (keys[k] as number) % ROWS;
	for (let from = 0, to = 1; from < rows; from = to, to++) {
		while (to < rows && start[order[to] as number] === start[order[from] as number]) to++;
		if (to - from > 1) order.subarray(from, to).sort(compare);
	}
	return order;
}
