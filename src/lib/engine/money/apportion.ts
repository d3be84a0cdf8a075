/**
 * Whole parts of an amount in proportion to weights, adding up to it exactly: every part is cut to a whole number,
 * and what is left goes one by one to the largest remainders, the earlier first among equals (Hamilton's method:
 * M. L. Balinski and H. P. Young, Fair Representation, 1982, ch. 2). So no part is negative, and none misses its
 * exact share by a whole minor unit or more. Weights and amount are not negative; null where all weights are zero.
 */
export function apportion(amount: bigint, weights: readonly bigint[]): bigint[] | null {
	const sum = weights.reduce((a, b) => a + b, 0n);
	if (sum === 0n) return null;
	const parts = weights.map((weight) => (weight * amount) / sum);
	const left = Number(amount - parts.reduce((a, b) => a + b, 0n));
	weights
		.map((weight, at) => ({ at, rest: (weight * amount) % sum }))
		.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1))
		.slice(0, left)
		.forEach(({ at }) => (parts[at] = (parts[at] as bigint) + 1n));
	return parts;
}
