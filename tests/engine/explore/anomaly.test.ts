import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aboveOf, anomaliesOf, timesOf, type DaySeries, type UsageDays } from '$lib/engine/explore/anomaly';
import { score, sumKinds } from '../../support/anomalies/score';
import { runs } from '../../support/runs';
import { sure } from '../../support/sure';

const DAYS = 120;

/** Agents with `calls(agent, day)` calls of `credits(agent, day)` each, and everyone. */
function daysOf(
	agents: number,
	calls: (agent: number, t: number) => number,
	credits: (agent: number, t: number) => number = () => 20,
	watchFrom = 60
): UsageDays {
	const series: DaySeries[] = Array.from({ length: agents }, (_, agent) => {
		const interactions = Float64Array.from({ length: DAYS }, (_, t) => calls(agent, t));
		const units = interactions.map((count, t) => count * credits(agent, t) * 60_000);
		return { of: 'agent', name: `Agent ${agent}`, interactions, base: units, units };
	});
	const sum = (of: 'interactions' | 'units') =>
		Float64Array.from({ length: DAYS }, (_, t) =>
			series.reduce((all, one) => all + (one[of][t] as number), 0)
		);
	const all: DaySeries = {
		of: 'all',
		name: '',
		interactions: sum('interactions'),
		base: sum('units'),
		units: sum('units')
	};
	return { firstDay: 4, known: new Uint8Array(DAYS).fill(1), series: [...series, all], watchFrom };
}

/** Some unrest that is the same in every run. */
const wave = (agent: number, t: number) => 100 + ((t * 37 + agent * 11) % 17) - 8;

describe('days out of pattern', () => {
	test('are none where every day is like the others', () => {
		expect(anomaliesOf(daysOf(5, wave))).toEqual([]);
	});

	test('name the agent, the days, and that there were more calls', () => {
		const usual = daysOf(5, wave);
		const doubled = daysOf(5, (agent, t) => wave(agent, t) * (agent === 2 && t >= 90 && t < 93 ? 2 : 1));
		const [found, ...others] = anomaliesOf(doubled);
		expect(others).toEqual([]);
		expect(found).toMatchObject({ from: 90, to: 93, factors: ['interactions'], series: { name: 'Agent 2' } });
		const put = (days: UsageDays) =>
			sure(days.series[2])
				.units.subarray(90, 93)
				.reduce((a, b) => a + b, 0);
		expect(aboveOf(sure(found)) / (put(doubled) - put(usual))).toBeCloseTo(1, 1);
		expect(timesOf(sure(found))).toBeCloseTo(2, 0);
	});

	test('tell longer calls from more calls', () => {
		const [found] = anomaliesOf(daysOf(5, wave, (agent, t) => (agent === 1 && t === 100 ? 60 : 20)));
		expect(found).toMatchObject({ from: 100, to: 101, factors: ['size'], series: { name: 'Agent 1' } });
		expect(timesOf(sure(found))).toBeCloseTo(3, 1);
	});

	test('tell premium from longer calls: what is charged for the same size', () => {
		const days = daysOf(4, wave);
		const agent = sure(days.series[0]);
		const units = agent.units.map((one, t) => (t >= 80 && t < 82 ? 2 * one : one));
		const [found] = anomaliesOf({ ...days, series: [{ ...agent, units }, ...days.series.slice(1)] });
		expect(found).toMatchObject({ from: 80, to: 82, factors: ['price'], series: { name: 'Agent 0' } });
		expect(aboveOf(sure(found))).toBeCloseTo(
			agent.units.subarray(80, 82).reduce((a, b) => a + b, 0),
			-6
		);
	});

	test('are said once of everyone where all agents had more, not of each agent', () => {
		const found = anomaliesOf(daysOf(12, (agent, t) => Math.round(wave(agent, t) * (t === 75 ? 1.3 : 1))));
		expect(found.map(({ series }) => series.of)).toEqual(['all']);
	});

	test('hold a new agent apart, with all it drew', () => {
		const days = daysOf(4, (agent, t) => (agent === 3 && t < 100 ? 0 : wave(agent, t)));
		const [found] = anomaliesOf(days);
		expect(found).toMatchObject({ from: 100, to: DAYS, factors: [], series: { name: 'Agent 3' } });
		expect(aboveOf(sure(found))).toBe(sure(days.series[3]).units.reduce((a, b) => a + b, 0));
	});

	test('are not looked for in days that are unknown, nor before 28 are known', () => {
		const days = daysOf(3, (agent, t) => wave(agent, t) * (agent === 0 && t === 100 ? 5 : 1));
		const known = days.known.map((one, t) => (t === 100 ? 0 : one));
		expect(anomaliesOf({ ...days, known })).toEqual([]);
		expect(anomaliesOf({ ...days, known: known.map((one, t) => (t < 93 ? 0 : one)) })).toEqual([]);
	});

	test('follow a step to a new level: only its first days are out of pattern, if any', () => {
		const found = anomaliesOf(daysOf(3, (agent, t) => wave(agent, t) * (t >= 85 ? 2 : 1)));
		expect(found).toEqual([]);
	});

	test('do not depend on the order of agents, and never name a day before the watched ones', () => {
		const hits = fc.record({
			agent: fc.integer({ min: 0, max: 4 }),
			from: fc.integer({ min: 30, max: DAYS - 3 }),
			times: fc.integer({ min: 2, max: 6 })
		});
		fc.assert(
			fc.property(hits, ({ agent, from, times }) => {
				const days = daysOf(
					5,
					(one, t) => wave(one, t) * (one === agent && t >= from && t < from + 3 ? times : 1)
				);
				const told = (found: ReturnType<typeof anomaliesOf>) =>
					found.map((one) => [one.series.name, one.from, one.to, aboveOf(one)]);
				const found = anomaliesOf(days);
				expect(told(anomaliesOf({ ...days, series: days.series.toReversed() }))).toEqual(told(found));
				expect(found.every((one) => one.from >= 60 && aboveOf(one) > 0)).toBe(true);
				expect(found.length > 0).toBe(from >= 60 || from + 3 > 60);
			}),
			{ numRuns: runs(6) }
		);
	});
});

test('of what is put into noisy usage nearly all that is found is right, and quiet usage is left alone', () => {
	const { kinds, quiet } = score(18, 6, 7);
	const all = sumKinds(kinds);
	expect(all.wrong).toBeLessThanOrEqual(1);
	expect(Math.max(...quiet)).toBeLessThanOrEqual(1);
	const clear = sumKinds(kinds.filter(({ times, cv }) => times === 3 && cv === 0.2));
	expect(clear.cause).toBeGreaterThanOrEqual(clear.cases - 1);
	// No test can find more than the best one that has to look everywhere, but for luck.
	expect(all.found).toBeLessThanOrEqual(all.placeKnown + 3);
});
