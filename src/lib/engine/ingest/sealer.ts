import { encodeNum } from '../table/block';
import { CaseTable } from '../table/cases';
import type { Codes, Columns } from '../table/columns';
import { sealKeys } from '../table/keys';
import { print128 } from '../table/print';
import { encodeText, type TextColumn } from '../table/text';
import { utf8 } from '../table/utf8';
import { compareRows, type NewNames, type RowBlock } from './builder';
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
	readonly keys: ArrayBuffer;
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

/** Four words a row, in another order. */
function reorderWords(words: Uint32Array, order: Uint32Array): Uint32Array {
	const to = new Uint32Array(order.length * 4);
	for (let row = 0; row < order.length; row++)
		for (let k = 0; k < 4; k++) to[row * 4 + k] = words[(order[row] as number) * 4 + k] as number;
	return to;
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

/** Codes of a dictionary, of which `prints` holds four words a text: 16 bits where all of them fit. */
const narrow = (codes: Uint32Array, prints: Uint32Array): Codes =>
	prints.length / 4 <= 65_536 ? new Uint16Array(codes) : codes.slice();

/** Fingerprints of names by code, four words each, which grow. Code 0 is the empty text. */
class NamePrints {
	#words = new Uint32Array(4 * 64);
	#length = 4;

	add({ prints }: NewNames): void {
		const length = this.#length + prints.length;
		if (length > this.#words.length) {
			const wider = new Uint32Array(Math.max(length, this.#words.length * 2));
			wider.set(this.#words);
			this.#words = wider;
		}
		this.#words.set(prints, this.#length);
		this.#length = length;
	}

	/** A view that is valid until the next `add`. */
	get words(): Uint32Array {
		return this.#words.subarray(0, this.#length);
	}
}

/** Makes the blocks of one file, in their order, into what is stored of them. */
export class Sealer {
	/** names by code, complete for every block sealed */
	readonly names = { agents: [''], entities: [''] };
	readonly #agents = new NamePrints();
	readonly #entities = new NamePrints();
	readonly #outcomes = new NamePrints();
	readonly #cases = new CaseTable();
	readonly #durations: readonly Uint32Array[];

	/** `durations`: the names of further durations, by column */
	constructor(durations: readonly string[]) {
		this.#durations = durations.map((name) => {
			const bytes = utf8(name);
			const print = new Uint32Array(4);
			print128(bytes, 0, bytes.length, print, 0);
			return print;
		});
	}

	/** The rows ascending, as {@link compareRows} says. */
	seal(block: RowBlock): SealedBlock {
		const { rows, agents, entities, outcomes } = block;
		this.#agents.add(agents);
		this.#entities.add(entities);
		this.#outcomes.add(outcomes);
		for (const name of agents.texts) this.names.agents.push(name);
		for (const name of entities.texts) this.names.entities.push(name);
		const codes = new Uint32Array(rows);
		const casePrints = this.#cases.number(block.cases, rows, codes);
		const order = block.sorted ? null : orderRows(block.start, rows, (a, b) => compareRows(block, a, b));
		const prints = {
			agent: this.#agents.words,
			entity: this.#entities.words,
			outcome: this.#outcomes.words,
			cases: order ? reorderWords(casePrints, order) : casePrints,
			durations: this.#durations
		};
		const columns: Columns = {
			rows,
			start: take(block.start, rows, order),
			quantity: take(block.quantity, rows, order),
			kind: take(block.kind, rows, order),
			agent: narrow(take(block.agent, rows, order), prints.agent),
			entity: narrow(take(block.entity, rows, order), prints.entity),
			outcome: narrow(take(block.outcome, rows, order), prints.outcome),
			caseCode: take(codes, rows, order),
			line: take(block.line, rows, order),
			durations: block.durations.map((values) => take(values, rows, order))
		};
		const ids = order ? reorderText(block.ids, order) : block.ids;
		const cases = order ? reorderText(block.cases, order) : block.cases;
		return {
			seq: block.seq,
			rows,
			minStart: columns.start[0] as number,
			maxStart: columns.start[rows - 1] as number,
			num: encodeNum(columns),
			text: encodeText({ rows, columns: [ids, cases] }),
			keys: sealKeys(columns, ids, prints)
		};
	}

	/** The layer's record of cases; the sealer ends. */
	finish(): ArrayBuffer {
		return this.#cases.encode();
	}
}
