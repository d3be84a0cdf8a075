/**
 * Fits the numbers of src/lib/engine/forecast/fitted.ts anew: node tests/bench/forecast/fit.mjs --data series.json
 * [--data more.json] [--paths 300]. Two grids are searched, the simulation at 45 days of history and the replay at two
 * years; each is also chosen without the series, or the whole kind of series, that is then scored. After that each
 * number is varied alone. Deterministic: the same files give the same lines. About ten minutes on two cores.
 *
 * Chosen by: Brier ÷ pace + CRPS ÷ pace + half of what the 80 % range lies outside .79–.81.
 */
import { parseArgs } from 'node:util';
import { readSeries } from './data.mjs';
import { loadEngine } from './engine.mjs';
import { originsOf, scoreOf, summary } from './score.mjs';

const { values: options } = parseArgs({
	options: { data: { type: 'string', multiple: true }, paths: { type: 'string', default: '300' } }
});
if (!options.data) throw new Error('--data is missing: no real series is in the repository');
const { simulateDaily } = await loadEngine('simulate');
const { FITTED } = await loadEngine('fitted');
const { seeded } = await loadEngine('random');
const PATHS = Number(options.paths);
const DAY = 86_400_000;
const series = readSeries(options.data);
const originsAt = (cap) => series.flatMap((one) => originsOf(one, { cap, months: 6 }));

const paceOf = (origins) =>
	origins.map((origin) => scoreOf(origin, [new Float64Array(origin.rem).fill(origin.mtd / origin.k)]));
const scoresOf = (origins, fitted) =>
	origins.map((origin, k) => {
		const { hist, dom0, rem } = origin;
		const values = Float64Array.from(hist);
		const paths = simulateDaily(values, dom0 / DAY, rem, PATHS, seeded(7_919 * k + 13), fitted);
		return scoreOf(
			origin,
			Array.from({ length: PATHS }, (_, p) => paths.subarray(p * rem, (p + 1) * rem))
		);
	});

/** Figures of the origins that `use` picks, as ratios to the straight line. */
function figuresOf(scores, pace, use = () => true) {
	const [ours, line] = [scores, pace].map((list) => summary(list.filter(use)));
	const ratio = (key) => ours[key] / line[key];
	const off = Math.max(0, Math.abs(ours.inside - 0.8) - 0.01);
	const [brier, ib, day, crps] = ['brier', 'ib', 'day', 'crps'].map(ratio);
	return { ...ours, brier, ib, day, crps, aim: brier + crps + off / 2 };
}
const COLUMNS = ['aim', 'brier', 'ib', 'day', 'crps', 'ece', 'inside', 'overage'];
const print = (name, figures) =>
	console.log(name.padEnd(64) + COLUMNS.map((key) => figures[key].toFixed(3).padStart(8)).join(''));

const named = (fitted) =>
	Object.entries(fitted)
		.map(([key, value]) => `${key} ${value}`)
		.join(', ');
/** Every combination of the values given by name. */
const combinations = (of) =>
	Object.entries(of).reduce(
		(all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
		[{}]
	);

function search(title, cap, of) {
	const origins = originsAt(cap);
	const pace = paceOf(origins);
	const all = combinations(of).map((change) => ({
		name: named(change),
		scores: scoresOf(origins, { ...FITTED, ...change })
	}));
	const best = (use) => {
		const aims = all.map(({ scores }) => figuresOf(scores, pace, use).aim);
		return all[aims.indexOf(Math.min(...aims))];
	};
	console.log(`\n${title}: ${all.length} combinations, ${origins.length} forecasts, ${cap} days of history`);
	console.log(''.padEnd(64) + COLUMNS.map((key) => key.padStart(8)).join(''));
	print('in force', figuresOf(scoresOf(origins, FITTED), pace));
	const sorted = all
		.map(({ name, scores }) => ({ name, figures: figuresOf(scores, pace) }))
		.sort((a, b) => a.figures.aim - b.figures.aim);
	for (const { name, figures } of sorted.slice(0, 5)) print(name, figures);
	print(`worst: ${sorted.at(-1).name}`, sorted.at(-1).figures);
	for (const [what, key] of [
		['one series', 'id'],
		['one kind', 'group']
	]) {
		const held = [];
		const chosen = {};
		for (const part of new Set(origins.map((origin) => origin[key]))) {
			const one = best((score) => score[key] !== part);
			chosen[one.name] = (chosen[one.name] ?? 0) + 1;
			one.scores.forEach((score, k) => score[key] === part && (held[k] = score));
		}
		print(`left out: ${what} at a time`, figuresOf(held, pace));
		for (const [name, times] of Object.entries(chosen)) console.log(`    ${times} × ${name}`);
		if (key === 'group')
			for (const group of new Set(held.map((score) => score.group)))
				print(
					`    ${group}`,
					figuresOf(held, pace, (score) => score.group === group)
				);
	}
}

search('Simulation', 45, {
	leastError: [0.02, 0.03, 0.04],
	ofChange: [0.5, 0.6, 0.7],
	uncertainty: [0, 0.4],
	ownWeek: [0, 0.5, 1]
});
search('Replay', 730, { halfTrust: [4, 8, 12], season: [15, 30, 60], ofChange: [0.5, 0.6, 0.7] });

const ALONE = {
	halfTrust: [4, 12],
	leastError: [0.02, 0.04],
	ofChange: [0.5, 0.7],
	uncertainty: [0, 0.2, 0.6],
	drift: [0.15, 0.35],
	ownWeek: [0, 1]
};
const origins = originsAt(45);
const pace = paceOf(origins);
console.log('\nEach alone, 45 days of history');
for (const [key, values] of Object.entries(ALONE))
	for (const value of values)
		print(`${key} ${value}`, figuresOf(scoresOf(origins, { ...FITTED, [key]: value }), pace));
