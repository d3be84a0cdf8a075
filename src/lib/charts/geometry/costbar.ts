/** A plan's cost as parts of a bar, in shares of the widest. */
export interface CostBar {
	readonly price: number;
	readonly overage: number;
	/** the 1-in-10 mark; null without one */
	readonly mark: number | null;
}

export interface CostParts {
	/** everything but overage */
	readonly price: number;
	readonly overage: number;
	/** total that 1 in 10 exceeds; null where it is exact */
	readonly tail: number | null;
}

/** Bars on one common scale from 0. Where nothing costs anything, all are empty. */
export function costBars(parts: readonly (CostParts | null)[]): (CostBar | null)[] {
	const widest = Math.max(
		0,
		...parts.map((one) => (one ? Math.max(one.price + one.overage, one.tail ?? 0) : 0))
	);
	const share = (value: number) => (widest > 0 ? value / widest : 0);
	return parts.map(
		(one) =>
			one && {
				price: share(one.price),
				overage: share(one.overage),
				mark: one.tail === null ? null : share(one.tail)
			}
	);
}
