import type { MonthlyColumns, Sniffed } from '../../engine/ingest';
import { readMonthly, type MonthlyChoice, type MonthlyReading } from '../../engine/ingest/monthly';
import type { MonthlyTable, TableFile } from '../api';
import { AppError } from '../errors';
import { digestOf } from '../jobs/bytes';
import { decode } from '../query/layers';

/** A row an agent and month is a few kB a year; a file far beyond is none. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What a file of one row an agent and month says, and the table that comes of it; nothing is written. */
export async function readMonthlyFile(
	{ file, converted }: TableFile,
	{ layout, header }: Sniffed,
	columns: MonthlyColumns,
	choice: MonthlyChoice
): Promise<{ readonly reading: MonthlyReading; readonly table: MonthlyTable; readonly unread: string[] }> {
	const text = converted?.text ?? file;
	// Whatever this worker cannot read else is its storage.
	const unreadable = (cause: unknown) => {
		throw new AppError('unreadableFile', { file: file.name }, { cause });
	};
	const bytes = new Uint8Array(await text.slice(0, MOST_BYTES).arrayBuffer().catch(unreadable));
	const read = readMonthly(bytes, layout, header, columns, choice, decode);
	const reading = text.size > MOST_BYTES ? { ...read, rows: [], tooLong: true } : read;
	const digest = await digestOf(file, converted?.sheet ?? null, () => false).catch(unreadable);
	const { agent, entity, channel, month, figures } = columns;
	const known = new Set([agent, entity, channel, month, ...figures.map(({ column }) => column)]);
	return {
		reading,
		table: { name: file.name, digest, leftOut: reading.problemCount, rows: reading.rows },
		unread: header.filter((_, k) => !known.has(k))
	};
}
