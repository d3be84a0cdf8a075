import { moneyText, toMinor } from './currency';
import { add, decimal, ZERO } from './ratio';

/** The sum of rounded amounts of one currency, as text; null where one of them is not known. */
export function sumMoney(amounts: readonly (string | null)[], currency: string): string | null {
	let sum = ZERO;
	for (const amount of amounts) {
		if (amount === null) return null;
		sum = add(sum, decimal(amount));
	}
	return moneyText(toMinor(sum, currency), currency);
}
