/**
 * The smallest of the ascending values that at least the share `q` of them do not exceed (inverse distribution
 * function, Hyndman and Fan 1996, type 1): always one of the paths, so that no two read-outs can contradict.
 */
export function quantile(ascending: Float64Array, q: number): number {
	const at = Math.ceil(q * ascending.length - 1e-9) - 1;
	return ascending[Math.min(ascending.length - 1, Math.max(0, at))] ?? NaN;
}

/**
 * Whole parts of `whole` in proportion to counts, adding up to it: the largest remainders are rounded up, the earlier
 * first among equals (Hamilton's method). All zero where the counts are.
 */
export function largestRemainder(counts: ArrayLike<number>, whole: number): number[] {
	const list = Array.from(counts);
	const sum = list.reduce((a, b) => a + b, 0);
	if (!(sum > 0)) return list.map(() => 0);
	const parts = list.map((count) => Math.floor((count * whole) / sum));
	const left = whole - parts.reduce((a, b) => a + b, 0);
	list
		.map((count, at) => ({ at, rest: (count * whole) % sum }))
		.sort((a, b) => b.rest - a.rest || a.at - b.at)
		.slice(0, left)
		.forEach(({ at }) => (parts[at] = (parts[at] as number) + 1));
	return parts;
}
