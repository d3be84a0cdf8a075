/**
 * npm run bench:forecast -- [--each 12] [--cap 730] [--months 6] [--paths 400] [--data series.json]: the forecast
 * beside the straight line, the straight line with normal noise, and same weekdays drawn again. Without --data on
 * made-up customers (series.mjs); --data may be given more than once, its form is told in data.mjs.
 */
import { parseArgs } from 'node:util';
import { readSeries } from './data.mjs';
import { originsOf, scoreOf, summary } from './score.mjs';
import { madeUp } from './series.mjs';

const { values: options } = parseArgs({
	options: {
		each: { type: 'string', default: '12' },
		cap: { type: 'string', default: '730' },
		months: { type: 'string', default: '6' },
		paths: { type: 'string', default: '400' },
		data: { type: 'string', multiple: true }
	}
});
process.env.DRAWDOWN_PATHS ??= options.paths;
const { default: forecast } = await import('./adapter.mjs');
const PATHS = Number(options.paths);

function random(seed) {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

const METHODS = {
	'straight line': ({ mtd, k, rem }) => [new Float64Array(rem).fill(mtd / k)],
	'straight line, normal noise'({ hist, k, rem }, seed) {
		const dice = random(seed);
		const bell = () => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
		const days = hist.slice(-k);
		const level = days.reduce((a, b) => a + b, 0) / k;
		const spread = Math.sqrt(days.reduce((sum, day) => sum + (day - level) ** 2, 0) / Math.max(1, k - 1));
		return Array.from({ length: PATHS }, () => {
			const off = (bell() * spread) / Math.sqrt(k);
			return Float64Array.from({ length: rem }, () => Math.max(0, level + off + spread * bell()));
		});
	},
	'same weekdays drawn again'({ hist, rem }, seed) {
		const dice = random(seed);
		const weeks = Math.min(8, Math.floor(hist.length / 7));
		return Array.from({ length: PATHS }, () =>
			Float64Array.from({ length: rem }, (_, h) => {
				const back = 7 * (Math.ceil((h + 1) / 7) + Math.floor(dice() * weeks));
				return hist[Math.max(0, hist.length + h - back)];
			})
		);
	},
	'this forecast': forecast
};

const series = options.data ? readSeries(options.data) : madeUp(Number(options.each));
const limits = { cap: Number(options.cap), months: Number(options.months) };
const origins = series.flatMap((one) => originsOf(one, limits));
console.log(`${origins.length} forecasts of ${series.length} series, up to ${options.cap} days of history`);

const COLUMNS = ['brier', 'ece', 'ib', 'day', 'crps', 'inside', 'overage'];
const print = (name, figures) =>
	console.log(
		`${name.padEnd(30)}${String(figures.n).padStart(6)}${COLUMNS.map((key) => figures[key].toFixed(3).padStart(9)).join('')}`
	);
console.log(`${''.padEnd(30)}${'n'.padStart(6)}${COLUMNS.map((key) => key.padStart(9)).join('')}`);
const totals = {};
for (const [name, method] of Object.entries(METHODS)) {
	const scores = origins.map((origin, k) => scoreOf(origin, method(origin, 7_919 * k + 13)));
	print(name, (totals[name] = summary(scores)));
	for (const group of new Set(scores.map((score) => score.group)))
		print(`  ${group}`, summary(scores.filter((score) => score.group === group)));
}
const [pace, , weekdays, ours] = Object.values(totals);
const ratio = (key, other) => (ours[key] / other[key]).toFixed(3);
console.log(
	`this forecast ÷ straight line: Brier ${ratio('brier', pace)}, IB ${ratio('ib', pace)}, day ${ratio('day', pace)}, CRPS ${ratio('crps', pace)}; ÷ same weekdays: Brier ${ratio('brier', weekdays)}`
);
