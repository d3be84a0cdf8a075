import type { BrushTable } from './crossfilter';
import type { Stretch } from './filter';

/** What the rows can be seen by. `kind`: channel × class, in the order of rating/slot.ts. */
export const VIEWS = ['time', 'hours', 'kind', 'agent', 'entity', 'length'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Width of a bin of call lengths, in seconds. */
export const LENGTH_BIN = 5;
/** Interactions and units by bin. */
export interface BinSums {
	readonly interactions: Float64Array;
	readonly units: Float64Array;
}

/**
 * What a brush leaves of a view, by bin: for each stretch of brushed bins one row of sums less another. No stretch
 * may meet another. Its time depends on the bins only.
 */
export function brushed({ bins, interactions, units }: BrushTable, stretches: readonly Stretch[]): BinSums {
	const sums = { interactions: new Float64Array(bins), units: new Float64Array(bins) };
	for (const { from, to } of stretches) {
		for (let b = 0; b < bins; b++) {
			const [before, after] = [from * bins + b, to * bins + b];
			sums.interactions[b] =
				(sums.interactions[b] as number) +
				((interactions[after] as number) - (interactions[before] as number));
			sums.units[b] = (sums.units[b] as number) + ((units[after] as number) - (units[before] as number));
		}
	}
	return sums;
}

/** The brushed view's own bins, which a brush over it leaves as they are. `total`: its table of one column. */
export function ownBins({ interactions, units }: BrushTable): BinSums {
	const bins = interactions.length - 1;
	const step = (before: Uint32Array | Float64Array) =>
		Float64Array.from({ length: bins }, (_, k) => (before[k + 1] as number) - (before[k] as number));
	return { interactions: step(interactions), units: step(units) };
}

/** Bins as stretches: neighbours are joined. */
export function stretchesOf(bins: readonly number[]): Stretch[] {
	const stretches: { from: number; to: number }[] = [];
	for (const bin of [...new Set(bins)].sort((a, b) => a - b)) {
		const last = stretches[stretches.length - 1];
		if (last && last.to === bin) last.to = bin + 1;
		else stretches.push({ from: bin, to: bin + 1 });
	}
	return stretches;
}
