import type { Codes, Columns } from '../table/columns';
import { KIND_VOICE } from '../table/columns';
import { encodeNum } from '../table/block';
import { encodeKeys, fingerprintRows, type Prints } from '../table/keys';
import { encodeText, type TextColumn } from '../table/text';
import { validUtf8 } from '../table/utf8';
import { wordsOf } from '../table/words';
import { orderRows } from './order';
import type { CaseTable } from '../table/cases';

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

/** In a word of four bytes: some byte is not ASCII. */
const NOT_ASCII = 0x80808080 | 0;

/** A text column that grows. What was `put` counts when the row is kept. */
class TextHeap {
	readonly offsets: Uint32Array;
	bytes = new Uint8Array(1 << 16);
	#words = new DataView(this.bytes.buffer);
	#end = 0;

	constructor(capacity: number) {
		this.offsets = new Uint32Array(capacity + 1);
	}

	/** False, and nothing put, where the bytes are no UTF-8. */
	put(row: number, from: Uint8Array, start: number, end: number): boolean {
		const at = this.offsets[row] as number;
		const length = end - start;
		if (at + length + 4 > this.bytes.length) this.#grow(at + length + 4);
		let seen = 0;
		if (end + 4 <= from.length) {
			// Four bytes at a time, up to three of them beyond the text: the next one is written over these.
			const words = wordsOf(from);
			const to = this.#words;
			for (let k = 0; k < length; k += 4) {
				const word = words.getInt32(start + k, true);
				seen |= word;
				to.setInt32(at + k, word, true);
			}
		} else {
			seen = NOT_ASCII;
			this.bytes.set(from.subarray(start, end), at);
		}
		this.#end = at + length;
		return (seen & NOT_ASCII) === 0 || validUtf8(from, start, end) === end;
	}

	keep(row: number): void {
		this.offsets[row + 1] = this.#end;
	}

	#grow(needed: number): void {
		const wider = new Uint8Array(Math.max(needed, this.bytes.length * 2));
		wider.set(this.bytes);
		this.bytes = wider;
		this.#words = new DataView(wider.buffer);
	}
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

/** Collects up to a block of rows as they come, and seals them ascending by start. */
export class BlockBuilder {
	/** rows in hand */
	rows = 0;
	readonly ids: TextHeap;
	readonly cases: TextHeap;
	/** further durations of the row in hand: filled before `add` */
	readonly further: Float64Array;
	readonly #capacity: number;
	readonly #start: Float64Array;
	readonly #quantity: Uint32Array;
	readonly #kind: Uint8Array;
	readonly #agent: Uint32Array;
	readonly #entity: Uint32Array;
	readonly #outcome: Uint32Array;
	readonly #caseCode: Uint32Array;
	readonly #line: Uint32Array;
	readonly #durations: readonly Uint32Array[];
	#sorted = true;
	#sealed = 0;

	constructor(capacity: number, durations: number) {
		this.#capacity = capacity;
		this.ids = new TextHeap(capacity);
		this.cases = new TextHeap(capacity);
		this.further = new Float64Array(durations);
		this.#start = new Float64Array(capacity);
		this.#quantity = new Uint32Array(capacity);
		this.#kind = new Uint8Array(capacity);
		this.#agent = new Uint32Array(capacity);
		this.#entity = new Uint32Array(capacity);
		this.#outcome = new Uint32Array(capacity);
		this.#caseCode = new Uint32Array(capacity);
		this.#line = new Uint32Array(capacity);
		this.#durations = Array.from({ length: durations }, () => new Uint32Array(capacity));
	}

	/** Keeps a row whose id and case were `put`. True: the block is full and must be sealed. */
	add(
		start: number,
		quantity: number,
		kind: number,
		agent: number,
		entity: number,
		outcome: number,
		line: number
	): boolean {
		const row = this.rows;
		this.#start[row] = start;
		this.#quantity[row] = quantity;
		this.#kind[row] = kind;
		this.#agent[row] = agent;
		this.#entity[row] = entity;
		this.#outcome[row] = outcome;
		this.#line[row] = line;
		for (let k = 0; k < this.#durations.length; k++) {
			(this.#durations[k] as Uint32Array)[row] = this.further[k] as number;
		}
		this.ids.keep(row);
		this.cases.keep(row);
		if (this.#sorted && row > 0) this.#sorted = this.#compare(row - 1, row) <= 0;
		this.rows = row + 1;
		return this.rows === this.#capacity;
	}

	/** Order of two rows: by start; ties as the ledger takes them, as far as the file says; then as in the file. */
	#compare(a: number, b: number): number {
		return (
			(this.#start[a] as number) - (this.#start[b] as number) ||
			((this.#kind[a] as number) & KIND_VOICE) - ((this.#kind[b] as number) & KIND_VOICE) ||
			(this.#quantity[a] as number) - (this.#quantity[b] as number) ||
			a - b
		);
	}

	/** The rows in hand as a block; the builder is empty again. There must be at least one. */
	seal(names: Omit<Prints, 'cases'>, caseTable: CaseTable): SealedBlock {
		const { rows } = this;
		const casePrints = caseTable.number(this.cases, rows, this.#caseCode);
		const order = this.#sorted ? null : orderRows(this.#start, rows, (a, b) => this.#compare(a, b));
		const columns: Columns = {
			rows,
			start: take(this.#start, rows, order),
			quantity: take(this.#quantity, rows, order),
			kind: take(this.#kind, rows, order),
			agent: narrow(take(this.#agent, rows, order), names.agent),
			entity: narrow(take(this.#entity, rows, order), names.entity),
			outcome: narrow(take(this.#outcome, rows, order), names.outcome),
			caseCode: take(this.#caseCode, rows, order),
			line: take(this.#line, rows, order),
			durations: this.#durations.map((values) => take(values, rows, order))
		};
		const prints = { ...names, cases: order ? reorderWords(casePrints, order) : casePrints };
		const ids = order ? reorderText(this.ids, order) : this.ids;
		const cases = order ? reorderText(this.cases, order) : this.cases;
		this.rows = 0;
		this.#sorted = true;
		return {
			seq: this.#sealed++,
			rows,
			minStart: columns.start[0] as number,
			maxStart: columns.start[rows - 1] as number,
			num: encodeNum(columns),
			text: encodeText({ rows, columns: [ids, cases] }),
			keys: encodeKeys(fingerprintRows(columns, ids, prints))
		};
	}
}
