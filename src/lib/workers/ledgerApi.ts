/** The account of one cycle; types only. Units (1/60,000 credit), exact, since they are summed on screen. */
import type { StatementLine } from '../engine/ledger';
import type { Overage } from '../engine/ledger/contract';
import type { Cycle } from '../engine/time';
import type { PerSeries } from './series';

export type { StatementLine } from '../engine/ledger';

/** The plan on screen. */
export interface LedgerPlan {
	readonly tier: number;
	readonly overage: Overage;
}

export interface LedgerStatement {
	readonly cycle: Cycle;
	/** the cycle is over: what was left has expired */
	readonly complete: boolean;
	/** ascending; they sum to zero */
	readonly lines: readonly StatementLine[];
	/** metered, served or not */
	readonly demand: PerSeries<number>;
	/** of the demand, beyond the included credits */
	readonly overage: number;
	readonly unserved: number;
	readonly excess: number;
}
