import type { Contract } from '$lib/engine/ledger/contract';
import { termOf } from '$lib/engine/ledger/terms';
import type { Context } from '$lib/workers/api';

/** What is wrong with a term: one of its two values is missing, or it was over before usage ends. */
export type TermComplaint = 'half' | 'over';

/**
 * What is wrong with a contract's term as it is edited. One that was stored may run out with time, and is left alone.
 * `context`: what is known of usage; null: none, and then no term is over (the clock does not say so).
 */
export function termComplaint(
	contract: Contract,
	stored: Contract,
	context: Context | null
): TermComplaint | null {
	const { termMonths, termStart } = contract;
	if ((termMonths === null) !== (termStart === null)) return 'half';
	if (termMonths === stored.termMonths && termStart === stored.termStart) return null;
	const term = context && termOf(contract, { zone: context.zone, anchorDay: contract.cycleAnchorDay });
	return term && term.end <= context.asOf ? 'over' : null;
}
