import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditsOfUnits, NET2PHONE, type RateCard } from '$lib/engine/rating';
import type { LeverView, Settings } from '$lib/workers/api';
import { smallPrint } from '$lib/workers/query/past';
import { wasteView } from '$lib/workers/query/explore/waste';
import { entryFor } from '../support/rows';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const JANUARY = Date.UTC(2026, 0, 1);
const CARD: RateCard = {
	...NET2PHONE,
	tiers: [
		{ includedCredits: 300, price: '10.00' },
		{ includedCredits: 600, price: '18.50' },
		{ includedCredits: 1_200, price: '31.10' }
	],
	overagePricePerCredit: '0.037'
};
const settings = settingsWith(
	{ timeZone: 'UTC', tier: 600, overage: 'on' },
	{
		rateCards: [CARD],
		agents: [entryFor('Polyglot', { class: 'premium' }), entryFor('Free', { licence: 'unlimited' })]
	}
);

interface Row {
	/** minutes from 1 January */
	readonly at: number;
	readonly ms: number;
	readonly agent: string;
	readonly entity: string;
	readonly class: '' | 'standard' | 'premium';
}

const line = (row: Row, id: number) =>
	`${id},${new Date(JANUARY + row.at * 60_000).toISOString()},,voice,${row.class},${row.agent},${row.entity},,${row.ms / 1_000},,`;

/** The first of two files has every other row, and the last, so that it covers them all. */
async function usageOf(rows: readonly Row[], change: Settings = settings, files = 1) {
	const store = await newStore();
	const lines = rows.map(line);
	const parts =
		files === 1
			? [lines]
			: [
					lines.filter((_, k) => k % 2 === 0 || k === lines.length - 1),
					lines.filter((_, k) => k % 2 === 1 && k < lines.length - 1)
				];
	for (const [file, part] of parts.entries())
		if (part.length > 0) await importFile(store, change, canonicalFile(part, `${file}.csv`));
	return sure(await loadUsage(store, change));
}

/** A row in February, so that January is whole. */
const LATER: Row = { at: 31 * 1_440 + 5, ms: 60_000, agent: 'Ada', entity: 'Line', class: 'standard' };
const FIRST: Row = { ...LATER, at: 0, agent: 'Free' };
const call = (at: number, seconds: number, more: Partial<Row> = {}): Row => ({
	...LATER,
	at,
	ms: seconds * 1_000,
	...more
});

const of = (levers: readonly LeverView[], lever: LeverView['lever']): LeverView =>
	sure(levers.find((one) => one.lever === lever));

/** Levers by a plain walk over January's rows, credits as whole thousandths of a unit (6e7 to a credit). */
function plain(rows: readonly Row[]) {
	const metered = rows.filter(({ at, agent }) => at < 31 * 1_440 && agent !== 'Free');
	const sums = { rounding: 0, justAbove: 0, premium: 0, repeated: 0 };
	const short = new Map<string, { at: number; units: number }[]>();
	for (const row of metered) {
		const premium = row.class === 'premium' || (row.class === '' && row.agent === 'Polyglot');
		const rate = premium ? 20_000 : 10_000;
		const units = Math.ceil(row.ms / 60_000) * 60 * rate;
		sums.rounding += 1_000 * units - row.ms * rate;
		if (row.ms > 0 && row.ms < 15_000) sums.justAbove += 1_000 * units;
		if (premium && row.class !== 'premium') sums.premium += 500 * units;
		if (row.ms === 0 || row.ms >= 30_000) continue;
		const key = `${row.agent}|${row.entity}`;
		short.set(key, [...(short.get(key) ?? []), { at: row.at, units }]);
	}
	for (const calls of short.values()) {
		calls.sort((a, b) => a.at - b.at || a.units - b.units);
		let run: typeof calls = [];
		for (const one of [...calls, { at: Infinity, units: 0 }]) {
			if (run.length > 0 && one.at - sure(run.at(-1)).at > 2) {
				if (run.length >= 3) for (const { units } of run.slice(1)) sums.repeated += 1_000 * units;
				run = [];
			}
			run.push(one);
		}
	}
	return sums;
}

describe('what may be saved', () => {
	it('equals a plain walk over the rows, in one file or in two', async () => {
		const rows = fc.array(
			fc.record({
				at: fc.integer({ min: 0, max: 120 }),
				ms: fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 300_000 })),
				agent: fc.constantFrom('Ada', 'Polyglot', 'Free'),
				entity: fc.constantFrom('Line', 'Desk'),
				class: fc.constantFrom('' as const, 'standard' as const, 'premium' as const)
			}),
			{ minLength: 1, maxLength: 40 }
		);
		await fc.assert(
			fc.asyncProperty(rows, fc.constantFrom(1, 2), async (some, files) => {
				const { levers, cycles, whole } = await wasteView(
					await usageOf([FIRST, ...some, LATER], settings, files)
				);
				expect(whole).toBe(true);
				expect(cycles).toHaveLength(1);
				for (const [lever, milli] of Object.entries(plain(some)))
					expect(of(levers, lever as LeverView['lever']).credits, lever).toBe(
						creditsOfUnits(Math.round(milli / 1_000))
					);
			}),
			{ numRuns: 12 }
		);
	});

	it('tells calls just above the threshold where the card has one', async () => {
		const voiceRounding = { ...CARD.voiceRounding, shortCallSeconds: 20 };
		const card = { ...settings, rateCards: [{ ...CARD, voiceRounding }] };
		const rows = [call(0, 19), call(60, 20), call(120, 34.999), call(180, 35)];
		const { levers, shortCallSeconds } = await wasteView(await usageOf([...rows, LATER], card));
		expect(shortCallSeconds).toBe(20);
		expect(of(levers, 'justAbove')).toMatchObject({ credits: 20, interactions: 2 });
	});

	it('says which tier would have lasted, and which had cost least, with it and without', async () => {
		// 25 calls of 61 s: 500 credits, of which 245.8333 were not spoken.
		const rows = Array.from({ length: 25 }, (_, k) => call(60 * k, 61));
		const usage = await usageOf([...rows, LATER]);
		const { need, levers, credits } = await wasteView(usage);
		const own = await smallPrint(usage);
		expect(credits).toBe(own.credits);
		expect(need).toMatchObject({ smallest: own.smallest, cheapest: { includedCredits: own.cheapest } });
		expect(need).toEqual({ smallest: 600, cheapest: { includedCredits: 300, total: '17.40' } });
		const rounding = of(levers, 'rounding');
		expect(rounding).toMatchObject({ credits: 245.8333, interactions: 25, byCycle: [245.8333] });
		expect(rounding.need).toEqual({ smallest: 300, cheapest: { includedCredits: 300, total: '10.00' } });
		expect(rounding.agents).toEqual([{ name: 'Ada', credits: 245.8333 }]);
	});

	it('is counted in the running month alone while no month is whole, and no tier is judged by it', async () => {
		const view = await wasteView(await usageOf([call(0, 30)]));
		expect(view).toMatchObject({ whole: false, need: { smallest: null, cheapest: null } });
		expect(of(view.levers, 'rounding').credits).toBe(5);
	});

	it('lists licences that nothing was done with for four weeks, the last used first', async () => {
		const agents = [
			entryFor('Ada', { pricePerCycle: '10.00' }),
			entryFor('Gone', { pricePerCycle: '29.00' }),
			entryFor('Never', { pricePerCycle: '5.00', activatedAt: '2025-11-01' }),
			entryFor('New', { pricePerCycle: '5.00', activatedAt: '2026-01-25' }),
			entryFor('Ended', { pricePerCycle: '5.00', activatedAt: '2025-11-01', deactivatedAt: '2026-01-15' })
		];
		const usage = await usageOf([call(0, 60, { agent: 'Gone' }), LATER], { ...settings, agents });
		const { idle } = await wasteView(usage);
		expect(idle).toEqual([
			{ agent: 'Gone', entity: null, channel: null, last: JANUARY, pricePerCycle: '29.00' },
			{ agent: 'Never', entity: null, channel: null, last: null, pricePerCycle: '5.00' }
		]);
	});
});
