import { weekday } from '../time';
import { dailyRatios, LEAST_FACTOR, replay } from './errors';
import { normal, type Random } from './random';
import { follow } from './track';

export const METHOD = {
	/** n / (n + own): weight of the customer's own error paths, n = independent spans of the horizon's length */
	own: 2,
	/** library: level error on the log scale = base + slope × daily noise, plus drift */
	base: 0.06,
	slope: 0.25,
	drift: 0.1,
	noiseCap: 1.5,
	tail: 2.5,
	tailShare: 0.15,
	stretch: 1,
	block: 7,
	limit: 6,
	shift: 0
};

/**
 * Joint sample paths of a daily series: row-major paths × days, credits of the days after the last value.
 * A path is level × weekday profile × a path of ratios. Ratios are replayed from the customer's own past forecast errors,
 * or, the less history there is the more often, drawn from a library: own days in blocks × a simulated level error.
 */
export function simulateDaily(
	values: Float64Array,
	firstDay: number,
	days: number,
	paths: number,
	random: Random
): Float64Array {
	const n = values.length;
	const track = follow(values, firstDay);
	const level = n > 0 ? (track.level[n - 1] as number) : 0;
	const out = new Float64Array(paths * days);
	if (!(level > 0)) return out;
	const own = replay(values, firstDay, track, days);
	const single = dailyRatios(values, firstDay, track);
	let noise = 0;
	for (const ratio of single) noise += (ratio - 1) ** 2 / single.length;
	noise = Math.min(METHOD.noiseCap, Math.sqrt(noise));
	const spans = own.count / Math.max(days, 14);
	const trust = spans / (spans + METHOD.own);
	const scale = METHOD.base + METHOD.slope * noise;
	for (let p = 0; p < paths; p++) {
		const row = p * days;
		if (own.count > 0 && random() < trust) {
			const from = Math.floor(random() * own.count) * days;
			let mean = 0;
			for (let h = 0; h < days; h++) mean += (own.ratios[from + h] as number) / days;
			const f = mean > 0 ? Math.min(METHOD.limit, mean ** METHOD.stretch) / mean : 1;
			for (let h = 0; h < days; h++) out[row + h] = (own.ratios[from + h] as number) * f;
		} else {
			const s = scale * (random() < METHOD.tailShare ? METHOD.tail : 1);
			let error = normal(random) * s + METHOD.shift;
			let at = 0;
			for (let h = 0; h < days; h++) {
				if (h % METHOD.block === 0) at = Math.floor(random() * single.length);
				error += normal(random) * s * METHOD.drift;
				out[row + h] = (single[at] as number) * Math.min(METHOD.limit, Math.exp(error));
				at = (at + 1) % single.length;
			}
		}
	}
	const last = 7 * (n - 1);
	for (let h = 0; h < days; h++) {
		const expected =
			level * Math.max(LEAST_FACTOR, track.profile[last + weekday(firstDay + n + h)] as number);
		for (let p = 0; p < paths; p++) out[p * days + h] = (out[p * days + h] as number) * expected;
	}
	return out;
}
