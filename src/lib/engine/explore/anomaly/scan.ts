import { FACTORS, type DaySeries, type Factor, type UsageDays } from './days';
import { patternOf, type Pattern } from './pattern';
import { spread, threshold } from './robust';

/** Longest window, in days. */
const LONGEST = 5;
/**
 * Expected number of false findings in all the watched days, at most, whatever their number: every series, factor and
 * window is paid for (Bonferroni).
 */
const FALSE_FINDINGS = 0.1;

/** Days in which one factor of one series was above its pattern. */
export interface Candidate {
	readonly series: DaySeries;
	readonly pattern: Pattern;
	readonly factor: Factor;
	/** indices of days, half-open */
	readonly from: number;
	readonly to: number;
	/** how far out, in standard deviations */
	readonly z: number;
}

/** Sums of every window of a length over its root: a standard normal number each where all is usual. */
function windows(z: Float64Array, length: number): Float64Array {
	const sums = z.map((_, t) => {
		let sum = 0;
		for (let k = t; k < t + length; k++) sum += k < z.length ? (z[k] as number) : NaN;
		return sum / Math.sqrt(length);
	});
	// Days that hang together stray further together than each alone would.
	const own = Math.max(1, spread(sums) || 1);
	return sums.map((sum) => sum / own);
}

/**
 * Every window of one to five known days that lies above the pattern by more than chance would bring about among as many
 * windows: a scan statistic over time and streams (Kulldorff 2001; with expectations from each
 * stream's own past as in Neill et al. 2005).
 */
export function candidatesOf(days: UsageDays): Candidate[] {
	const { watchFrom, known } = days;
	const patterns = days.series.flatMap((series) =>
		FACTORS.flatMap((factor) => {
			const pattern = patternOf(days, series, factor);
			return pattern ? [{ series, pattern, factor }] : [];
		})
	);
	const chance = FALSE_FINDINGS / (patterns.length * LONGEST * Math.max(1, known.length - watchFrom));
	const found: Candidate[] = [];
	for (const one of patterns) {
		const least = threshold(chance, one.pattern.days);
		for (let length = 1; length <= LONGEST; length++)
			for (const [from, z] of windows(one.pattern.z, length).entries())
				if (from >= watchFrom && z > least) found.push({ ...one, from, to: from + length, z });
	}
	return found;
}
