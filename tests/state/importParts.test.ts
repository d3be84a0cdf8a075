import { describe, expect, it } from 'vitest';
import { EMPTY_MAPPING, type Proposal } from '$lib/engine/ingest';
import { csv } from '$lib/components/download';
import {
	choiceOf,
	lengthsOffered,
	withDuration,
	withFurther,
	withSource,
	withStart
} from '$lib/state/mapping';
import { dayOf, instantOf, localFields, wholeDays } from '$lib/state/moments';
import { Pace } from '$lib/state/pace';

const TORONTO = 'America/Toronto';

describe('choices of a mapping', () => {
	it('stand for a column, one text for all rows, or nothing', () => {
		expect(choiceOf(withSource(EMPTY_MAPPING, 'channel', 'c3').channel)).toBe('c3');
		expect(choiceOf(withSource(EMPTY_MAPPING, 'channel', '=voice').channel)).toBe('=voice');
		expect(withSource(EMPTY_MAPPING, 'agent', '').agent).toBeNull();
	});

	it('never take date and time from one column twice', () => {
		const two = withStart(withStart(EMPTY_MAPPING, 'date', 'c0'), 'time', 'c1');
		expect(two.start).toEqual({ date: 0, time: 1 });
		expect(withStart(two, 'date', 'c1').start).toEqual({ date: 1, time: null });
		expect(withStart(two, 'time', 'c0').start).toEqual({ date: 0, time: null });
	});

	it('keep the length that was rated when another is', () => {
		const mapping = {
			...EMPTY_MAPPING,
			duration: { column: 2 },
			durationForm: 'seconds' as const,
			further: [{ column: 3, name: 'Billed', form: 'minutes' as const }]
		};
		const proposal: Proposal = { mapping, fields: {} as Proposal['fields'], questions: [], open: [] };
		expect(lengthsOffered(proposal).map(({ column }) => column)).toEqual([2, 3]);
		const changed = withDuration(mapping, proposal, ['', '', 'Talk', 'Billed'], 'c3');
		expect(changed).toMatchObject({
			duration: { column: 3 },
			durationForm: 'minutes',
			further: [{ column: 2, name: 'Talk', form: 'seconds' }]
		});
		const talk = changed.further[0];
		if (!talk) throw new Error('nothing was kept');
		expect(withFurther(changed, talk, false).further).toEqual([]);
	});
});

describe('moments of a person', () => {
	it('are read on the clock of the zone', () => {
		expect(instantOf('2026-11-16', '14:05', TORONTO)).toBe(Date.UTC(2026, 10, 16, 19, 5));
		expect(localFields(Date.UTC(2026, 10, 16, 19, 5), TORONTO)).toEqual({
			date: '2026-11-16',
			time: '14:05'
		});
		expect(dayOf(Date.UTC(2026, 10, 17, 4, 59), TORONTO)).toBe('2026-11-16');
	});

	it('are none where date or time is wanting', () => {
		expect(instantOf('', '14:05', TORONTO)).toBeNull();
		expect(instantOf('2026-02-30', '14:05', TORONTO)).toBeNull();
		expect(instantOf('2026-11-16', '', TORONTO)).toBeNull();
	});

	it('make whole days from midnight to midnight, also where clocks change', () => {
		expect(wholeDays('2026-11-01', '2026-11-30', TORONTO)).toEqual({
			from: Date.UTC(2026, 10, 1, 4),
			to: Date.UTC(2026, 11, 1, 5)
		});
		expect(wholeDays('2026-11-02', '2026-11-01', TORONTO)).toBeNull();
	});
});

describe('the pace of reading', () => {
	const at = (bytes: number) => ({
		phase: 'reading' as const,
		rows: bytes / 100,
		bytes,
		totalBytes: 1_000_000
	});

	it('is not guessed from the first moments', () => {
		const pace = new Pace();
		expect(pace.add(at(0), 0)).toBeNull();
		expect(pace.add(at(1_000), 100)).toBeNull();
	});

	it('rests on the last two seconds', () => {
		const pace = new Pace();
		for (let second = 0; second <= 10; second++) pace.add(at(second * 1_000), second * 1_000);
		const fast = [11, 12, 13]
			.map((second) => pace.add(at(10_000 + (second - 10) * 100_000), second * 1_000))
			.at(-1);
		expect(fast).toEqual({ rowsPerSecond: 1_000, totalRows: 10_000, secondsLeft: 6.9 });
	});
});

it('writes lists that spreadsheets cannot take for formulas', () => {
	expect(
		csv([
			['Line', 'Value'],
			[3, '=1+1'],
			[4, 'a,"b"'],
			[5, "'x"]
		])
	).toBe('Line,Value\r\n3,\'=1+1\r\n4,"a,""b"""\r\n5,\'\'x\r\n');
});
