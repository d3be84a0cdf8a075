/** Times the forecast of one cycle with everything that is read off it: node tests/bench/forecast/speed.mjs */
import { loadEngine } from './engine.mjs';

const { forecastDemand, readCycle, readTier } = await loadEngine();
const DAY = 86_400_000;
const UTC = { name: 'UTC', at: [], offset: [0] };
const TIERS = [20_000, 40_000, 60_000, 100_000, 150_000, 200_000];
const today = Date.UTC(2026, 10, 1) / DAY;
const days = 730;
const series = [0, 1, 2, 3].map((k) =>
	Float64Array.from({ length: days }, (_, t) => ((t * 7_919 + k * 104_729) % 1_000) * (t % 7 > 4 ? 0.3 : 1))
);

function once(seed) {
	const start = performance.now();
	const demand = forecastDemand({
		history: { firstDay: today - days, series, hourOfWeek: null },
		asOf: today * DAY,
		zone: UTC,
		cycle: { start: today * DAY, end: (today + 31) * DAY },
		seed,
		paths: 2_000
	});
	readCycle(demand, 0);
	for (const tier of TIERS) readTier(demand, 0, tier, 20);
	return performance.now() - start;
}

const times = Array.from({ length: 25 }, (_, k) => once(k));
const sorted = times.slice(5).sort((a, b) => a - b);
console.log(
	`2,000 paths × 31 days × 6 tiers from ${days} days of four series: ` +
		`fastest ${sorted[0].toFixed(1)} ms, median ${sorted[10].toFixed(1)} ms, slowest ${sorted[19].toFixed(1)} ms, first ${times[0].toFixed(1)} ms`
);
