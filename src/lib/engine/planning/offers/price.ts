import {
	compare,
	decimal,
	divide,
	moneyText,
	multiply,
	ratio,
	subtract,
	sumMoney,
	toMinor,
	toNumber,
	ZERO,
	type Ratio
} from '../../money';
import type { Channel, MoneyText } from '../../rating/card';
import { CHANNELS, type Charge, type ChargeModel, type OtherCard, type UnitCharge } from './card';

/**
 * A month's count of one channel in what its charge counts ({@link countOf}): messages, billable seconds, cases or
 * sessions. Null: not known.
 */
export type Counts = Readonly<Record<Channel, number | null>>;

export interface OfferLine {
	readonly kind: 'fee' | Channel;
	readonly model: ChargeModel;
	/** counted, in what the price is for: half-even to 4 places */
	readonly units: number;
	/** of them billed: included ones are not, started blocks are whole */
	readonly billed: number;
	readonly amount: MoneyText;
}

/** A month under another card, before tax. */
export interface OfferCost {
	/** null: something that is charged for is not known */
	readonly total: MoneyText | null;
	readonly lines: readonly OfferLine[];
	/** channels whose count is not known */
	readonly unknown: readonly Channel[];
}

/** Thousandths of a percent in all of it. */
const WHOLE = 100_000;
const thousandths = (percent: number): number => Math.round(percent * 1_000);

/** A count as an exact number of what the price is for. */
function unitsOf(charge: UnitCharge, count: number): Ratio {
	if (charge.model === 'minute') return ratio(count, 60);
	if (charge.model === 'resolution')
		return multiply(ratio(count), ratio(thousandths(charge.resolvedPercent), WHOLE));
	return ratio(count);
}

/** What of some units is billed: those beyond the included, in whole blocks where it is sold in blocks. */
function billedOf({ block, included }: UnitCharge, units: Ratio): Ratio {
	const beyond = subtract(units, ratio(included));
	if (compare(beyond, ZERO) <= 0) return ZERO;
	if (block === null) return beyond;
	const { n, d } = divide(beyond, ratio(block));
	return multiply(ratio((n + d - 1n) / d), ratio(block));
}

/**
 * Prices one month exactly; each line is rounded once, half-even to the currency's minor unit, and so is the fee.
 * A channel that the card does not take has no line: who compares must say so.
 */
export function offerCost(card: OtherCard, counts: Counts): OfferCost {
	const { currency } = card;
	const text = (amount: Ratio): MoneyText => moneyText(toMinor(amount, currency), currency);
	const lines: OfferLine[] = [
		{ kind: 'fee', model: 'flat', units: 1, billed: 1, amount: text(decimal(card.fee)) }
	];
	const unknown: Channel[] = [];
	for (const channel of CHANNELS) {
		const charge = card[channel];
		if (!charge || charge.model === 'flat') continue;
		const count = counts[channel];
		if (count === null) {
			unknown.push(channel);
			continue;
		}
		const units = unitsOf(charge, count);
		const billed = billedOf(charge, units);
		const amount = divide(multiply(billed, decimal(charge.price)), ratio(charge.block ?? 1));
		lines.push({
			kind: channel,
			model: charge.model,
			units: toNumber(units, 4),
			billed: toNumber(billed, 4),
			amount: text(amount)
		});
	}
	const amounts = lines.map(({ amount }) => amount);
	return { total: unknown.length > 0 ? null : sumMoney(amounts, currency), lines, unknown };
}

/** A count as a plain number of what the price is for. */
export function plainUnits(charge: Charge, count: number): number {
	if (charge.model === 'minute') return count / 60;
	return charge.model === 'resolution' ? (count * charge.resolvedPercent) / 100 : count;
}

/** What a count of one channel costs, as a plain number, not rounded: for forecasts, whose counts are no whole numbers. */
export function plainCost(charge: Charge, count: number): number {
	if (charge.model === 'flat') return 0;
	const beyond = Math.max(0, plainUnits(charge, count) - charge.included);
	const { block } = charge;
	return Number(charge.price) * (block === null ? beyond : Math.ceil(beyond / block));
}
