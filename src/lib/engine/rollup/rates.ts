import { PREMIUM, VOICE } from '../rating/slot';
import { callUnits, chatUnits, tariffOf, type Tariff } from '../rating/tariff';
import { versionAt, type CardVersions } from '../rating/versions';
import type { Cells } from './cells';

/**
 * Units of a cell under a tariff, from its messages or billable seconds. Not for calls under *whole credits per
 * call*: there the sum does not say what each call was rounded up by.
 */
export function unitsOfCell(cells: Cells, k: number, tariff: Tariff): number {
	const slot = cells.slot[k] as number;
	const premium = (slot & PREMIUM) === 0 ? 0 : 1;
	return (slot & VOICE) === 0
		? chatUnits(cells.quantity[k] as number, premium, tariff)
		: callUnits(cells.seconds[k] as number, premium, tariff);
}

/**
 * The same cells with their credits by the card's present rates, so that new rates need no scan of rows. Cells of a
 * version with *whole credits per call* keep the calls' units they were built with: there the rates are part of the
 * rating key. The cube's stretches must be cut where versions begin.
 */
export function withRates(cells: Cells, versions: CardVersions): Cells {
	const tariffs = versions.cards.map(tariffOf);
	const units = new Float64Array(cells.count);
	for (let k = 0; k < cells.count; k++) {
		const tariff = tariffs[versionAt(versions, cells.from[k] as number)] as Tariff;
		const whole = tariff.rounding.wholeCreditsPerCall && ((cells.slot[k] as number) & VOICE) !== 0;
		units[k] = whole ? (cells.units[k] as number) : unitsOfCell(cells, k, tariff);
	}
	return { ...cells, units };
}
