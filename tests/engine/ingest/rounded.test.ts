import { describe, expect, it } from 'vitest';
import { propose, type Mapping } from '$lib/engine/ingest';
import { drive, sniffed } from './drive';

const HEADER = 'Call ID;Start;Channel;Duration (s);Case ID';
const file = (ids: readonly string[], cases: readonly string[] = []): string =>
	[
		HEADER,
		...ids.map((id, k) => `${id};2026-03-01T08:0${k % 10}:00Z;call;6${k % 10};${cases[k] ?? ''}`),
		''
	].join('\n');
/** As the first rows are seen, where ids are short. */
const { mapping } = propose(sniffed(file(['1001', '1002'], ['7', '8'])));
const read = (ids: readonly string[], cases?: readonly string[], change: Partial<Mapping> = {}) =>
	drive(file(ids, cases), { mapping: { ...mapping, ...change } }).result.reports.doubts;

describe('ids that a spreadsheet has rounded below the first rows', () => {
	it('raise a doubt, with the first of them', () => {
		const guarded = '"=""1.23457E+15"""';
		for (const value of ['1.23457E+15', '1,23457E+15', '1E+15', '1.5e18', guarded])
			expect(read(['1003', value, '1004', '2.3E+16'])).toEqual([
				{
					kind: 'rounded',
					field: 'id',
					column: 0,
					rows: 2,
					line: 3,
					value: value === guarded ? '1.23457E+15' : value
				}
			]);
	});

	it('are numbers that all end in zeros from their sixteenth digit on', () => {
		expect(read(['1003', '1234567890123450000', '1234567890123460000'])).toEqual([
			{ kind: 'rounded', field: 'id', column: 0, rows: 2, line: 3, value: '1234567890123450000' }
		]);
		// One in ten honest numbers ends in a zero.
		expect(read(['1234567890123450', '1234567890123460', '1003'])).toEqual([]);
		expect(read(['1234567890123450000', '1234567890123460000', '1234567890123456789'])).toEqual([]);
	});

	it('are none where a text only looks a little like that', () => {
		const texts = ['1E45', '12E+15', 'E+15', '1.2', '1.2.840.113619', '1e5f09aa-1', '0000000000000000000000'];
		expect(read([...texts, '', '7', '1.23E+', '123456789012345'])).toEqual([]);
	});

	it('are said of cases, too, and of a column whose texts are not kept', () => {
		expect(read(['1', '2'], ['4', '4.5E+17'])).toMatchObject([
			{ field: 'case', column: 4, rows: 1, line: 3 }
		]);
		const veils = [{ column: 0, as: 'lastFour' as const }];
		expect(read(['1', '4.5E+17'], [], { veils })).toMatchObject([{ field: 'id', value: '4.5E+17' }]);
	});

	it('are looked for in what is joined', () => {
		const join = { column: 4, of: 'legs' as const };
		expect(read(['1', '2'], ['4', '4.5E+17'], { join })).toMatchObject([{ field: 'case', line: 3 }]);
	});
});
