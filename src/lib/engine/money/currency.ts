import { roundHalfEven, scaledText, type Ratio } from './ratio';

/** Currencies whose minor unit is not a hundredth: ISO 4217 list one (active codes). */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
	...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
		.split(' ')
		.map((code) => [code, 0]),
	...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
	...'CLF UYW'.split(' ').map((code) => [code, 4])
]) as Record<string, number>;

/** Decimals of a currency's minor unit; 2 for a code that is not known. */
export function minorDecimals(currency: string): number {
	return Object.hasOwn(DECIMALS, currency) ? (DECIMALS[currency] as number) : 2;
}

/** An exact amount in whole minor units, half-even: the one rounding of an invoice line. */
export function toMinor(amount: Ratio, currency: string): bigint {
	return roundHalfEven(amount, minorDecimals(currency));
}

/** Decimal text of minor units with exactly the currency's decimals, e.g. `"300.00"`. */
export function moneyText(minor: bigint, currency: string): string {
	return scaledText(minor, minorDecimals(currency));
}
