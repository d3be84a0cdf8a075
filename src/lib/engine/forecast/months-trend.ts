/** Months of a year: the season is a factor for each of them. */
const YEAR = 12;
/** A year further back counts this much in the seasonal factors. */
const YEAR_WEIGHT = 0.8;
/** Seasonal factors are taken for chance up to this many times the variance that chance alone would give them. */
const CHANCE = 2;
/** Before the years can be compared: a quarter of what is seen of the season is chance, as if seen in so many months. */
const PRIOR_SHARE = 0.25;
const PRIOR_MONTHS = 8;

/** The smoothing parameters that compete: level, trend (as a share of the level's) and damping. */
const LEVELS = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1] as const;
const TRENDS = [0, 0.05, 0.15, 0.4] as const;
const DAMPINGS = [0.8, 0.9, 0.98] as const;
/** They are judged by the errors of their forecasts up to this many months ahead, … */
const JUDGED = 6;
/** … weigh (least mean square ÷ own mean square) to this power, and differences below this are none (log scale). */
const SHARPNESS = 30;
const LEAST_SQUARE = 1e-8;
/** With this many months, half of the straight line's slope is believed. */
const HALF_SLOPE = 36;

/** Unknown entries (NaN) read on a straight line between their known neighbours, or as the nearest one at the ends. */
function filled(logs: Float64Array): Float64Array {
	const out = Float64Array.from(logs);
	let before = -1;
	for (let t = 0; t <= out.length; t++) {
		if (t < out.length && Number.isNaN(out[t])) continue;
		const left = before >= 0 ? (out[before] as number) : (out[t] ?? 0);
		const right = t < out.length ? (out[t] as number) : left;
		for (let k = before + 1; k < t; k++)
			out[k] = left + ((right - left) * (k - before)) / (before >= 0 ? t - before : 1);
		before = t;
	}
	return out;
}

/**
 * Twelve seasonal terms of a monthly series on the log scale, for entry `t` in `t % 12`; mean 0; all 0 under two years.
 * Ratios to the centred mean of a year (classical decomposition, Makridakis, Wheelwright and Hyndman 1998, §3/4), the
 * recent years counting more, drawn together by as much as chance explains of their differences (Miller and Williams,
 * International Journal of Forecasting 19, 2003, after James and Stein). So there is no test, which would say all or nothing.
 */
export function seasonOf(logs: Float64Array): Float64Array {
	const n = logs.length;
	const season = new Float64Array(YEAR);
	if (n < 2 * YEAR) return season;
	const whole = filled(logs);
	const off = new Float64Array(n).fill(NaN);
	let year = 0;
	for (let k = 0; k < YEAR; k++) year += whole[k] as number;
	for (let t = 6; t < n - 6; t++) {
		const from = whole[t - 6] as number;
		const to = whole[t + 6] as number;
		off[t] = (logs[t] as number) - (year + (to - from) / 2) / YEAR;
		year += to - from;
	}
	const weight = new Float64Array(YEAR);
	const square = new Float64Array(YEAR);
	const weightOf = (t: number): number => YEAR_WEIGHT ** Math.floor((n - 1 - t) / YEAR);
	let months = 0;
	let weights = 0;
	for (let t = 6; t < n - 6; t++) {
		if (Number.isNaN(off[t])) continue;
		const w = weightOf(t);
		const m = t % YEAR;
		season[m] = (season[m] as number) + w * (off[t] as number);
		weight[m] = (weight[m] as number) + w;
		square[m] = (square[m] as number) + w * w;
		months++;
		weights += w;
	}
	let mean = 0;
	let chance = 0;
	let seen = 0;
	for (let m = 0; m < YEAR; m++) {
		const w = weight[m] as number;
		if (w <= 0) continue;
		season[m] = (season[m] as number) / w;
		mean += season[m] as number;
		chance += (square[m] as number) / (w * w);
		seen++;
	}
	if (seen < 2) return season.fill(0);
	mean /= seen;
	let between = 0;
	for (let m = 0; m < YEAR; m++) {
		season[m] = (weight[m] as number) > 0 ? (season[m] as number) - mean : 0;
		between += (season[m] as number) ** 2 / (seen - 1);
	}
	let within = 0;
	for (let t = 6; t < n - 6; t++) {
		if (Number.isNaN(off[t])) continue;
		within +=
			(weightOf(t) * ((off[t] as number) - mean - (season[t % YEAR] as number)) ** 2 * months) / weights;
	}
	const noise = (within + PRIOR_MONTHS * PRIOR_SHARE * between) / (months - seen + PRIOR_MONTHS);
	const keep = between > 0 ? Math.max(0, 1 - (CHANCE * noise * (chance / seen)) / between) : 0;
	for (let m = 0; m < YEAR; m++) season[m] = (season[m] as number) * keep;
	return season;
}

/** Least-squares line through the known entries among the first `until`: value at entry 0, and slope. */
function lineThrough(values: Float64Array, until: number): readonly [number, number] {
	let count = 0;
	let sumT = 0;
	let sumY = 0;
	let sumTT = 0;
	let sumTY = 0;
	for (let t = 0; t < until; t++) {
		const y = values[t] as number;
		if (Number.isNaN(y)) continue;
		count++;
		sumT += t;
		sumY += y;
		sumTT += t * t;
		sumTY += t * y;
	}
	if (count === 0) return [0, 0];
	const spread = count * sumTT - sumT * sumT;
	const slope = spread > 0 ? (count * sumTY - sumT * sumY) / spread : 0;
	return [(sumY - slope * sumT) / count, slope];
}

/**
 * Adds `share` of a forecast by exponential smoothing with a damped trend (Gardner and McKenzie, Management Science 31,
 * 1985; ETS(A,Ad,N) of Hyndman et al. 2008) to `out`. Every combination of the parameters forecasts, and their average
 * counts, weighted by how near past forecasts of up to six months came: less is left to chance than by taking the best.
 * With `damping` 0 it is simple smoothing without a trend.
 */
function addSmoothed(
	out: Float64Array,
	values: Float64Array,
	share: number,
	trends: readonly number[],
	dampings: readonly number[]
): void {
	const n = values.length;
	const [start, slope] = lineThrough(values, Math.min(n, YEAR));
	const runs = trends.length * dampings.length * LEVELS.length;
	const levels = new Float64Array(runs);
	const slopes = new Float64Array(runs);
	const squares = new Float64Array(runs);
	let run = 0;
	let best = Infinity;
	for (const damping of dampings)
		for (const trend of trends)
			for (const alpha of LEVELS) {
				const flat = damping === 0;
				let level = flat ? start + (slope * (Math.min(n, YEAR) - 1)) / 2 : start - slope;
				let rise = flat ? 0 : slope;
				let sum = 0;
				let count = 0;
				for (let t = 0; t < n; t++) {
					let ahead = level;
					let step = rise;
					const end = Math.min(n, t + JUDGED);
					for (let k = t; k < end; k++) {
						step *= damping;
						ahead += step;
						const miss = (values[k] as number) - ahead;
						if (miss !== miss) continue;
						sum += miss * miss;
						count++;
					}
					const next = level + damping * rise;
					const miss = (values[t] as number) - next;
					const learn = miss === miss ? alpha * miss : 0;
					level = next + learn;
					rise = damping * rise + trend * learn;
				}
				levels[run] = level;
				slopes[run] = rise;
				squares[run] = LEAST_SQUARE + sum / Math.max(1, count);
				best = Math.min(best, squares[run] as number);
				run++;
			}
	let weights = 0;
	for (run = 0; run < runs; run++) {
		const weight = (best / (squares[run] as number)) ** SHARPNESS;
		squares[run] = weight;
		weights += weight;
	}
	run = 0;
	for (const damping of dampings)
		for (let k = 0; k < trends.length * LEVELS.length; k++, run++) {
			const weight = ((squares[run] as number) * share) / weights;
			let ahead = levels[run] as number;
			let step = slopes[run] as number;
			for (let h = 0; h < out.length; h++) {
				step *= damping;
				ahead += step;
				out[h] = (out[h] as number) + weight * ahead;
			}
		}
}

/**
 * The forecast of the `horizon` months after the first `until` entries of a monthly series, both on the log scale, NaN
 * where unknown: the mean of Theta and of a damped trend on what is left without the season.
 *
 * Theta (Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16, 2000): the mean of a straight line
 * and of simple smoothing of the series with its curvature made larger, which is smoothing with a drift (Hyndman and
 * Billah, ibid. 19, 2003). Theirs takes half of the line's slope; here it is n ÷ (n + 36) of it with n months, as a
 * slope that rests on little is believed less.
 */
export function trendForecast(logs: Float64Array, until: number, horizon: number): Float64Array {
	const known = logs.subarray(0, until);
	const season = seasonOf(known);
	const plain = new Float64Array(until);
	for (let t = 0; t < until; t++) plain[t] = (known[t] as number) - (season[t % YEAR] as number);
	const out = new Float64Array(horizon);
	addSmoothed(out, plain, 0.5, TRENDS, DAMPINGS);
	const lineShare = until / (until + HALF_SLOPE);
	const [start, slope] = lineThrough(plain, until);
	const curved = new Float64Array(until);
	for (let t = 0; t < until; t++)
		curved[t] = ((plain[t] as number) - lineShare * (start + slope * t)) / (1 - lineShare);
	addSmoothed(out, curved, 0.5 * (1 - lineShare), [0], [0]);
	for (let h = 0; h < horizon; h++)
		out[h] =
			(out[h] as number) +
			0.5 * lineShare * (start + slope * (until + h)) +
			(season[(until + h) % YEAR] as number);
	return out;
}
