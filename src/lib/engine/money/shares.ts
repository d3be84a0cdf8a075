/**
 * A whole number in parts that are in proportion to weights and add up to it exactly: each part is cut down, then the
 * largest remainders get one more, of two as large the earlier. Weights are ≥ 0; without any above 0 there are no
 * parts to speak of, and all are 0.
 */
export function inShares(total: bigint, weights: readonly bigint[]): bigint[] {
	const sum = weights.reduce((all, weight) => all + weight, 0n);
	if (sum === 0n) return weights.map(() => 0n);
	const parts = weights.map((weight) => (total * weight) / sum);
	const rests = weights.map((weight, k) => ({ k, rest: (total * weight) % sum }));
	let left = total - parts.reduce((all, part) => all + part, 0n);
	rests.sort((a, b) => (a.rest === b.rest ? a.k - b.k : a.rest < b.rest ? 1 : -1));
	for (const { k } of rests) {
		if (left === 0n) break;
		parts[k] = (parts[k] as bigint) + 1n;
		left--;
	}
	return parts;
}
