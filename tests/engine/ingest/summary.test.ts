import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, readSummaryFile, SUMMARY_HEADER } from '../../../src/lib/engine/ingest';
import { formatDay, parseDay } from '../../../src/lib/engine/time';
import { sure } from '../../support/sure';
import { runs } from '../../support/runs';

const MARK =
	'# drawdown-summary: version=1 shortCallSeconds=10 initialSeconds=60 incrementSeconds=6 timeZone=America/Toronto';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const read = (rows: readonly string[], mark = MARK, header: readonly string[] = SUMMARY_HEADER) =>
	readSummaryFile(bytesOf([mark, header.join(','), ...rows, ''].join('\n')), decode);

const ROW = '2026-03-01,voice,premium,Nora,Main line,3,,185.5004,240,1';

describe('a file of sums by day', () => {
	it('says under which rounding and in which zone its sums were made, and gives them exactly', () => {
		const result = read([ROW, '2026-02-28,chat,,,"Web, site",2,17,,,', '2026-03-01,voice,,Nora,,1,0,0,0,1']);
		if (result.kind === 'refused') throw new Error(result.problem.reason);
		const { rule, summary, agents, entities, firstDay, lastDay, interactions } = result.file;
		expect(rule).toEqual({
			shortCallSeconds: 10,
			initialSeconds: 60,
			incrementSeconds: 6,
			timeZone: 'America/Toronto'
		});
		expect([formatDay(firstDay), formatDay(lastDay), interactions]).toEqual(['2026-02-28', '2026-03-01', 6]);
		expect([agents, entities]).toEqual([
			['', 'Nora'],
			['', 'Main line', 'Web, site']
		]);
		expect([...summary.quantity]).toEqual([17, 0, 185_500]);
		expect([...summary.seconds]).toEqual([0, 0, 240]);
		expect([...summary.nonBillable]).toEqual([0, 1, 1]);
	});

	it('is told by its first line, behind a mark of order as well', () => {
		const form = (text: string) => identify(bytesOf(text), 'any.csv', true);
		for (const text of [`${MARK}\n`, `\ufeff${MARK}\n`])
			expect(form(text)).toEqual({ kind: 'form', form: { kind: 'sums' } });
		expect(form('day,channel\n')).toMatchObject({ form: { kind: 'text' } });
		expect(read([ROW], `\ufeff${MARK}`).kind).toBe('done');
	});

	it('reads back whatever sums there are, with columns in any order', () => {
		const entry = fc.record({
			day: fc.integer({ min: sure(parseDay('2020-01-01')), max: sure(parseDay('2030-01-01')) }),
			channel: fc.constantFrom('chat', 'voice'),
			class: fc.constantFrom('', 'standard', 'premium'),
			agent: fc.constantFrom('', 'Nora', 'a;b', 'Zoé'),
			entity: fc.constantFrom('', 'Sales'),
			interactions: fc.integer({ min: 1, max: 0xffff_ffff }),
			messages: fc.nat(2 ** 40),
			seconds: fc.nat(999_999_999_999),
			billable_seconds: fc.nat(2 ** 40),
			non_billable_calls: fc.constant(0)
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(entry, {
					minLength: 1,
					maxLength: 20,
					selector: (one) => [one.day, one.channel, one.class, one.agent, one.entity].join()
				}),
				fc.shuffledSubarray([...SUMMARY_HEADER], { minLength: SUMMARY_HEADER.length }),
				(entries, header) => {
					const lines = entries.map((one) =>
						header.map((name) => (name === 'day' ? formatDay(one.day) : String(one[name]))).join()
					);
					const result = read(lines, MARK, header);
					if (result.kind === 'refused') throw new Error(result.problem.reason);
					const { summary, agents, entities } = result.file;
					const got = Array.from({ length: summary.entries }, (_, k) => [
						summary.day[k],
						agents[summary.agent[k] as number],
						entities[summary.entity[k] as number],
						summary.interactions[k],
						summary.quantity[k],
						summary.seconds[k]
					]);
					const wanted = entries.map((one) => [
						one.day,
						one.agent,
						one.entity,
						one.interactions,
						one.channel === 'voice' ? one.seconds * 1_000 : one.messages,
						one.channel === 'voice' ? one.billable_seconds : 0
					]);
					expect(got.map(String).sort()).toEqual(wanted.map(String).sort());
				}
			),
			{ numRuns: runs(100) }
		);
	});

	it.each([
		['another first line', [ROW], 'day,channel', { reason: 'mark', value: 'day,channel' }],
		['a later version', [ROW], MARK.replace('version=1', 'version=2'), { reason: 'version', value: '2' }],
		[
			'a rounding that is none',
			[ROW],
			MARK.replace('incrementSeconds=6', 'incrementSeconds=0'),
			{ reason: 'mark', value: 'incrementSeconds=0' }
		],
		['no zone', [ROW], MARK.replace('timeZone=America/Toronto', ''), { reason: 'mark', value: 'timeZone=' }],
		['no rows', [], MARK, { reason: 'none' }],
		[
			'a day that is none',
			[ROW.replace('03-01', '02-30')],
			MARK,
			{ reason: 'value', line: 3, column: 'day', value: '2026-02-30' }
		],
		[
			'a channel that is none',
			[ROW.replace('voice', 'sms')],
			MARK,
			{ reason: 'value', line: 3, column: 'channel', value: 'sms' }
		],
		[
			'half a call',
			[ROW.replace(',3,', ',2.5,')],
			MARK,
			{ reason: 'value', line: 3, column: 'interactions', value: '2.5' }
		],
		[
			'no calls at all',
			[ROW.replace(',3,', ',0,')],
			MARK,
			{ reason: 'value', line: 3, column: 'interactions', value: '0' }
		],
		[
			'more calls that are free than calls',
			[ROW.replace(/,1$/, ',4')],
			MARK,
			{ reason: 'value', line: 3, column: 'non_billable_calls', value: '4' }
		],
		[
			'a length below zero',
			[ROW.replace('185.5004', '-1')],
			MARK,
			{ reason: 'value', line: 3, column: 'seconds', value: '-1' }
		],
		['the same sums twice', [ROW, ROW], MARK, { reason: 'twice', line: 4 }],
		['a cut row', [ROW.slice(0, 30)], MARK, { reason: 'row', line: 3 }]
	])('is refused whole for %s', (_, rows, mark, problem) => {
		expect(read(rows, mark)).toEqual({ kind: 'refused', problem });
	});

	it('is refused for a column that it lacks, or that is not its own', () => {
		expect(read([], MARK, SUMMARY_HEADER.slice(1))).toEqual({
			kind: 'refused',
			problem: { reason: 'header', value: 'day' }
		});
		expect(read([], MARK, [...SUMMARY_HEADER, 'cost'])).toEqual({
			kind: 'refused',
			problem: { reason: 'header', value: 'cost' }
		});
	});
});
