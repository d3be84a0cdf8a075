import { decimal, multiply, parseDecimal, ratio, toNumber, type Ratio } from '$lib/engine/money';
import type { Contract } from '$lib/engine/ledger/contract';
import type { MoneyText, RateCard } from '$lib/engine/rating/card';
import { tierPrice as priceOf } from '$lib/engine/rating/tiers';
import type { MissingPrice } from '$lib/workers/api';

/** A price that may be missing, with the reason. */
export type Price = { readonly amount: MoneyText } | { readonly missing: MissingPrice };

const foreign = (card: RateCard, contract: Contract): boolean =>
	card.currency !== null && card.currency !== contract.currency;

/** Price of one overage credit in the contract's currency. */
export function overagePrice(card: RateCard, contract: Contract): Price {
	if (card.overagePricePerCredit === null) return { missing: 'overagePrice' };
	if (foreign(card, contract)) return { missing: 'cardCurrency' };
	return { amount: card.overagePricePerCredit };
}

/** Price of a tier for one cycle in the contract's currency. */
export function tierPrice(card: RateCard, contract: Contract, includedCredits: number): Price {
	const price = priceOf(card.tiers, includedCredits);
	if (price === null) return { missing: 'tierPrice' };
	return foreign(card, contract) ? { missing: 'cardCurrency' } : { amount: price };
}

/**
 * Exact cost of an amount of overage credits, in whole blocks where the card sells blocks. Credits of a forecast have
 * at most four places here, as they are shown.
 */
export function overageCost(credits: number, price: MoneyText, blockCredits: number | null): Ratio {
	const exact = parseDecimal(credits.toFixed(4)) ?? ratio(0);
	if (blockCredits === null) return multiply(exact, decimal(price));
	const block = BigInt(blockCredits);
	const whole = (exact.n + exact.d * block - 1n) / (exact.d * block);
	return multiply(ratio(whole * block), decimal(price));
}

/** An exact amount as a number for showing: at most four places, half-even. */
export const shownAmount = (amount: Ratio): number => toNumber(amount, 4);
