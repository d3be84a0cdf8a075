import { formatInstant } from '../../engine/time';
import type { CallRow, CallsAsk } from '../callsApi';
import type { ExportColumn, OnRows } from '../exportApi';
import { callRow } from '../query/explore/callRow';
import { filterOf, gather } from '../query/explore/gathered';
import { listed } from '../query/explore/listed';
import type { Usage } from '../query/usage';
import type { Batch, Cell } from './batch';

type CallColumn = ExportColumn & { readonly value: (row: CallRow) => Cell };

const text = (name: string, value: CallColumn['value']): CallColumn => ({ name, kind: 'text', value });
const number = (name: string, value: CallColumn['value']): CallColumn => ({ name, kind: 'number', value });
const orNull = (name: string): Cell => (name === '' ? null : name);
const ofVoice = (value: (row: CallRow) => number) => (row: CallRow) =>
	row.channel === 'voice' ? value(row) : null;

/** What the list of calls and chats shows, in the words of usage.csv where it has one (docs/data-format.md). */
export const CALL_COLUMNS: readonly CallColumn[] = [
	text('started_at', ({ start }) => formatInstant(start)),
	text('channel', ({ channel }) => channel),
	text('class', ({ premium }) => (premium ? 'premium' : 'standard')),
	text('licence', ({ licence }) => licence),
	text('agent', ({ agent }) => orNull(agent)),
	text('entity', ({ entity }) => orNull(entity)),
	number('messages', ({ channel, quantity }) => (channel === 'chat' ? quantity : null)),
	number(
		'duration_seconds',
		ofVoice(({ quantity }) => quantity / 1_000)
	),
	number(
		'billable_seconds',
		ofVoice(({ billableSeconds }) => billableSeconds)
	),
	text('short_call', ({ short }) => (short ? 'yes' : null)),
	number('credits', ({ credits }) => credits)
];

/** Rows that are written at a time. */
const BATCH = 65_536;

/**
 * The lines of a list, read as the screen reads them. In memory are the rows of its stretch of time as columns (49 bytes
 * a row) and one batch's cells.
 */
export async function* calls(
	usage: Usage,
	ask: CallsAsk,
	onRows: OnRows = () => undefined
): AsyncGenerator<Batch> {
	const from = await gather(usage.source, filterOf(usage.names, ask.filter));
	const positions = listed(from, ask).upTo(Infinity);
	for (let first = 0; first < positions.length; first += BATCH) {
		const some = positions.subarray(first, first + BATCH);
		const cells: Cell[][] = CALL_COLUMNS.map(() => []);
		for (const position of some) {
			const row = callRow(from, position);
			CALL_COLUMNS.forEach(({ value }, k) => (cells[k] as Cell[]).push(value(row)));
		}
		await onRows(some.length);
		yield { rows: some.length, cells };
	}
}
