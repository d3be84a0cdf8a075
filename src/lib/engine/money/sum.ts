import { moneyText, toMinor } from './currency';
import { add, decimal, roundHalfEven, scaledText, ZERO } from './ratio';

/** The sum of rounded amounts of one currency, as text; null where one of them is not known. */
export function sumMoney(amounts: readonly (string | null)[], currency: string): string | null {
	let sum = ZERO;
	for (const amount of amounts) {
		if (amount === null) return null;
		sum = add(sum, decimal(amount));
	}
	return moneyText(toMinor(sum, currency), currency);
}

/** The exact sum of decimal texts, with as many decimals as the longest has; null where one of them is not known. */
export function addDecimals(texts: readonly (string | null)[]): string | null {
	let [sum, decimals] = [ZERO, 0];
	for (const text of texts) {
		if (text === null) return null;
		sum = add(sum, decimal(text));
		decimals = Math.max(decimals, text.split('.')[1]?.length ?? 0);
	}
	return scaledText(roundHalfEven(sum, decimals), decimals);
}
