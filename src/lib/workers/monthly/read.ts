import type { MonthlyColumns, Sniffed } from '../../engine/ingest';
import { readMonthly, type MonthlyChoice } from '../../engine/ingest/monthly';
import type { MonthlyFile, TableFile } from '../api';
import { digestOf } from '../jobs/bytes';
import { decode } from '../query/layers';

/** A row an agent and month is a few kB a year; a file far beyond is none. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What a file of one row an agent and month says; nothing is written. */
export async function readMonthlyFile(
	{ file, converted }: TableFile,
	{ layout, header }: Sniffed,
	monthly: MonthlyColumns,
	choice: MonthlyChoice
): Promise<MonthlyFile> {
	const text = converted?.text ?? file;
	const bytes = new Uint8Array(await text.slice(0, MOST_BYTES).arrayBuffer());
	const reading = readMonthly(bytes, layout, header, monthly, choice, decode);
	const { agent, entity, channel, month, figures } = monthly;
	const read = new Set([agent, entity, channel, month, ...figures.map(({ column }) => column)]);
	return {
		...reading,
		tooLong: reading.tooLong || text.size > MOST_BYTES,
		digest: await digestOf(file, converted?.sheet ?? null, () => false),
		unread: header.filter((_, k) => !read.has(k))
	};
}
