import { transfer } from 'comlink';
import type { Mapping, RowBlock } from '../../engine/ingest';
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

/** The rows, to be handed on with their memory. */
export function transferred(rows: RowBlock): RowBlock {
	const columns = [rows.start, rows.quantity, rows.kind, rows.agent, rows.entity, rows.outcome, rows.line];
	const texts = [rows.ids, rows.cases].flatMap(({ offsets, bytes }) => [offsets, bytes]);
	const prints = [rows.agents, rows.entities, rows.outcomes].map(({ prints }) => prints);
	return transfer(
		rows,
		[...columns, ...rows.durations, ...texts, ...prints].map(({ buffer }) => buffer)
	);
}
