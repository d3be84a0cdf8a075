import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateTimeReader, type DateForm } from '$lib/engine/ingest/dates';
import { readDuration, type DurationForm } from '$lib/engine/ingest/durations';
import { LocalTimes } from '$lib/engine/ingest/localTimes';
import { FRACTION, NEGATIVE, readScaled, readWhole, type Marks } from '$lib/engine/ingest/numbers';
import { channelReader, UNKNOWN_WORD } from '$lib/engine/ingest/words';
import { utf8 } from '$lib/engine/table';
import { formatInstant, HOUR_MS, parseInstant, readLocal, UTC } from '$lib/engine/time';
import { runs } from '../../support/runs';
import { zoneOf } from '../../support/zones';

/** The value lies inside a larger buffer, as in a file. */
function within(text: string): [Uint8Array, number, number] {
	const bytes = utf8(`9,${text},9`);
	return [bytes, 2, bytes.length - 2];
}

const scaled = (text: string, unit: number, marks: Marks = '.') => readScaled(...within(text), unit, marks);

describe('numbers', () => {
	it('are cut to whole units, never rounded', () => {
		expect(scaled('63', 1000)).toBe(63_000);
		expect(scaled('14.9996', 1000)).toBe(14_999);
		expect(scaled('1.05', 60_000)).toBe(63_000);
		expect(scaled('.5', 1000)).toBe(500);
		expect(scaled('7.', 1000)).toBe(7_000);
		expect(scaled(' 1,5\t', 1000, ',')).toBe(1_500);
		expect(scaled('1\u00a0234,5\u202f\u00a0', 1000, ',')).toBe(1_234_500);
		expect(scaled('63\u00a0', 1000)).toBe(63_000);
		expect(scaled('-63\u2009', 1000)).toBe(NEGATIVE);
		expect([scaled('\u00a0', 1000), scaled('63\u00a0', 1000, 'plain')]).toEqual([NaN, NaN]);
		expect(scaled('0.29', 100)).toBe(29);
		expect(scaled('0.00001666666666666666666667', 60_000)).toBe(1);
		expect(scaled('0.00001666666666666666666666', 60_000)).toBe(0);
	});

	it('agree with exact arithmetic, however many digits there are', () => {
		const digits = fc
			.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 18 })
			.map((list) => list.join(''));
		fc.assert(
			fc.property(fc.nat(99_999), digits, fc.constantFrom(1, 1000, 60_000), (whole, fraction, unit) => {
				const exact = (BigInt(`${whole}${fraction}`) * BigInt(unit)) / 10n ** BigInt(fraction.length);
				const answer = exact > 0xffff_fffen ? Infinity : Number(exact);
				expect(scaled(`${whole}.${fraction}`, unit)).toBe(answer);
			}),
			{ numRuns: runs(500) }
		);
	});

	it('are not numbers with a sign, an exponent, or the other decimal mark', () => {
		for (const text of ['', '-', '.', '+5', '1e3', '1,5', '1.2.3', '0x10', '12 3', 'NaN', '٣']) {
			expect(scaled(text, 1000)).toBeNaN();
		}
		expect(scaled('1.5', 1000, ',')).toBeNaN();
		expect(scaled('-0.01', 1000)).toBe(NEGATIVE);
		expect(scaled('-0', 1000)).toBe(0);
		expect(scaled('4294967.295', 1000)).toBe(Infinity);
		expect(scaled('4294967.294', 1000)).toBe(4_294_967_294);
		expect(scaled('9'.repeat(500), 1)).toBe(Infinity);
	});

	it('are whole messages, or a fraction of one', () => {
		const whole = (text: string) => readWhole(...within(text), '.');
		expect([whole('5'), whole('5.00'), whole('0'), whole('5.5'), whole('5.0001'), whole('-1')]).toEqual([
			5,
			5,
			0,
			FRACTION,
			FRACTION,
			NEGATIVE
		]);
		expect(whole('five')).toBeNaN();
	});
});

describe('durations', () => {
	const read = (text: string, form: DurationForm, decimal: '.' | ',' = '.') =>
		readDuration(...within(text), form, decimal);

	it('written as floats are the milliseconds they stand for, and finer digits are cut', () => {
		for (let ms = 0; ms <= 90_000; ms += 250) {
			expect(read(String(ms / 60_000), 'minutes'), `${ms} ms in minutes`).toBe(ms);
			// As spreadsheets write them, and as they take the difference of two dates.
			expect(read((ms / 60_000).toPrecision(17), 'minutes'), `${ms} ms in 17 digits`).toBe(ms);
			const at = 46_329.333_333_333_336;
			expect(read(((at + ms / 86_400_000 - at) * 86_400).toFixed(12), 'seconds'), `${ms} ms`).toBe(ms);
		}
		expect(read('1,234.0166666666666', 'minutes', '.')).toBe(1_234 * 60_000 + 1_000);
		expect([read('14.9996', 'seconds'), read('14.99996123456', 'seconds')]).toEqual([14_999, 14_999]);
	});

	it('are read in each form', () => {
		expect(read('166', 'seconds')).toBe(166_000);
		expect(read('14,9996', 'seconds', ',')).toBe(14_999);
		expect(read('1.05', 'minutes')).toBe(63_000);
		expect(read('61000', 'milliseconds')).toBe(61_000);
		expect(read('61000.9', 'milliseconds')).toBe(61_000);
		expect(read('0:01:45', 'h:mm:ss')).toBe(105_000);
		expect(read('0 days 00:01:03.5', 'h:mm:ss')).toBe(63_500);
		expect(read('1 day, 2:03:04', 'h:mm:ss')).toBe(26 * HOUR_MS + 184_000);
		expect(read('1 week 2:03:04', 'h:mm:ss')).toBeNaN();
		expect(read('100:00:00.2509', 'h:mm:ss')).toBe(100 * HOUR_MS + 250);
		expect(read('00:00:07,5', 'h:mm:ss')).toBe(7_500);
		expect(read('1:45', 'm:ss')).toBe(105_000);
		expect(read('125:00', 'm:ss')).toBe(125 * 60_000);
		// Hours among minutes and seconds.
		expect([read('1:03:00', 'm:ss'), read('0:01:45', 'm:ss')]).toEqual([3_780_000, 105_000]);
		// As a spreadsheet writes them that took them for hours and minutes.
		expect([read('1:03:00', 'm:ss:00'), read('61:33:00', 'm:ss:00')]).toEqual([63_000, 3_693_000]);
	});

	it('are nothing in another form', () => {
		for (const text of ['1:45', '0:60:00', '0:00:60', '0:1:45', '::', '0:00:05x', '1 h', '']) {
			expect(read(text, 'h:mm:ss')).toBeNaN();
		}
		for (const text of ['1:60', '1:5', ':30', '90', '1:03:60']) expect(read(text, 'm:ss')).toBeNaN();
		for (const text of ['1:03', '1:03:07', '1:00', '']) expect(read(text, 'm:ss:00')).toBeNaN();
		expect(read('-0:00:05', 'h:mm:ss')).toBe(NEGATIVE);
		expect(read('-1', 'seconds')).toBe(NEGATIVE);
		expect(read('1200:00:00', 'h:mm:ss')).toBe(Infinity);
	});
});

/** What a reader of one column makes of texts one after the other, as UTC where they say no offset. */
function instants(form: DateForm, texts: readonly (string | readonly [string, string])[]): string[] {
	const reader = new DateTimeReader(form);
	return texts.map((text) => {
		const [date, time] = typeof text === 'string' ? [text, ''] : text;
		const bytes = utf8(`9,${date},${time},9`);
		const dateEnd = 2 + utf8(date).length;
		const timeEnd = dateEnd + 1 + utf8(time).length;
		if (!reader.read(bytes, 2, dateEnd, dateEnd + 1, timeEnd)) return reader.problem;
		return formatInstant(reader.local - (Number.isNaN(reader.offset) ? 0 : reader.offset));
	});
}

describe('instants', () => {
	it('are read as ISO 8601 writes them', () => {
		expect(
			instants('ymd', [
				'2026-03-01T05:00:00.000Z',
				'2026-03-01T05:00:00Z',
				'2026-03-01 05:00',
				'2026-03-01T05:00:00+01:00',
				'2026-03-01T05:00:00.5-0330',
				'2026-03-01T05:00:00,25+05',
				'2026-03-01T24:00:00Z',
				'2024-02-29t23:59:59z',
				'0001-01-01T00:00:00Z'
			])
		).toEqual([
			'2026-03-01T05:00:00.000Z',
			'2026-03-01T05:00:00.000Z',
			'2026-03-01T05:00:00.000Z',
			'2026-03-01T04:00:00.000Z',
			'2026-03-01T08:30:00.500Z',
			'2026-03-01T00:00:00.250Z',
			'2026-03-02T00:00:00.000Z',
			'2024-02-29T23:59:59.000Z',
			'0001-01-01T00:00:00.000Z'
		]);
	});

	it('are cut to the millisecond, before 1970 too', () => {
		expect(
			instants('ymd', [
				'2023-11-16 18:15:46.6805900',
				'2023-11-16 18:15:46.9999999',
				'1969-12-31T23:59:59.9999Z'
			])
		).toEqual(['2023-11-16T18:15:46.680Z', '2023-11-16T18:15:46.999Z', '1969-12-31T23:59:59.999Z']);
	});

	it('are read day first, month first, or without marks', () => {
		expect(instants('dmy', ['31/12/2026 9:05', '1.2.99 09:05:06', '01-02-2026 12:00 AM'])).toEqual([
			'2026-12-31T09:05:00.000Z',
			'1999-02-01T09:05:06.000Z',
			'2026-02-01T00:00:00.000Z'
		]);
		expect(instants('mdy', ['12/31/2026 3:05 PM', '1/2/69 11:59:59 p.m.', '11/20/2026 12:30pm'])).toEqual([
			'2026-12-31T15:05:00.000Z',
			'2069-01-02T23:59:59.000Z',
			'2026-11-20T12:30:00.000Z'
		]);
		expect(instants('yyyymmdd', ['20190422135716', '20190422 13:57', '20190422T135716.5Z'])).toEqual([
			'2019-04-22T13:57:16.000Z',
			'2019-04-22T13:57:00.000Z',
			'2019-04-22T13:57:16.500Z'
		]);
		expect(
			instants('yymmdd', [
				['990201', '7:02:47'],
				['000101', '0:00:00'],
				['990201', ' 23:59:59 ']
			])
		).toEqual(['1999-02-01T07:02:47.000Z', '2000-01-01T00:00:00.000Z', '1999-02-01T23:59:59.000Z']);
	});

	it('have an hour with its letter, and minutes behind it', () => {
		expect(instants('ymd', ['2026-11-20 14 h 05', '2026-11-20 9h05', '2026-11-20 09 H 05+01:00'])).toEqual([
			'2026-11-20T14:05:00.000Z',
			'2026-11-20T09:05:00.000Z',
			'2026-11-20T08:05:00.000Z'
		]);
		expect(instants('ymd', ['2026-11-20 14 h', '2026-11-20 14 h 5', '2026-11-20 14 h 05:30'])).toEqual([
			'badTime',
			'badTime',
			'badTime'
		]);
	});

	it('are none, for a reason, where date, time or offset are wrong', () => {
		const bad = {
			badDate: [
				'',
				'yesterday',
				'2026-13-01T00:00Z',
				'2026-02-29T00:00Z',
				'26-03-01T00:00Z',
				'2026-3',
				'2026-03-01x05:00',
				'12026-03-01T00:00'
			],
			noTime: ['2026-03-01', '2026-03-01T', '2026-03-01  '],
			badTime: [
				'2026-03-01T25:00Z',
				'2026-03-01T24:01Z',
				'2026-03-01T05:60Z',
				'2026-03-01T05:00:61Z',
				'2026-03-01T5',
				'2026-03-01T05:00:00 CEST',
				'2026-03-01T05:00+25:00',
				'2026-03-01T05:00+1:000',
				'2026-03-01T13:00 PM',
				'2026-03-01T05:00:00.Z'
			]
		};
		for (const [problem, texts] of Object.entries(bad)) {
			expect(instants('ymd', texts)).toEqual(texts.map(() => problem));
		}
		expect(
			instants('yymmdd', [
				['990230', '7:00'],
				['99021', '7:00'],
				['990201', ''],
				['990201x', '7:00']
			])
		).toEqual(['badDate', 'badDate', 'noTime', 'badDate']);
	});

	it('do not depend on the value before', () => {
		const texts = ['1/2/26 05:00', '1/2/2026 05:00', '1/2/26 05:00', '1/2/2 05:00', '1/2/26', '1/2/26 05:00'];
		expect(instants('dmy', texts)).toEqual(texts.map((text) => instants('dmy', [text])[0]));
	});

	it('are what was printed, for any instant', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -62e12, max: 253e12 })), (list) => {
				const texts = list.map(formatInstant);
				expect(instants('ymd', texts)).toEqual(texts);
			})
		);
	});

	it('are read alike, whatever was read before', () => {
		const forms = {
			ymd: ['2026-03-08T14:05:07.123Z', '2026-03-08 23:59:59', '2026-03-08T24:00:00+01:00'],
			dmy: ['8/3/2026 14:05:07', '08.03.2026 2:05 PM'],
			mdy: ['03/08/26 14:05:07.5'],
			yyyymmdd: ['20260308T140507', '20260308 14:05:07.250'],
			named: [
				...['8 mars 2026 14:05:07', '8 mars 2026T14:05:07', '8 mars 2026:14:05', '2026 8 mar 14:05:07'],
				...['2026 8 mars 14:05:07', '2026 8 mar. 14:05:07', 'mars 2026 8 14:05:07', 'mars 2026 8th 14:05:07']
			]
		} satisfies Partial<Record<DateForm, readonly string[]>>;
		for (const [form, texts] of Object.entries(forms) as [DateForm, readonly string[]][]) {
			const other = fc
				.tuple(fc.constantFrom(...texts), fc.nat(30), fc.constantFrom(...'0159:.TtZz+- /p\t', ''))
				.map(([text, at, by]) => text.slice(0, at) + by + text.slice(at + 1));
			const result = (reader: DateTimeReader, text: string) => {
				const [bytes, start, end] = within(text);
				const read = reader.read(bytes, start, end, 0, 0);
				return read ? [reader.local, reader.offset, reader.leap] : reader.problem;
			};
			fc.assert(
				fc.property(fc.array(fc.oneof(fc.constantFrom(...texts), other)), (list) => {
					const reader = new DateTimeReader(form);
					for (const text of list)
						expect([text, result(reader, text)]).toEqual([text, result(new DateTimeReader(form), text)]);
				}),
				{ numRuns: runs(500) }
			);
		}
	});

	it('take a leap second for the second after it', () => {
		const reader = new DateTimeReader('ymd');
		const read = (text: string) => reader.read(...within(text), 0, 0);
		expect([read('2016-12-31T23:59:60.5Z'), reader.leap, formatInstant(reader.local)]).toEqual([
			true,
			true,
			'2017-01-01T00:00:00.500Z'
		]);
		expect([read('2016-12-31T23:59:59Z'), reader.leap]).toEqual([true, false]);
		expect(read('2016-12-31T23:58:60Z')).toBe(false);
	});
});

describe('local times', () => {
	it('are those of the zone, far from clock changes and near them', () => {
		for (const name of ['America/Toronto', 'Europe/Stockholm', 'Asia/Kolkata', 'America/Havana']) {
			const zone = zoneOf(name);
			const times = new LocalTimes(zone);
			const near = fc.constantFrom(...(zone.at.length > 0 ? zone.at : [0]));
			const local = fc.oneof(
				fc.integer({ min: Date.UTC(2006, 0), max: Date.UTC(2030, 0) }),
				fc.tuple(near, fc.integer({ min: -60 * HOUR_MS, max: 60 * HOUR_MS })).map(([at, by]) => at + by)
			);
			fc.assert(
				fc.property(fc.array(local), (list) => {
					for (const reading of list) {
						const instant = times.instant(reading);
						expect({ instant, kind: times.kind }).toEqual(readLocal(zone, reading));
					}
				})
			);
		}
		expect(new LocalTimes(UTC).instant(5)).toBe(5);
	});

	it('of a repeated hour are the first, of a skipped one by the offset before', () => {
		const times = new LocalTimes(zoneOf('America/Toronto'));
		const read = (text: string) => {
			const instant = times.instant(parseInstant(text) as number);
			return [formatInstant(instant), times.kind];
		};
		expect(read('2026-11-01T01:30:00.000Z')).toEqual(['2026-11-01T05:30:00.000Z', 'repeated']);
		expect(read('2026-03-08T02:30:00.000Z')).toEqual(['2026-03-08T07:30:00.000Z', 'skipped']);
		expect(read('2026-07-01T12:00:00.000Z')).toEqual(['2026-07-01T16:00:00.000Z', 'unique']);
	});
});

describe('words', () => {
	it('are ours alone in our own files, and synonyms in others', () => {
		const read = (text: string, canonical: boolean) => channelReader(canonical).read(...within(text));
		expect([read('chat', true), read(' VOICE ', true), read('call', true)]).toEqual([0, 1, UNKNOWN_WORD]);
		expect([
			read('Call', false),
			read('Message', false),
			read('téléphone', false),
			read('fax', false)
		]).toEqual([1, 0, 1, UNKNOWN_WORD]);
	});
});

/** A date as it is read in a form: local clock or, where it says so, the instant. */
function dateIn(form: DateForm, text: string): string {
	const reader = new DateTimeReader(form);
	const [bytes, start, end] = within(text);
	if (!reader.read(bytes, start, end, 0, 0)) return reader.problem;
	const at = formatInstant(reader.local).slice(0, -1);
	return Number.isNaN(reader.offset) ? at : `${at} ${reader.offset / HOUR_MS}`;
}

describe('dates of other systems', () => {
	it.each([
		'20 nov. 2026 14:05',
		'20 november 2026 14:05:00',
		'Nov 20, 2026 2:05 PM',
		'Friday, November 20th, 2026 14:05',
		'ven. 20 novembre 2026 à 14:05',
		'fre 20 nov 2026 kl. 14:05',
		'Freitag, 20. November 2026 um 14:05',
		'viernes, 20 de noviembre de 2026 a las 14:05',
		'20-Nov-26 14:05',
		'20-NOV-2026 02:05:00 pm'
	])('have the name of a month in five languages: %s', (text) => {
		expect(dateIn('named', text)).toBe('2026-11-20T14:05:00.000');
	});

	it.each([
		['mdy', '11/20/2026, 2:05:03\u202fPM'],
		['mdy', '11/20/2026 2:05:03 p. m.'],
		['dmy', '20.11.2026, 14:05:03'],
		['dmy', '20/11/2026 à 14:05:03'],
		['dmy', '20/11/2026 - 14:05:03'],
		['dmy', '20/11/2026 2:05:03\u00a0p.\u00a0m.'],
		['ymd', '2026-11-20, 2:05:03\u202fp.m.'],
		['ymd', '2026-11-20 14\u00a0h\u00a005\u00a0min\u00a003\u00a0s'],
		['ymd', '2026-11-20 2:05:03 em'],
		['named', 'Nov 20, 2026, 2:05:03\u202fPM']
	] as const)('may be as browsers write them in some language: %s %s', (form, text) => {
		expect(dateIn(form, text)).toBe('2026-11-20T14:05:03.000');
	});

	it('have twelve o’clock as 0 in some', () => {
		expect(dateIn('ymd', '2026-11-20 0:05 AM')).toBe('2026-11-20T00:05:00.000');
		expect(dateIn('ymd', '2026-11-20 0:05 PM')).toBe('2026-11-20T12:05:00.000');
	});

	it.each([
		['2026-11-20T10:00:00 GMT+0200 (Central European Summer Time)', '2026-11-20T10:00:00.000 2'],
		['2026-11-20T10:00:00+02:00[Europe/Paris]', '2026-11-20T10:00:00.000 2'],
		['2026-11-20 10:00:00 UTC+02:00', '2026-11-20T10:00:00.000 2'],
		['2026-11-20 10:00:00 UTC-5', '2026-11-20T10:00:00.000 -5'],
		['2026-11-20 10:00:00Z[UTC]', '2026-11-20T10:00:00.000 0'],
		['2026-11-20 10:00:00\u00a0', '2026-11-20T10:00:00.000']
	])('carry the zone that they say: %s', (text, instant) => {
		expect(dateIn('ymd', text)).toBe(instant);
	});

	it.each([
		'2026-11-20-05:00',
		'2026-11-20 -05:00',
		'2026-11-20 10:00 EST',
		'2026-11-20 10:00 (CET)',
		'2026-11-20 10:00 UTC+',
		'2026-11-20 10:00 +2',
		'2026-11-20 10:00 UTC+02:0'
	])('are none where that would be a guess: %s', (text) => {
		expect(dateIn('ymd', text)).toMatch(/^(bad|no)(Date|Time)$/);
	});

	it('are milliseconds, or finer, since 1970', () => {
		for (const text of ['1795168800123', '1795168800123456', '1795168800123456789'])
			expect(dateIn('epochMs', text)).toBe('2026-11-20T10:00:00.123 0');
		expect(dateIn('epochMs', '17951688001234')).toBe('badDate');
	});

	it('may have two digits of year before month and day', () => {
		for (const text of ['26-11-20 14:05', '261120 14:05'])
			expect(dateIn('yymmdd', text)).toBe('2026-11-20T14:05:00.000');
		for (const text of ['2026-11-20 14:05', '26/11/20 14:05', '6-11-20 14:05'])
			expect(dateIn('yymmdd', text)).toBe('badDate');
	});

	it('know each month by its names, whole and short', () => {
		const names = [
			['Jan', 'janv.', 'januari', 'Jänner', 'enero', 'ene.'],
			['Feb', 'févr.', 'Februar', 'febrero'],
			['Mar', 'mars', 'März', 'Maerz', 'marzo'],
			['Apr', 'avr.', 'April', 'abril'],
			['May', 'mai', 'maj', 'mayo'],
			['Jun', 'juin', 'juni', 'junio'],
			['Jul', 'juil.', 'juillet', 'julio'],
			['Aug', 'août', 'augusti', 'ago.'],
			['Sep', 'Sept.', 'septembre', 'setiembre'],
			['Oct', 'okt.', 'oktober', 'octubre'],
			['Nov', 'novembre'],
			['Dec', 'déc.', 'Dez.', 'dic.']
		];
		for (const [month, list] of names.entries())
			for (const name of list.filter((one) => one !== 'Jänner'))
				expect(dateIn('named', `3 ${name} 2026 01:00`), name).toBe(
					`2026-${String(month + 1).padStart(2, '0')}-03T01:00:00.000`
				);
		// French shortens Tuesday and March alike; a month behind it decides.
		expect(dateIn('named', 'mar. 24 nov. 2026 01:00')).toBe('2026-11-24T01:00:00.000');
	});

	it('carry a zone as mail does, and are none where they make no sense', () => {
		expect(dateIn('named', 'Fri, 20 Nov 2026 09:01:02 +0000')).toBe('2026-11-20T09:01:02.000 0');
		expect(dateIn('named', 'Fri, 20 Nov 2026 09:01:02 GMT')).toBe('2026-11-20T09:01:02.000 0');
		expect(dateIn('named', '31 Feb 2026 10:00')).toBe('badDate');
		expect(dateIn('named', '20 jui 2026 10:00')).toBe('badDate');
		expect(dateIn('named', '20 Foo 2026 10:00')).toBe('badDate');
		expect(dateIn('named', '20 2026 10:00')).toBe('badDate');
		expect(dateIn('named', '20 Nov 2026')).toBe('noTime');
	});

	it('have the weekday before the parts of a date', () => {
		expect(dateIn('mdy', 'Fri 11/20/2026 3:05 PM')).toBe('2026-11-20T15:05:00.000');
		expect(dateIn('ymd', 'Do 2026-11-19 03:05')).toBe('2026-11-19T03:05:00.000');
		expect(dateIn('mdy', 'Foo 11/20/2026 3:05 PM')).toBe('badDate');
	});

	it('are seconds or milliseconds since 1970, UTC, cut to the millisecond', () => {
		expect(dateIn('epoch', '1795186862')).toBe('2026-11-20T15:01:02.000 0');
		expect(dateIn('epoch', '1795186862.9876')).toBe('2026-11-20T15:01:02.987 0');
		expect(dateIn('epochMs', '1795186862987')).toBe('2026-11-20T15:01:02.987 0');
		for (const text of ['63', '5145550199', '-1795186862', '1795186862x', ''])
			expect(dateIn('epoch', text)).toBe('badDate');
	});

	it('are days of a workbook, in both its calendars', () => {
		expect(dateIn('excel1900', '46346.5')).toBe('2026-11-20T12:00:00.000');
		expect(dateIn('excel1900', '46346,542384259')).toBe('2026-11-20T13:01:02.000');
		expect(dateIn('excel1904', '44884.5')).toBe('2026-11-20T12:00:00.000');
		expect(dateIn('excel1900', '46346')).toBe('noTime');
		expect(dateIn('excel1900', '63.5')).toBe('badDate');
	});

	it('are the workbook’s days whatever the second of the day', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 20_000, max: 79_999 }),
				fc.integer({ min: 1, max: 86_399 }),
				(day, second) => {
					const text = String(day + second / 86_400);
					const expected = formatInstant((day - 25_569) * 86_400_000 + second * 1_000).slice(0, -1);
					expect(dateIn('excel1900', text)).toBe(expected);
				}
			),
			{ numRuns: runs(200) }
		);
	});
});

describe('durations of other systems', () => {
	const read = (text: string, form: DurationForm) => readDuration(...within(text), form, '.');

	it.each([
		['1h 2m 3s', 3_723_000],
		['1 h 2 min 3 sec', 3_723_000],
		['2 min', 120_000],
		['45s', 45_000],
		['1h2m', 3_720_000],
		['3.5 s', 3_500],
		['3,5 s', 3_500],
		['1 hour, 2 minutes', 3_720_000],
		['2 Stunden 5 Minuten', 7_500_000],
		['1 timme 5 minuter', 3_900_000],
		['2 horas 1 minuto', 7_260_000],
		['250 ms', 250],
		['1h05', 3_900_000],
		['1 h 05', 3_900_000],
		['5min03', 303_000],
		['1h05min03', 3_903_000],
		['2 d 1 h', 176_400_000]
	])('have units: %s', (text, ms) => {
		expect(read(text, 'units')).toBe(ms);
	});

	it.each(['', '12', '2m 1h', '1h 1h', '1.5h 2m', 'h', '5 apples', '-5s', '1h5', '1h75', '3s04', '1.5h30'])(
		'are none with units that make no sense: “%s”',
		(text) => {
			expect(read(text, 'units')).toBeNaN();
		}
	);

	it('are written as ISO 8601 does', () => {
		expect(read('PT1M3S', 'iso8601')).toBe(63_000);
		expect(read('PT1H2M3.5S', 'iso8601')).toBe(3_723_500);
		expect(read('P1DT2H', 'iso8601')).toBe(93_600_000);
		expect(read('P1D', 'iso8601')).toBe(86_400_000);
		expect(read('pt0s', 'iso8601')).toBe(0);
		for (const text of ['', 'P', 'PT', 'P1H', 'PT1D', 'T1M', 'PT1M3', '63'])
			expect(read(text, 'iso8601'), text).toBeNaN();
	});

	it('are hours and minutes', () => {
		expect(read('1:02', 'h:mm')).toBe(3_720_000);
		expect(read('0:00', 'h:mm')).toBe(0);
		expect(read('-1:02', 'h:mm')).toBe(NEGATIVE);
		expect(read('1:60', 'h:mm')).toBeNaN();
		expect(read('1:02.5', 'h:mm')).toBeNaN();
		expect(read('1200:00', 'h:mm')).toBe(Infinity);
	});
});
