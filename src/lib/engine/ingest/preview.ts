import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE } from '../table/columns';
import { readText } from '../table/text';
import type { RowBlock } from './builder';
import { createReading, type ImportReports, type ReadingOptions } from './import';

/** A row as it will be read. */
export interface PreviewRow {
	readonly line: number;
	/** ms since 1970 UTC */
	readonly start: number;
	readonly channel: 'chat' | 'voice';
	/** null: the file says none */
	readonly class: 'standard' | 'premium' | null;
	readonly agent: string;
	readonly entity: string;
	readonly outcome: string;
	/** messages, or ms */
	readonly quantity: number;
	readonly caseId: string;
	readonly id: string;
}

export interface Preview {
	/** in the order of the file */
	readonly rows: readonly PreviewRow[];
	/** all that was read */
	readonly blocks: readonly RowBlock[];
	readonly reports: ImportReports;
}

/**
 * The first rows of a file as a mapping reads them, by the very import. `bytes`: the file's first; `whole`: they are
 * all of it, else the last row counts as cut and is left.
 */
export function preview(
	bytes: Uint8Array,
	whole: boolean,
	options: Omit<ReadingOptions, 'onBlock' | 'blockRows'>,
	limit: number
): Preview {
	const blocks: RowBlock[] = [];
	const run = createReading({ ...options, onBlock: (block) => blocks.push(block) });
	run.push(bytes);
	const { reports } = run.finish(!whole);
	const { decode } = options;
	const names = { agents: [''], entities: [''], outcomes: [''] };
	const rows = blocks.flatMap((block) => {
		for (const of of ['agents', 'entities', 'outcomes'] as const) names[of].push(...block[of]);
		return Array.from({ length: block.rows }, (_, row): PreviewRow => {
			const kind = block.kind[row] as number;
			return {
				line: block.line[row] as number,
				start: block.start[row] as number,
				channel: (kind & KIND_VOICE) === 0 ? 'chat' : 'voice',
				class: kind & KIND_PREMIUM ? 'premium' : kind & KIND_STANDARD ? 'standard' : null,
				agent: names.agents[block.agent[row] as number] as string,
				entity: names.entities[block.entity[row] as number] as string,
				outcome: names.outcomes[block.outcome[row] as number] as string,
				quantity: block.quantity[row] as number,
				caseId: readText(block.cases, row, decode),
				id: readText(block.ids, row, decode)
			};
		});
	});
	rows.sort((a, b) => a.line - b.line);
	return { rows: rows.slice(0, limit), blocks, reports };
}
