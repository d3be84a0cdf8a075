import { creditsOfUnits, UNITS_PER_CREDIT } from '../rating/credits';
import { formatInstant } from '../time';
import type { Overage } from './contract';
import type { Cost } from './cost';
import type { LedgerResult } from './machine';

/** LEDGER of formats.md §5. */
export interface LedgerFigures {
	readonly includedCredits: number;
	readonly overage: Overage;
	readonly runOutAt: string | null;
	/** from a summary only */
	readonly runOutPrecision?: 'day';
	readonly stops: readonly { readonly from: string; readonly to: string }[];
	readonly includedUsed: number;
	readonly overageCredits: number;
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
	readonly excessUnbilled: number;
	readonly expiredCredits: number;
	readonly cost: Cost;
}

/** A ledger as it is reported: credits one by one half-even to 4 places. */
export function ledgerFigures(result: LedgerResult, cost: Cost): LedgerFigures {
	return {
		includedCredits: result.granted / UNITS_PER_CREDIT,
		overage: result.policy,
		runOutAt: result.runOutAt === null ? null : formatInstant(result.runOutAt),
		...(result.runOutToTheDay ? { runOutPrecision: 'day' } : {}),
		stops: result.stops.map(({ from, to }) => ({ from: formatInstant(from), to: formatInstant(to) })),
		includedUsed: creditsOfUnits(result.includedUsed),
		overageCredits: creditsOfUnits(result.overage),
		unservedCredits: creditsOfUnits(result.unserved),
		unservedInteractions: result.unservedInteractions,
		excessUnbilled: creditsOfUnits(result.excess),
		expiredCredits: creditsOfUnits(result.expired),
		cost
	};
}
