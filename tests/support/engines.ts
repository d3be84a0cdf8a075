import { checksumOf } from '$lib/db/sealed';
import { dayNumber, startOfDay, type ZoneTable } from '$lib/engine/time';
import type { ForecastInput } from '$lib/workers/api';
import { forecast } from '$lib/workers/jobs/forecast';
import { outlook } from '$lib/workers/jobs/outlook';
import { perSeries } from '$lib/workers/series';

const ZONE: ZoneTable = {
	name: 'America/Toronto',
	at: [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)],
	offset: [-5 * 3_600_000, -4 * 3_600_000, -5 * 3_600_000]
};
const TODAY = dayNumber(2026, 11, 16);
const DAYS = 300;
const cycle = (from: [number, number], to: [number, number]) => ({
	start: startOfDay(ZONE, dayNumber(...from, 1)),
	end: startOfDay(ZONE, dayNumber(...to, 1))
});

/** Weekdays, bursts, idle days and a level shift, by arithmetic that every engine does alike. */
const credits = (t: number, k: number): number => {
	const noise = ((t * 7919 + k * 104_729) % 101) / 100;
	return t % 11 === 0 ? 0 : (k + 1) * 100 * (t % 7 > 4 ? 0.3 : 1) * (0.5 + noise) * (t > 200 ? 1.4 : 1);
};

const input: ForecastInput = {
	asOf: startOfDay(ZONE, TODAY) + 50_000_000,
	zone: ZONE,
	cycle: cycle([2026, 11], [2026, 12]),
	used: 12_345,
	firstDay: TODAY - DAYS,
	series: perSeries((_, k) => Float64Array.from({ length: DAYS + 1 }, (_entry, t) => credits(t, k))),
	hourOfWeek: Float64Array.from({ length: 168 }, (_, hour) => 1 + ((hour * 37) % 24)),
	creditsPerInteraction: 11.9,
	tiers: [20_000, 40_000, 60_000],
	past: [
		{ cycle: cycle([2026, 9], [2026, 10]), tier: 20_000 },
		{ cycle: cycle([2026, 10], [2026, 11]), tier: 20_000 }
	],
	next: [cycle([2026, 12], [2027, 1])],
	totals: [],
	plan: { country: null, events: [], growth: null },
	assumed: null,
	seed: 20_201,
	paths: 500
};

/** Checksum of every figure that a screen or a report can show of a forecast, as it is rounded. */
export function figuresSum(): number {
	const text = JSON.stringify([forecast(input), outlook(input)], (_, value: unknown) =>
		value instanceof Float64Array ? [...value] : value
	);
	return checksumOf(text);
}

/** What it is in every engine. It changes with the method, and with nothing else. */
export const FIGURES = 547_109_923;
