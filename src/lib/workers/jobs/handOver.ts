import { transfer } from 'comlink';
import type { Collected, RowBlock } from '../../engine/ingest';

/** The buffers of columns. */
export function memoryOf(rows: Collected): ArrayBuffer[] {
	const columns = [rows.start, rows.quantity, rows.kind, rows.agent, rows.entity, rows.outcome, rows.line];
	const texts = [rows.ids, rows.cases].flatMap(({ offsets, bytes }) => [offsets, bytes]);
	return [...columns, ...rows.durations, ...texts].map(({ buffer }) => buffer);
}

/** The rows, to be handed on with their memory. */
export const transferred = (rows: RowBlock): RowBlock => transfer(rows, memoryOf(rows));
