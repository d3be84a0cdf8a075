import { normal, seeded, type Random } from '../../../src/lib/engine/forecast';
import type { DaySeries, UsageDays } from '../../../src/lib/engine/explore/anomaly';

/** What is put into a made workspace: one agent's calls, or their lengths, times `times` on some days. */
export interface Injection {
	readonly agent: number;
	readonly what: 'interactions' | 'size';
	readonly times: number;
	/** indices of days, half-open */
	readonly from: number;
	readonly to: number;
}

export interface Case {
	readonly cv: number;
	readonly injection: Injection | null;
	readonly days: UsageDays;
	/**
	 * How far the injection lies from what it was put into, in standard deviations of the best test there is, which knows
	 * agent, days, expectation and noise (Neyman and Pearson 1933, on logarithms); 0 for none.
	 */
	readonly distance: number;
}

const AGENTS = 12;
const ENTITIES = 4;
const HISTORY = 120;
const WATCHED = 60;

/**
 * What a coefficient of variation is of: an agent's days (their numbers, and by a quarter of it their lengths; single
 * lengths have CV .8), or single lengths alone, with days that differ by chance only.
 */
export type Noise = 'days' | 'lengths';
const spread = (noise: Noise, cv: number) =>
	noise === 'days' ? { day: cv, dayLength: cv / 4, length: 0.8 } : { day: 0, dayLength: 0, length: cv };

const lognormal = (random: Random, cv: number): number => {
	const s = Math.sqrt(Math.log(1 + cv * cv));
	return Math.exp(s * normal(random) - (s * s) / 2);
};

const tables = new Map<number, Float64Array>();

/** Lengths of calls around 1, as a table: drawing one is then a look-up. */
function lengthsOf(cv: number): Float64Array {
	const random = seeded(1);
	const table = tables.get(cv) ?? Float64Array.from({ length: 4_096 }, () => lognormal(random, cv));
	tables.set(cv, table);
	return table;
}

/** A Poisson count: by its product of uniforms below 30, above as the nearest normal number. */
function poisson(random: Random, mean: number): number {
	if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
	let [count, product] = [-1, 1];
	do {
		count++;
		product *= random();
	} while (product > Math.exp(-mean));
	return count;
}

/**
 * Twelve agents in four entities over 180 days. A day's calls are Poisson around a level of 10 to 160, times a weekday
 * shape of the agent's own (every third one is nearly idle at weekends), times lognormal noise. Lengths of calls are
 * lognormal around the agent's own, times a day's noise; each is charged by the started minute, ten credits each. A sixth
 * of the agents have premium calls, a third of theirs.
 */
export function makeCase(seed: number, cv: number, injection: Injection | null, noise: Noise = 'days'): Case {
	const random = seeded(seed);
	const by = spread(noise, cv);
	const lengths = lengthsOf(by.length);
	const days = HISTORY + WATCHED;
	const empty = (of: DaySeries['of'], name: string): DaySeries => ({
		of,
		name,
		interactions: new Float64Array(days),
		base: new Float64Array(days),
		units: new Float64Array(days)
	});
	const agents = Array.from({ length: AGENTS }, (_, k) => empty('agent', `Agent ${k + 1}`));
	const entities = Array.from({ length: ENTITIES }, (_, k) => empty('entity', `Entity ${k + 1}`));
	const all = empty('all', '');
	let distance2 = 0;
	for (const [k, agent] of agents.entries()) {
		const level = 10 * 16 ** random();
		const length = 60 + 180 * random();
		const weekend = k % 3 === 0 ? 0.1 : 0.5 + 0.5 * random();
		const shape = Array.from({ length: 7 }, (_, day) => (day < 5 ? 0.8 + 0.4 * random() : weekend));
		for (let t = 0; t < days; t++) {
			const hit = injection?.agent === k && t >= injection.from && t < injection.to ? injection : null;
			const usual = level * (shape[t % 7] as number);
			if (hit) {
				const [own, each] = hit.what === 'interactions' ? [by.day, 1] : [by.dayLength, by.length ** 2];
				distance2 += Math.log(hit.times) ** 2 / (Math.log(1 + own * own) + each / usual);
			}
			const more = hit?.what === 'interactions' ? hit.times : 1;
			const longer = hit?.what === 'size' ? hit.times : 1;
			const count = poisson(random, usual * lognormal(random, by.day) * more);
			const dayLength = length * lognormal(random, by.dayLength) * longer;
			let [base, units] = [0, 0];
			for (let call = 0; call < count; call++) {
				const credits =
					10 * Math.ceil((dayLength * (lengths[Math.floor(random() * lengths.length)] as number)) / 60);
				base += credits;
				units += k % 6 === 1 && random() < 1 / 3 ? 2 * credits : credits;
			}
			for (const series of [agent, entities[k % ENTITIES] as DaySeries, all]) {
				series.interactions[t] = (series.interactions[t] as number) + count;
				series.base[t] = (series.base[t] as number) + base * 60_000;
				series.units[t] = (series.units[t] as number) + units * 60_000;
			}
		}
	}
	return {
		cv,
		injection,
		distance: Math.sqrt(distance2),
		days: {
			firstDay: 4, // 5 January 1970, a Monday
			known: new Uint8Array(days).fill(1),
			series: [...agents, ...entities, all],
			watchFrom: HISTORY
		}
	};
}

const CVS = [0.2, 0.5, 1] as const;
const TIMES = [1.25, 1.6, 3] as const;

/** Cases in which nothing was put, in turns of noise. */
export const quietCase = (k: number, seed: number, noise: Noise = 'days'): Case =>
	makeCase(seed + k, CVS[k % 3] as number, null, noise);

/** The series that an injection shows in: its agent's, its entity's, everyone's. */
export function affected({ days }: Case, { agent }: Injection): readonly DaySeries[] {
	return [agent, AGENTS + (agent % ENTITIES), AGENTS + ENTITIES].map((at) => days.series[at] as DaySeries);
}

/** Injections that take turns in strength, noise, length and what they change. */
export function injections(count: number, seed: number): { cv: number; injection: Injection }[] {
	const random = seeded(seed);
	return Array.from({ length: count }, (_, k) => {
		const length = 1 + Math.floor(random() * 5);
		const from = HISTORY + Math.floor(random() * (WATCHED - length + 1));
		return {
			cv: CVS[Math.floor(k / 3) % 3] as number,
			injection: {
				agent: Math.floor(random() * AGENTS),
				what: Math.floor(k / 9) % 2 === 0 ? 'interactions' : 'size',
				times: TIMES[k % 3] as number,
				from,
				to: from + length
			}
		};
	});
}
