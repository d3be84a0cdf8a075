import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	add,
	compare,
	decimal,
	divide,
	minorDecimals,
	moneyText,
	multiply,
	parseDecimal,
	ratio,
	roundHalfEven,
	subtract,
	toMinor,
	toNumber
} from '$lib/engine/money';

const money = (text: string, currency = 'USD') => moneyText(toMinor(decimal(text), currency), currency);
const ratios = fc
	.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
	.map(([n, d]) => ratio(n, d));

describe('money', () => {
	it('rounds 10.005 half-even to 10.00', () => {
		expect(money('10.005')).toBe('10.00');
	});

	it('rounds 10.015 half-even to 10.02', () => {
		expect(money('10.015')).toBe('10.02');
	});

	it('rounds 5 × 0.015 to 0.08', () => {
		expect(moneyText(toMinor(multiply(ratio(5), decimal('0.015')), 'USD'), 'USD')).toBe('0.08');
	});

	it.each([
		['JPY', '1234.5', '1234'],
		['JPY', '1235.5', '1236'],
		['KWD', '1.0005', '1.000'],
		['BHD', '1.0015', '1.002'],
		['CLF', '1.00005', '1.0000'],
		['CAD', '0', '0.00'],
		['SEK', '0.005', '0.00'],
		['EUR', '99999999999999999999.995', '100000000000000000000.00']
	])('in %s writes %s as %s', (currency, text, written) => {
		expect(money(text, currency)).toBe(written);
	});

	it('gives a currency it does not know two decimals', () => {
		expect([minorDecimals('XYZ'), minorDecimals('toString')]).toEqual([2, 2]);
	});

	it('written is read back as the same amount', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: 0n, max: 10n ** 30n }),
				fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'),
				(minor, currency) => {
					expect(toMinor(decimal(moneyText(minor, currency)), currency)).toBe(minor);
				}
			)
		);
	});
});

describe('an exact ratio', () => {
	it.each(['', '.5', '5.', '1e3', '+1', '1,5', ' 1', '0x10', 'NaN'])('is not read from %j', (text) => {
		expect(parseDecimal(text)).toBeNull();
	});

	it('is read from any number of decimals', () => {
		expect(parseDecimal('0.000000000000000000015')).toEqual({ n: 15n, d: 10n ** 21n });
	});

	it('rounds to a neighbour no further than half a step, and ties to even', () => {
		fc.assert(
			fc.property(ratios, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
				const rounded = roundHalfEven(value, decimals);
				const distance = subtract(value, ratio(rounded, 10n ** BigInt(decimals)));
				const half = ratio(1n, 2n * 10n ** BigInt(decimals));
				const size = distance.n < 0n ? subtract(ratio(0), distance) : distance;
				expect(compare(size, half)).toBeLessThanOrEqual(0);
				if (compare(size, half) === 0) expect(rounded % 2n).toBe(0n);
			})
		);
	});

	it('adds in any order, and subtracting and dividing undo adding and multiplying', () => {
		fc.assert(
			fc.property(ratios, ratios, ratios, (a, b, c) => {
				expect(compare(add(add(a, b), c), add(a, add(b, c)))).toBe(0);
				expect(compare(subtract(add(a, b), b), a)).toBe(0);
				if (b.n !== 0n) expect(compare(divide(multiply(a, b), b), a)).toBe(0);
			})
		);
	});

	it('refuses to divide by nothing', () => {
		expect(() => divide(ratio(1), ratio(0))).toThrow(RangeError);
	});

	it('is shown as a number to some places', () => {
		expect([toNumber(ratio(1, 3), 4), toNumber(ratio(-5, 2), 0), toNumber(ratio(1, -8), 2)]).toEqual([
			0.3333, -2, -0.12
		]);
	});
});
