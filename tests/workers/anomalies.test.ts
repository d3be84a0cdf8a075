import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/engine/time';
import type { AnomalyView, Settings } from '$lib/workers/api';
import { anomaliesView } from '$lib/workers/query/explore/anomalies';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

/** 1 September 2026, UTC; days are counted from it. */
const START = Date.UTC(2026, 8, 1);
const DAYS = 75;
const settings = settingsWith({ timeZone: 'UTC', tier: 20_000, overage: 'on' });

interface Call {
	readonly at: number;
	readonly agent: string;
	readonly minutes: number;
}

/** Ten to twelve calls of two minutes a day for each of three agents; Booking's are twice as long on `days`. */
function callsOf(days: readonly number[]): Call[] {
	const calls: Call[] = [];
	for (let day = 0; day < DAYS; day++)
		for (const [k, agent] of ['Booking', 'Sales', 'Support'].entries())
			for (let call = 0; call < 10 + ((day * 5 + k) % 3); call++)
				calls.push({
					at: START + day * DAY_MS + (8 * 60 + call * 40 + k) * 60_000,
					agent,
					minutes: agent === 'Booking' && days.includes(day) ? 8 : 2
				});
	return calls.sort((a, b) => a.at - b.at);
}

async function view(calls: readonly Call[], change: Settings = settings) {
	const store = await newStore();
	const rows = calls.map(
		({ at, agent, minutes }) =>
			`,${new Date(at).toISOString()},,voice,standard,${agent},Line,,${60 * minutes},,`
	);
	await importFile(store, change, canonicalFile(rows));
	return anomaliesView(sure(await loadUsage(store, change)));
}

/** When the sum of the month's calls reaches a tier: the plain calculation. */
function runOut(calls: readonly Call[], tier: number, month: number): number | null {
	let used = 0;
	for (const { at, minutes } of calls.filter((call) => new Date(call.at).getUTCMonth() === month)) {
		if (used + 10 * minutes >= tier) return at + (minutes * 60_000 * (tier - used)) / (10 * minutes);
		used += 10 * minutes;
	}
	return null;
}

const only = (findings: readonly AnomalyView[]): AnomalyView => {
	expect(findings).toHaveLength(1);
	return sure(findings[0]);
};

describe('what is out of pattern in imported rows', () => {
	it('is nothing where nothing is, with what was looked at', async () => {
		const quiet = await view(callsOf([]));
		expect(quiet.findings).toEqual([]);
		// The last day is not over at the last row.
		expect(quiet).toMatchObject({ knownDays: 60, earlierDays: 14, agents: 3, entities: 1 });
	});

	it('is named with its cause, its days, its credits, and the exact run-out without it', async () => {
		const days = [37, 38, 39];
		const calls = callsOf(days);
		const found = only((await view(calls, settingsWith({ timeZone: 'UTC', tier: 18_000 }))).findings);
		expect(found).toMatchObject({
			of: 'agent',
			name: 'Booking',
			factors: ['size'],
			from: START + 37 * DAY_MS,
			to: START + 40 * DAY_MS
		});
		const there = calls.filter(({ agent, minutes }) => agent === 'Booking' && minutes === 8);
		expect(found.credits / (there.length * 60)).toBeCloseTo(1, 1);
		expect(sure(found.times)).toBeCloseTo(4, 0);
		const effect = sure(found.effect);
		if (effect.kind !== 'moved') throw new Error(effect.kind);
		expect(effect.runOutAt).toBe(runOut(calls, 18_000, 9));
		expect(effect.without).toBe(runOut(calls, 18_000 + Math.round(found.credits), 9));
		expect(sure(effect.without)).toBeGreaterThan(effect.runOutAt);
	});

	it('is told in days of usual use while the credits last, and without a tier not at all', async () => {
		const calls = callsOf([65, 66]);
		const effect = sure(only((await view(calls)).findings).effect);
		if (effect.kind !== 'days') throw new Error(effect.kind);
		expect(effect.days).toBeCloseTo((22 * 60) / (33 * 20), 0);
		const none = only((await view(calls, settingsWith({ timeZone: 'UTC', tier: null }))).findings);
		expect(none.effect).toBeNull();
	});

	it('did not move a run-out that came before it', async () => {
		const found = only(
			(await view(callsOf([55, 56]), settingsWith({ timeZone: 'UTC', tier: 1_000 }))).findings
		);
		expect(found.effect).toBeNull();
	});
});
