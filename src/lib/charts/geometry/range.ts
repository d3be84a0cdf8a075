/** How far up the picture goes: *fit* keeps the fan large, *all* shows every tier at its height. */
export type RangeView = 'fit' | 'all';

export interface Range {
	/** credits at the upper edge */
	readonly top: number;
	/** indexes of the tiers within the scale, ascending */
	readonly inside: readonly number[];
	/** indexes of the tiers above it, ascending: thin lines over the break */
	readonly above: readonly number[];
}

const HEADROOM = 1.06;

/**
 * The credit range of the run-out picture: 1.06 × the larger of the own tier and the highest use shown (P97.5 of the
 * fan at the end of the cycle, or what is known or paced). `all` ends above the highest tier instead.
 */
export function creditRange(
	tiers: readonly number[],
	ownTier: number | null,
	highest: number,
	view: RangeView
): Range {
	const fit = HEADROOM * Math.max(ownTier ?? 0, highest, 1);
	const top = view === 'fit' ? fit : Math.max(fit, HEADROOM * (tiers.at(-1) ?? 0));
	const inside: number[] = [];
	const above: number[] = [];
	tiers.forEach((tier, k) => (tier <= top ? inside : above).push(k));
	return { top, inside, above };
}
