import { readBlock, type BlockEntry, type WorkspaceDb } from '../../db';
import { decodeLive, decodeNum, verify, type Block, type Live } from '../../engine/table';
import { AppError } from '../errors';
import type { CountedLayer } from './layers';

/** A decoded block with the rows of it that count. */
export interface LiveBlock {
	readonly block: Block;
	readonly live: Live;
	readonly bytes: number;
}

/** Least recently used blocks go beyond this (storage.md, "Memory"). */
const LIMIT = 400_000_000;

/** What a block takes in memory: its record, from which some columns are read late, and those that are read at once. */
const sizeOf = (record: ArrayBuffer, { rows, agent, entity }: Block): number =>
	record.byteLength + rows * (8 + 4 + 1 + agent.BYTES_PER_ELEMENT + entity.BYTES_PER_ELEMENT);

/** So many are being read at once, the one in hand among them. */
const AHEAD = 3;

/** The blocks of a layer that have rows from an instant to before another, in their order. */
const blocksWithin = ({ blocks }: CountedLayer, from: number, to: number): number[] =>
	[...blocks.keys()].filter((seq) => {
		const { first, last } = blocks[seq] as BlockEntry;
		return last >= from && first < to;
	});

/** Beside other files other rows of a block count. */
const keyOf = ({ id, mask }: CountedLayer, seq: number) => `${id} ${mask?.key ?? ''} ${seq}`;

/** Reads blocks from storage, checks them once, keeps the ones used last. */
export class BlockCache {
	readonly #blocks = new Map<string, Promise<LiveBlock>>();
	#bytes = 0;
	/** how many were read from storage: tests count it */
	reads = 0;

	constructor(readonly db: WorkspaceDb) {}

	get(layer: CountedLayer, seq: number): Promise<LiveBlock> {
		const key = keyOf(layer, seq);
		const found = this.#blocks.get(key) ?? this.#readAndKeep(key, layer, seq);
		// The map keeps order of use: the first is the one unused for longest.
		this.#blocks.delete(key);
		this.#blocks.set(key, found);
		return found;
	}

	/** Begins to read what {@link within} hands out first. */
	readAhead(layer: CountedLayer, from: number, to: number): void {
		for (const seq of blocksWithin(layer, from, to).slice(0, AHEAD)) void this.get(layer, seq);
	}

	/**
	 * The blocks of a layer that have rows from an instant to before another, in their order: the next two are read
	 * while one is looked at.
	 * @param keep false: what is read is not kept, for who takes all of it along
	 */
	async *within(
		layer: CountedLayer,
		from = -Infinity,
		to = Infinity,
		keep = true
	): AsyncGenerator<LiveBlock & { readonly seq: number }> {
		const wanted = blocksWithin(layer, from, to);
		const ahead: Promise<LiveBlock>[] = [];
		for (const [k, seq] of wanted.entries()) {
			for (const next of wanted.slice(k + ahead.length, k + AHEAD))
				ahead.push(keep ? this.get(layer, next) : this.#pass(layer, next));
			yield { seq, ...(await (ahead.shift() as Promise<LiveBlock>)) };
		}
	}

	/** The block that is at hand, or one that is read and not kept. */
	#pass(layer: CountedLayer, seq: number): Promise<LiveBlock> {
		const found = this.#blocks.get(keyOf(layer, seq)) ?? this.#read(layer, seq);
		// It fails again where it is waited for.
		found.catch(() => undefined);
		return found;
	}

	#readAndKeep(key: string, layer: CountedLayer, seq: number): Promise<LiveBlock> {
		const block = this.#read(layer, seq).then(async (read) => {
			this.#bytes += read.bytes;
			await this.#makeRoom();
			return read;
		});
		block.catch(() => this.#blocks.delete(key));
		return block;
	}

	async #read(layer: CountedLayer, seq: number): Promise<LiveBlock> {
		this.reads++;
		const [num, bits] = await Promise.all([
			readBlock(this.db, 'num', layer.id, seq),
			readBlock(this.db, 'live', layer.id, seq)
		]);
		if (!num || !bits || !verify(num) || !verify(bits))
			throw new AppError('storageBroken', { name: layer.name });
		const block = decodeNum(num);
		const bytes = sizeOf(num, block) + bits.byteLength;
		return { block, live: layer.mask?.blocks[seq] ?? decodeLive(bits), bytes };
	}

	async #makeRoom(): Promise<void> {
		for (const [key, oldest] of this.#blocks) {
			if (this.#bytes <= LIMIT) return;
			this.#blocks.delete(key);
			this.#bytes -= (await oldest).bytes;
		}
	}
}
