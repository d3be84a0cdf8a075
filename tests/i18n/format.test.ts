import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayNumber } from '$lib/engine/time';
import * as format from '$lib/i18n/format';
import { language } from '$lib/i18n/language.svelte';

const NOV_16 = Date.UTC(2026, 10, 16, 19, 5);
const TORONTO = 'America/Toronto';

afterEach(() => language.set('en'));

describe('in English', () => {
	it('groups exact counts with commas', () => expect(format.integer(60_000)).toBe('60,000'));
	it('keeps the decimals that credits have', () => expect(format.credits(22.3333)).toBe('22.3333'));
	it('writes an estimate with its word and three figures', () =>
		expect(format.about(64_896.65)).toBe('about 64,900'));
	it('keeps small estimates whole', () => expect(format.about(480.4)).toBe('about 480'));
	it('says under 1 of a fraction', () => expect(format.about(0.4)).toBe('under 1'));
	it('writes a percentage without a space', () => expect(format.percent(0.5628)).toBe('56%'));

	it.each([
		[0.863, '86 in 100', '86'],
		[1, 'certain', 'certain'],
		[0.9995, 'more than 99 in 100', 'more than 99'],
		[0.994, '99 in 100', '99'],
		[0.004, 'under 1 in 100', 'under 1'],
		[0, 'under 1 in 100', 'under 1']
	])('words a chance of %d', (probability, sentence, column) => {
		expect(format.chance(probability)).toBe(sentence);
		expect(format.chanceOf100(probability)).toBe(column);
	});

	it('writes money to the minor unit from decimal text', () =>
		expect(format.money('1043.5', 'CAD')).toBe('$1,043.50'));
	it('writes a price with all its digits', () => expect(format.price('0.015', 'USD')).toBe('$0.015'));
	it('rounds estimated money to 10 above 1,000', () =>
		expect(format.aboutMoney(1_043.2, 'CAD')).toBe('about $1,040'));
	it('rounds estimated money to 1 below', () => expect(format.estimateMoney(113.4, 'CAD')).toBe('$113'));
	it('puts the minus sign before the amount', () => expect(format.money('-5', 'USD')).toBe('−$5.00'));

	it('writes a date by weekday, day and month', () =>
		expect(format.date(NOV_16, TORONTO)).toBe('Mon 16 Nov'));
	it('adds the year only when asked', () =>
		expect(format.date(NOV_16, TORONTO, { year: true })).toBe('Mon 16 Nov 2026'));
	it('reads the clock of the zone', () => expect(format.dateTime(NOV_16, TORONTO)).toBe('Mon 16 Nov, 14:05'));
	it('writes midnight as 00', () => expect(format.time(Date.UTC(2026, 10, 16, 5), TORONTO)).toBe('00:00'));
	it('names a calendar month', () =>
		expect(
			format.cycleName({ start: Date.UTC(2026, 10, 1, 4), end: Date.UTC(2026, 11, 1, 5) }, TORONTO)
		).toBe('Nov 2026'));
	it('names another cycle by its first and last day', () =>
		expect(
			format.cycleName({ start: Date.UTC(2026, 10, 15, 5), end: Date.UTC(2026, 11, 15, 5) }, TORONTO)
		).toBe('15 Nov – 14 Dec 2026'));
	it('joins days of one month', () =>
		expect(format.dayRange(dayNumber(2026, 11, 25), dayNumber(2026, 11, 29))).toBe('25–29 Nov'));
	it('joins days of two months', () =>
		expect(format.dayRange(dayNumber(2026, 11, 28), dayNumber(2026, 12, 2))).toBe('28 Nov – 2 Dec'));

	it.each([
		[TORONTO, 'Toronto time'],
		['America/New_York', 'New York time'],
		['UTC', 'UTC']
	])('names %s by its city', (zone, name) => expect(format.zoneTime(zone)).toBe(name));

	it.each([
		[134_000, '2 min 14 s'],
		[14_999, '14.999 s'],
		[3_900_000, '1 h 5 min'],
		[0, '0 s']
	])('spells a length of %d ms', (ms, text) =>
		expect(format.duration(ms).replace(/\u00a0/g, ' ')).toBe(text)
	);
	it.each([
		[1.6, '2 s'],
		[14, '15 s'],
		[58, '1 min']
	])('rounds %d s that are left', (seconds, text) =>
		expect(format.timeLeft(seconds).replace(/\u00a0/g, ' ')).toBe(text)
	);
	it.each([
		[12, '12 bytes'],
		[850_000, '850 kB'],
		[4_100_000, '4.1 MB'],
		[148_000_000, '148 MB']
	])('writes %d bytes', (size, text) => expect(format.bytes(size).replace(/\u00a0/g, ' ')).toBe(text));
});

describe('in Canadian French', () => {
	beforeEach(() => language.set('fr-CA'));

	it('groups with the narrow no-break space', () =>
		expect(format.integer(1_060_000)).toBe('1\u202f060\u202f000'));
	it('parts decimals with a comma', () => expect(format.credits(60_000.5)).toBe('60\u202f000,5'));
	it('writes money after the amount', () =>
		expect(format.money('1043.5', 'CAD')).toBe('1\u202f043,50\u00a0$'));
	it('puts a no-break space before the percent sign', () => expect(format.percent(0.86)).toBe('86\u00a0%'));
	it('abbreviates about', () => expect(format.about(64_896)).toBe('env.\u00a064\u202f900'));
	it('writes a date as the country does', () =>
		expect(format.date(Date.UTC(2026, 10, 27, 17), TORONTO)).toBe('ven. 27 nov.'));
	it('writes the first of a month as 1er', () =>
		expect(format.date(Date.UTC(2026, 11, 1, 17), TORONTO)).toBe('mar. 1er déc.'));
	it('writes the clock with h', () => expect(format.time(NOV_16, TORONTO)).toBe('14\u00a0h\u00a005'));
	it('words chances', () => {
		expect(format.chance(0.863)).toBe('86 chances sur 100');
		expect(format.chance(0.011)).toBe('1 chance sur 100');
		expect(format.chance(0.999)).toBe('plus de 99 chances sur 100');
	});
	it('names a zone by its city', () => {
		expect(format.zoneTime(TORONTO)).toBe('heure de Toronto');
		expect(format.zoneTime('Asia/Jerusalem')).toBe('heure de Jérusalem');
		expect(format.zoneTime('America/Edmonton')).toBe('heure d’Edmonton');
	});
	it('writes sizes in octets', () => expect(format.bytes(61_000_000)).toBe('61\u00a0Mo'));
});
