/** What is out of pattern; types only. Units as in api.ts. */
import type { Factor, Of } from '../engine/explore/anomaly';
import type { Cycle } from '../engine/time';

/** By how much a finding moved the date on which the included credits were used up. */
export type RunOutEffect =
	/** `without`: the exact ledger with what was above expectation taken out; null: it would have lasted to renewal */
	| {
			readonly kind: 'moved';
			readonly cycle: Cycle;
			readonly runOutAt: number;
			readonly without: number | null;
	  }
	/** not used up yet: as many days of usual use, an estimate */
	| { readonly kind: 'days'; readonly cycle: Cycle; readonly days: number };

/** The days of one finding and those around it, beside what is expected. NaN: unknown. */
export interface AnomalyPicture {
	readonly firstDay: number;
	/** interactions; or credits for each interaction; or times the standard price */
	readonly actual: Float64Array;
	/** all three are NaN throughout for what is new */
	readonly expected: Float64Array;
	/** 8 in 10 days lie between */
	readonly low: Float64Array;
	readonly high: Float64Array;
}

export interface AnomalyView {
	readonly of: Of;
	/** '' for everyone and for what is "unassigned" */
	readonly name: string;
	/** the strongest first; none: it is new */
	readonly factors: readonly Factor[];
	/** local days, half-open, and their bounds as instants */
	readonly firstDay: number;
	readonly endDay: number;
	readonly from: number;
	readonly to: number;
	/** above expectation; of what is new all it drew */
	readonly credits: number;
	/** times what was expected; null for what is new */
	readonly times: number | null;
	/** null: no tier was chosen, or the cycle's credits lasted */
	readonly effect: RunOutEffect | null;
	readonly picture: AnomalyPicture;
}

export interface AnomaliesView {
	/** local days that were looked at, half-open */
	readonly firstDay: number;
	readonly endDay: number;
	/** of them known as a whole */
	readonly knownDays: number;
	/** known days before the watched ones: what is usual was learned from both */
	readonly earlierDays: number;
	/** known days that a pattern needs */
	readonly neededDays: number;
	readonly agents: number;
	readonly entities: number;
	/** most credits above expectation first */
	readonly findings: readonly AnomalyView[];
}
