import { readMonthly, type MonthlyChoice } from '../../engine/ingest/monthly';
import type { MonthlyFile, SniffedFile, TableFile } from '../api';
import { AppError } from '../errors';
import { digestOf } from '../jobs/bytes';
import { decode } from '../query/layers';

/** A row an agent and month is a few kB a year; a file far beyond is none. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What a file of one row an agent and month says; nothing is written. Throws an `AppError` where it is too long for one. */
export async function readMonthlyFile(
	{ file, converted }: TableFile,
	{ sniffed: { layout, header }, monthly }: SniffedFile,
	choice: MonthlyChoice
): Promise<MonthlyFile> {
	const text = converted?.text ?? file;
	if (!monthly || text.size > MOST_BYTES) throw new AppError('monthlyRefused', { file: file.name });
	const bytes = new Uint8Array(await text.arrayBuffer());
	const reading = readMonthly(bytes, layout, header, monthly, choice, decode);
	if (reading.tooLong) throw new AppError('monthlyRefused', { file: file.name });
	const { agent, entity, channel, month, figures } = monthly;
	const read = new Set([agent, entity, channel, month, ...figures.map(({ column }) => column)]);
	return {
		...reading,
		digest: await digestOf(file, converted?.sheet ?? null, () => false),
		unread: header.filter((_, k) => !read.has(k))
	};
}
