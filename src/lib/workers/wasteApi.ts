/** What may be saved; types only. Units as in api.ts, money exact as decimal text. */
import type { Lever } from '../engine/explore/waste';
import type { Channel, MoneyText } from '../engine/rating';
import type { Cycle } from '../engine/time';

export type { Lever } from '../engine/explore/waste';

/** Which plan would have done in whole past cycles. */
export interface TierNeed {
	/** the smallest tier on which agents would never have stopped, with overage off; null: none, or no whole cycle */
	readonly smallest: number | null;
	/** the tier that would have cost least with overage on; null: no price is known, or no whole cycle */
	readonly cheapest: { readonly includedCredits: number; readonly total: MoneyText } | null;
}

export interface LeverView {
	readonly lever: Lever;
	/** of all cycles */
	readonly credits: number;
	readonly interactions: number;
	readonly byCycle: readonly number[];
	/** most credits first, at most five; '' is "unassigned" */
	readonly agents: readonly { readonly name: string; readonly credits: number }[];
	/** without it */
	readonly need: TierNeed;
}

/** A register entry in force that nothing was done with for four weeks or longer. */
export interface IdleEntry {
	readonly agent: string;
	readonly entity: string | null;
	readonly channel: Channel | null;
	/** start of its last interaction; null: it never had one */
	readonly last: number | null;
	/** its licence; null: no price was entered */
	readonly pricePerCycle: MoneyText | null;
}

export interface WasteView {
	/** cycles that are complete and known as a whole; or the running one alone, as far as it is known */
	readonly cycles: readonly Cycle[];
	readonly whole: boolean;
	/** metered credits of all of them */
	readonly credits: number;
	/** some of their days are kept as sums, which do not say what was wasted */
	readonly summed: boolean;
	readonly need: TierNeed;
	/** most credits first */
	readonly levers: readonly LeverView[];
	readonly idle: readonly IdleEntry[];
	/** of the latest version of the card */
	readonly shortCallSeconds: number;
	/** calls that are less longer than that count as just above it */
	readonly justAboveSeconds: number;
	/** what makes a run of short calls */
	readonly repeats: { readonly calls: number; readonly seconds: number; readonly minutes: number };
}
