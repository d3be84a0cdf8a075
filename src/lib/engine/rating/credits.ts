/**
 * Credits as integers: a *unit* is 1/60,000 credit, so that one second at a rate of 0.001 credit a minute is still
 * whole (domain.md §2). Units are held in f64, exact up to 2^53, i.e. 1.5e11 credits.
 */
export const UNITS_PER_CREDIT = 60_000;

/** Units of whole credits. */
export function unitsOfCredits(credits: number): number {
	return credits * UNITS_PER_CREDIT;
}

/** A rate of at most 3 decimals as whole thousandths: units of one billable second, or 1/60 of a message's. */
export function milli(rate: number): number {
	return Math.round(rate * 1_000);
}

/** `floor(a / b)` of whole numbers, exact where the quotient in floats could round up to the next whole number. */
export function floorDivide(a: number, b: number): number {
	return (a - (a % b)) / b;
}

/** `a / b` of whole numbers ≥ 0 as the nearest whole number, of two as near the even one. */
function halfEven(a: number, b: number): number {
	const down = floorDivide(a, b);
	const twice = 2 * (a % b);
	return twice > b || (twice === b && down % 2 === 1) ? down + 1 : down;
}

/** Credits of units as they are reported: half-even to 4 places. */
export function creditsOfUnits(units: number): number {
	return halfEven(units, UNITS_PER_CREDIT / 10_000) / 10_000;
}

/** Minutes of billable seconds as they are reported: half-even to 4 places. */
export function minutesOfSeconds(seconds: number): number {
	// 10,000 / 60 = 500 / 3
	return halfEven(seconds * 500, 3) / 10_000;
}
