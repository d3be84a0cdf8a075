import { add, compare, decimal, divide, ratio, subtract, type Ratio } from '../money';
import type { MoneyText, Tier } from '../rating/card';

export interface BreakEven {
	/** credits: `N_i + (P_j − P_i) / r`, exact */
	readonly credits: Ratio;
	/** upgrading pays for every demand above `credits` (with overage off on j: up to its included credits); else never */
	readonly pays: boolean;
}

/**
 * Break-even between tiers i < j with overage at the same price a credit on both (domain.md §4). Null where a price
 * was not entered, or overage is free: then nothing can be saved by a higher tier.
 */
export function breakEven(lower: Tier, higher: Tier, overagePrice: MoneyText | null): BreakEven | null {
	if (lower.price === null || higher.price === null || overagePrice === null) return null;
	const price = decimal(overagePrice);
	if (price.n === 0n) return null;
	const dearer = subtract(decimal(higher.price), decimal(lower.price));
	const credits = add(ratio(lower.includedCredits), divide(dearer, price));
	return { credits, pays: compare(credits, ratio(higher.includedCredits)) < 0 };
}
