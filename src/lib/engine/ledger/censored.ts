import type { Cycle } from '../time';
import type { LedgerResult } from './machine';

/**
 * The stretches whose demand is unknown (domain.md §4): stops of the contract's own ledger without any metered
 * interaction in them, and those the user marks. Ascending; where they overlap, joined.
 */
export function censoredStretches(
	inForce: readonly LedgerResult[],
	marked: readonly { readonly from: number; readonly to: number }[]
): { from: number; to: number }[] {
	const own = inForce.flatMap(({ stops }) => stops.filter(({ interactions }) => interactions === 0));
	const joined: { from: number; to: number }[] = [];
	for (const { from, to } of [...own, ...marked].sort((a, b) => a.from - b.from || a.to - b.to)) {
		const last = joined[joined.length - 1];
		if (last && from < last.to) last.to = Math.max(last.to, to);
		else if (from < to) joined.push({ from, to });
	}
	return joined;
}

/**
 * Cycles in which metered interactions lie inside a stop of the contract's own ledger: the contract entered was not
 * the one in force, and the rows are read as they are.
 */
export function contradictedCycles(inForce: readonly LedgerResult[]): Cycle[] {
	return inForce
		.filter(({ stops }) => stops.some(({ interactions }) => interactions > 0))
		.map(({ cycle }) => cycle);
}
