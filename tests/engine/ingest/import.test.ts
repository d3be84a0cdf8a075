import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	canonicalMapping,
	createImport,
	EMPTY_MAPPING,
	LINE_LIMIT,
	preview,
	REPORT_LIMIT,
	type Mapping
} from '$lib/engine/ingest';
import {
	KIND_PREMIUM,
	KIND_STANDARD,
	KIND_VOICE,
	mergeBlocks,
	NO_DURATION,
	overlapPerHour,
	utf8,
	verify
} from '$lib/engine/table';
import { formatInstant, HOUR_MS, UTC } from '$lib/engine/time';
import { MonthEnd } from '$lib/engine/ingest/monthEnd';
import { zoneOf } from '../../support/zones';
import { decode, drive, noticesOf, problemsOf, rowsOf, sniffed } from './drive';

const HEADER = 'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome';
const file = (...rows: string[]) => [HEADER, ...rows].join('\n');
const ROW = 'i,2026-03-01T05:00:00.000Z,,chat,standard,Ada,Web,3,,k,handled';
/** A row with some of its fields changed. */
const row = (change: Partial<Record<string, string>> = {}) =>
	HEADER.split(',')
		.map((name, k) => change[name] ?? ROW.split(',')[k])
		.join(',');
const call = (change: Partial<Record<string, string>> = {}) =>
	row({ channel: 'voice', messages: '', duration_seconds: '61', ...change });

const SPLIT = 'day\tclock\twho\twait_time\ttalk_time\n990201\t7:02:47\tDORIT\t9\t166\n';
const SPLIT_MAPPING: Mapping = {
	...EMPTY_MAPPING,
	start: { date: 0, time: 1 },
	dateForm: 'yymmdd',
	zone: 'Asia/Jerusalem',
	channel: { constant: 'voice' },
	class: { constant: 'standard' },
	agent: { column: 2 },
	duration: { column: 4 },
	durationForm: 'seconds',
	further: [{ column: 3, name: 'wait_time', form: 'seconds' }]
};

describe('a canonical file', () => {
	it('becomes rows with all that it says', () => {
		const driven = drive(file(ROW, call({ id: '"c,1"', class: '', case_id: '' })));
		expect(driven.rows.map(({ key: _, ...rest }) => rest)).toEqual([
			{
				line: 2,
				start: '2026-03-01T05:00:00.000Z',
				kind: KIND_STANDARD,
				quantity: 3,
				agent: 'Ada',
				entity: 'Web',
				outcome: 'handled',
				id: 'i',
				caseId: 'k',
				caseCode: 1,
				durations: []
			},
			{
				line: 3,
				start: '2026-03-01T05:00:00.000Z',
				kind: KIND_VOICE,
				quantity: 61_000,
				agent: 'Ada',
				entity: 'Web',
				outcome: 'handled',
				id: 'c,1',
				caseId: '',
				caseCode: 0,
				durations: []
			}
		]);
		expect(driven.blocks.every(({ num, text }) => verify(num) && verify(text))).toBe(true);
	});

	it('may leave out what is not needed, and have its columns in any order', () => {
		const { rows } = drive(
			'channel,started_at,messages\nchat,2026-03-01T05:00:00Z,2\nCHAT ,2026-03-01T06:00:00Z,0\n'
		);
		expect(rows.map(({ quantity, kind, agent, id }) => [quantity, kind, agent, id])).toEqual([
			[2, 0, '', ''],
			[0, 0, '', '']
		]);
	});

	it('takes the duration from the end where there is none, both cut to the millisecond first', () => {
		const times = { started_at: '2026-03-01T05:00:00.0009Z', duration_seconds: '' };
		const { rows } = drive(
			file(
				call({ ...times, ended_at: '2026-03-01T05:01:00.0019Z' }),
				call({ ...times, ended_at: '2026-03-01T05:00:00.0001Z' })
			)
		);
		expect(rows.map(({ quantity }) => quantity)).toEqual([0, 60_001]);
		expect(drive(file(call({ ended_at: '2026-03-01T09:00:00Z' }))).rows[0]?.quantity).toBe(61_000);
	});

	it('says of each call that lacks a length beside others that the end gave it', () => {
		const end = '2026-03-01T05:00:25Z';
		const driven = drive(file(call({ ended_at: end }), call({ duration_seconds: '', ended_at: end })));
		expect(driven.rows.map(({ quantity }) => quantity)).toEqual([25_000, 61_000]);
		expect(noticesOf(driven)).toEqual(['3 | duration_seconds |  | lengthFromEnd']);
	});

	it('ignores a duration on a chat and messages on a call', () => {
		const driven = drive(file(row({ duration_seconds: '-7' }), call({ messages: 'many' })));
		expect(driven.rows.map(({ quantity }) => quantity)).toEqual([3, 61_000]);
		expect(problemsOf(driven)).toEqual([]);
	});

	it('cuts durations after the third decimal', () => {
		const { rows } = drive(file(call({ duration_seconds: '14.9996' }), call({ duration_seconds: '0' })));
		expect(rows.map(({ quantity }) => quantity)).toEqual([0, 14_999]);
	});

	it('loses the guard of its texts against spreadsheets, and no other quote', () => {
		const names = ["'=1+1", "'+46", "'-x", "'@a", "''", "'＝a", "'ok", "O'Hara", "'", "'ｅ"];
		const { rows } = drive(file(...names.map((agent, k) => row({ agent, id: `'=${k}`, case_id: "''k" }))));
		expect(rows.map(({ agent }) => agent)).toEqual([
			'=1+1',
			'+46',
			'-x',
			'@a',
			"'",
			'＝a',
			"'ok",
			"O'Hara",
			"'",
			"'ｅ"
		]);
		expect(rows.map(({ id }) => id)).toEqual(names.map((_, k) => `=${k}`));
		expect(rows[0]?.caseId).toBe("'k");
	});

	it('passes over rows with nothing in them', () => {
		const { result } = drive(file(ROW, ',,,,,,,,,,', '', ',,', ROW));
		expect(result.kind === 'done' && result.summary).toMatchObject({ rows: 2, kept: 2, leftOut: 0 });
	});

	it('takes empty fields beyond the header, as a delimiter at the end of lines makes them', () => {
		expect(drive(file(`${ROW},`, `${ROW},,`)).rows.length).toBe(2);
		expect(
			drive(`channel,started_at,messages,\nchat,2026-03-01T05:00:00Z,2,\nchat,2026-03-01T05:00:00Z,2\n`).rows
				.length
		).toBe(2);
	});

	it('is summed up', () => {
		const { result } = drive(
			file(
				row({ started_at: '2026-03-02T03:00:00Z' }),
				call(),
				call({ started_at: '2026-03-03T12:00:00Z', duration_seconds: '0.5' }),
				'x,y'
			),
			{ contractZone: zoneOf('America/Toronto') }
		);
		if (result.kind === 'refused') throw new Error(result.refusal.code);
		const { firstStart, lastStart, coverage, ...rest } = result.summary;
		expect([firstStart, lastStart, coverage.from, coverage.to].map(formatInstant)).toEqual([
			'2026-03-01T05:00:00.000Z',
			'2026-03-03T12:00:00.000Z',
			'2026-03-01T05:00:00.000Z',
			'2026-03-03T12:00:00.000Z'
		]);
		expect(rest).toEqual({
			rows: 4,
			kept: 3,
			joined: 0,
			excluded: 0,
			leftOut: 1,
			chat: { interactions: 1, messages: 3 },
			voice: { interactions: 2, ms: 61_500 }
		});
	});
});

describe('a row that cannot be read', () => {
	it('is reported with line, column, value and reason', () => {
		const long = 'x'.repeat(150);
		const rows: [string, string][] = [
			[row({ started_at: '' }), 'started_at |  | missing'],
			[row({ started_at: '2026-02-30T00:00Z' }), 'started_at | 2026-02-30T00:00Z | badDate'],
			[row({ started_at: '2026-02-03T25:00Z' }), 'started_at | 2026-02-03T25:00Z | badTime'],
			[row({ started_at: '2026-02-03' }), 'started_at | 2026-02-03 | noTime'],
			[row({ started_at: '2026-02-03 10:00' }), 'started_at | 2026-02-03 10:00 | noOffset'],
			[row({ channel: '' }), 'channel |  | missing'],
			[row({ channel: long }), `channel | ${'x'.repeat(100)} | unknownChannel`],
			[row({ class: 'gold' }), 'class | gold | unknownClass'],
			[row({ messages: '' }), 'messages |  | missing'],
			[row({ messages: 'two' }), 'messages | two | badNumber'],
			[row({ messages: '2.5' }), 'messages | 2.5 | fraction'],
			[row({ messages: '-2' }), 'messages | -2 | negative'],
			[row({ messages: '4294967295' }), 'messages | 4294967295 | tooLarge'],
			[call({ duration_seconds: '' }), 'duration_seconds |  | missing'],
			[call({ duration_seconds: '1:05' }), 'duration_seconds | 1:05 | badDuration'],
			[call({ duration_seconds: '-0.001' }), 'duration_seconds | -0.001 | negative'],
			[call({ duration_seconds: '9999999' }), 'duration_seconds | 9999999 | tooLarge'],
			[call({ duration_seconds: '', ended_at: 'late' }), 'ended_at | late | badDate'],
			[
				call({ duration_seconds: '', ended_at: '2026-03-01T04:59:59.999Z' }),
				'ended_at | 2026-03-01T04:59:59.999Z | endBeforeStart'
			],
			[call({ ended_at: '2026-03-01T04:00:00Z' }), 'ended_at | 2026-03-01T04:00:00Z | endBeforeStart'],
			[row({ ended_at: '2026-03-01T04:00:00Z' }), 'ended_at | 2026-03-01T04:00:00Z | endBeforeStart'],
			[
				call({ duration_seconds: '', ended_at: '2027-03-01T04:00:00Z' }),
				'ended_at | 2027-03-01T04:00:00Z | tooLarge'
			],
			['a,b', ' | a,b | ragged'],
			[`${ROW},more`, ` | ${ROW},more | ragged`],
			[row({ agent: '"Ada" L' }), ` | ${row({ agent: '"Ada" L' })} | strayQuote`],
			[row({ id: '"i' }), ` | ${row({ id: '"i' })} | unclosedQuote`]
		];
		const driven = drive(file(ROW, ...rows.map(([text]) => text)));
		expect(problemsOf(driven)).toEqual(rows.map(([, report], k) => `${k + 3} | ${report}`));
		expect(driven.rows.length).toBe(1);
		const { problemCounts } = driven.result.reports;
		expect([...problemCounts.values()].reduce((a, b) => a + b)).toBe(rows.length);
		expect(problemCounts.get('missing')).toBe(4);
	});

	it('is one whose kept texts are no UTF-8', () => {
		for (const name of ['id', 'agent', 'entity', 'case_id', 'outcome'] as const) {
			const bytes = utf8(file(row({ id: 'first' }), row({ [name]: 'R~mi' })));
			bytes[bytes.indexOf(126)] = 0xe9;
			const { layout, header } = sniffed(file(ROW));
			const run = createImport({
				mapping: canonicalMapping(header) as Mapping,
				layout,
				header,
				zone: null,
				contractZone: UTC,
				decode,
				onBlock: () => undefined
			});
			run.push(bytes);
			const { reports } = run.finish();
			expect(reports.problems).toEqual([{ line: 3, column: name, value: 'R\uFFFDmi', reason: 'notText' }]);
			expect([run.rows, run.kept]).toEqual([2, 1]);
		}
	});

	it('is named where date and time are two columns, and where a field is missing altogether', () => {
		const two = drive(
			`${SPLIT}990231\t7:02:47\tA\t1\t1\n990201\t7:62\tA\t1\t1\n990201\t\tA\t1\t1\n\t7:00\tA\t1\t1\n990201\t7:00\tA\t1\t\n`,
			{ mapping: SPLIT_MAPPING, zone: UTC }
		);
		expect(problemsOf(two)).toEqual([
			'3 | day | 990231 | badDate',
			'4 | clock | 7:62 | badTime',
			'5 | clock |  | missing',
			'6 | day |  | missing',
			'7 | talk_time |  | missing'
		]);
		const calls = drive(
			'channel,started_at,messages\nchat,2026-03-01T05:00:00Z,1\nvoice,2026-03-01T05:00:00Z,1\n'
		);
		expect(problemsOf(calls)).toEqual(['3 | duration_seconds |  | missing']);
	});

	it('is a row of totals where it begins as one and lacks what a call has', () => {
		const driven = drive(
			file(
				ROW,
				'Total,,,,,,,3,120,,',
				'Grand total:,2 calls',
				'SUMME,,,,,,,,,,',
				'Totaux,x',
				'total,yesterday,,,,,,,,,'
			)
		);
		expect(driven.rows).toHaveLength(1);
		expect(problemsOf(driven)).toEqual([
			'3 |  | Total | totals',
			'4 |  | Grand total: | totals',
			'5 |  | SUMME | totals',
			'6 |  | Totaux | totals',
			'7 |  | total | totals'
		]);
		// A call of an agent of such a name is one.
		expect(problemsOf(drive(file(row({ id: 'Total' }))))).toEqual([]);
		expect(problemsOf(drive(file(row({ id: 'Totally', started_at: 'x' }))))).toEqual([
			'2 | started_at | x | badDate'
		]);
	});

	it('is a row with the names of the columns, as files put together have it', () => {
		const names = file().trimEnd();
		const driven = drive(file(ROW, names, ` ${names.replace(/,/g, ' ,')} `, `\uFEFF${names}`, ROW, 'x,y'));
		expect(driven.rows).toHaveLength(2);
		expect(problemsOf(driven)).toEqual([
			'3 |  | id | names',
			'4 |  |  id  | names',
			'5 |  | \uFEFFid | names',
			'7 |  | x,y | ragged'
		]);
		// What was read before lies behind a row that is too short.
		expect(problemsOf(drive(file('x,y', ROW)))).toEqual(['2 |  | x,y | ragged']);
	});

	it('ends the import where it names other columns: what is below would be read as what it is not', () => {
		const text = (again: string) => `Start,Wait,Talk,Channel\n2026-11-20T09:00:00Z,5,60,call\n${again}\n`;
		const of = (again: string) => {
			const { layout, header } = sniffed(text(again));
			const mapping: Mapping = {
				...SPLIT_MAPPING,
				start: { date: 0, time: null },
				dateForm: 'ymd',
				agent: null,
				duration: { column: 2 },
				further: []
			};
			const run = createImport({
				mapping,
				layout,
				header,
				zone: UTC,
				contractZone: UTC,
				decode,
				onBlock: () => undefined
			});
			return run.push(utf8(text(again)));
		};
		const refusal = { code: 'otherColumns', params: { line: 3 } };
		expect(of('Start,Talk,Wait,Channel')).toEqual(refusal);
		expect(of('Start,Hold,Talk,Channel')).toEqual(refusal);
		expect(of('\uFEFF"Start",Talk,Wait,Channel,Note')).toEqual(refusal);
		expect(of('Start, Wait ,Talk,Channel')).toBeNull();
		expect(of('Start of the week,5,60,call')).toBeNull();
	});

	it('is counted beyond the reports that are kept', () => {
		const { result } = drive(file(ROW, ...Array.from({ length: REPORT_LIMIT + 5 }, () => 'x,y')));
		expect(result.reports.problems.length).toBe(REPORT_LIMIT);
		expect(result.reports.problemCounts.get('ragged')).toBe(REPORT_LIMIT + 5);
		expect(result.kind === 'done' && result.summary.leftOut).toBe(REPORT_LIMIT + 5);
	});

	it('leads to a refusal where all rows are such', () => {
		const { result } = drive(file('x,y', row({ messages: '' })));
		expect(result.kind === 'refused' && result.refusal).toEqual({
			code: 'noRows',
			params: { read: 2, leftOut: 2 }
		});
		expect(result.reports.problems.length).toBe(2);
	});
});

describe('another layout', () => {
	it('is read from two columns of date and time, in its zone, with constants and further durations', () => {
		const { rows } = drive(`${SPLIT}990201\t7:00:00\tNO_SERVER\tn/a\t0\n`, {
			mapping: SPLIT_MAPPING,
			zone: { name: 'Asia/Jerusalem', at: [], offset: [2 * HOUR_MS] }
		});
		expect(
			rows.map(({ start, kind, quantity, agent, durations }) => [start, kind, quantity, agent, durations])
		).toEqual([
			['1999-02-01T05:00:00.000Z', KIND_VOICE | KIND_STANDARD, 0, 'NO_SERVER', [NO_DURATION]],
			['1999-02-01T05:02:47.000Z', KIND_VOICE | KIND_STANDARD, 166_000, 'DORIT', [9_000]]
		]);
	});

	it('has names without what keeps spreadsheets from reading numbers in them, and else as they are', () => {
		const names = [' Zoë ', '="+46855501000"', '"=""00123"""', '=""', '=1+1', '="a', "'+46", '='];
		const { rows } = drive(
			`day;clock;who;wait;talk\n${names.map((who, k) => `990201;7:00:0${k};${who};0;0\n`).join('')}`,
			{ mapping: SPLIT_MAPPING, zone: UTC }
		);
		expect(rows.map(({ agent }) => agent)).toEqual([
			' Zoë ',
			'+46855501000',
			'00123',
			'=""',
			'=1+1',
			'="a',
			"'+46",
			'='
		]);
	});

	it('keeps a row whose further duration is none, and says so', () => {
		const driven = drive(`${SPLIT}990201\t7:00:00\tX\tn/a\t0\n990201\t7:00:00\tX\t\t0\n`, {
			mapping: SPLIT_MAPPING,
			zone: UTC
		});
		expect(driven.rows.length).toBe(3);
		expect(noticesOf(driven)).toEqual(['3 | wait_time | n/a | furtherUnread']);
	});

	it('takes its messages, channel and class from constants or from synonyms', () => {
		const mapping: Mapping = {
			...EMPTY_MAPPING,
			start: { date: 0, time: null },
			dateForm: 'ymd',
			zone: 'UTC',
			channel: { constant: 'chat' },
			class: { constant: 'premium' },
			messages: { constant: '1' },
			agent: { constant: 'Bot' }
		};
		const text = 'TIMESTAMP,tokens\r\n2023-11-16 18:15:46.6805900,374\r\n2023-11-16 18:15:50.9951690,396';
		expect(
			drive(text, { mapping, zone: UTC }).rows.map(({ start, kind, quantity, agent }) => [
				start,
				kind,
				quantity,
				agent
			])
		).toEqual([
			['2023-11-16T18:15:46.680Z', KIND_PREMIUM, 1, 'Bot'],
			['2023-11-16T18:15:50.995Z', KIND_PREMIUM, 1, 'Bot']
		]);
		const words = {
			...mapping,
			channel: { column: 1 },
			duration: { constant: '1:30' },
			durationForm: 'm:ss'
		} as const;
		const { rows } = drive('when,what\n2023-11-16 18:00,Phone\n2023-11-16 18:00,Message\n', {
			mapping: words,
			zone: UTC
		});
		expect(rows.map(({ kind, quantity }) => [kind & KIND_VOICE, quantity])).toEqual([
			[0, 1],
			[KIND_VOICE, 90_000]
		]);
	});

	it('leaves a quote before a formula where it stands, since it is not ours', () => {
		const { rows } = drive(`day\tclock\twho\twait_time\ttalk_time\n990201\t7:02:47\t'=x\t9\t166\n`, {
			mapping: SPLIT_MAPPING,
			zone: UTC
		});
		expect(rows[0]?.agent).toBe("'=x");
	});

	it('needs a complete mapping, and the table of its zone', () => {
		const options = {
			layout: { delimiter: ',', header: 1, before: 1, numbering: 'lines' as const },
			header: ['a'],
			zone: null,
			contractZone: UTC,
			decode,
			onBlock: () => undefined
		};
		expect(() => createImport({ ...options, mapping: EMPTY_MAPPING })).toThrow('incomplete');
		expect(() => createImport({ ...options, mapping: SPLIT_MAPPING })).toThrow('zone');
	});
});

describe('notices', () => {
	const mapping: Mapping = { ...(canonicalMapping(HEADER.split(',')) as Mapping), zone: 'America/Toronto' };

	it('tell of repeated and skipped local times and of leap seconds; the rows are kept', () => {
		const driven = drive(
			file(
				row({ started_at: '2026-11-01 01:30' }),
				row({ started_at: '2026-03-08 02:30' }),
				row({ started_at: '2016-12-31T23:59:60Z' }),
				row({ started_at: '2026-11-01T01:30-05:00' }),
				row({ started_at: '2026-11-01 01:30', messages: '' })
			),
			{ mapping, zone: zoneOf('America/Toronto') }
		);
		expect(noticesOf(driven)).toEqual([
			'2 | started_at | 2026-11-01 01:30 | repeatedHour',
			'3 | started_at | 2026-03-08 02:30 | skippedTime',
			'4 | started_at | 2016-12-31T23:59:60Z | leapSecond'
		]);
		expect(driven.rows.map(({ line, start }) => [line, start])).toEqual([
			[4, '2017-01-01T00:00:00.000Z'],
			[3, '2026-03-08T07:30:00.000Z'],
			[2, '2026-11-01T05:30:00.000Z'],
			[5, '2026-11-01T06:30:00.000Z']
		]);
		expect(problemsOf(driven).length).toBe(1);
	});
});

const anyRow = fc
	.record({
		minute: fc.integer({ min: 0, max: 4000 }),
		voice: fc.boolean(),
		quantity: fc.integer({ min: 0, max: 5 }),
		agent: fc.constantFrom('Ada', 'Bob', '', 'Zoé'),
		id: fc.string({ unit: 'grapheme', maxLength: 4 }),
		caseId: fc.constantFrom('', 'k1', 'k2', 'k3'),
		broken: fc.integer({ min: 0, max: 9 })
	})
	.map(({ minute, voice, quantity, agent, id, caseId, broken }) =>
		row({
			id: `"${id.replaceAll('"', '""')}"`,
			started_at: broken === 0 ? 'never' : formatInstant(1.7e12 + minute * 60_000),
			channel: voice ? 'voice' : 'chat',
			messages: voice ? '' : String(quantity),
			duration_seconds: voice ? String(quantity) : '',
			agent,
			case_id: caseId
		})
	);
const anyFile = fc.array(anyRow, { minLength: 1, maxLength: 40 }).map((rows) => file(ROW, ...rows));
const byLine = <T extends { line: number }>(rows: readonly T[]) => rows.toSorted((a, b) => a.line - b.line);

describe('an import', () => {
	it('reads the same rows however the file is cut', () => {
		fc.assert(
			fc.property(anyFile, fc.integer({ min: 1, max: 50 }), (text, chunk) => {
				const cut = drive(text, { chunk });
				const whole = drive(text);
				expect(cut.rows).toEqual(whole.rows);
				expect(cut.result).toEqual(whole.result);
				expect(cut.blocks).toEqual(whole.blocks);
			})
		);
	});

	it('reads the same rows whatever the size of a block', () => {
		fc.assert(
			fc.property(anyFile, fc.integer({ min: 1, max: 20 }), (text, blockRows) => {
				const small = drive(text, { blockRows });
				const whole = drive(text);
				expect(byLine(small.rows)).toEqual(byLine(whole.rows));
				expect(small.result).toEqual(whole.result);
				expect(small.blocks.map(({ seq }) => seq)).toEqual([...small.blocks.keys()]);
				// Full, or at the end of their month.
				const monthEnd = new MonthEnd(UTC, blockRows);
				const sizes: number[] = [];
				let rows = 0;
				for (const { start } of byLine(whole.rows)) {
					const ends = monthEnd.before(Date.parse(start), rows);
					if (ends) sizes.push(rows);
					rows = ends ? 1 : rows + 1;
					if (rows === blockRows) sizes.push(rows);
					rows %= blockRows;
				}
				expect(small.blocks.map((block) => block.rows)).toEqual(rows > 0 ? [...sizes, rows] : sizes);
			})
		);
	});

	it('keeps the rows of a block by start, then chat before voice, then fewer first, then as in the file', () => {
		fc.assert(
			fc.property(anyFile, (text) => {
				const { rows } = drive(text);
				const order = (r: (typeof rows)[number]) => [
					Date.parse(r.start),
					r.kind & KIND_VOICE,
					r.quantity,
					r.line
				];
				const sorted = rows.toSorted((a, b) => {
					const [x, y] = [order(a), order(b)];
					const k = x.findIndex((value, i) => value !== y[i]);
					return k < 0 ? 0 : (x[k] as number) - (y[k] as number);
				});
				expect(rows).toEqual(sorted);
			})
		);
	});

	it('gives equal rows equal keys, in whatever file and place they stand', () => {
		fc.assert(
			fc.property(fc.array(anyRow, { minLength: 2, maxLength: 20 }), (rows) => {
				const one = drive(file(ROW, ...rows));
				const two = drive(file(...rows.toReversed(), ROW), { blockRows: 3 });
				const keys = (driven: typeof one) => driven.rows.map(({ key }) => key).sort();
				expect(keys(two)).toEqual(keys(one));
			})
		);
	});

	it('knows the names of every block that it hands out', () => {
		const { layout, header } = sniffed(file(ROW));
		const known: string[][] = [];
		const run = createImport({
			mapping: canonicalMapping(header) as Mapping,
			layout,
			header,
			zone: null,
			contractZone: UTC,
			decode,
			onBlock: () => known.push([...run.names.agents, ...run.names.entities]),
			blockRows: 1
		});
		run.push(
			utf8(file(ROW, row({ agent: 'Bob' }), row({ agent: 'Ada', entity: '' }), row({ entity: 'Phone' }), ''))
		);
		expect(known).toEqual([
			['', 'Ada', '', 'Web'],
			['', 'Ada', 'Bob', '', 'Web'],
			['', 'Ada', 'Bob', '', 'Web'],
			['', 'Ada', 'Bob', '', 'Web', 'Phone']
		]);
	});

	it('ends at a line that is too long', () => {
		const { layout, header } = sniffed(file(ROW));
		const blocks: unknown[] = [];
		const run = createImport({
			mapping: canonicalMapping(header) as Mapping,
			layout,
			header,
			zone: null,
			contractZone: UTC,
			decode,
			onBlock: (block) => blocks.push(block)
		});
		expect(run.push(utf8(`${file(ROW)}\n`))).toBe(null);
		const piece = new Uint8Array(1 << 20).fill(120);
		let refusal = null;
		let pushed = 0;
		while (!refusal && pushed < 40) {
			refusal = run.push(piece);
			pushed++;
		}
		expect(refusal).toEqual({ code: 'lineTooLong', params: { line: 3, limit: LINE_LIMIT } });
		expect(pushed).toBe(LINE_LIMIT / piece.length + 1);
		expect(run.push(piece)).toEqual(refusal);
		const result = run.finish();
		expect(result.kind === 'refused' && result.refusal).toEqual(refusal);
		expect(blocks).toEqual([]);
	});
});

describe('a preview', () => {
	it('shows the first rows in the order of the file, as they will be read', () => {
		const text = file(call({ started_at: '2026-03-02T05:00:00Z' }), ROW, 'x,y', row({ id: 'last' }));
		const { layout, header } = sniffed(text);
		const options = {
			mapping: canonicalMapping(header) as Mapping,
			layout,
			header,
			zone: null,
			contractZone: UTC,
			decode
		};
		const whole = preview(utf8(text), true, options, 50);
		expect(whole.rows.map(({ line, channel, quantity }) => [line, channel, quantity])).toEqual([
			[2, 'voice', 61_000],
			[3, 'chat', 3],
			[5, 'chat', 3]
		]);
		expect(whole.rows[0]).toEqual({
			line: 2,
			start: Date.UTC(2026, 2, 2, 5),
			channel: 'voice',
			class: 'standard',
			agent: 'Ada',
			entity: 'Web',
			outcome: 'handled',
			quantity: 61_000,
			caseId: 'k',
			id: 'i'
		});
		expect(whole.reports.problems.length).toBe(1);
		expect(preview(utf8(text), false, options, 50).rows.length).toBe(2);
		expect(preview(utf8(text), true, options, 1).rows.length).toBe(1);
	});
});

describe('merge-sorting a layer', () => {
	it('gives what one big block would have held', () => {
		fc.assert(
			fc.property(
				anyFile,
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 1, max: 9 }),
				(text, from, to) => {
					const { blocks, result } = drive(text, { blockRows: from });
					const merged = [...mergeBlocks(blocks, to)];
					if (result.kind === 'refused') throw new Error(result.refusal.code);
					expect(rowsOf(merged, result.dictionaries)).toEqual(drive(text).rows);
					expect(merged.every(({ num, text: texts }) => verify(num) && verify(texts))).toBe(true);
					for (const { rows } of merged.slice(0, -1)) expect(rows).toBe(to);
				}
			)
		);
	});

	it('is due when many blocks reach into the same hours', () => {
		const span = (from: number, to: number) => ({ minStart: from * HOUR_MS, maxStart: to * HOUR_MS + 1 });
		expect(overlapPerHour([])).toBe(0);
		expect(overlapPerHour([span(0, 9)])).toBe(1);
		expect(overlapPerHour([span(0, 9), span(10, 19), span(40, 49)])).toBe(1);
		expect(overlapPerHour([span(0, 9), span(9, 18)])).toBeCloseTo(20 / 19);
		expect(overlapPerHour([span(30, 39), span(0, 9), span(0, 9), span(5, 9)])).toBe(35 / 20);
	});
});
