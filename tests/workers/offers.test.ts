import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OtherCard } from '$lib/engine/planning/offers';
import { BUSINESS_SHAPES, type Assumptions } from '$lib/engine/planning/assumed';
import { NET2PHONE } from '$lib/engine/rating';
import { DAY_MS } from '$lib/engine/time';
import type { OffersUsage, Settings } from '$lib/workers/api';
import { asWriter } from '$lib/workers/jobs/locks';
import { offers } from '$lib/workers/jobs/offers';
import { NOBODY } from '$lib/workers/jobs/progress';
import { retain } from '$lib/workers/jobs/retention';
import { assumedInput, assumedView } from '$lib/workers/query/assumed';
import { cycleView } from '$lib/workers/query/cycle';
import { forecastInput } from '$lib/workers/query/history';
import { assumedOffers, offersUsage, READINGS_OFFERS } from '$lib/workers/query/offers';
import { plans } from '$lib/workers/jobs/plans';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

/** 1 January 2026 in Toronto. */
const JANUARY = Date.UTC(2026, 0, 1, 5);

const card = (id: string, change: Partial<OtherCard>): OtherCard => ({
	id,
	name: id,
	source: '',
	readAt: '2026-11-26',
	currency: 'USD',
	fee: '0',
	chat: null,
	voice: null,
	...change
});
const unit = { price: '1', block: null, included: 0 } as const;
/** One of each model, at one dollar a unit. */
const CARDS: readonly OtherCard[] = [
	card('message', { chat: { model: 'message', ...unit } }),
	card('minute', {
		voice: { model: 'minute', ...unit, initialSeconds: 30, incrementSeconds: 6, shortCallSeconds: 10 }
	}),
	card('case', { chat: { model: 'case', ...unit }, voice: { model: 'case', ...unit } }),
	card('session', {
		chat: { model: 'session', minutes: 2, ...unit },
		voice: { model: 'session', minutes: 2, ...unit }
	}),
	card('resolution', { chat: { model: 'resolution', resolvedPercent: 25, ...unit } }),
	card('flat', { fee: '99', chat: { model: 'flat' }, voice: { model: 'flat' } })
];
const settings = settingsWith(
	{ tier: 20_000, overage: 'on', taxPercent: 13 },
	{
		rateCards: [
			{ ...NET2PHONE, tiers: [{ includedCredits: 20_000, price: '10.00' }], overagePricePerCredit: '0.02' }
		]
	}
);

interface Row {
	readonly day: number;
	readonly voice: boolean;
	readonly premium: boolean;
	/** messages, or seconds */
	readonly quantity: number;
	/** 0: no case */
	readonly case: number;
}

const line = (row: Row, k: number) =>
	[
		'',
		new Date(JANUARY + row.day * DAY_MS + 36e5 + k * 60_000).toISOString(),
		'',
		row.voice ? 'voice' : 'chat',
		row.premium ? 'premium' : 'standard',
		'Ava',
		'Main',
		row.voice ? '' : row.quantity,
		row.voice ? row.quantity : '',
		row.case === 0 ? '' : `c${row.case}`,
		''
	].join(',');

const someRows = fc.array(
	fc.record({
		day: fc.nat(58),
		voice: fc.boolean(),
		premium: fc.boolean(),
		quantity: fc.nat(400),
		case: fc.nat(6)
	}),
	{ minLength: 1, maxLength: 60 }
);
/** January and February whole; the last row is in March. */
const around = (rows: readonly Row[]): Row[] => [
	{ day: 0, voice: true, premium: false, quantity: 30, case: 0 },
	...rows,
	{ day: 62, voice: false, premium: false, quantity: 2, case: 0 }
];

async function usageOf(files: readonly (readonly Row[])[], own: Settings = settings) {
	const store = await newStore();
	for (const [k, rows] of files.entries())
		await importFile(
			store,
			own,
			canonicalFile(
				rows.map((row, n) => line(row, 2 * n + k)),
				`usage-${k}.csv`
			)
		);
	return { store, usage: sure(await loadUsage(store, own)) };
}

/** What rows cost under the cards, reckoned from the rows alone. */
function reckoned(rows: readonly Row[]): number[] {
	const of = (voice: boolean) => rows.filter((row) => row.voice === voice);
	const sum = (list: readonly Row[], each: (row: Row) => number) =>
		list.reduce((total, row) => total + each(row), 0);
	const cases = (list: readonly Row[]) =>
		new Set(list.map((row) => row.case).filter((number) => number > 0)).size +
		list.filter((row) => row.case === 0).length;
	const [chats, calls] = [of(false), of(true)];
	const seconds = ({ quantity: d }: Row) => (d < 10 ? 0 : d <= 30 ? 30 : 30 + Math.ceil((d - 30) / 6) * 6);
	return [
		sum(chats, ({ quantity }) => quantity),
		sum(calls, seconds) / 60,
		cases(chats) + cases(calls),
		chats.length + sum(calls, ({ quantity }) => Math.max(1, Math.ceil(quantity / 120))),
		cases(chats) / 4,
		99
	];
}

const inMonth = (rows: readonly Row[], month: number) =>
	rows.filter(({ day }) => (month === 0 ? day < 31 : day >= 31 && day < 59));

describe('past months under other vendors’ cards', () => {
	it('cost what their rows say one by one, in however many files they came', async () => {
		await fc.assert(
			fc.asyncProperty(someRows, fc.nat(2), async (made, cut) => {
				const rows = around(made);
				// The first file covers the months; the other lies inside it.
				const inside = cut === 0 ? [] : made.filter((_, k) => k % 2 === 1);
				const files = [rows.filter((row) => !inside.includes(row)), inside].filter(
					({ length }) => length > 0
				);
				const { usage } = await usageOf(files);
				const { months } = await offersUsage(usage, CARDS);
				expect(months).toHaveLength(2);
				for (const [k, month] of months.entries())
					for (const [c, expected] of reckoned(inMonth(rows, k)).entries())
						expect(Math.abs(Number(month.offers[c]?.total) - expected)).toBeLessThanOrEqual(0.005001);
			}),
			{ numRuns: 6 }
		);
	});

	it('stand beside what the contract came to before tax', async () => {
		const { usage } = await usageOf([around([])]);
		const { months } = await offersUsage(usage, CARDS);
		expect(months.map(({ contract }) => contract)).toEqual(['10.00', '10.00']);
		expect(months.map(({ channels }) => channels)).toEqual([['voice'], []]);
	});

	it('that are kept as daily sums say what they can, and name the rest', async () => {
		const { store } = await usageOf([
			around([
				{ day: 3, voice: false, premium: false, quantity: 4, case: 1 },
				{ day: 3, voice: true, premium: false, quantity: 61, case: 1 }
			])
		]);
		await asWriter(store, (term) => retain(store, term, settings, 1, NOBODY));
		const usage = sure(await loadUsage(store, settings));
		expect(usage.summaries.size).toBeGreaterThan(0);
		const own = card('own', {
			voice: { model: 'minute', ...unit, initialSeconds: 60, incrementSeconds: 60, shortCallSeconds: 0 }
		});
		const january = sure((await offersUsage(usage, [...CARDS, own])).months[0]);
		expect(january.offers.map(({ total, unknown }) => [total, unknown])).toEqual([
			['4.00', []],
			[null, ['voice']],
			[null, ['chat', 'voice']],
			[null, ['voice']],
			[null, ['chat']],
			['99.00', []],
			// 61 s and 30 s by the minute, as the sums were made: three minutes.
			['3.00', []]
		]);
	});
});

describe('the running month under other vendors’ cards', () => {
	/** Every day one chat of 5 messages and one call of 61 seconds, until 15 March. */
	const steady = Array.from({ length: 73 }, (_, day) => [
		{ day, voice: false, premium: false, quantity: 5, case: 0 },
		{ day, voice: true, premium: false, quantity: 61, case: 0 }
	]).flat();

	const ask = async (cards: readonly OtherCard[]) => {
		const { usage } = await usageOf([steady]);
		const view = await cycleView(usage, null, false);
		const input = await forecastInput(usage, 7, 200);
		const terms = {
			tiers: [{ credits: 20_000, price: 10 }],
			overagePrice: 0.02,
			overageBlock: null,
			cap: null,
			upgradeCredits: 'replace',
			upgradePrice: 'new',
			fixed: 0
		} as const;
		const asked = { terms, line: view.line };
		const counted = await offersUsage(usage, cards);
		return {
			input,
			asked,
			counted,
			result: sure(
				offers(input, { cards, usage: counted, held: { tier: 20_000, policy: 'on' }, plans: asked })
			)
		};
	};

	it('goes on counting as of late: what is known and what is to come, a credit at a time', async () => {
		const { input, asked, counted, result } = await ask(CARDS);
		expect(counted.channels).toEqual(['chat', 'voice']);
		// The plan of the contract has the figures that Plans shows.
		const shown = sure(sure(plans(input, asked)).outcomes.on[0]).cost;
		expect(result.contract).toEqual(shown);
		// 31 days like the others: 155 messages, 62 cases, 62 sessions of two minutes.
		const cost = (k: number) => sure(sure(result.offers[k]).cost).mean;
		expect(Math.abs(cost(0) / 155 - 1)).toBeLessThan(0.1);
		expect(Math.abs(cost(2) / 62 - 1)).toBeLessThan(0.1);
		expect(Math.abs(cost(3) / 62 - 1)).toBeLessThan(0.1);
		// Each credit counts alike on both sides, so the cards move together.
		expect(cost(2)).toBeCloseTo(cost(3), 3);
		expect(sure(result.offers[5]).cost).toEqual({ mean: 99, p90: 99 });
	});

	it('is not known from meter readings, which say neither messages nor minutes', async () => {
		const { input, asked } = await ask(CARDS);
		const usage: OffersUsage = READINGS_OFFERS;
		const view = sure(
			offers(input, { cards: CARDS, usage, held: { tier: null, policy: 'off' }, plans: asked })
		);
		expect(view.contract).toBeNull();
		expect(view.offers.map(({ cost }) => cost === null)).toEqual([true, true, true, true, true, false]);
	});

	it('follows assumptions, whose calls are rounded as each card rounds them', () => {
		const assumptions: Assumptions = {
			...BUSINESS_SHAPES.desk,
			business: 'desk',
			from: '2026-12-01',
			interactions: { voiceStandard: 900, voicePremium: 0, chatStandard: 600, chatPremium: 0 },
			takenPercent: 50,
			lengths: { kind: 'sample', seconds: [9, 31] },
			uncertaintyPercent: 0
		};
		const own = { ...settings, assumptions };
		const input = assumedInput(own, assumptions, 7, 400);
		const { line, context } = assumedView(own, assumptions, false);
		const usage = assumedOffers(assumptions, context.card, CARDS);
		const asked = {
			terms: {
				tiers: [],
				overagePrice: null,
				overageBlock: null,
				cap: null,
				upgradeCredits: 'replace',
				upgradePrice: 'new',
				fixed: 0
			},
			line
		} as const;
		const view = sure(
			offers(input, { cards: CARDS, usage, held: { tier: null, policy: 'off' }, plans: asked })
		);
		// December is as busy as any month: 300 chats of 8 messages, 450 calls of 9 s (free) or 31 s (36 s billed).
		const days = 31 / 30.436875;
		const about = (k: number, expected: number) =>
			expect(Math.abs(sure(sure(view.offers[k]).cost).mean / (expected * days) - 1)).toBeLessThan(0.05);
		about(0, 300 * 8);
		about(1, (450 * 18) / 60);
		about(2, 750);
	});
});
