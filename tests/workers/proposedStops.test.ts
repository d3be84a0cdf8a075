import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { proposedStops } from '$lib/workers/query/proposedStops';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const HOUR = 3_600_000;
const at = (month: number, day: number, hour = 12) => Date.UTC(2026, month - 1, day, hour);
/** A call of so many minutes: 10 credits each. */
const call = (start: number, minutes: number) =>
	`,${new Date(start).toISOString()},,voice,standard,Ada,,,${60 * minutes},,`;

/** September's calls on twenty days, `minutes` in all, and one in October, so that September is over and covered. */
async function stopsOf(minutes: number, contract: Parameters<typeof settingsWith>[0], lastDay = 20) {
	const settings = settingsWith({ timeZone: 'UTC', tier: 20_000, ...contract });
	const store = await newStore();
	const rows = Array.from({ length: lastDay }, (_, k) => call(at(9, k + 1), minutes / lastDay));
	await importFile(store, settings, canonicalFile([...rows, call(at(10, 2), 10)]));
	return proposedStops(sure(await loadUsage(store, settings)));
}

describe('a stop is proposed', () => {
	it('where a cycle ends less than one interaction short of its plan, and then is silent', async () => {
		const [stop, ...others] = await stopsOf(1_980, {});
		expect(others).toEqual([]);
		expect(stop?.to).toBe(at(10, 1, 0));
		expect(sure(stop).from - at(9, 20)).toBeGreaterThanOrEqual(0);
		expect(sure(stop).from - at(9, 20)).toBeLessThan(2 * HOUR);
	});

	it('at the cap of overage too', async () => {
		const capped = { overage: 'capped' as const, overageCapCredits: 4_000 };
		expect(await stopsOf(2_380, capped)).toHaveLength(1);
		expect(await stopsOf(1_980, capped)).toEqual([]);
	});

	it.each([
		['more than an interaction is left', 1_800, {}, 20],
		['usage goes on to renewal', 1_980, {}, 30],
		['overage goes on without an end', 1_980, { overage: 'on' as const }, 20],
		['the ledger itself has a stop there', 2_000, {}, 20],
		['no plan is chosen', 1_980, { tier: null }, 20],
		[
			'it is marked already',
			1_980,
			{ censored: [{ from: '2026-09-21T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' }] },
			20
		]
	])('never where %s', async (_, minutes, contract, lastDay) => {
		expect(await stopsOf(minutes, contract, lastDay)).toEqual([]);
	});
});
