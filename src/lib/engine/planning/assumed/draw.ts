import { normal, type Random } from '../../forecast';

/** From this mean on, counts are drawn from the normal law, whose skewness there is below .15. */
const MANY = 50;

/** A Poisson count (Knuth, TAOCP 2, §3.4.1; a rounded normal where the mean is large). */
export function poisson(mean: number, random: Random): number {
	if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
	const least = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > least; product *= random()) count++;
	return count;
}

/** A gamma value of scale 1 (Marsaglia and Tsang, "A simple method for generating gamma variables", TOMS 26, 2000). */
export function gamma(shape: number, random: Random): number {
	if (shape < 1) return gamma(shape + 1, random) * Math.pow(1 - random(), 1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** The sum of so many values of a mean and a variance, drawn from the gamma law with the sum's own two. */
export function sumOf(count: number, mean: number, variance: number, random: Random): number {
	if (count === 0 || mean === 0) return 0;
	if (variance === 0) return count * mean;
	return (variance / mean) * gamma((count * mean * mean) / variance, random);
}
