import { weekday } from '../time';

/** What the method knew at the end of each past day: nothing in it looks ahead, so past errors can be replayed honestly. */
export interface Track {
	/** expected credits of an average day, made from the days up to and with this one; 0 where nothing is known */
	readonly level: Float64Array;
	/** seven factors a day (Monday first, mean 1): `profile[7 * t + weekday]` */
	readonly profile: Float64Array;
	/** how many days up to and with this one are known */
	readonly known: Int32Array;
}

/** Days after which a week counts half in the weekday profile. */
const PROFILE_HALF_LIFE = 42;
/** Exponential levels with half-lives of about 34, 11 and 3.5 days, averaged with equal weights. */
const SMOOTHING = [0.02, 0.06, 0.18] as const;
/** A day counts at most this many times what was expected of it, or as an average day where that is more. */
const MOST = 6;

/** Follows seven weekday means of ratios, the recent ones counting more. */
class WeekdayProfile {
	readonly #sum = new Float64Array(7);
	readonly #square = new Float64Array(7);
	readonly #weight = new Float64Array(7);

	/** One day passes. */
	age(): void {
		const keep = 0.5 ** (1 / PROFILE_HALF_LIFE);
		for (const list of [this.#sum, this.#square, this.#weight])
			for (let d = 0; d < 7; d++) list[d] = (list[d] as number) * keep;
	}

	/** A day of weekday `d` had `ratio` times the mean of its week. */
	add(d: number, ratio: number): void {
		this.#sum[d] = (this.#sum[d] as number) + ratio;
		this.#square[d] = (this.#square[d] as number) + ratio * ratio;
		this.#weight[d] = (this.#weight[d] as number) + 1;
	}

	/**
	 * Writes seven factors with mean 1, drawn together as far as noise explains their differences
	 * (empirical Bayes, Efron and Morris 1975): without a weekday pattern they are all 1.
	 */
	write(out: Float64Array, at: number): void {
		const means = new Float64Array(7);
		let within = 0;
		let weights = 0;
		let grand = 0;
		let seen = 0;
		for (let d = 0; d < 7; d++) {
			const weight = this.#weight[d] as number;
			if (weight <= 0) continue;
			const mean = (this.#sum[d] as number) / weight;
			means[d] = mean;
			within += Math.max(0, (this.#square[d] as number) - weight * mean * mean);
			weights += weight;
			grand += weight * mean;
			seen++;
		}
		grand /= weights;
		if (!(grand > 0)) return void out.fill(1, at, at + 7);
		const noise = within / Math.max(1, weights - 7);
		let between = 0;
		for (let d = 0; d < 7; d++) {
			const weight = this.#weight[d] as number;
			if (weight > 0) between += ((means[d] as number) - grand) ** 2 - noise / weight;
		}
		between = seen > 1 ? Math.max(0, between / (seen - 1)) : 0;
		let total = 0;
		for (let d = 0; d < 7; d++) {
			const weight = this.#weight[d] as number;
			const trust = weight > 0 && between > 0 ? between / (between + noise / weight) : 0;
			const factor = 1 + trust * ((means[d] as number) / grand - 1);
			out[at + d] = factor;
			total += factor;
		}
		for (let d = 0; d < 7; d++) out[at + d] = ((out[at + d] as number) * 7) / total;
	}
}

/** Mean of the seven days up to `t`, each weekday once, so it has no weekday in it; NaN unless all are known. */
function weekMean(values: Float64Array, t: number): number {
	let sum = t < 6 ? NaN : 0;
	for (let k = Math.max(0, t - 6); k <= t; k++) sum += values[k] as number;
	return sum / 7;
}

/**
 * Follows a daily series and notes, day by day, the level and weekday profile as they would have been stated then.
 * `values[t]` are credits of day `firstDay + t`, NaN where unknown.
 */
export function follow(values: Float64Array, firstDay: number): Track {
	const n = values.length;
	const level = new Float64Array(n);
	const profile = new Float64Array(7 * n);
	const known = new Int32Array(n);
	const weekdays = new WeekdayProfile();
	const used = new Float64Array(SMOOTHING.length);
	const share = new Float64Array(SMOOTHING.length);
	for (let t = 0; t < n; t++) {
		const value = values[t] as number;
		const day = weekday(firstDay + t);
		weekdays.age();
		const week = weekMean(values, t);
		if (week > 0) weekdays.add(day, value / week);
		weekdays.write(profile, 7 * t);
		const before = t > 0 ? (known[t - 1] as number) : 0;
		const isKnown = !Number.isNaN(value);
		known[t] = before + (isKnown ? 1 : 0);
		const average = t > 0 ? (level[t - 1] as number) : 0;
		const most = average * Math.max(1, MOST * (t > 0 ? (profile[7 * (t - 1) + day] as number) : 0));
		const tamed = before >= 7 && average > 0 ? Math.min(value, most) : value;
		let levels = 0;
		for (let j = 0; j < SMOOTHING.length; j++) {
			const keep = 1 - (SMOOTHING[j] as number);
			used[j] = (used[j] as number) * keep + (isKnown ? tamed : 0);
			share[j] = (share[j] as number) * keep + (isKnown ? (profile[7 * t + day] as number) : 0);
			if ((share[j] as number) > 0) levels += (used[j] as number) / (share[j] as number) / SMOOTHING.length;
		}
		level[t] = levels;
	}
	return { level, profile, known };
}
