import { civilDate, holidays, type Country } from '../../time';
import { factorOf } from '../errors';
import { follow } from '../track';

/** An expectation needs this many known days before it. */
const BURN_IN = 14;
/** A ratio counts at most this much: one wild day is no custom. */
const MOST = 3;
/** A weekday with less than this share of a mean day says nothing of a holiday on it. */
const LEAST_SHARE = 0.1;
/** A mean must be so many standard errors away from 1 before any of it counts. */
const ERRORS = 2;
/** A holiday has a factor of its own once it was seen so often. */
const SEEN = 3;

/** The factor of a local day; exactly 1 on an ordinary one, and wherever nothing was learnt. */
export type DayFactor = (day: number) => number;

/** A holiday, or the day before or after some. */
interface Special {
	readonly group: 'on' | 'before' | 'after';
	readonly name: string;
}

/** What is special about the days from `first` to `last`; a holiday is never the day before or after another. */
function specialDays(country: Country, first: number, last: number): Map<number, Special> {
	const found = new Map<number, Special>();
	const [from, to] = [civilDate(first).year - 1, civilDate(last).year + 1];
	const all = Array.from({ length: to - from + 1 }, (_, k) => holidays(country, from + k)).flat();
	for (const { day } of all) {
		found.set(day + 1, { group: 'after', name: '' });
		if (found.get(day - 1)?.group !== 'on') found.set(day - 1, { group: 'before', name: '' });
		found.set(day, { group: 'on', name: '' });
	}
	for (const { day, name } of all) found.set(day, { group: 'on', name });
	return found;
}

interface Sum {
	sum: number;
	count: number;
}

/**
 * Factors by name from ratios of actual to expected usage, by empirical Bayes (B. Efron, C. Morris, JASA 70, 1975,
 * positive part): the mean of all is drawn towards 1 by what `noise` (the variance of one ratio) and the differences
 * between names leave uncertain in it, and the mean of a name that was seen often enough towards that.
 */
function shrink(sums: readonly (readonly [string, Sum])[], noise: number): (name: string) => number {
	const all = sums.reduce((total, [, { count }]) => total + count, 0);
	const mean = sums.reduce((total, [, { sum }]) => total + sum, 0) / all;
	let spread = 0;
	for (const [, { sum, count }] of sums) spread += (sum / count - mean) ** 2 - noise / count;
	const between = sums.length > 1 ? Math.max(0, spread / (sums.length - 1)) : 0;
	const uncertain = noise / all + between / sums.length;
	const trust = mean === 1 ? 0 : Math.max(0, 1 - (ERRORS ** 2 * uncertain) / (mean - 1) ** 2);
	const pooled = 1 + trust * (mean - 1);
	const own = new Map(
		sums.flatMap(([name, { sum, count }]) =>
			count < SEEN || between === 0
				? []
				: [[name, pooled + (between / (between + noise / count)) * (sum / count - pooled)]]
		)
	);
	return (name) => own.get(name) ?? pooled;
}

/**
 * Learns from a customer's own days what a public holiday does to usage, and the day before and after one. What was
 * expected is said by the level and weekdays of the ordinary days before it, as the method would have said it then.
 * @param values credits of the days from `firstDay` on, NaN where unknown
 * @param lastDay the last day that will be asked for
 */
export function learnHolidays(
	values: Float64Array,
	firstDay: number,
	country: Country,
	lastDay: number
): DayFactor {
	const special = specialDays(country, firstDay, lastDay);
	const ordinary = values.map((value, t) => (special.has(firstDay + t) ? NaN : value));
	const track = follow(ordinary, firstDay);
	const seen = new Map<Special['group'], Map<string, Sum>>();
	let noise = 0;
	let count = 0;
	for (let t = 1; t < values.length; t++) {
		const level = track.level[t - 1] as number;
		const share = factorOf(track, t - 1, firstDay + t);
		const value = values[t] as number;
		if (Number.isNaN(value) || !(level > 0) || share < LEAST_SHARE) continue;
		if ((track.known[t - 1] as number) < BURN_IN) continue;
		const ratio = Math.min(MOST, value / (level * share));
		const what = special.get(firstDay + t);
		if (what) {
			const group = seen.get(what.group) ?? new Map<string, Sum>();
			seen.set(what.group, group);
			const sum = group.get(what.name) ?? { sum: 0, count: 0 };
			group.set(what.name, { sum: sum.sum + ratio, count: sum.count + 1 });
		} else {
			noise += (ratio - 1) ** 2;
			count++;
		}
	}
	const factors = new Map(
		[...seen].map(([group, sums]) => [group, shrink([...sums], count > 0 ? noise / count : Infinity)])
	);
	return (day) => {
		const what = special.get(day);
		return (what && factors.get(what.group)?.(what.name)) ?? 1;
	};
}
