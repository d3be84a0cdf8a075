/** Calls and chats one by one, sorted, filtered, brushed and explained; types only. Units as in api.ts. */
import type { BrushIndex, Explanation, ViewName } from '../engine/explore/rows';
import type { Channel, InteractionClass, Licence, VoiceRounding } from '../engine/rating';
import type { Cycle } from '../engine/time';

export type { ViewName } from '../engine/explore/rows';

/** `[from, to)`; null: no end */
export interface Range {
	readonly from: number;
	readonly to: number | null;
}

/** Which interactions are meant: all that is given has to hold. Null: all. Names as in the file, '' for none. */
export interface CallsFilter {
	/** instants */
	readonly time: Range | null;
	/** hours of the local week, 24 × weekday (Monday first) + hour */
	readonly hours: readonly number[] | null;
	readonly channel: Channel | null;
	readonly class: InteractionClass | null;
	readonly agents: readonly string[] | null;
	readonly entities: readonly string[] | null;
	readonly licence: Licence | null;
	/** of calls, in seconds: chats are left out */
	readonly length: Range | null;
	/** what was drawn */
	readonly credits: Range | null;
	/** calls under the short-call threshold, or all but those */
	readonly short: boolean | null;
}

export type CallsSort = 'time' | 'length' | 'credits';

export interface CallsAsk {
	readonly filter: CallsFilter;
	readonly sort: CallsSort;
	readonly descending: boolean;
}

/** A list in its order, with its first lines. Others are asked for as they come into sight. */
export interface CallsView {
	/** what the list is called until the next is asked for */
	readonly list: number;
	readonly interactions: number;
	readonly credits: number;
	/** interactions of which only their day's sum is kept: none of them is in any list */
	readonly summed: number;
	/** its first lines, as many as were asked for */
	readonly first: readonly CallRow[];
}

export interface CallRow {
	readonly start: number;
	readonly channel: Channel;
	readonly premium: boolean;
	readonly licence: Licence;
	/** chat: messages; voice: the rated duration in ms */
	readonly quantity: number;
	/** of a call */
	readonly billableSeconds: number;
	/** a call under the short-call threshold */
	readonly short: boolean;
	/** drawn; none where the licence is not metered */
	readonly credits: number;
	readonly agent: string;
	readonly entity: string;
}

/** Why an interaction costs what it costs, and where it stands. */
export interface CallExplanation {
	readonly row: CallRow;
	readonly outcome: string;
	readonly file: { readonly name: string; readonly line: number };
	/** `since`: local date; null: its only version */
	readonly card: { readonly name: string; readonly since: string | null; readonly rounding: VoiceRounding };
	readonly classFrom: Explanation['classFrom'];
	/** it began before the activation that the register gives */
	readonly early: boolean;
	/** credits of one message, or of one billable minute */
	readonly rate: number;
	/** what it draws, or would draw if it were metered */
	readonly credits: number;
	readonly cycle: Cycle;
	/** included credits left before and after; what went beyond them */
	readonly balance: {
		readonly before: number;
		readonly after: number;
		readonly overage: number;
		readonly unserved: number;
		readonly excess: number;
	} | null;
	/** the other interactions of its case: how many, and the first of them */
	readonly others: { readonly count: number; readonly rows: readonly CallRow[] };
}

/** Every view's sums for every brush of one of them (engine/explore/rows/brush.ts answers from it). */
export interface CallsBrush extends BrushIndex {
	readonly active: ViewName;
	/** the first local day, and how many */
	readonly firstDay: number;
	readonly days: number;
	/** names of the bins but the last, which holds all others, `more` of them */
	readonly agents: { readonly names: readonly string[]; readonly more: number };
	readonly entities: { readonly names: readonly string[]; readonly more: number };
	/** bins of call lengths of 5 s; then one of longer calls, and one of chats */
	readonly lengths: number;
}
