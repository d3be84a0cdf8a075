/** Who used what; types only. Units as in api.ts, but for figures that are summed on screen: those are exact integers. */
import type { Channel, RegisterEntry } from '../engine/rating';
import type { AgentSums, HistorySums, UsageSums } from '../engine/rollup';
import type { Cycle } from '../engine/time';

export type { HistorySums, UsageSums } from '../engine/rollup';

/** Exact sums: engine/rating/credits makes credits and minutes of them. */
export interface UsageFigures extends UsageSums {
	/** distinct cases of chats; null for calls, of which none are counted */
	readonly cases: number | null;
}

/** One entity × agent with interactions of the channel (domain.md §6); '' where no name is known. */
export interface UsageRow extends Omit<AgentSums, 'thisCycle' | 'sinceActivation'> {
	readonly entry: RegisterEntry | null;
	/** the cycle asked for, all of it, before activation too */
	readonly thisCycle: UsageFigures;
	/** from the activation to the as-of */
	readonly sinceActivation: UsageFigures;
}

/** Everyone's figures on one channel, in one cycle and since activation. */
export interface UsageView {
	readonly channel: Channel;
	readonly cycle: Cycle;
	/** in code-unit order of entity and agent */
	readonly rows: readonly UsageRow[];
	/** below which a call is non-billable, in all versions of the card alike; 0: none is; null: versions differ */
	readonly shortCallSeconds: number | null;
}

/** What the figures of a month are divided by. */
export type HistoryBy = 'agent' | 'entity' | 'channel' | 'class';

/** Every month's figures, in exact sums. */
export interface HistoryView {
	readonly by: HistoryBy;
	/** ascending */
	readonly cycles: readonly {
		readonly cycle: Cycle;
		/** it is over, and the files cover all of it */
		readonly whole: boolean;
		/** agents were stopped in a part of it: demand was higher, unknown by how much */
		readonly censored: boolean;
	}[];
	/** agents or entities ('' where no name is known); voice and chat; or standard and premium */
	readonly names: readonly string[];
	/** names × cycles */
	readonly sums: HistorySums;
	/** the four channel × class series × cycles */
	readonly series: HistorySums;
}
