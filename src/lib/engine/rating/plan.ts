import { momentOf, type ZoneTable } from '../time';
import { TRIAL, UNLIMITED } from './slot';
import type { RegisterIndex } from './registerIndex';
import { tariffOf, type Tariff } from './tariff';
import type { CardVersions } from './versions';

/** A row by its place: block `block` of layer `layer`, row `row` of the block. */
export interface RowAddress {
	readonly layer: string;
	readonly block: number;
	readonly row: number;
}

/**
 * The stretch of one register entry's trial, as `ledger/trial.ts` finds it. Its interactions start in `[from, to)`;
 * of those that start exactly at `to`, the ones in `tied` are its too (the one that reached the trial's credits, and
 * what precedes it in ledger order).
 */
export interface TrialSpan {
	/** position of the entry in the register */
	readonly entry: number;
	readonly from: number;
	readonly to: number;
	readonly tied: readonly RowAddress[];
}

/** Everything that decides what a row costs, made ready for bulk rating. Columns by entry are shifted by one: 0 is "no entry". */
export interface RatingPlan {
	readonly zone: ZoneTable;
	readonly versions: CardVersions;
	readonly tariffs: readonly Tariff[];
	readonly register: RegisterIndex;
	/** by entry + 1: the class its rows have that name none; 0 standard, 1 premium */
	readonly premium: Uint8Array;
	/** by entry + 1: TRIAL, UNLIMITED or 0 */
	readonly licence: Uint8Array;
	/** by entry + 1: the activation that the register gives; −Infinity where it gives none */
	readonly activation: Float64Array;
	/** by entry + 1, for trials */
	readonly trialFrom: Float64Array;
	readonly trialTo: Float64Array;
	/** addresses of the rows at a trial's very end that are its, as {@link addressKey} */
	readonly tied: ReadonlySet<string>;
	readonly trials: readonly TrialSpan[];
}

export const addressKey = (layer: string, block: number, row: number): string => `${layer} ${block} ${row}`;

/**
 * Compiles what rating needs. `trials` has one span for each entry with a trial licence; one that is missing counts
 * as not begun (its rows are metered), which is how the pass that finds the spans rates.
 */
export function compilePlan(
	zone: ZoneTable,
	versions: CardVersions,
	register: RegisterIndex,
	trials: readonly TrialSpan[]
): RatingPlan {
	const { entries } = register;
	const size = entries.length + 1;
	const premium = new Uint8Array(size);
	const licence = new Uint8Array(size);
	const activation = new Float64Array(size).fill(-Infinity);
	for (const [k, entry] of entries.entries()) {
		premium[k + 1] = entry.class === 'premium' ? 1 : 0;
		licence[k + 1] = entry.licence === 'trial' ? TRIAL : entry.licence === 'unlimited' ? UNLIMITED : 0;
		if (entry.activatedAt !== null) activation[k + 1] = momentOf(zone, entry.activatedAt);
	}
	const trialFrom = new Float64Array(size).fill(Infinity);
	const trialTo = new Float64Array(size).fill(-Infinity);
	const tied = new Set<string>();
	for (const span of trials) {
		trialFrom[span.entry + 1] = span.from;
		trialTo[span.entry + 1] = span.to;
		for (const { layer, block, row } of span.tied) tied.add(addressKey(layer, block, row));
	}
	return {
		zone,
		versions,
		tariffs: versions.cards.map(tariffOf),
		register,
		premium,
		licence,
		activation,
		trialFrom,
		trialTo,
		tied,
		trials
	};
}
