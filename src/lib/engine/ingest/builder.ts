import { KIND_VOICE } from '../table/columns';
import type { TextColumn } from '../table/text';
import { validUtf8 } from '../table/utf8';
import { wordsOf } from '../table/words';

/** A text column, of which no byte beyond its last offset counts. */
interface CollectedText extends TextColumn {
	readonly offsets: Uint32Array<ArrayBuffer>;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Columns of a block as they are collected. */
export interface Collected {
	/** ms since 1970 UTC */
	readonly start: Float64Array<ArrayBuffer>;
	readonly quantity: Uint32Array<ArrayBuffer>;
	readonly kind: Uint8Array<ArrayBuffer>;
	readonly agent: Uint32Array<ArrayBuffer>;
	readonly entity: Uint32Array<ArrayBuffer>;
	readonly outcome: Uint32Array<ArrayBuffer>;
	readonly line: Uint32Array<ArrayBuffer>;
	readonly durations: readonly Uint32Array<ArrayBuffer>[];
	readonly ids: CollectedText;
	readonly cases: CollectedText;
}

/** Rows as they were read, in the order of the file; the buffers belong to the receiver. */
export interface RowBlock extends Collected {
	/** 0, 1, 2 … in the order of the file */
	readonly seq: number;
	/** of the columns' capacity */
	readonly rows: number;
	/** they ascend already, see {@link compareRows} */
	readonly sorted: boolean;
	/** names that came since the block before, in the order of their codes */
	readonly agents: readonly string[];
	readonly entities: readonly string[];
	readonly outcomes: readonly string[];
}

/** Order of two rows: by start; ties as the ledger takes them, as far as the file says; then as in the file. */
export function compareRows(
	{ start, kind, quantity }: Pick<Collected, 'start' | 'kind' | 'quantity'>,
	a: number,
	b: number
): number {
	return (
		(start[a] as number) - (start[b] as number) ||
		((kind[a] as number) & KIND_VOICE) - ((kind[b] as number) & KIND_VOICE) ||
		(quantity[a] as number) - (quantity[b] as number) ||
		a - b
	);
}

/** In a word of four bytes: some byte is not ASCII. */
const NOT_ASCII = 0x80808080 | 0;

/** A text column that grows. What was `put` counts when the row is kept. */
class TextHeap {
	offsets: Uint32Array<ArrayBuffer>;
	bytes: Uint8Array<ArrayBuffer>;
	#words: DataView;
	#end = 0;

	constructor({ offsets, bytes }: CollectedText) {
		this.offsets = offsets;
		this.bytes = bytes;
		this.#words = new DataView(bytes.buffer);
	}

	/** The column, whose buffers are the receiver's; the heap goes on, empty, in those of another. */
	take(next: CollectedText): CollectedText {
		const { offsets, bytes } = this;
		this.offsets = next.offsets;
		this.bytes = next.bytes;
		this.#words = new DataView(next.bytes.buffer);
		this.#end = 0;
		return { offsets, bytes };
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

/** Collects up to a block of rows as they come. */
export class BlockBuilder {
	/** rows in hand */
	rows = 0;
	readonly ids: TextHeap;
	readonly cases: TextHeap;
	/** further durations of the row in hand: filled before `add` */
	readonly further: Float64Array;
	readonly #capacity: number;
	#columns: Collected;
	/** columns to go on in */
	readonly #spares: Collected[] = [];
	#sorted = true;
	#taken = 0;

	constructor(capacity: number, durations: number) {
		this.#capacity = capacity;
		this.further = new Float64Array(durations);
		this.#columns = newColumns(capacity, durations);
		this.ids = new TextHeap(this.#columns.ids);
		this.cases = new TextHeap(this.#columns.cases);
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
		const columns = this.#columns;
		columns.start[row] = start;
		columns.quantity[row] = quantity;
		columns.kind[row] = kind;
		columns.agent[row] = agent;
		columns.entity[row] = entity;
		columns.outcome[row] = outcome;
		columns.line[row] = line;
		for (let k = 0; k < columns.durations.length; k++)
			(columns.durations[k] as Uint32Array)[row] = this.further[k] as number;
		this.ids.keep(row);
		this.cases.keep(row);
		if (this.#sorted && row > 0) this.#sorted = compareRows(columns, row - 1, row) <= 0;
		this.rows = row + 1;
		return this.rows === this.#capacity;
	}

	/** Takes the memory of a block that was handed out for those to come: fresh memory costs as much as filling it. */
	reuse({ start, quantity, kind, agent, entity, outcome, line, durations, ids, cases }: Collected): void {
		// An object like those of `newColumns`: code that has seen no others is compiled once.
		const { offsets: idOffsets, bytes: idBytes } = ids;
		const { offsets: caseOffsets, bytes: caseBytes } = cases;
		this.#spares.push({
			start,
			quantity,
			kind,
			agent,
			entity,
			outcome,
			line,
			durations,
			ids: { offsets: idOffsets, bytes: idBytes },
			cases: { offsets: caseOffsets, bytes: caseBytes }
		});
	}

	/** The rows in hand; the builder is empty again. There must be at least one. */
	take(names: Pick<RowBlock, 'agents' | 'entities' | 'outcomes'>): RowBlock {
		// The texts of the next block mostly take as much as those of this one.
		const texts = [this.ids.bytes.length, this.cases.bytes.length] as const;
		const next = this.#spares.pop() ?? newColumns(this.#capacity, this.further.length, texts);
		const block: RowBlock = {
			...this.#columns,
			...names,
			seq: this.#taken++,
			rows: this.rows,
			sorted: this.#sorted,
			ids: this.ids.take(next.ids),
			cases: this.cases.take(next.cases)
		};
		this.#columns = next;
		this.rows = 0;
		this.#sorted = true;
		return block;
	}
}

/** Bytes of texts there is room for at first. */
const FEW_TEXTS = 1 << 16;

/** `texts`: bytes for ids and for cases */
const newColumns = (
	capacity: number,
	durations: number,
	[ids, cases]: readonly [number, number] = [FEW_TEXTS, FEW_TEXTS]
): Collected => ({
	start: new Float64Array(capacity),
	quantity: new Uint32Array(capacity),
	kind: new Uint8Array(capacity),
	agent: new Uint32Array(capacity),
	entity: new Uint32Array(capacity),
	outcome: new Uint32Array(capacity),
	line: new Uint32Array(capacity),
	durations: Array.from({ length: durations }, () => new Uint32Array(capacity)),
	ids: newText(capacity, ids),
	cases: newText(capacity, cases)
});

const newText = (capacity: number, bytes: number): CollectedText => ({
	offsets: new Uint32Array(capacity + 1),
	bytes: new Uint8Array(bytes)
});
