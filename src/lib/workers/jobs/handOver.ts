import { transfer } from 'comlink';
import type { Collected, Mapping, RowBlock } from '../../engine/ingest';
import type { ZoneTable } from '../../engine/time';
import type { Settings } from '../api';
import type { SealingJob } from '../sealApi';

/** `zone`: of the contract, from `EARLIEST` to `LATEST`. */
export const sealingJob = (
	layer: string,
	settings: Settings,
	zone: ZoneTable,
	{ further }: Mapping
): SealingJob => ({ layer, settings, zone, durations: further.map(({ name }) => name) });

/** The buffers of columns. */
export function memoryOf(rows: Collected): ArrayBuffer[] {
	const columns = [rows.start, rows.quantity, rows.kind, rows.agent, rows.entity, rows.outcome, rows.line];
	const texts = [rows.ids, rows.cases].flatMap(({ offsets, bytes }) => [offsets, bytes]);
	return [...columns, ...rows.durations, ...texts].map(({ buffer }) => buffer);
}

/** The rows, to be handed on with their memory. */
export const transferred = (rows: RowBlock): RowBlock => transfer(rows, memoryOf(rows));
