import { weekday } from '../../time';
import { PATTERN_DAYS, type DaySeries, type Factor, type UsageDays } from './days';
import { median, spread } from './robust';

/** Days on each side that say what level is usual: three weeks. */
const LEVEL_DAYS = 21;
/** No day is trusted to less than this, on the log scale: five in a hundred. */
const LEAST_SPREAD = 0.05;
/** Variance of one interaction's size or price on the log scale, at least. */
const LEAST_OWN = 0.25;

/** What is usual of one factor of one series, by day. NaN: unknown, or (size and price) nothing came. */
export interface Pattern {
	readonly factor: Factor;
	/** the factor itself: interactions; or units for each */
	readonly actual: Float64Array;
	/** what is expected on average */
	readonly expected: Float64Array;
	/** standard deviation of the factor's logarithm */
	readonly sd: Float64Array;
	/** deviation of the logarithm, in standard deviations */
	readonly z: Float64Array;
	/** known days it was learned from */
	readonly days: number;
}

function valuesOf({ interactions, base, units }: DaySeries, factor: Factor): Float64Array {
	if (factor === 'interactions') return interactions;
	const [upper, lower] = factor === 'size' ? [base, interactions] : [units, base];
	return upper.map((value, t) => (value > 0 ? value / (lower[t] as number) : NaN));
}

const spanOf = (values: Float64Array): number => {
	const known = values.filter(Number.isFinite);
	return Math.max(...known) - Math.min(...known);
};

/** The running median of ± {@link LEVEL_DAYS}: it follows a step at once and passes over what is shorter than half. */
function levelOf(values: Float64Array): Float64Array {
	// The finite values of the window, ascending: one comes and one goes a day.
	const window: number[] = [];
	const place = (value: number): number => {
		let [low, high] = [0, window.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((window[middle] as number) < value) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	const add = (value: number | undefined) => {
		if (value !== undefined && Number.isFinite(value)) window.splice(place(value), 0, value);
	};
	const drop = (value: number | undefined) => {
		if (value !== undefined && Number.isFinite(value)) window.splice(place(value), 1);
	};
	for (let t = 0; t < LEVEL_DAYS; t++) add(values[t]);
	return values.map((_, t) => {
		add(values[t + LEVEL_DAYS]);
		drop(values[t - LEVEL_DAYS - 1]);
		return window[Math.ceil(window.length / 2) - 1] ?? NaN;
	});
}

/**
 * By weekday: what it is above or below the level, drawn towards none as far as chance alone would explain it (James
 * and Stein 1961, the positive part).
 */
function weekdaysOf(deviations: Float64Array, firstDay: number): number[] {
	const own = [0, 1, 2, 3, 4, 5, 6].map((day) => deviations.filter((_, t) => weekday(firstDay + t) === day));
	const effects = own.map((values) => median(values) || 0);
	const chance = own.map((values) => {
		const known = values.filter(Number.isFinite);
		// The variance of a median of normal numbers is π/2 of a mean's.
		return known.length === 0 ? 0 : ((Math.PI / 2) * spread(known) ** 2) / known.length;
	});
	const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	const size = mean(effects.map((effect) => effect ** 2));
	const kept = size > 0 ? Math.max(0, 1 - mean(chance) / size) : 0;
	return effects.map((effect) => effect * kept);
}

/**
 * What is usual of a factor: a level that may move, times a factor for the weekday, both by medians, so that a few wild
 * days move neither (cf. the robust baselines of outbreak detection: Farrington et al. 1996, Noufaily et al. 2013).
 * How far days stray is measured on the same days, on the log scale; it is never taken for less than chance alone makes
 * of counts (1 / expected) or of averages over n interactions (1 / n). Null where fewer than {@link PATTERN_DAYS} days
 * from the first use on are known, and where nothing ever varied.
 */
export function patternOf(days: UsageDays, series: DaySeries, factor: Factor): Pattern | null {
	const { known, firstDay } = days;
	const first = series.interactions.findIndex((count) => count > 0);
	const actual = valuesOf(series, factor).map((value, t) => (t >= first && known[t] === 1 ? value : NaN));
	const counts = factor === 'interactions';
	// Half an interaction is added to each count: a day without any has a logarithm too.
	const logs = actual.map((value) => Math.log(counts ? value + 0.5 : value));
	const count = logs.filter(Number.isFinite).length;
	if (first < 0 || count < PATTERN_DAYS || !(spanOf(actual) > 0)) return null;

	const middle = median(logs);
	let weekdays = weekdaysOf(
		logs.map((value) => value - middle),
		firstDay
	);
	const plain = () => logs.map((value, t) => value - (weekdays[weekday(firstDay + t)] as number));
	weekdays = weekdaysOf(
		levelOf(plain()).map((level, t) => (logs[t] as number) - level),
		firstDay
	);
	const usual = levelOf(plain()).map((level, t) => level + (weekdays[weekday(firstDay + t)] as number));
	const off = logs.map((value, t) => value - (usual[t] as number));

	// Where fewer agents work at weekends their days stray further: the wider of both counts there.
	const weekend = (t: number) => weekday(firstDay + t) >= 5;
	const [all, ends] = [off, off.filter((_, t) => weekend(t))].map(
		(some) => Math.max(LEAST_SPREAD, spread(some) || 0) ** 2
	) as [number, number];
	const each = counts
		? 1
		: Math.max(
				LEAST_OWN,
				spread(off.map((value, t) => value * Math.sqrt(series.interactions[t] as number))) ** 2
			);
	const sd = off.map((_, t) => {
		const over = counts ? Math.exp(usual[t] as number) : Math.max(1, series.interactions[t] as number);
		return Math.sqrt(Math.max(all, weekend(t) ? ends : 0, each / over));
	});
	return {
		factor,
		actual,
		// The mean of a lognormal number lies above its median.
		expected: usual.map((log, t) =>
			Math.max(0, Math.exp(log + (sd[t] as number) ** 2 / 2) - (counts ? 0.5 : 0))
		),
		sd,
		z: off.map((value, t) => value / (sd[t] as number)),
		days: count
	};
}
