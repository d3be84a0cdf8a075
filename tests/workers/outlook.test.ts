import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { updateLayer } from '$lib/db';
import { sumCard } from '$lib/engine/forecast';
import { DAY_MS, dayNumber, dayOf, startOfDay } from '$lib/engine/time';
import type { ForecastInput } from '$lib/workers/api';
import { forecast } from '$lib/workers/jobs/forecast';
import { asWriter } from '$lib/workers/jobs/locks';
import { forecastOf, outlook } from '$lib/workers/jobs/outlook';
import { forecastInput } from '$lib/workers/query/history';
import { readingsInput } from '$lib/workers/query/readings';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const settings = settingsWith({ tier: 20_000, timeZone: 'America/Toronto' });
/** 1 May to 20 November 2026, by day: calls at ten, noon and four, fewer on weekends. */
const FIRST = dayNumber(2026, 5, 1);
const LAST = dayNumber(2026, 11, 20);
const rowsUntil = (end: number): string[] => {
	const rows: string[] = [];
	for (let day = FIRST; day < end; day++)
		for (const hour of [14, 16, 20])
			for (let k = 0; k < (day % 7 < 2 ? 3 : 12 + ((day * 7) % 5)); k++) {
				const start = new Date(day * DAY_MS + hour * 3_600_000 + k * 60_000).toISOString();
				rows.push(
					k % 3 === 0
						? `,${start},,chat,standard,Web,Site,${2 + (k % 4)},,,`
						: `,${start},,voice,standard,Ava,Main,,${61 + k},,`
				);
			}
	return rows;
};

/** What the query worker hands on, with usage up to the start of a local day. */
async function inputUntil(day: number): Promise<ForecastInput> {
	const store = await newStore();
	const { layer } = await importFile(store, settings, canonicalFile(rowsUntil(day)));
	const first = sure(await loadUsage(store, settings));
	const { zone } = first.rules;
	const coverage = { from: startOfDay(zone, FIRST), to: startOfDay(zone, day) };
	await asWriter(store, (term) => updateLayer(store, term, layer.id, { coverage }));
	return forecastInput(sure(await loadUsage(store, settings)), 7, 300);
}

describe('a look back', () => {
	it('says what would have been said then, though usage has gone on since', async () => {
		const now = await inputUntil(LAST);
		for (const day of [dayNumber(2026, 11, 9), dayNumber(2026, 10, 3), dayNumber(2026, 7, 15)]) {
			const then = await inputUntil(day);
			// The hours of the week are today's.
			const { hourOfWeek, creditsPerInteraction } = now;
			expect(forecastOf(now, day), String(day)).toEqual(
				forecast({ ...then, hourOfWeek, creditsPerInteraction })
			);
		}
	});

	it('at the start of a cycle begins at nothing, and beyond what is known says nothing', async () => {
		const now = await inputUntil(LAST);
		expect(forecastOf(now, dayNumber(2026, 10, 1))?.fan?.p50[0]).toBe(0);
		expect(forecastOf(now, dayNumber(2026, 4, 20))).toBeNull();
		expect(forecastOf(now, LAST + 60)).toBeNull();
		const gap = { ...now, series: { ...now.series, voiceStandard: now.series.voiceStandard.slice() } };
		gap.series.voiceStandard[dayNumber(2026, 11, 3) - now.firstDay] = NaN;
		expect(forecastOf(gap, dayNumber(2026, 11, 9))).toBeNull();
		expect(forecastOf(gap, dayNumber(2026, 11, 2))).not.toBeNull();
	});
});

describe('the outlook', () => {
	it('has two later cycles, past cycles by day, hours and reasons', async () => {
		const input = await inputUntil(LAST);
		const view = sure(outlook(input));
		expect(view.next.map(({ cycle }) => dayOf(input.zone, cycle.start))).toEqual([
			dayNumber(2026, 12, 1),
			dayNumber(2027, 1, 1)
		]);
		const [december] = view.next;
		const chances = sure(december).tiers.map(({ probabilityOfRunOut }) => probabilityOfRunOut);
		expect(chances).toEqual(chances.toSorted((a, b) => b - a));
		// May has too little before it until its second half; June to October are whole.
		expect(new Set(view.card.map(({ cycle }) => cycle.start)).size).toBe(6);
		const sum = sumCard(view.card);
		expect(sum.inside / sum.forecasts).toBeGreaterThan(0.6);
		expect(sum.monthEndError?.ours).toBeLessThan(sum.monthEndError?.pace as number);
		expect(view.reasons?.knownDays).toBe(LAST - FIRST);
		for (const { voice, chat } of view.unserved) expect([voice.length, chat.length]).toEqual([24, 24]);
		// On average the four series still to come make up what the forecast's courses do.
		const { tiers, monthEndCredits } = forecast(input);
		const toCome = view.spread.mean.reduce((a, b) => a + b, 0);
		expect(input.used + toCome).toBeGreaterThan(sure(monthEndCredits).p10);
		expect(input.used + toCome).toBeLessThan(sure(monthEndCredits).p90);
		// There are no premium rows; calls differ from month to month.
		expect(view.spread.mean.map((mean) => mean > 0)).toEqual([true, false, true, false]);
		expect(view.spread.covariance).toHaveLength(16);
		expect(view.spread.covariance[0]).toBeGreaterThan(0);
		for (const [k, tier] of sure(tiers).entries()) {
			const hours = sure(view.unserved[k]);
			const lost = [...hours.voice, ...hours.chat].reduce((a, b) => a + b, 0);
			expect(lost).toBeCloseTo(
				tier.expectedOverageCredits - Math.max(0, input.used - tier.includedCredits),
				-1
			);
			const dates = [...tier.marks.map(({ probability }) => probability), tier.probabilityOfRunOut];
			expect(dates).toEqual(dates.toSorted((a, b) => b - a));
		}
	});

	it('is there for meter readings alone, and refuses with the forecast', () => {
		const zone = 'America/Toronto';
		const readings = Array.from({ length: 40 }, (_, k) => ({
			at: Date.UTC(2026, 9, 1, 5) + k * DAY_MS,
			creditsUsed: k < 31 ? 400 * k : 400 * (k - 31)
		}));
		const metered = settingsWith({ tier: 20_000, timeZone: zone }, { readings });
		const input = sure(readingsInput(metered, 7, 200));
		expect(input.past).toHaveLength(1);
		expect(sure(outlook(input)).next).toHaveLength(2);
		const few = settingsWith({ timeZone: zone }, { readings: readings.slice(0, 5) });
		expect(outlook(sure(readingsInput(few, 7, 200)))).toBeNull();
	});
});
