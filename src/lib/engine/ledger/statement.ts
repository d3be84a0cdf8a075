import type { LedgerEntry, LedgerResult } from './machine';

/** One line of a cycle's statement, in units: what comes in is positive, what goes out negative. */
export interface StatementLine {
	/** `used`: drawn in `[from, to)`; any other is an instant */
	readonly kind: 'used' | LedgerEntry['kind'];
	readonly from: number;
	readonly to: number;
	readonly units: number;
	/** included units left after it */
	readonly balance: number;
}

/**
 * A cycle's included credits as an account: granted and bought ones in, used and expired ones out, so that the lines
 * sum to zero and each balance is that of the ledger. What was used up to the first event is split by day.
 * @param days first instants of the cycle's days but the first, ascending
 * @param drawnUntil metered units of the cycle that began before an instant
 */
export function statement(
	{ cycle, entries }: LedgerResult,
	days: readonly number[],
	drawnUntil: (instant: number) => number
): StatementLine[] {
	const lines: StatementLine[] = [];
	let [at, balance] = [cycle.start, 0];
	const used = (to: number, units: number) => {
		if (units === 0) return;
		balance -= units;
		lines.push({ kind: 'used', from: at, to, units: -units, balance });
	};
	for (const entry of entries) {
		const units = entry.kind === 'expired' ? 0 - entry.units : entry.units;
		const drawn = balance - (entry.balance - units);
		let soFar = 0;
		// Up to the first event all demand is of the included credits, but for the call that reaches their end.
		if (at === cycle.start)
			for (const day of days) {
				if (day >= entry.at) break;
				const until = Math.min(drawn, drawnUntil(day));
				used(day, until - soFar);
				[soFar, at] = [until, day];
			}
		used(entry.at, drawn - soFar);
		balance = entry.balance;
		lines.push({ kind: entry.kind, from: entry.at, to: entry.at, units, balance });
		at = entry.at;
	}
	return lines;
}
