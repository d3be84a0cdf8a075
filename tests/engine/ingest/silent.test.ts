import { describe, expect, it } from 'vitest';
import { propose } from '$lib/engine/ingest';
import { sniffed } from './drive';

const proposed = (text: string) => propose(sniffed(text));

describe('the start, beside names of other moments', () => {
	const start = (header: string, ...rows: string[]) => {
		const { mapping, fields } = proposed(`${header},Duration (s)\n${rows.join('\n')}\n`);
		const name = (column: number) => header.split(',')[column];
		return mapping.start
			? [name(mapping.start.date), mapping.start.time === null ? null : name(mapping.start.time)]
			: fields.start.evidence[0]?.code;
	};
	const ROW = '2026-11-20 16:05:00,2026-11-20 14:05:03,63';

	it('is not when something was solved, cancelled or booked', () => {
		for (const other of [
			'Resolved',
			'Ticket solved - Timestamp',
			'Cancelled on',
			'Appointment',
			'First contact'
		])
			expect(start(`${other},Contact moment`, ROW), other).toEqual(['Contact moment', null]);
	});

	it('is in no column of times that are the same in every row', () => {
		for (const name of ['Shift', 'Opens', 'Early turn'])
			expect(start(`Date,${name}`, '2026-11-20,08:00:00,63', '2026-11-21,08:00:00,40'), name).toBe(
				'dateAlone'
			);
	});

	it('is an instant where it is counted since 1970: a time of day beside it is not added', () => {
		const days = ['1795132800,14:05:03,63', '1795219200,15:05:03,63', '1795305600,16:05:03,63'];
		expect(start('Date,Time', ...days)).not.toEqual(['Date', 'Time']);
	});
});
