import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	cardVersions,
	compilePlan,
	creditsOfUnits,
	EARLY,
	LayerRating,
	LICENCE,
	NET2PHONE,
	newRated,
	NON_BILLABLE,
	PER_SECOND,
	PREMIUM,
	ratingKey,
	TRIAL,
	UNLIMITED,
	VOICE,
	type RateCard,
	type RatingPlan,
	type RegisterEntry,
	type TrialSpan
} from '$lib/engine/rating';
import { HOUR_MS, startOfDay, dayNumber } from '$lib/engine/time';
import { zoneOf } from '../../support/zones';
import { columnsOf, entryFor, newNames, registerOf, type TestRow } from '../../support/rows';

const TORONTO = zoneOf('America/Toronto');
const START = Date.UTC(2026, 2, 10);

interface Setting {
	readonly cards?: readonly RateCard[];
	readonly register?: readonly RegisterEntry[];
	readonly trials?: readonly TrialSpan[];
}

function planOf({ cards = [NET2PHONE], register = [], trials = [] }: Setting): RatingPlan {
	const versions = cardVersions(cards, cards[0]?.id ?? '', TORONTO);
	return compilePlan(TORONTO, versions, registerOf(...register), trials);
}

/** State bits, credits and billable seconds of rows, by start. */
function rate(rows: readonly TestRow[], setting: Setting = {}, duration = 0) {
	const names = newNames();
	const columns = columnsOf(rows, names);
	const rated = newRated(columns.rows);
	new LayerRating(planOf(setting), 'layer', names, duration).rate(columns, 0, rated);
	return Array.from({ length: columns.rows }, (_, r) => ({
		state: rated.state[r],
		credits: creditsOfUnits(rated.units[r] ?? NaN),
		seconds: rated.seconds[r],
		quantity: rated.quantity[r]
	}));
}

describe('rating a block', () => {
	it('rates chats by message and calls by minute, by their class', () => {
		const rated = rate([
			{ start: START, messages: 3 },
			{ start: START + 1, messages: 3, class: 'premium' },
			{ start: START + 2, ms: 61_000 },
			{ start: START + 3, ms: 61_000, class: 'premium' }
		]);
		expect(rated.map(({ credits }) => credits)).toEqual([6, 12, 20, 40]);
		expect(rated.map(({ state }) => state)).toEqual([0, PREMIUM, VOICE, VOICE | PREMIUM]);
		expect(rated.map(({ seconds }) => seconds)).toEqual([0, 0, 120, 120]);
	});

	it('takes the class of the row, else of the register, else standard', () => {
		const register = [entryFor('Ava', { class: 'premium' })];
		const rated = rate(
			[
				{ start: START, messages: 1, agent: 'Ava' },
				{ start: START + 1, messages: 1, agent: 'Ava', class: 'standard' },
				{ start: START + 2, messages: 1, agent: 'Bo' },
				{ start: START + 3, messages: 1, agent: 'Bo', class: 'premium' }
			],
			{ register }
		);
		expect(rated.map(({ credits }) => credits)).toEqual([4, 2, 2, 4]);
	});

	it('makes every call premium where the card says so, and no chat', () => {
		const cards = [{ ...NET2PHONE, premiumAppliesToAllCalls: true }];
		const rated = rate(
			[
				{ start: START, messages: 1 },
				{ start: START + 1, ms: 1_000, class: 'standard' }
			],
			{ cards }
		);
		expect(rated.map(({ credits }) => credits)).toEqual([2, 20]);
	});

	it('rates by the duration column that was chosen, 0 ms where the file gave none', () => {
		const rated = rate(
			[
				{ start: START, ms: 61_000, further: 59_000 },
				{ start: START + 1, ms: 61_000 },
				{ start: START + 2, messages: 7 }
			],
			{},
			1
		);
		expect(rated.map(({ credits, quantity }) => [credits, quantity])).toEqual([
			[10, 59_000],
			[0, 0],
			[14, 7]
		]);
	});

	it('marks short calls, also of 0 ms, and rates them 0', () => {
		const cards = [{ ...PER_SECOND, voiceRounding: { ...PER_SECOND.voiceRounding, shortCallSeconds: 15 } }];
		const rated = rate(
			[0, 14_999, 15_000].map((ms, k) => ({ start: START + k, ms })),
			{ cards }
		);
		expect(rated.map(({ state, seconds }) => [state, seconds])).toEqual([
			[VOICE | NON_BILLABLE, 0],
			[VOICE | NON_BILLABLE, 0],
			[VOICE, 15]
		]);
	});

	it('does not call a call of 0 ms non-billable where there is no threshold', () => {
		expect(rate([{ start: START, ms: 0 }])).toEqual([{ state: VOICE, credits: 0, seconds: 0, quantity: 0 }]);
	});

	it('changes version at the local midnight of its date, within a block, and holds the first before its date', () => {
		const change = startOfDay(TORONTO, dayNumber(2026, 3, 20));
		const cards: RateCard[] = [
			{
				...NET2PHONE,
				effectiveFrom: '2026-03-20',
				rates: { ...NET2PHONE.rates, chat: { standard: 3, premium: 4 } }
			},
			{ ...NET2PHONE, effectiveFrom: '2026-03-15' }
		];
		const rated = rate(
			[START, change - 1, change].map((start) => ({ start, messages: 1 })),
			{ cards }
		);
		expect(rated.map(({ credits }) => credits)).toEqual([2, 2, 3]);
	});

	it('rates unlimited rows by what they would have drawn, and marks them', () => {
		const [row] = rate([{ start: START, messages: 5, agent: 'Ava' }], {
			register: [entryFor('Ava', { licence: 'unlimited' })]
		});
		expect([row?.state, row?.credits]).toEqual([UNLIMITED, 10]);
	});

	it('marks rows before the activation that the register gives', () => {
		const rated = rate(
			[START, START + HOUR_MS].map((start) => ({ start, messages: 1, agent: 'Ava' })),
			{
				register: [entryFor('Ava', { activatedAt: '2026-03-10T01:00:00.000Z' })]
			}
		);
		expect(rated.map(({ state }) => state)).toEqual([EARLY, 0]);
	});

	it('gives a trial what starts in it, and the tied rows at its end that are named', () => {
		const register = [entryFor('Ava', { licence: 'trial' })];
		const end = START + 10;
		const trials = [{ entry: 0, from: START + 5, to: end, tied: [{ layer: 'layer', block: 0, row: 3 }] }];
		const starts = [START, START + 5, START + 9, end, end, end + 1];
		const rated = rate(
			starts.map((start) => ({ start, messages: 1, agent: 'Ava' })),
			{ register, trials }
		);
		expect(rated.map(({ state }) => (state ?? 0) & LICENCE)).toEqual([0, TRIAL, TRIAL, TRIAL, 0, 0]);
	});

	it('rates part of a block as it rates the whole', () => {
		const cards = [NET2PHONE, { ...NET2PHONE, effectiveFrom: '2026-03-10', premiumAppliesToAllCalls: true }];
		const rows = Array.from({ length: 50 }, (_, k) => ({ start: START + k * HOUR_MS, ms: k * 7_000 }));
		const names = newNames();
		const columns = columnsOf(rows, names);
		const rating = new LayerRating(planOf({ cards }), 'layer', names, 0);
		const whole = newRated(50);
		rating.rate(columns, 0, whole);
		const part = newRated(50);
		rating.rate(columns, 0, part, 30, 50);
		rating.rate(columns, 0, part, 0, 30);
		expect(part).toEqual(whole);
	});

	it('finds the entry of names that came after the first block', () => {
		const names = newNames();
		const register = [
			entryFor('Ava', { class: 'premium' }),
			entryFor('Bo', { entity: 'Sales', class: 'premium' })
		];
		const rating = new LayerRating(planOf({ register }), 'layer', names, 0);
		const rated = newRated(2);
		rating.rate(columnsOf([{ start: START, messages: 1, agent: 'Ava' }], names), 0, rated);
		const later = columnsOf(
			[
				{ start: START, messages: 1, agent: 'Bo', entity: 'Sales' },
				{ start: START, messages: 1, agent: 'Bo', entity: 'Support' }
			],
			names
		);
		rating.rate(later, 1, rated);
		expect([...rated.state]).toEqual([PREMIUM, 0]);
	});

	it('never gives a longer call fewer credits, nor a chat with more messages', () => {
		fc.assert(
			fc.property(
				fc.nat(20_000_000),
				fc.nat(1_000_000),
				fc.boolean(),
				fc.record({
					shortCallSeconds: fc.nat(30),
					initialSeconds: fc.nat(90),
					incrementSeconds: fc.integer({ min: 1, max: 90 }),
					wholeCreditsPerCall: fc.boolean()
				}),
				(amount, more, voice, voiceRounding) => {
					const row = (size: number, start: number) =>
						voice ? { start, ms: size } : { start, messages: size };
					const [less, all] = rate([row(amount, START), row(amount + more, START + 1)], {
						cards: [{ ...NET2PHONE, voiceRounding }]
					});
					expect(all?.credits).toBeGreaterThanOrEqual(less?.credits ?? NaN);
				}
			)
		);
	});
});

describe('the rating key', () => {
	const key = (setting: Setting, anchorDay = 1, duration = 0) =>
		ratingKey(planOf(setting), anchorDay, duration);
	const dearer: RateCard = { ...NET2PHONE, rates: { ...NET2PHONE.rates, chat: { standard: 9, premium: 9 } } };
	const whole = { ...NET2PHONE.voiceRounding, wholeCreditsPerCall: true };
	const base = key({});

	it('stays when only rates, names, prices or tiers change', () => {
		expect(key({ cards: [{ ...dearer, name: 'x', tiers: [], overagePricePerCredit: '9' }] })).toBe(base);
	});

	it('holds the rates under whole credits per call', () => {
		expect(key({ cards: [{ ...NET2PHONE, voiceRounding: whole }] })).not.toBe(
			key({ cards: [{ ...dearer, voiceRounding: whole }] })
		);
	});

	it('holds the rates while a trial runs', () => {
		const register = [entryFor('Ava', { licence: 'trial' })];
		const trials = [{ entry: 0, from: 0, to: 1, tied: [] }];
		expect(key({ register, trials })).not.toBe(key({ cards: [dearer], register, trials }));
	});

	it.each([
		[
			'rounding',
			key({
				cards: [
					{ ...NET2PHONE, voiceRounding: { ...whole, wholeCreditsPerCall: false, incrementSeconds: 6 } }
				]
			})
		],
		['the premium switch', key({ cards: [{ ...NET2PHONE, premiumAppliesToAllCalls: true }] })],
		['another version', key({ cards: [NET2PHONE, { ...NET2PHONE, effectiveFrom: '2026-01-01' }] })],
		['a class in the register', key({ register: [entryFor('Ava', { class: 'premium' })] })],
		['a licence in the register', key({ register: [entryFor('Ava', { licence: 'unlimited' })] })],
		['an activation', key({ register: [entryFor('Ava', { activatedAt: '2026-01-01' })] })],
		['the anchor day', key({}, 2)],
		['the rated duration', key({}, 1, 1)]
	])('changes with %s', (_, other) => {
		expect(other).not.toBe(base);
	});

	it('does not depend on the order of the register', () => {
		const [a, b] = [entryFor('Ava', { class: 'premium' }), entryFor('Bo', { class: 'premium' })];
		expect(key({ register: [a, b] })).toBe(key({ register: [b, a] }));
	});
});
