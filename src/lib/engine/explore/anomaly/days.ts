/** What a finding is about: everyone's use, an agent's, or that at an entity. */
export type Of = 'agent' | 'entity' | 'all';

/**
 * One series by local day. Credits are the product of three factors, each of which may be out of pattern:
 * interactions × size (`base / interactions`) × price (`units / base`).
 */
export interface DaySeries {
	readonly of: Of;
	/** '' for everyone, and for what is "unassigned" */
	readonly name: string;
	readonly interactions: Float64Array;
	/** units if every interaction were of the standard class */
	readonly base: Float64Array;
	/** metered units */
	readonly units: Float64Array;
}

export interface UsageDays {
	/** local day number of the first entry */
	readonly firstDay: number;
	/** by day: 1 where it is covered as a whole and nothing stood still */
	readonly known: Uint8Array;
	/** what may be found in, all columns as long as `known` */
	readonly series: readonly DaySeries[];
	/** index of the first day that findings are looked for in; those before only say what is usual */
	readonly watchFrom: number;
}

export type Factor = 'interactions' | 'size' | 'price';
export const FACTORS: readonly Factor[] = ['interactions', 'size', 'price'];

/** Days that must be known before a series has a pattern. */
export const PATTERN_DAYS = 28;
