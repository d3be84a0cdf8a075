import { encodeNum } from '../table/block';
import { CaseTable } from '../table/cases';
import type { Codes, Columns } from '../table/columns';
import { repeatsOf } from '../table/repeats';
import { encodeText, type TextColumn } from '../table/text';
import { compareRows, type RowBlock } from './builder';
import { orderRows } from './order';

/** A block that is ready to be stored; the buffers belong to the receiver. */
export interface SealedBlock {
	/** 0, 1, 2 … in the order of the file */
	readonly seq: number;
	readonly rows: number;
	/** ms since 1970 UTC */
	readonly minStart: number;
	readonly maxStart: number;
	readonly num: ArrayBuffer;
	readonly text: ArrayBuffer;
}

/** The rows of a text column in another order. */
function reorderText({ offsets, bytes }: TextColumn, order: Uint32Array): TextColumn {
	const rows = order.length;
	const toOffsets = new Uint32Array(rows + 1);
	const toBytes = new Uint8Array(offsets[rows] as number);
	let at = 0;
	for (let row = 0; row < rows; row++) {
		const from = order[row] as number;
		const end = offsets[from + 1] as number;
		for (let p = offsets[from] as number; p < end; p++) toBytes[at++] = bytes[p] as number;
		toOffsets[row + 1] = at;
	}
	return { offsets: toOffsets, bytes: toBytes };
}

/** The first `rows` values, or those in `order`. */
function take<T extends Float64Array | Uint32Array | Uint8Array>(
	values: T,
	rows: number,
	order: Uint32Array | null
): T {
	if (!order) return values.subarray(0, rows) as T;
	const taken = values.slice(0, rows) as T;
	for (let row = 0; row < rows; row++) taken[row] = values[order[row] as number] as number;
	return taken;
}

/** Codes of a dictionary of so many texts: 16 bits where all of them fit. */
const narrow = (codes: Uint32Array, texts: number): Codes =>
	texts <= 65_536 ? new Uint16Array(codes) : codes.slice();

/** Makes the blocks of one file, in their order, into what is stored of them. */
export class Sealer {
	/** names by code, complete for every block sealed */
	readonly names = { agents: [''], entities: [''] };
	/** so many texts, the empty one included */
	#outcomes = 1;
	readonly #cases: CaseTable;
	/** rows that are another row of their block once more, see {@link repeatsOf} */
	repeats = 0;

	/** `expected`: about how many rows there will be */
	constructor(expected = 0) {
		this.#cases = new CaseTable(expected);
	}

	/** The rows ascending, as {@link compareRows} says. `columns`: as they are stored, while the block's memory is here. */
	seal(block: RowBlock): { readonly sealed: SealedBlock; readonly columns: Columns } {
		const { rows, agents, entities, outcomes } = block;
		for (const name of agents) this.names.agents.push(name);
		for (const name of entities) this.names.entities.push(name);
		this.#outcomes += outcomes.length;
		const codes = new Uint32Array(rows);
		this.#cases.number(block.cases, rows, codes);
		const order = block.sorted ? null : orderRows(block.start, rows, (a, b) => compareRows(block, a, b));
		const columns: Columns = {
			rows,
			start: take(block.start, rows, order),
			quantity: take(block.quantity, rows, order),
			kind: take(block.kind, rows, order),
			agent: narrow(take(block.agent, rows, order), this.names.agents.length),
			entity: narrow(take(block.entity, rows, order), this.names.entities.length),
			outcome: narrow(take(block.outcome, rows, order), this.#outcomes),
			caseCode: take(codes, rows, order),
			line: take(block.line, rows, order),
			durations: block.durations.map((values) => take(values, rows, order))
		};
		const ids = order ? reorderText(block.ids, order) : block.ids;
		const cases = order ? reorderText(block.cases, order) : block.cases;
		this.repeats += repeatsOf(columns, ids);
		const sealed = {
			seq: block.seq,
			rows,
			minStart: columns.start[0] as number,
			maxStart: columns.start[rows - 1] as number,
			num: encodeNum(columns),
			text: encodeText({ rows, columns: [ids, cases] })
		};
		return { sealed, columns };
	}
}
