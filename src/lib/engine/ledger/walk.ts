import type { DrawnRows } from './drawnRows';
import { LedgerMachine, type LedgerResult } from './machine';
import type { LedgerTerms, TermsChange } from './terms';

/**
 * Draws rows in ledger order with the changes from number `next` on in between, each before the first row that
 * starts at or after it. Returns the number of the first change that is still to come.
 */
export function drawRows(
	machine: LedgerMachine,
	rows: DrawnRows,
	changes: readonly TermsChange[],
	next: number
): number {
	let change = changes[next];
	for (let r = 0; r < rows.count; r++) {
		const start = rows.start[r] as number;
		while (change !== undefined && change.at <= start) {
			machine.change(change);
			change = changes[++next];
		}
		machine.draw(start, rows.duration[r] as number, rows.units[r] as number);
	}
	return next;
}

/** The ledger of a cycle from all its metered rows, in ledger order: the definition that {@link replay} speeds up. */
export function walk(terms: LedgerTerms, rows: DrawnRows): LedgerResult {
	const machine = new LedgerMachine(terms);
	const next = drawRows(machine, rows, terms.changes, 0);
	for (const change of terms.changes.slice(next)) machine.change(change);
	return machine.finish();
}
