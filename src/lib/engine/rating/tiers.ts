import { addDecimals } from '../money';
import type { MoneyText, Tier } from './card';

/** People buy a few plans side by side, not dozens. */
export const MOST_PARTS = 12;

/** The credits that plans put together hold. */
export const creditsOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/**
 * What a tier costs a cycle, exact: the sum of its parts' prices where it is made of parts, else its own. Null where
 * one of them was not entered, or the card has no such tier. `tiers` ascending: parts hold less than their whole, so
 * that one pass from below knows them all.
 */
export function tierPrice(tiers: readonly Tier[], includedCredits: number): MoneyText | null {
	const wanted = tiers.find((tier) => tier.includedCredits === includedCredits);
	if (!wanted?.parts) return wanted?.price ?? null;
	const prices = new Map<number, MoneyText | null>();
	for (const tier of tiers) {
		prices.set(
			tier.includedCredits,
			tier.parts ? addDecimals(tier.parts.map((part) => prices.get(part) ?? null)) : tier.price
		);
		if (tier === wanted) break;
	}
	return prices.get(includedCredits) ?? null;
}

/** Parts make sense: at most {@link MOST_PARTS}, at least two, each a tier of the card, which hold what the whole holds. */
export function haveSoundParts(tiers: readonly Tier[]): boolean {
	const sold = new Set(tiers.map(({ includedCredits }) => includedCredits));
	return tiers.every(
		({ includedCredits, parts }) =>
			parts === undefined ||
			(parts.length > 1 &&
				parts.length <= MOST_PARTS &&
				creditsOf(parts) === includedCredits &&
				parts.every((part) => sold.has(part)))
	);
}

/** Tiers with one more, still ascending. One with as many credits gives way. */
export const withTier = (tiers: readonly Tier[], added: Tier): Tier[] =>
	[...tiers.filter((tier) => tier.includedCredits !== added.includedCredits), added].sort(
		(a, b) => a.includedCredits - b.includedCredits
	);

/**
 * Tiers with some of them put together. Where the vendor has a plan of as many credits, that tier is from now on bought
 * as these; its own price is kept for {@link withoutTier}.
 */
export function withStack(tiers: readonly Tier[], parts: readonly number[]): Tier[] {
	const includedCredits = creditsOf(parts);
	const own = tiers.find((tier) => tier.includedCredits === includedCredits);
	const ordered = [...parts].sort((a, b) => b - a);
	return withTier(tiers, { includedCredits, price: own?.price ?? null, parts: ordered });
}

/**
 * Tiers without one: what was put together of it goes too. One that is made of parts and has a price of its own is
 * taken apart instead, and is the vendor's plan again.
 */
export function withoutTier(tiers: readonly Tier[], includedCredits: number): Tier[] {
	const gone = new Set<number>();
	return tiers.flatMap((tier): Tier[] => {
		const { parts, ...own } = tier;
		const broken = parts?.some((part) => gone.has(part)) ?? false;
		if (tier.includedCredits !== includedCredits && !broken) return [tier];
		if (parts && own.price !== null) return [own];
		gone.add(tier.includedCredits);
		return [];
	});
}
