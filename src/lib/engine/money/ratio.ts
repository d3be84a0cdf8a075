/**
 * Exact money and exact quotients: a ratio of two BigInts. Nothing is rounded until {@link roundHalfEven}, which
 * an invoice line meets exactly once (domain.md §2, §4).
 */
export interface Ratio {
	readonly n: bigint;
	/** always > 0 */
	readonly d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };

/** `n / d` of whole numbers. `d` must not be 0. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
	const top = BigInt(n);
	const bottom = BigInt(d);
	if (bottom === 0n) throw new RangeError('ratio');
	return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom };
}

/** The exact value of a decimal text such as `"0.015"` (any number of decimals, no exponent), or null. */
export function parseDecimal(text: string): Ratio | null {
	const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
	if (!match) return null;
	const decimals = match[3] ?? '';
	const digits = BigInt(`${match[2] ?? ''}${decimals}`);
	return { n: match[1] === '-' ? -digits : digits, d: 10n ** BigInt(decimals.length) };
}

/** The exact value of a decimal text that was checked where it came in. */
export function decimal(text: string): Ratio {
	const value = parseDecimal(text);
	if (value === null) throw new RangeError('decimal');
	return value;
}

export function add(a: Ratio, b: Ratio): Ratio {
	return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Ratio, b: Ratio): Ratio {
	return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
	return { n: a.n * b.n, d: a.d * b.d };
}

/** Exact quotient; `b` must not be 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
	return ratio(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`. */
export function compare(a: Ratio, b: Ratio): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The whole number of `10^-decimals` nearest to the value; of two as near, the even one. */
export function roundHalfEven(value: Ratio, decimals: number): bigint {
	const scaled = value.n * 10n ** BigInt(decimals);
	let quotient = scaled / value.d;
	let rest = scaled % value.d;
	if (rest < 0n) {
		// BigInt division cuts towards zero; take the floor, so that one rule serves both signs.
		quotient -= 1n;
		rest += value.d;
	}
	const twice = rest * 2n;
	return twice > value.d || (twice === value.d && quotient % 2n !== 0n) ? quotient + 1n : quotient;
}

/** The value as a number, half-even to some places: for quantities that are shown, never for money. */
export function toNumber(value: Ratio, places: number): number {
	return Number(scaledText(roundHalfEven(value, places), places));
}

/** Decimal text of `scaled × 10^-decimals`, with exactly that many decimals. */
export function scaledText(scaled: bigint, decimals: number): string {
	const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const sign = scaled < 0n ? '-' : '';
	return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}
