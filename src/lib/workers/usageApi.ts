/** Who used what; types only. Units as in api.ts, but for figures that are summed on screen: those are exact integers. */
import type { RegisterEntry } from '../engine/rating';
import type { AgentSums, UsageSums } from '../engine/rollup';
import type { Cycle } from '../engine/time';

export type { UsageSums } from '../engine/rollup';

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
	readonly cycle: Cycle;
	/** in code-unit order of entity and agent */
	readonly rows: readonly UsageRow[];
	/** below which a call is non-billable, in all versions of the card alike; 0: none is; null: versions differ */
	readonly shortCallSeconds: number | null;
}
