import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decimal, integer } from '$lib/i18n/format';
import { language, type Language } from '$lib/i18n/language.svelte';
import { parseDecimal, parseNumber } from '$lib/i18n/parseNumber';

afterEach(() => language.set('en'));

describe('a number as people type it', () => {
	it.each([
		['60000', '60000'],
		['60 000,5', '60000.5'],
		['60,000.5', '60000.5'],
		['60.000,5', '60000.5'],
		['60\u202f000,5', '60000.5'],
		['60\u00a0000', '60000'],
		["60'000.5", '60000.5'],
		['60’000', '60000'],
		['1,234,567', '1234567'],
		['1.234.567', '1234567'],
		['0.015', '0.015'],
		['0,015', '0.015'],
		['.5', '0.5'],
		['5.', '5'],
		['007', '7'],
		['-3', '-3'],
		['−3,5', '-3.5'],
		['-0', '0'],
		['$300.00', '300'],
		['300,00 $', '300'],
		[' 12 ', '12'],
		['1234,567', '1234.567']
	])('%s is %s', (text, value) => expect(parseDecimal(text)).toBe(value));

	it.each([
		'',
		' ',
		'-',
		'.',
		',',
		'abc',
		'12a',
		'1,2,3',
		'1.2.3',
		'1,23,456.7.8',
		'60 00',
		'6 0000',
		'1,2.3,4',
		'1e5',
		'1 2,3 4',
		'--5',
		'1.000,00.0',
		"1'23"
	])('%j is no number', (text) => expect(parseDecimal(text)).toBeNull());

	it('takes a comma before three digits for thousands in English, for decimals in French', async () => {
		expect(parseDecimal('1,125')).toBe('1125');
		await language.set('fr-CA');
		expect(parseDecimal('1,125')).toBe('1.125');
	});

	it('takes either mark before three digits for thousands where a whole number is asked for', () => {
		expect(parseNumber('60.000', { whole: true })).toBe(60_000);
		expect(parseNumber('60,000', { whole: true })).toBe(60_000);
		expect(parseNumber('0,015', { whole: true })).toBeNull();
		expect(parseNumber('2.5', { whole: true })).toBeNull();
	});
});

describe.each<Language>(['en', 'fr-CA'])('what %s writes', (locale) => {
	it('is read back: whole numbers', async () => {
		await language.set(locale);
		fc.assert(
			fc.property(fc.maxSafeInteger(), (n) => {
				expect(parseNumber(integer(n), { whole: true })).toBe(n === 0 ? 0 : n);
				expect(parseNumber(integer(n))).toBe(n === 0 ? 0 : n);
			})
		);
	});

	it('is read back: decimals', async () => {
		await language.set(locale);
		fc.assert(
			fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (n, places) => {
				const value = (n || 0) / 10 ** places;
				expect(parseNumber(decimal(value))).toBe(value);
			})
		);
	});

	it('is never misread from any text: the answer is a finite number or none', async () => {
		await language.set(locale);
		const typed = fc.string({ unit: fc.constantFrom(..."0123456789., \u202f\u00a0'’-$") });
		fc.assert(
			fc.property(typed, (text) => {
				const value = parseDecimal(text);
				if (value === null) return;
				expect(value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
				// Every digit that was typed counts, in its order.
				const digits = (t: string) => t.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
				expect(digits(value)).toBe(digits(text));
			})
		);
	});
});
