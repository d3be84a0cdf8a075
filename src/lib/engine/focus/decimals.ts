import { decimal, multiply, roundHalfEven, scaledText, type Ratio } from '../money';

/** Decimals of a number that does not end sooner: a third of a credit, an odd second in minutes. */
export const PLACES = 10;

/** Without zeros at the end, since files of FOCUS know no number of decimals. */
function trimmed(text: string): string {
	if (!text.includes('.')) return text;
	let end = text.length;
	while (text[end - 1] === '0') end--;
	return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

/** Decimal text of `scaled × 10^-PLACES`. */
export const placed = (scaled: bigint): string => trimmed(scaledText(scaled, PLACES));

/** Decimal text of a value, half-even to {@link PLACES}. */
export const decimalText = (value: Ratio): string => placed(roundHalfEven(value, PLACES));

/** The value ends within {@link PLACES}. */
export function ends(value: Ratio): boolean {
	return (value.n * 10n ** BigInt(PLACES)) % value.d === 0n;
}

/** The exact product of two decimal texts of at most {@link PLACES} decimals. */
export function productText(a: string, b: string): string {
	const places = 2 * PLACES;
	return trimmed(scaledText(roundHalfEven(multiply(decimal(a), decimal(b)), places), places));
}
