import { describe, expect, test } from 'vitest';
import { broughtUp, outdated, propose, sniff, type Mapping } from '$lib/engine/ingest';

const decoder = new TextDecoder();
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

function proposed(header: string, rows: readonly string[]) {
	const bytes = new TextEncoder().encode(`${header}\n${rows.join('\n')}\n`);
	const found = sniff(bytes, 'calls.csv', bytes.length, decode);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	return propose(found.sniffed);
}

/** What the second file proves against how the first one was confirmed, and what is read then. */
function between(
	header: string,
	one: readonly string[],
	other: readonly string[],
	said: Partial<Mapping> = {}
) {
	const confirmed: Mapping = { ...proposed(header, one).mapping, channel: { constant: 'voice' }, ...said };
	const proposal = proposed(header, other);
	return { parts: outdated(confirmed, proposal), mapping: broughtUp(confirmed, proposal), confirmed };
}

describe('a file with the header of another one', () => {
	const ends = (lengths: readonly (readonly [end: string, length: string])[], month: string) =>
		lengths.map(
			([end, length], hour) => `2026-${month}-03T1${hour}:00:00Z;2026-${month}-03T1${end}Z;${length}`
		);
	const header = 'Start;End;Duration';
	const inSeconds = ends(
		[
			['0:02:00', '120'],
			['1:01:30', '90'],
			['2:05:00', '300'],
			['3:01:00', '60']
		],
		'11'
	);

	test('has its own unit where its ends prove it', () => {
		const inMinutes = ends(
			[
				['0:02:00', '2'],
				['1:01:30', '1.5'],
				['2:05:00', '5'],
				['3:01:00', '1']
			],
			'12'
		);
		const found = between(header, inSeconds, inMinutes);
		expect(found.parts).toEqual(['durationForm']);
		expect(found.mapping).toEqual({ ...found.confirmed, durationForm: 'minutes' });
		const again = ends(
			[
				['0:01:00', '60'],
				['1:00:30', '30'],
				['2:05:00', '300'],
				['3:01:00', '60']
			],
			'12'
		);
		expect(between(header, inSeconds, again).parts).toEqual([]);
	});

	test('is asked again where a spreadsheet made hours of the minutes that were confirmed', () => {
		const rows = (...lengths: readonly string[]) =>
			lengths.map((length, k) => `2026-11-0${k + 1}T08:00:00Z;${length}`);
		const said = { durationForm: 'm:ss' } as const;
		const found = between('Start;Duration', rows('1:03', '2:10'), rows('1:03:00', '2:10:00'), said);
		expect([found.parts, found.mapping.durationForm]).toEqual([['durationForm'], null]);
		const named = between('Start;Talk time (mm:ss)', rows('1:03', '2:10'), rows('1:03:00', '2:10:00'), said);
		expect([named.parts, named.mapping.durationForm]).toEqual([['durationForm'], 'm:ss:00']);
		expect(between('Start;Duration', rows('1:03', '2:10'), rows('4:03', '5:10'), said).parts).toEqual([]);
	});

	test('has its own order of dates where its values prove it, and the confirmed one where they do not', () => {
		const dates = (...list: readonly string[]) => list.map((date) => `${date} 08:00:00;120`);
		const dayFirst = dates('03/11/2026', '13/11/2026');
		const monthFirst = between('Start;Duration', dayFirst, dates('11/03/2026', '11/13/2026'));
		expect([monthFirst.parts, monthFirst.mapping.dateForm]).toEqual([['dateForm'], 'mdy']);
		expect(between('Start;Duration', dayFirst, dates('12/01/2026', '12/02/2026')).parts).toEqual([]);
	});

	test('is asked where a mark would make a thousand of what may be one and a half', () => {
		const lengths = (...list: readonly string[]) =>
			list.map((length, k) => `2026-11-0${k + 1}T08:00:00Z;${length}`);
		const header = 'Start;Duration in minutes';
		const found = between(header, lengths('1.5', '2.25'), lengths('1,500', '2,250'));
		expect(found.parts).toEqual(['marks']);
		expect(found.mapping.marks).toEqual([{ column: 1, decimal: null }]);
		expect(between(header, lengths('1,5', '2,25'), lengths('1,500', '2,250')).parts).toEqual([]);
		expect(between(header, lengths('1,5', '2,25'), lengths('1.5', '2.25')).mapping.marks).toEqual([
			{ column: 1, decimal: '.' }
		]);
	});

	test('is read in the zone that a column of it names', () => {
		const rows = (zone: string) => [8, 9].map((hour) => `2026-11-03 0${hour}:00:00;120;${zone}`);
		const header = 'Start;Duration;Timezone';
		const zone = 'America/Toronto';
		const found = between(header, rows(zone), rows('Europe/Paris'), { zone });
		expect([found.parts, found.mapping.zone]).toEqual([['zone'], 'Europe/Paris']);
		expect(between(header, rows(zone), rows(zone), { zone }).parts).toEqual([]);
		// A short name is no zone: many write it all year.
		expect(between(header, rows('EST'), rows('EDT'), { zone }).parts).toEqual([]);
	});

	test('leaves out what people handled, though there was none of it before', () => {
		const rows = (...by: readonly string[]) => by.map((name, k) => `2026-11-0${k + 1}T08:00:00Z;120;${name}`);
		const header = 'Start;Duration;Handled by';
		const found = between(header, rows('AI', 'AI', 'AI'), rows('AI', 'Human', 'AI'));
		expect(found.parts).toEqual(['leaveOut']);
		expect(found.mapping.leaveOut).toEqual([{ rule: 'people', column: 2 }]);
		expect(between(header, rows('AI', 'Human'), rows('AI', 'Human', 'AI')).parts).toEqual([]);
	});
});
