/**
 * Scores the forecast of months on the monthly series of the M3 competition, which are not in this repository:
 *   node tests/bench/forecast/m3.mjs --data m3monthly.json [--months 36] [--paths 2000]
 * The file is a list of `{ id: 'N1403', x: [history], xx: [the 18 months after it] }`. `--months` keeps only the last
 * so many months of each history. The middle path is the point forecast. At the end it times the next twelve cycles.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadEngine } from './engine.mjs';

const { values: options } = parseArgs({
	options: {
		data: { type: 'string' },
		months: { type: 'string' },
		paths: { type: 'string', default: '2000' }
	}
});
if (!options.data) throw new Error('Say where the series are: --data m3monthly.json');
const { forecastMonths, forecastYear, quantile } = await loadEngine();
const PATHS = Number(options.paths);
const HORIZON = 18;
const YEAR = 12;
/** Last number of each kind of series, in the order of the competition. */
const KINDS = [
	[1_875, 'micro'],
	[2_209, 'industry'],
	[2_521, 'macro'],
	[2_666, 'finance'],
	[2_777, 'demographic'],
	[2_829, 'other']
];
const LEVELS = [0.025, 0.1, 0.5, 0.9, 0.975];

/** Quantiles by horizon: `at(h)` gives low 95, low 80, middle, high 80, high 95. */
function ours(history, seed) {
	const rows = forecastMonths({ totals: history, horizon: HORIZON, seed, paths: PATHS });
	return (h) => {
		const column = Float64Array.from({ length: PATHS }, (_, p) => rows[p * HORIZON + h]).sort();
		return LEVELS.map((q) => quantile(column, q));
	};
}

/** The same month of last year, with a normal error as large as its past ones (Hyndman and Athanasopoulos 2021, §5.5). */
function seasonalNaive(history) {
	const n = history.length;
	const sigma = Math.sqrt(meanOf(pairs(history).map(([a, b]) => (b - a) ** 2)));
	return (h) => {
		const middle = history[n - YEAR + (h % YEAR)];
		const wide = sigma * Math.sqrt(Math.floor(h / YEAR) + 1);
		return [-1.96, -1.2816, 0, 1.2816, 1.96].map((z) => middle + z * wide);
	};
}

function pairs(history) {
	return Array.from(history.subarray(YEAR), (value, t) => [history[t], value]);
}

function meanOf(list) {
	return list.reduce((a, b) => a + b, 0) / list.length;
}

/** One row of figures for each horizon of each series. */
function judge(series, forecast) {
	return series.flatMap((one, k) => {
		const at = forecast(one.history, k + 1);
		return one.after.map((actual, h) => {
			const [low95, low80, middle, high80, high95] = at(h);
			return {
				...one,
				h,
				smape: (200 * Math.abs(actual - middle)) / (Math.abs(actual) + Math.abs(middle)),
				mase: Math.abs(actual - middle) / one.scale,
				in80: Number(actual >= low80 && actual <= high80),
				in95: Number(actual >= low95 && actual <= high95)
			};
		});
	});
}

const keep = options.months ? Number(options.months) : Infinity;
const series = JSON.parse(await readFile(options.data, 'utf8')).map(({ id, x, xx }) => {
	const whole = Float64Array.from(x);
	return {
		kind: KINDS.find(([last]) => Number(id.slice(1)) <= last)[1],
		history: whole.subarray(Math.max(0, whole.length - keep)),
		after: xx.slice(0, HORIZON),
		scale: meanOf(pairs(whole).map(([a, b]) => Math.abs(b - a)))
	};
});

/** Milliseconds of computing since, which other work on the machine does not lengthen much. */
function computing(before) {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

function print(name, rows) {
	const figures = ['smape', 'mase', 'in80', 'in95'].map((key) => meanOf(rows.map((row) => row[key])));
	const [smape, mase, in80, in95] = figures;
	const cells = [smape.toFixed(2), mase.toFixed(3), in80.toFixed(3), in95.toFixed(3)];
	console.log(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

forecastMonths({ totals: series[0].history, horizon: HORIZON, seed: 1, paths: PATHS });
for (const [name, forecast] of [
	['forecast', ours],
	['seasonal naive', seasonalNaive]
]) {
	const before = process.cpuUsage();
	const rows = judge(series, forecast);
	const each = computing(before) / series.length;
	console.log(`\n${name} (${series.length} series, ${each.toFixed(1)} ms of computing each)`);
	console.log(
		`${''.padEnd(26)}${['sMAPE', 'MASE', '80 %', '95 %'].map((cell) => cell.padStart(9)).join('')}`
	);
	print('months 1–18', rows);
	for (const from of [0, 6, 12])
		print(
			`months ${from + 1}–${from + 6}`,
			rows.filter(({ h }) => h >= from && h < from + 6)
		);
	for (const [, kind] of KINDS)
		print(
			kind,
			rows.filter((row) => row.kind === kind)
		);
}

/** Made-up use of so many cycles of 30 days, and what comes with it. */
function yearRequest(count, seed) {
	const day = 86_400_000;
	const today = 20_500;
	const used = Float64Array.from(
		{ length: 30 * count },
		(_, t) => 1_000 + ((t * 7_919) % 1_000) * (t % 7 > 4 ? 0.3 : 1)
	);
	const none = new Float64Array(used.length);
	const cycle = (k) => ({ start: (today + 30 * k) * day, end: (today + 30 * k + 30) * day });
	return {
		history: { firstDay: today - used.length, series: [none, none, used, none], hourOfWeek: null },
		asOf: today * day,
		zone: { name: 'UTC', at: [], offset: [0] },
		cycles: Array.from({ length: YEAR }, (_, k) => cycle(k)),
		pastCycles: Array.from({ length: count }, (_, k) => ({
			cycle: cycle(k - count),
			credits: used.subarray(30 * k, 30 * k + 30).reduce((a, b) => a + b, 0)
		})),
		used: 0,
		firstCycle: Float64Array.from({ length: 2_000 }, (_, p) => 40_000 + p),
		seed,
		paths: 2_000
	};
}

console.log('\n2,000 paths of twelve cycles, the running one given: median of 20');
for (const count of [6, 12, 24, 36, 60, 120]) {
	const times = Array.from({ length: 25 }, (_, seed) => {
		const request = yearRequest(count, seed);
		const before = process.cpuUsage();
		forecastYear(request);
		return computing(before);
	});
	const sorted = times.slice(5).sort((a, b) => a - b);
	console.log(`${`after ${count} cycles`.padEnd(26)}${sorted[10].toFixed(1).padStart(9)} ms of computing`);
}
