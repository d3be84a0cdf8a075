import { decodeNum } from '../table/block';
import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE } from '../table/columns';
import { decodeDictionary } from '../table/dictionary';
import { decodeText, readText, TEXT_CASE, TEXT_ID } from '../table/text';
import { createImport, type ImportOptions, type ImportReports } from './import';

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
	readonly reports: ImportReports;
}

/**
 * The first rows of a file as a mapping reads them, by the very import. `bytes`: the file's first; `whole`: they are
 * all of it, else the last row counts as cut and is left.
 */
export function preview(
	bytes: Uint8Array,
	whole: boolean,
	options: Omit<ImportOptions, 'onBlock' | 'blockRows'>,
	limit: number
): Preview {
	const nums: ArrayBuffer[] = [];
	const texts: ArrayBuffer[] = [];
	const run = createImport({
		...options,
		onBlock: ({ num, text }) => {
			nums.push(num);
			texts.push(text);
		}
	});
	run.push(bytes);
	const result = run.finish(!whole);
	if (result.kind === 'refused') return { rows: [], reports: result.reports };
	const { decode } = options;
	const agents = decodeDictionary(result.dictionaries.agent, decode);
	const entities = decodeDictionary(result.dictionaries.entity, decode);
	const outcomes = decodeDictionary(result.dictionaries.outcome, decode);
	const rows: PreviewRow[] = [];
	nums.forEach((num, k) => {
		const block = decodeNum(num);
		const [ids, cases] = [TEXT_ID, TEXT_CASE].map((at) => decodeText(texts[k] as ArrayBuffer).columns[at]);
		if (!ids || !cases) return;
		for (let row = 0; row < block.rows; row++) {
			const kind = block.kind[row] as number;
			rows.push({
				line: block.line[row] as number,
				start: block.start[row] as number,
				channel: (kind & KIND_VOICE) === 0 ? 'chat' : 'voice',
				class: kind & KIND_PREMIUM ? 'premium' : kind & KIND_STANDARD ? 'standard' : null,
				agent: agents[block.agent[row] as number] ?? '',
				entity: entities[block.entity[row] as number] ?? '',
				outcome: outcomes[block.outcome[row] as number] ?? '',
				quantity: block.quantity[row] as number,
				caseId: readText(cases, row, decode),
				id: readText(ids, row, decode)
			});
		}
	});
	rows.sort((a, b) => a.line - b.line);
	return { rows: rows.slice(0, limit), reports: result.reports };
}
