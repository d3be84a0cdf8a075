import type { CallLengths } from './assumptions';

/** So many equally likely lengths stand for a curve. */
const LENGTHS = 400;
/** Hang-ups end within so many seconds, each as likely as the other. */
const HANG_UP_SECONDS = 9;
/** The standard normal's 90 % point. */
const TENTH = 1.281_551_565_5;

/**
 * The standard normal quantile, to 1.2e-9 of the probability (Acklam, "An algorithm for computing the inverse normal
 * cumulative distribution function", 2003). `share` in (0, 1).
 */
export function normalQuantile(share: number): number {
	const tail = (p: number): number => {
		const q = Math.sqrt(-2 * Math.log(p));
		return (
			(((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q -
				2.549732539343734) *
				q +
				4.374664141464968) *
				q +
				2.938163982698783) /
			((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) *
				q +
				1)
		);
	};
	if (share < 0.02425) return tail(share);
	if (share > 1 - 0.02425) return -tail(1 - share);
	const q = share - 0.5;
	const r = q * q;
	return (
		((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r +
			1.38357751867269e2) *
			r -
			3.066479806614716e1) *
			r +
			2.506628277459239) *
			q) /
		(((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
			6.680131188771972e1) *
			r -
			1.328068155288572e1) *
			r +
			1)
	);
}

/**
 * Equally likely call lengths, whole seconds, ascending. A curve is log-normal through its two points (call lengths of
 * service desks are: Brown et al., "Statistical Analysis of a Telephone Call Center", JASA 2005, §4.3), with its
 * hang-ups before it.
 */
export function likelyLengths(lengths: CallLengths): readonly number[] {
	if (lengths.kind === 'sample') return lengths.seconds;
	const { typicalSeconds, longSeconds, hangUpPercent } = lengths;
	const short = Math.round((LENGTHS * hangUpPercent) / 100);
	const spread = Math.log(longSeconds / typicalSeconds) / TENTH;
	return [
		...Array.from({ length: short }, (_, k) => 1 + Math.floor((HANG_UP_SECONDS * k) / short)),
		...Array.from({ length: LENGTHS - short }, (_, k) =>
			Math.max(
				1,
				Math.round(typicalSeconds * Math.exp(spread * normalQuantile((k + 0.5) / (LENGTHS - short))))
			)
		)
	].sort((a, b) => a - b);
}
