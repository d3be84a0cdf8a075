/** One cycle as it is known, and its ledger; types only. */
import type { Contract, Overage } from '../engine/ledger/contract';
import type { RateCard } from '../engine/rating/card';
import type { Cycle, ZoneTable } from '../engine/time';
import type { PerSeries } from './series';

export type CostLineKind = 'tier' | 'overage' | 'extraAgents' | 'licence' | 'oneOffFee' | 'tax';
export type MissingPrice = 'tierPrice' | 'overagePrice' | 'extraAgentPrice' | 'oneOffFee' | 'cardCurrency';

export interface CostView {
	readonly currency: string;
	readonly total: string | null;
	readonly lines: readonly { readonly kind: CostLineKind; readonly name?: string; readonly amount: string }[];
	readonly missing: readonly MissingPrice[];
}

/** The ledger of one cycle under one plan (formats.md §5 LEDGER). */
export interface LedgerView {
	readonly includedCredits: number;
	readonly overage: Overage;
	readonly runOutAt: number | null;
	/** it falls into a day that is kept as a sum, and is that day's first instant */
	readonly runOutPrecision?: 'day';
	readonly stops: readonly { readonly from: number; readonly to: number }[];
	readonly includedUsed: number;
	readonly overageCredits: number;
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
	readonly excessUnbilled: number;
	readonly expiredCredits: number;
	readonly cost: CostView;
}

/** What every screen needs to say where it stands. */
export interface Context {
	readonly zone: ZoneTable;
	/** the instant up to which usage is known */
	readonly asOf: number;
	readonly interactions: number;
	/** cycles with usage or between them, ascending; the last is the cycle of the as-of */
	readonly cycles: readonly Cycle[];
	readonly contract: Contract;
	/** the version of the contract's card in force at the chosen cycle's start */
	readonly card: RateCard;
	/** what is answered from: imported rows, meter readings alone, or assumptions, for which none of it is known */
	readonly source: 'rows' | 'readings' | 'assumed';
	readonly sample: boolean;
	/** rows lie inside a stop of the contract's own ledger: it was not the one in force */
	readonly contractContradicted: boolean;
}

/** The known part of one cycle. */
export interface CycleView {
	readonly context: Context;
	readonly cycle: Cycle;
	readonly complete: boolean;
	/** cumulative metered credits: a step function, ascending, starts at (cycle.start, 0) */
	readonly line: { readonly at: Float64Array; readonly credits: Float64Array };
	/** metered credits per local day of the cycle, known days only (the last may be partial) */
	readonly days: { readonly firstDay: number; readonly credits: PerSeries<Float64Array> };
	readonly used: number;
	readonly bySeries: PerSeries<number>;
	readonly interactions: number;
	/** the days of the cycle before this instant are kept as sums; null: all of it as rows */
	readonly byDayUntil: number | null;
	/** in-force ledger of the contract with its changes; null without a tier */
	readonly inForce: LedgerView | null;
	/** every tier ascending × off, on, and capped when the contract has a cap at the cycle's start */
	readonly plans: readonly LedgerView[];
	/** stretches in which agents were stopped and demand is unknown */
	readonly censored: readonly { readonly from: number; readonly to: number }[];
	/** meter readings of the cycle beside what the rows say by then */
	readonly readings: readonly {
		readonly at: number;
		readonly creditsUsed: number;
		readonly byRows: number | null;
	}[];
}

// ---------------------------------------------------------------- settings file
