import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTerms, walk } from '$lib/engine/ledger';
import { NET2PHONE, type BillingRule, type RateCard } from '$lib/engine/rating';
import { DAY_MS } from '$lib/engine/time';
import type { PastAsk, PastView, PlanTerms, Settings } from '$lib/workers/api';
import { pastChoices } from '$lib/workers/jobs/pastChoices';
import { Alternatives } from '$lib/workers/query/alternatives';
import { pastView, smallPrint } from '$lib/workers/query/past';
import type { Usage } from '$lib/workers/query/usage';
import { drawsOf } from '../engine/ledger/support';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

/** 1 January 2026 in Toronto. */
const JANUARY = Date.UTC(2026, 0, 1, 5);
const OWN: PastAsk = { rule: null, anchorDay: null, cap: null };
const PATHS = { seed: 7, paths: 200 };

const CARD: RateCard = {
	...NET2PHONE,
	tiers: [
		{ includedCredits: 200, price: '10.00' },
		{ includedCredits: 450, price: '18.50' },
		{ includedCredits: 900, price: '31.10' }
	],
	overagePricePerCredit: '0.037'
};
const settings = settingsWith(
	{ tier: 450, overage: 'on', overageCapCredits: 100, taxPercent: 13 },
	{ rateCards: [CARD] }
);

interface Call {
	readonly at: number;
	readonly seconds: number;
}

const line = ({ at, seconds }: Call) =>
	`,${new Date(at).toISOString()},,voice,standard,Ava,Main,,${seconds},,`;

/** January to April; the last row is in May, so that four months are complete. */
const someCalls = fc
	.array(
		fc.record({
			at: fc.integer({ min: 0, max: 119 * 1_440 }).map((minute) => JANUARY + minute * 60_000),
			seconds: fc.integer({ min: 1, max: 400 })
		}),
		{ minLength: 1, maxLength: 120 }
	)
	.map((calls): Call[] => [
		{ at: JANUARY, seconds: 30 },
		...calls,
		{ at: JANUARY + 122 * DAY_MS, seconds: 61 }
	]);

async function usageOf(calls: readonly Call[], own: Settings = settings): Promise<Usage> {
	const store = await newStore();
	await importFile(store, own, canonicalFile(calls.map(line)));
	return sure(await loadUsage(store, own));
}

const viewOf = async (base: Usage, ask: Partial<PastAsk>, alternatives = new Alternatives()) => {
	const all = { ...OWN, ...ask };
	return pastView(base, await alternatives.of(base, all), all, PATHS);
};

const RULES: readonly BillingRule[] = [
	{ initialSeconds: 60, incrementSeconds: 60 },
	{ initialSeconds: 30, incrementSeconds: 6 },
	{ initialSeconds: 1, incrementSeconds: 1, shortCallSeconds: 15 }
];

/** Billable seconds by a rule, in whole numbers. */
const billed = (
	seconds: number,
	{ initialSeconds = 60, incrementSeconds = 60, shortCallSeconds = 0 }: BillingRule
) =>
	seconds < shortCallSeconds
		? 0
		: seconds <= initialSeconds
			? initialSeconds
			: initialSeconds + Math.ceil((seconds - initialSeconds) / incrementSeconds) * incrementSeconds;

const plan = (view: PastView, policy: string, credits: number) =>
	sure(view.plans.find((one) => one.policy === policy && one.includedCredits === credits));

describe('past cycles under other contracts', () => {
	it('have the ledgers of their rows, drawn one by one, under every rule, anchor day, tier and policy', async () => {
		await fc.assert(
			fc.asyncProperty(
				someCalls,
				fc.constantFrom(...RULES),
				fc.constantFrom(1, 12),
				async (calls, rule, anchorDay) => {
					const base = await usageOf(calls);
					const usage = await new Alternatives().of(base, { rule, anchorDay });
					const view = await viewOf(base, { rule, anchorDay, cap: 100 });
					for (const [k, { cycle, demand }] of view.cycles.entries()) {
						const inside = calls
							.filter(({ at }) => at >= cycle.start && at < cycle.end)
							.sort((a, b) => a.at - b.at || a.seconds - b.seconds);
						const rows = drawsOf(
							...inside.map(({ at, seconds }) => [at, seconds * 1_000, billed(seconds, rule) / 6] as const)
						);
						expect(demand).toBeCloseTo(
							inside.reduce((sum, { seconds }) => sum + billed(seconds, rule) / 6, 0),
							4
						);
						const terms = { ...usage.termsAt(cycle.start), cap: 100 };
						for (const one of planTerms(terms)) {
							const expected = walk(one, { ...rows, units: rows.units.map(Math.round) });
							const found = sure(plan(view, one.overage, one.tier).ledgers[k]);
							expect(found.overageCredits).toBeCloseTo(expected.overage / 60_000, 4);
							expect(found.unservedCredits).toBeCloseTo(expected.unserved / 60_000, 4);
							expect(found.unservedInteractions).toBe(expected.unservedInteractions);
							expect(found.stopped).toBe(expected.stops.length > 0);
							// 0.037 a credit, then 13 % of both rounded lines.
							const price = Number(
								sure(CARD.tiers.find(({ includedCredits }) => includedCredits === one.tier)).price
							);
							const before = Math.round(price * 100) + Math.round((expected.overage / 60_000) * 3.7);
							expect(Math.abs(Number(found.cost.total) * 100 - before * 1.13)).toBeLessThanOrEqual(1.7);
						}
					}
				}
			),
			{ numRuns: 12 }
		);
	});

	it('count only where they are complete and known as a whole, and say where agents stood still', async () => {
		const calls = Array.from({ length: 118 }, (_, day) => ({
			at: JANUARY + day * DAY_MS + 36e5,
			seconds: 61
		}));
		const own = settingsWith(
			{ tier: 450, censored: [{ from: '2026-02-03', to: '2026-02-05' }] },
			{ rateCards: [CARD] }
		);
		const view = await viewOf(await usageOf(calls, own), {});
		// April is not over.
		expect(view.cycles.map(({ censored }) => censored)).toEqual([false, true, false]);
		expect(view.leftOut).toBe(1);
		// 31, 28 and 31 calls of two minutes, 20 credits each.
		expect(view.cycles.map(({ demand }) => demand)).toEqual([620, 560, 620]);
		expect(plan(view, 'on', 450).sum).toMatchObject({ overageCredits: 450, stopped: 0 });
		expect(plan(view, 'upgrade', 200).ledgers.map((one) => one?.endsOn)).toEqual([900, 900, 900]);
		expect(plan(view, 'upgrade', 200).sum.total).toBe('93.30');
		expect(view.contract).toMatchObject({ total: '55.50', stopped: 3 });
		expect(view.plans.some(({ policy }) => policy === 'capped')).toBe(false);
	});

	it('read the rows once for each rule, however often prices and caps change', async () => {
		const calls = Array.from({ length: 60 }, (_, k) => ({ at: JANUARY + k * DAY_MS, seconds: 61 }));
		const base = await usageOf(calls);
		const alternatives = new Alternatives();
		const rule = { initialSeconds: 6, incrementSeconds: 6 };
		const first = await viewOf(base, { rule }, alternatives);
		const dearer = sure(await alternatives.of(base, { rule, anchorDay: null }));
		expect(await alternatives.of(base, { rule, anchorDay: null })).toBe(dearer);
		expect(plan(await viewOf(base, { rule, cap: 0 }, alternatives), 'capped', 200).sum).toEqual(
			plan(first, 'off', 200).sum
		);
	});
});

describe('following the recommendation', () => {
	const terms: PlanTerms = {
		tiers: [
			{ credits: 200, price: 10 },
			{ credits: 450, price: 18.5 },
			{ credits: 900, price: 31.1 }
		],
		overagePrice: 0.037,
		overageBlock: null,
		cap: null,
		upgradeCredits: 'replace',
		upgradePrice: 'new',
		fixed: 0
	};

	it('knows nothing before there are 14 days, and then chooses by the days before alone', async () => {
		const calls = Array.from({ length: 150 }, (_, day) =>
			Array.from({ length: day < 92 ? 1 : 3 }, (_, k) => ({
				at: JANUARY + day * DAY_MS + (k + 9) * 36e5 + (day % 5) * 6e4,
				seconds: 50
			}))
		).flat();
		const view = await viewOf(await usageOf(calls), {});
		const ask = {
			policy: 'off' as const,
			tolerance: 0.1,
			cycles: view.cycles.map(({ cycle }) => ({ cycle, terms, locked: false }))
		};
		const choices = pastChoices(view.input, ask);
		expect(choices[0]).toEqual({ kind: 'tooFewDays', knownDays: 0 });
		// About 300 credits a month were known at the start of February and of April, when three times as much came.
		expect(choices.slice(1)).toEqual(choices.slice(1).map(() => ({ kind: 'chosen', includedCredits: 450 })));
		// What comes later changes nothing.
		const series = { ...view.input.series, voiceStandard: view.input.series.voiceStandard.slice() };
		series.voiceStandard.fill(9_999, 95);
		expect(pastChoices({ ...view.input, series }, ask).slice(0, 4)).toEqual(choices.slice(0, 4));
		// Within a term nobody goes below what was held.
		const [, second, third] = ask.cycles;
		const larger = { ...sure(second), terms: { ...terms, tiers: terms.tiers.slice(2) } };
		expect(pastChoices(view.input, { ...ask, cycles: [larger, { ...sure(third), locked: true }] })).toEqual([
			{ kind: 'chosen', includedCredits: 900 },
			{ kind: 'chosen', includedCredits: 900 }
		]);
	});
});

describe('the small print', () => {
	it('is counted anew call by call, and decides the tier that holds every month', async () => {
		const rules: readonly (BillingRule | null)[] = [null, ...RULES, { shortCallSeconds: 30 }];
		await fc.assert(
			fc.asyncProperty(someCalls, fc.constantFrom(...rules), async (calls, rule) => {
				const base = await usageOf(calls);
				const usage = await new Alternatives().of(base, { rule, anchorDay: null });
				const found = await smallPrint(usage);
				const { cycles } = await viewOf(base, {});
				const demands = cycles.map(({ cycle }) =>
					calls
						.filter(({ at }) => at >= cycle.start && at < cycle.end)
						.reduce((sum, { seconds }) => sum + billed(seconds, rule ?? {}) / 6, 0)
				);
				expect(found.cycles).toBe(demands.length);
				expect(found.credits).toBeCloseTo(
					demands.reduce((a, b) => a + b, 0),
					3
				);
				const tiers = CARD.tiers.map(({ includedCredits }) => includedCredits);
				const holds = tiers.find((tier) => demands.every((demand) => demand < tier - 1e-6));
				expect(found.smallest).toBe(holds ?? null);
			}),
			{ numRuns: 15 }
		);
	});

	it('knows what premium costs beside standard', async () => {
		const lines = [0, 1, 2].map(
			(k) =>
				`,${new Date(JANUARY + k * 36e5).toISOString()},,voice,${k === 0 ? 'premium' : 'standard'},Ava,Main,,61,,`
		);
		const store = await newStore();
		const later = line({ at: JANUARY + 40 * DAY_MS, seconds: 5 });
		await importFile(store, settings, canonicalFile([...lines, later]));
		const base = sure(await loadUsage(store, settings));
		const credits = async (rule: BillingRule | null) =>
			(await smallPrint(await new Alternatives().of(base, { rule, anchorDay: null }))).credits;
		expect(await credits(null)).toBe(80);
		expect(await credits({ premiumAsStandard: true })).toBe(60);
		expect(await credits({ premiumAppliesToAllCalls: true })).toBe(120);
	});
});

describe('recent usage by entity and hour', () => {
	it('has the credits of every metered row since the instant, at its local hour', async () => {
		const row = (at: string, entity: string) => `,${at},,voice,standard,Ava,${entity},,61,,`;
		const store = await newStore();
		await importFile(
			store,
			settings,
			canonicalFile([
				row('2026-01-05T08:59:00-05:00', 'Main'),
				row('2026-01-06T09:10:00-05:00', 'Main'),
				row('2026-01-07T09:20:00-05:00', 'West'),
				row('2026-01-08T23:20:00-05:00', '')
			])
		);
		const usage = sure(await loadUsage(store, settings));
		const sums = await usage.entityHours(Date.UTC(2026, 0, 6, 5));
		const credits = (entity: string, hour: number) =>
			(sums[usage.names.entities.indexOf(entity) * 48 + 24 + hour] as number) / 60_000;
		expect([credits('Main', 8), credits('Main', 9), credits('West', 9), credits('', 23)]).toEqual([
			0, 20, 20, 20
		]);
		expect(sums.reduce((a, b) => a + b, 0) / 60_000).toBe(60);
	});
});
