import type { LeaveOut, LeaveRule } from './mapping';
import type { Row } from './row';
import { leaveReader, UNKNOWN_WORD, type WordReader } from './words';

/** Leaves rows out by what a column says of them, and counts them by rule. */
export class RowFilter {
	readonly counts = new Map<LeaveRule, number>();
	total = 0;
	readonly #rules: readonly (LeaveOut & { readonly reader: WordReader })[];

	constructor(rules: readonly LeaveOut[]) {
		this.#rules = rules.map((rule) => ({ ...rule, reader: leaveReader(rule.rule) }));
	}

	/**
	 * False: the row is left out by a rule, and was counted, or its author is nobody we know, and it was reported. What
	 * the other rules do not know stays.
	 */
	passes(row: Row): boolean {
		for (const { rule, column, reader } of this.#rules) {
			const some = row.at(column);
			const word = some ? reader.read(row.bytes, row.from, row.to) : UNKNOWN_WORD;
			if (word === 0) continue;
			if (word !== UNKNOWN_WORD) {
				this.total++;
				this.counts.set(rule, (this.counts.get(rule) ?? 0) + 1);
				return false;
			}
			if (rule === 'author') {
				row.problem(some ? 'unknownAuthor' : 'missing', column);
				return false;
			}
		}
		return true;
	}
}
