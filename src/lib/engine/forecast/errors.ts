import { weekday } from '../time';
import type { Track } from './track';

/** Past forecast errors as whole paths: row after row `days` ratios of what came to what had been expected. */
export interface ErrorPaths {
	readonly count: number;
	readonly days: number;
	readonly ratios: Float64Array;
}

/** A forecast needs this many known days before its errors are worth replaying. */
const BURN_IN = 14;
/** Expected share of a weekday below which a ratio would say nothing (closed days). */
export const LEAST_FACTOR = 0.05;

/** Replays every past day as a forecast origin and keeps the complete paths of ratios that followed. */
export function replay(values: Float64Array, firstDay: number, track: Track, days: number): ErrorPaths {
	const n = values.length;
	const most = Math.max(0, n - days);
	const ratios = new Float64Array(most * days);
	let count = 0;
	for (let t = 0; t + days < n; t++) {
		const level = track.level[t] as number;
		if ((track.known[t] as number) < BURN_IN || !(level > 0)) continue;
		let sum = 0;
		let seen = 0;
		for (let h = 0; h < days; h++) {
			const day = t + 1 + h;
			const factor = Math.max(LEAST_FACTOR, track.profile[7 * t + weekday(firstDay + day)] as number);
			const ratio = (values[day] as number) / (level * factor);
			ratios[count * days + h] = ratio;
			if (!Number.isNaN(ratio)) {
				sum += ratio;
				seen++;
			}
		}
		if (seen < (2 * days) / 3) continue;
		for (let h = 0; h < days; h++)
			if (Number.isNaN(ratios[count * days + h])) ratios[count * days + h] = sum / seen;
		count++;
	}
	return { count, days, ratios };
}

/** Single days as ratios to their surroundings (28 days around, in the final profile), mean 1: what one day is like. */
export function dailyRatios(values: Float64Array, firstDay: number, track: Track): Float64Array {
	const n = values.length;
	const last = 7 * (n - 1);
	const found: number[] = [];
	for (let t = Math.max(0, n - 180); t < n; t++) {
		if (Number.isNaN(values[t])) continue;
		const start = Math.max(0, Math.min(t - 14, n - 29));
		let used = 0;
		let share = 0;
		for (let k = start; k < Math.min(n, start + 29); k++) {
			if (Number.isNaN(values[k])) continue;
			used += values[k] as number;
			share += track.profile[last + weekday(firstDay + k)] as number;
		}
		const factor = Math.max(LEAST_FACTOR, track.profile[last + weekday(firstDay + t)] as number);
		if (used > 0) found.push((values[t] as number) / ((used / share) * factor));
	}
	return Float64Array.from(found);
}
