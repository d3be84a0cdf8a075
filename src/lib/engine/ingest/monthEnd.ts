import { cycleOf, type Cycle, type CycleRule, type ZoneTable } from '../time';

/** A block of fewer rows than this part of the most ends with no month: what is stored of each has its price. */
const FEWEST = 1 / 8;
/** Rows go from one month to another that often in a block that is in no order of time: it ends when it is full. */
const MOST_TURNS = 16;

/** Tells where a block ends with a month of the contract's zone, so that a question of a month reads no rows of another. */
export class MonthEnd {
	readonly #rule: CycleRule;
	readonly #fewest: number;
	#month: Cycle = { start: 0, end: 0 };
	#turns = 0;

	/** `blockRows`: the most rows of a block */
	constructor(zone: ZoneTable, blockRows: number) {
		this.#rule = { zone, anchorDay: 1 };
		this.#fewest = FEWEST * blockRows;
	}

	/** True: the block in hand, of so many rows, ends before the row that starts at the instant. Asked of each row in turn. */
	before(start: number, rows: number): boolean {
		if (start >= this.#month.start && start < this.#month.end) return false;
		if (rows === 0) this.#turns = 0;
		if (this.#turns > MOST_TURNS) return false;
		this.#turns++;
		this.#month = cycleOf(this.#rule, start);
		return rows > 0 && rows >= this.#fewest;
	}
}
