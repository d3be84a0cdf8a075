/**
 * Ledger order (domain.md §4): by start; ties by content, never by file or row. Rows that agree in start, channel,
 * rated quantity and class draw the same credits at the same instant, so no figure of the ledger depends on the keys
 * after those: bulk code sorts by the four numbers ({@link compareDrawn}) and leaves names to where a list is shown
 * or where they decide something (a trial's last interaction).
 */
export interface LedgerRow {
	readonly start: number;
	readonly voice: boolean;
	/** chat: messages; voice: rated duration in ms */
	readonly quantity: number;
	/** class as rated */
	readonly premium: boolean;
	readonly agent: string;
	readonly entity: string;
	readonly id: string;
}

/** Text by UTF-16 code units. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The keys that figures depend on: start, chat before voice, fewer or shorter, standard before premium. */
export function compareDrawn(
	a: Omit<LedgerRow, 'agent' | 'entity' | 'id'>,
	b: Omit<LedgerRow, 'agent' | 'entity' | 'id'>
): number {
	return (
		a.start - b.start ||
		Number(a.voice) - Number(b.voice) ||
		a.quantity - b.quantity ||
		Number(a.premium) - Number(b.premium)
	);
}

/** Whole ledger order. */
export function compareLedger(a: LedgerRow, b: LedgerRow): number {
	return (
		compareDrawn(a, b) ||
		compareText(a.agent, b.agent) ||
		compareText(a.entity, b.entity) ||
		compareText(a.id, b.id)
	);
}
