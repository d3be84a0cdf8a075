import { HOUR_MS } from '../time';
import { decodeNum, encodeNum, type Block } from './block';
import { BLOCK_ROWS, KIND_VOICE, type Codes, type Columns } from './columns';
import { decodeText, encodeText, type TextColumn } from './text';

/** The stored records of a block. */
export interface BlockRecords {
	readonly num: ArrayBuffer;
	readonly text: ArrayBuffer;
}

export interface BlockSpan {
	/** ms since 1970 UTC */
	readonly minStart: number;
	readonly maxStart: number;
}

/** Blocks of a layer may overlap by this many an hour on average. */
export const OVERLAP_LIMIT = 4;

/** Mean number of blocks that reach into an hour, over the hours that any reaches into; 0 without blocks. */
export function overlapPerHour(blocks: readonly BlockSpan[]): number {
	const spans = blocks
		.map(({ minStart, maxStart }) => ({
			from: Math.floor(minStart / HOUR_MS),
			to: Math.floor(maxStart / HOUR_MS)
		}))
		.sort((a, b) => a.from - b.from);
	let reached = 0;
	let covered = 0;
	let end = -Infinity;
	for (const { from, to } of spans) {
		reached += to - from + 1;
		covered += Math.max(0, to - Math.max(from - 1, end));
		end = Math.max(end, to);
	}
	return covered === 0 ? 0 : reached / covered;
}

interface Source {
	readonly block: Block;
	readonly texts: readonly TextColumn[];
	next: number;
}

/** Does the next row of `a` come before that of `b`? The order that blocks are sealed in. */
function precedes(a: Source, b: Source): boolean {
	const difference =
		(a.block.start[a.next] as number) - (b.block.start[b.next] as number) ||
		((a.block.kind[a.next] as number) & KIND_VOICE) - ((b.block.kind[b.next] as number) & KIND_VOICE) ||
		(a.block.quantity[a.next] as number) - (b.block.quantity[b.next] as number) ||
		(a.block.line[a.next] as number) - (b.block.line[b.next] as number);
	return difference < 0;
}

/** A binary heap of sources, that with the next row on top. */
class Heap {
	readonly #items: Source[] = [];

	get top(): Source | undefined {
		return this.#items[0];
	}

	push(source: Source): void {
		const items = this.#items;
		let at = items.length;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			const above = items[parent] as Source;
			if (!precedes(source, above)) break;
			items[at] = above;
			at = parent;
		}
		items[at] = source;
	}

	/** Puts the top in its place after its next row has changed; takes it out when it has none left. */
	settle(): void {
		const items = this.#items;
		const top = items[0] as Source;
		const item = top.next < top.block.rows ? top : (items.pop() as Source);
		if (items.length === 0) return;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= items.length) break;
			if (child + 1 < items.length && precedes(items[child + 1] as Source, items[child] as Source)) child++;
			if (!precedes(items[child] as Source, item)) break;
			items[at] = items[child] as Source;
			at = child;
		}
		items[at] = item;
	}
}

/** Rows of several blocks that will be one. */
class Gathered {
	rows = 0;
	readonly #columns: Omit<Columns, 'rows'>;
	readonly #offsets: Uint32Array[];
	readonly #bytes: Uint8Array[];

	constructor(
		sources: readonly Source[],
		readonly capacity: number
	) {
		const codes = (of: (block: Block) => Codes): Codes =>
			sources.some(({ block }) => of(block).BYTES_PER_ELEMENT === 4)
				? new Uint32Array(capacity)
				: new Uint16Array(capacity);
		this.#columns = {
			start: new Float64Array(capacity),
			quantity: new Uint32Array(capacity),
			kind: new Uint8Array(capacity),
			agent: codes(({ agent }) => agent),
			entity: codes(({ entity }) => entity),
			outcome: codes(({ outcome }) => outcome),
			caseCode: new Uint32Array(capacity),
			line: new Uint32Array(capacity),
			durations: (sources[0]?.block.durations ?? []).map(() => new Uint32Array(capacity))
		};
		const texts = sources[0]?.texts ?? [];
		this.#offsets = texts.map(() => new Uint32Array(capacity + 1));
		this.#bytes = texts.map(() => new Uint8Array(1 << 16));
	}

	add({ block, texts, next }: Source): void {
		const row = this.rows++;
		const to = this.#columns;
		to.start[row] = block.start[next] as number;
		to.quantity[row] = block.quantity[next] as number;
		to.kind[row] = block.kind[next] as number;
		to.agent[row] = block.agent[next] as number;
		to.entity[row] = block.entity[next] as number;
		to.outcome[row] = block.outcome[next] as number;
		to.caseCode[row] = block.caseCode[next] as number;
		to.line[row] = block.line[next] as number;
		for (let k = 0; k < to.durations.length; k++) {
			(to.durations[k] as Uint32Array)[row] = block.durations[k]?.[next] as number;
		}
		for (let k = 0; k < texts.length; k++) this.#addText(k, row, texts[k] as TextColumn, next);
	}

	#addText(k: number, row: number, from: TextColumn, next: number): void {
		const offsets = this.#offsets[k] as Uint32Array;
		const start = from.offsets[next] as number;
		const end = from.offsets[next + 1] as number;
		let at = offsets[row] as number;
		let bytes = this.#bytes[k] as Uint8Array;
		if (at + end - start > bytes.length) {
			const wider = new Uint8Array(Math.max(at + end - start, bytes.length * 2));
			wider.set(bytes);
			bytes = this.#bytes[k] = wider;
		}
		for (let p = start; p < end; p++) bytes[at++] = from.bytes[p] as number;
		offsets[row + 1] = at;
	}

	/** The rows as records; the gatherer is empty again. */
	seal(): BlockRecords & BlockSpan & { readonly rows: number } {
		const { rows } = this;
		this.rows = 0;
		const { start, quantity, kind, agent, entity, outcome, caseCode, line, durations } = this.#columns;
		const num = encodeNum({
			rows,
			start: start.subarray(0, rows),
			quantity: quantity.subarray(0, rows),
			kind: kind.subarray(0, rows),
			agent: agent.subarray(0, rows),
			entity: entity.subarray(0, rows),
			outcome: outcome.subarray(0, rows),
			caseCode: caseCode.subarray(0, rows),
			line: line.subarray(0, rows),
			durations: durations.map((values) => values.subarray(0, rows))
		});
		const columns = this.#offsets.map((offsets, k) => ({ offsets, bytes: this.#bytes[k] as Uint8Array }));
		return {
			rows,
			minStart: start[0] as number,
			maxStart: start[rows - 1] as number,
			num,
			text: encodeText({ rows, columns })
		};
	}
}

/**
 * Merge-sorts blocks of one layer into blocks that do not overlap, in order of start. All records given are held in
 * memory meanwhile, and one block that is being made. `endsBefore`: that one, of so many rows, ends before the row that
 * starts at the instant; it ends besides when it is full.
 */
export function* mergeBlocks(
	blocks: readonly BlockRecords[],
	blockRows = BLOCK_ROWS,
	endsBefore: (start: number, rows: number) => boolean = () => false
): Generator<BlockRecords & BlockSpan & { readonly rows: number }> {
	const sources = blocks.map(({ num, text }): Source => ({
		// All columns are read row by row.
		block: { ...decodeNum(num) },
		texts: decodeText(text).columns,
		next: 0
	}));
	const heap = new Heap();
	for (const source of sources) if (source.block.rows > 0) heap.push(source);
	const gathered = new Gathered(sources, blockRows);
	for (let source = heap.top; source; source = heap.top) {
		if (endsBefore(source.block.start[source.next] as number, gathered.rows)) yield gathered.seal();
		gathered.add(source);
		source.next++;
		heap.settle();
		if (gathered.rows === blockRows) yield gathered.seal();
	}
	if (gathered.rows > 0) yield gathered.seal();
}
