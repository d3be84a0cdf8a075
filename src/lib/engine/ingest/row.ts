import type { Decode } from '../table/text';
import { NamesRow } from './namesRow';
import { Reports, type NoticeCode, type RowProblemCode } from './problems';
import { totalsField } from './totalsRow';

/** Reasons by which the last row of a report, with the sums of the others, is no row of usage. */
const UNLIKE_A_ROW: ReadonlySet<RowProblemCode> = new Set(['ragged', 'missing', 'badDate', 'unknownAuthor']);

/** The row in hand, the field that was turned to last, and what is reported of rows. */
export class Row {
	bytes: Uint8Array = new Uint8Array(0);
	starts: Int32Array = new Int32Array(0);
	ends: Int32Array = new Int32Array(0);
	line = 0;
	/** the field in hand */
	from = 0;
	to = 0;
	/** it was found to have nothing in it */
	empty = false;
	/** line of the first row with names of other columns, below which nothing is what it seems; 0: there was none */
	otherNamesAt = 0;
	readonly problems: Reports<RowProblemCode>;
	readonly notices: Reports<NoticeCode>;
	/** of rows that were kept: they may sum up others */
	readonly doubts: Reports<'totals'>;
	readonly #header: readonly string[];
	readonly #names: NamesRow;
	/** notices count when the row is kept */
	readonly #pending: { code: NoticeCode; column: number }[] = [];

	constructor(header: readonly string[], decode: Decode) {
		this.#header = header;
		this.#names = new NamesRow(header);
		this.problems = new Reports(decode);
		this.notices = new Reports(decode);
		this.doubts = new Reports(decode);
	}

	/** Fields of the header. */
	get width(): number {
		return this.#header.length;
	}

	/** Turns to a field; true if there is anything in it. */
	at(column: number): boolean {
		this.from = this.starts[column] as number;
		this.to = this.ends[column] as number;
		return this.from < this.to;
	}

	/** Takes `="…"` off the field in hand, which keeps spreadsheets from reading a number in it. */
	unwrap(): void {
		const { bytes, from, to } = this;
		if (bytes[from] !== 61 || to - from < 4 || bytes[from + 1] !== 34 || bytes[to - 1] !== 34) return;
		this.from += 2;
		this.to--;
	}

	/** Turns to no field: what is reported then has no value. */
	atNothing(): void {
		this.from = this.to = 0;
	}

	isBlank(): boolean {
		for (let k = 0; k < this.#header.length; k++) if (this.starts[k] !== this.ends[k]) return false;
		return true;
	}

	/**
	 * A row of another width: fields beyond the header may be there if they are empty (a delimiter at the line's end).
	 * False: it was reported, or is `empty`.
	 */
	fits(count: number): boolean {
		const fields = Math.min(count, this.starts.length);
		let last = fields - 1;
		while (last >= 0 && this.starts[last] === this.ends[last]) last--;
		this.empty = last < 0;
		if (this.empty) return false;
		if (count > this.width && last < this.width && fields === count) return true;
		this.from = this.starts[0] as number;
		this.to = this.ends[fields - 1] as number;
		this.problem('ragged', -1, '', fields);
		return false;
	}

	/** Reports the row, of so many `fields`; always NaN, which stands for a value that could not be read. */
	problem(reason: RowProblemCode, column: number, field = '', fields = this.width): number {
		if (UNLIKE_A_ROW.has(reason) && this.#isNoData(Math.min(fields, this.width))) return NaN;
		const name = column < 0 ? field : (this.#header[column] ?? field);
		this.tell(this.problems, reason, name);
		return NaN;
	}

	/** True where the row sums up the others or has names of columns, and was reported as that. */
	#isNoData(fields: number): boolean {
		const totals = totalsField(this.bytes, this.starts, this.ends, fields);
		const holds = totals < 0 ? this.#names.read(this.bytes, this.starts, this.ends, fields) : 'data';
		if (totals < 0 && holds === 'data') return false;
		if (holds === 'otherNames' && this.otherNamesAt === 0) this.otherNamesAt = this.line;
		this.at(Math.max(0, totals));
		this.tell(this.problems, totals < 0 ? 'names' : 'totals');
		return true;
	}

	/** Adds the row with the field in hand to some reports; `name`: its column, none where the row as a whole is meant. */
	tell<Code extends string>(reports: Reports<Code>, reason: Code, name = ''): void {
		reports.add(reason, this.line, name, this.bytes, this.from, this.to);
	}

	/** Something to be said of the row, if it is kept. */
	note(code: NoticeCode, column: number): void {
		this.#pending.push({ code, column });
	}

	/** The row is kept, or is not: what was to be said of it is said, or is not. */
	settle(kept: boolean): void {
		if (this.#pending.length === 0) return;
		if (kept)
			for (const { code, column } of this.#pending) {
				this.at(column);
				this.tell(this.notices, code, this.#header[column]);
			}
		this.#pending.length = 0;
	}
}
