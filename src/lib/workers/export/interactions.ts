import { readDictionary, type WorkspaceDb } from '../../db';
import {
	decodeDictionary,
	isLive,
	KIND_PREMIUM,
	KIND_STANDARD,
	KIND_VOICE,
	NO_DURATION,
	readText,
	TEXT_CASE,
	TEXT_ID,
	type Block,
	type TextColumn
} from '../../engine/table';
import { formatInstant } from '../../engine/time';
import type { ExportColumn, OnRows } from '../exportApi';
import type { BlockCache } from '../query/blocks';
import { decode, type NamedLayer } from '../query/layers';
import { storedTexts } from '../stored';
import type { Batch, Cell } from './batch';

/** The columns of usage.csv (docs/data-format.md); `ended_at` follows from the length. */
export const ROW_COLUMNS: readonly ExportColumn[] = [
	{ name: 'id', kind: 'text' },
	{ name: 'started_at', kind: 'text' },
	{ name: 'channel', kind: 'text' },
	{ name: 'class', kind: 'text' },
	{ name: 'agent', kind: 'text' },
	{ name: 'entity', kind: 'text' },
	{ name: 'messages', kind: 'number' },
	{ name: 'duration_seconds', kind: 'number' },
	{ name: 'case_id', kind: 'text' },
	{ name: 'outcome', kind: 'text' }
];

const classOf = (kind: number): Cell =>
	(kind & KIND_PREMIUM) !== 0 ? 'premium' : (kind & KIND_STANDARD) !== 0 ? 'standard' : null;

const orNull = (text: string): Cell => (text === '' ? null : text);

/** The length of a call as it is rated: where the layer says so, that of another column. */
const ratedOf = (block: Block, ratedDuration: number): Uint32Array =>
	ratedDuration === 0 ? block.quantity : (block.durations[ratedDuration - 1] as Uint32Array);

/**
 * Every row that counts, layer by layer and block by block, in the columns of {@link ROW_COLUMNS}: a block's worth is in
 * memory at a time. Layers that are kept as sums by day have no rows.
 */
export async function* interactions(
	db: WorkspaceDb,
	cache: BlockCache,
	layers: readonly NamedLayer[],
	onRows: OnRows = () => undefined
): AsyncGenerator<Batch> {
	for (const { record, names } of layers) {
		if (record.blocks.length === 0) continue;
		const dictionary = await readDictionary(db, record.id, 'outcome');
		const outcomes = dictionary ? decodeDictionary(dictionary, decode) : [''];
		for (let seq = 0; seq < record.blocks.length; seq++) {
			const { block, live } = await cache.get(record, seq);
			const texts = await storedTexts(db, record, seq);
			const [ids, cases] = [texts[TEXT_ID] as TextColumn, texts[TEXT_CASE] as TextColumn];
			const rated = ratedOf(block, record.ratedDuration);
			const cells: Cell[][] = ROW_COLUMNS.map(() => []);
			let rows = 0;
			for (let r = 0; r < block.rows; r++) {
				if (!isLive(live, r)) continue;
				const kind = block.kind[r] as number;
				const voice = (kind & KIND_VOICE) !== 0;
				const length = rated[r] === NO_DURATION ? 0 : (rated[r] as number);
				const row: readonly Cell[] = [
					orNull(readText(ids, r, decode)),
					formatInstant(block.start[r] as number),
					voice ? 'voice' : 'chat',
					classOf(kind),
					orNull(names.agents[block.agent[r] as number] as string),
					orNull(names.entities[block.entity[r] as number] as string),
					voice ? null : (block.quantity[r] as number),
					voice ? length / 1_000 : null,
					orNull(readText(cases, r, decode)),
					orNull(outcomes[block.outcome[r] as number] as string)
				];
				for (let k = 0; k < row.length; k++) (cells[k] as Cell[]).push(row[k] as Cell);
				rows++;
			}
			await onRows(rows);
			if (rows > 0) yield { rows, cells };
		}
	}
}
