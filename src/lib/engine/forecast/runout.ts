import type { DemandPaths } from './demand';
import { instantOf } from './hours';
import { largestRemainder, quantile } from './quantile';

/** What the paths say about one tier in the as-of's cycle. Credits; instants in ms; null = not before renewal. */
export interface TierOutlook {
	readonly includedCredits: number;
	/** the tier was already reached at the as-of: when is for the ledger to say, the instants here are null */
	readonly reached: boolean;
	/** share of paths that reach the tier before the cycle ends; 1 when reached */
	readonly probability: number;
	/** over all paths, those that do not run out counting as later than the end */
	readonly runOutAt: {
		readonly p10: number | null;
		readonly p50: number | null;
		readonly p90: number | null;
	};
	/** middle instant among the paths that do run out from now on; null when none does, or when reached */
	readonly ifRunOutAt: number | null;
	/** share of paths that run out on each forecast day; sums with the share that do not to 1; all 0 when reached */
	readonly dailyChances: Float64Array;
	/** the same as whole numbers out of 100; with `remainderOf100` they sum to 100 (all 0 when reached) */
	readonly dailyOf100: readonly number[];
	readonly remainderOf100: number;
	/** credits beyond the tier at the cycle's end if nothing stops, which overage off would leave unserved */
	readonly expectedOverage: number;
	readonly p90Overage: number;
	/** the same in interactions of mean size; null where that is not known */
	readonly expectedUnserved: number | null;
	readonly p90Unserved: number | null;
}

/**
 * Reads one tier off the paths.
 * @param used credits of this cycle up to the as-of, exactly
 * @param perInteraction mean credits of an interaction, or null
 */
export function readTier(
	demand: DemandPaths,
	used: number,
	includedCredits: number,
	perInteraction: number | null
): TierOutlook {
	const { paths, days, total, shapes } = demand;
	const reached = used >= includedCredits;
	const instants = new Float64Array(paths).fill(Infinity);
	const over = new Float64Array(paths);
	const counts = new Float64Array(days + 1);
	for (let p = 0; p < paths; p++) {
		let running = used;
		let ran = reached;
		for (let h = 0; h < days; h++) {
			const value = total[p * days + h] as number;
			const missing = includedCredits - running;
			running += value;
			if (ran || running < includedCredits) continue;
			ran = true;
			const shape = shapes[h];
			instants[p] = shape ? instantOf(shape, value > 0 ? Math.min(1, missing / value) : 1) : Infinity;
			counts[h] = (counts[h] as number) + 1;
		}
		if (!ran) counts[days] = (counts[days] as number) + 1;
		over[p] = Math.max(0, running - includedCredits);
	}
	instants.sort();
	over.sort();
	const expectedOverage = over.reduce((a, b) => a + b, 0) / paths;
	const p90Overage = quantile(over, 0.9);
	const when = (q: number): number | null => {
		const at = quantile(instants, q);
		return at < Infinity ? at : null;
	};
	const ranOut = reached ? 0 : paths - (counts[days] as number);
	const of100 = largestRemainder(counts, 100);
	const inInteractions = (credits: number): number | null =>
		perInteraction !== null && perInteraction > 0 ? credits / perInteraction : null;
	return {
		includedCredits,
		reached,
		probability: (paths - (counts[days] as number)) / paths,
		runOutAt: { p10: when(0.1), p50: when(0.5), p90: when(0.9) },
		ifRunOutAt: ranOut > 0 ? quantile(instants.subarray(0, ranOut), 0.5) : null,
		dailyChances: counts.subarray(0, days).map((count) => count / paths),
		dailyOf100: of100.slice(0, days),
		remainderOf100: of100[days] ?? 0,
		expectedOverage,
		p90Overage,
		expectedUnserved: inInteractions(expectedOverage),
		p90Unserved: inInteractions(p90Overage)
	};
}
