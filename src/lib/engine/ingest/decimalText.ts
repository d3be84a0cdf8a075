import type { DecimalMark } from './numbers';

/** Why a text is no figure. */
export type FigureProblem = 'badNumber' | 'negative' | 'fraction' | 'tooLarge';

const SEPARATORS = /[ \u00a0\u2009\u202f'’]/;
const DIGITS = /^\d+$/;
/** No agent's figure of a month is larger; what sums of them need to stay exact. */
const MOST = 1e9;
const PLACES = 4;

/** Digits without the marks between thousands; null: what stands between them is none, or not after every three. */
function ungrouped(text: string, other: string): string | null {
	if (DIGITS.test(text)) return text;
	const mark = Array.from(text).find((letter) => letter === other || SEPARATORS.test(letter));
	if (mark === undefined) return null;
	const [first = '', ...groups] = text.split(mark);
	const sound =
		/^[1-9]\d{0,2}$/.test(first) && groups.every((group) => group.length === 3 && DIGITS.test(group));
	return sound ? first + groups.join('') : null;
}

/** `digits / 10^places` half-even to four places. */
function halfEven(digits: bigint, places: number): number {
	const down = 10n ** BigInt(Math.max(0, places - PLACES));
	const scaled = digits * 10n ** BigInt(Math.max(0, PLACES - places));
	const [whole, rest] = [scaled / down, scaled % down];
	const up = 2n * rest > down || (2n * rest === down && whole % 2n === 1n);
	return Number(up ? whole + 1n : whole) / 10 ** PLACES;
}

/**
 * A figure ≥ 0, exactly, then half-even to four places as every figure is shown; `whole`: a count, of which `5.00` is
 * one. Before decimals stands `mark`; the other one, blanks or apostrophes may stand between thousands.
 */
export function readFigure(text: string, mark: DecimalMark, whole: boolean): number | FigureProblem {
	const trimmed = text.trim();
	if (trimmed.length > 60) return 'badNumber';
	const negative = /^[-\u2212]/.test(trimmed);
	const [before = '', after = '', ...more] = (negative ? trimmed.slice(1) : trimmed).split(mark);
	const digits = before === '' && after !== '' ? '0' : ungrouped(before, mark === '.' ? ',' : '.');
	if (digits === null || more.length > 0 || (after !== '' && !DIGITS.test(after))) return 'badNumber';
	const value = BigInt(digits + after);
	if (negative && value > 0n) return 'negative';
	if (whole && /[1-9]/.test(after)) return 'fraction';
	if (Number(digits) > MOST) return 'tooLarge';
	return halfEven(value, after.length);
}

/** Minutes of a length of time as `19:08:30`, half-even to four places; null: it is none. */
export function minutesOfClock(text: string): number | null {
	const match = /^(\d{1,7}):([0-5]\d):([0-5]\d)$/.exec(text.trim());
	if (!match) return null;
	const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
	// Thirds of the last place are never a half.
	return Math.round(((hours * 60 + minutes) * 60 + seconds) * (10_000 / 60)) / 10_000;
}
