/**
 * Lets an outside scorer of run-out forecasts ask the engine: `(origin, seed) => Float64Array[]`, sample paths of the
 * daily use of the days left. `origin.hist` is the daily use up to yesterday, `origin.dom0` the UTC midnight of its
 * first entry, `origin.rem` the number of days left. DRAWDOWN_PATHS sets the number of paths (2,000).
 */
import { loadEngine } from './engine.mjs';

const { forecastDemand } = await loadEngine();
const PATHS = Number(process.env.DRAWDOWN_PATHS ?? 2_000);
const DAY = 86_400_000;
const UTC = { name: 'UTC', at: [], offset: [0] };

export default function forecast(origin, seed) {
	const none = new Float64Array(origin.hist.length);
	const asOf = origin.dom0 + origin.hist.length * DAY;
	const demand = forecastDemand({
		history: {
			firstDay: origin.dom0 / DAY,
			series: [none, none, Float64Array.from(origin.hist), none],
			hourOfWeek: null
		},
		asOf,
		zone: UTC,
		cycle: { start: asOf - origin.k * DAY, end: asOf + origin.rem * DAY },
		seed,
		paths: PATHS
	});
	if (demand.refused) throw new Error(`refused: ${JSON.stringify(demand.refused)}`);
	return Array.from({ length: demand.paths }, (_, p) =>
		demand.total.subarray(p * demand.days, (p + 1) * demand.days)
	);
}
