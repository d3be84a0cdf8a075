import { quantile } from '../../forecast';

/** 80th percentile of |x| of a standard normal number: what its 10th and 90th percentiles lie from 0. */
const TEN_PERCENT = 1.281_551_565_544_6;

/** The middle one of some numbers, those that are not finite left out; NaN where there is none. */
export function median(values: Float64Array): number {
	return quantile(finite(values), 0.5);
}

const finite = (values: Float64Array): Float64Array => values.filter(Number.isFinite).sort();

/**
 * Standard deviation of normal numbers by their 10th, 50th and 90th percentiles (Mosteller 1946, "On some useful
 * inefficient statistics"): up to a tenth of them may be anything. Where the upper half is the wider one, it counts
 * alone, since only rises are looked for. NaN for none.
 */
export function spread(values: Float64Array): number {
	const ascending = finite(values);
	const [low, middle, high] = [0.1, 0.5, 0.9].map((q) => quantile(ascending, q)) as [number, number, number];
	return Math.max(high - low, 2 * (high - middle)) / (2 * TEN_PERCENT);
}

/** Of the information in normal numbers, the share that {@link spread} uses (Mosteller 1946). */
const EFFICIENCY = 0.6;

/**
 * What a mean of 0, divided by a {@link spread} of `count` numbers, exceeds with chance `p`, 0 < p < ½: Student's t of as
 * many degrees of freedom as the spread is worth. Normal quantile by Abramowitz and Stegun (1964) 26.2.23, off by less
 * than .00045; t by their 26.7.5, Cornish and Fisher's expansion to its third term.
 */
export function threshold(p: number, count: number): number {
	const t = Math.sqrt(-2 * Math.log(p));
	const z =
		t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
	const freedom = EFFICIENCY * count;
	const [z3, z5] = [z ** 3, z ** 5];
	return z + (z3 + z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2);
}
