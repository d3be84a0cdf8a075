import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_CARDS } from '$lib/engine/planning/offers/examples';
import { parseSettings, previewSettings, settingsOf, writeSettings } from '$lib/workers/settings/file';
import { blankSettings, settingsOfJson } from '$lib/workers/settings/document';
import { settingsWith } from '../support/usage';

const blank = blankSettings();
const publishedSchema = new Ajv({ strict: false }).compile(
	JSON.parse(readFileSync('docs/schema/drawdown-settings-1.schema.json', 'utf8')) as object
);
const file = (content: object) => JSON.stringify({ format: 'drawdown-settings', version: 1, ...content });

test('a file fills in every default', () => {
	const { contract } = parseSettings(file({ contract: { timeZone: 'Europe/Stockholm', currency: 'SEK' } }));
	expect(contract).toMatchObject({
		tier: null,
		overage: 'off',
		atExhaustion: 'cut',
		cycleAnchorDay: 1,
		changes: []
	});
});

test('a replace starts from a new workspace, a merge from what is there', () => {
	const current = settingsWith(
		{ tier: 60_000 },
		{ readings: [{ at: Date.UTC(2026, 10, 3), creditsUsed: 5 }] }
	);
	const text = file({ readings: [{ at: '2026-11-04T00:00:00.000Z', creditsUsed: 9 }] });
	const { replace, merge } = previewSettings(text, current, blank);
	expect(replace.settings.contract.tier).toBeNull();
	expect(replace.settings.readings).toHaveLength(1);
	expect(merge.settings.contract.tier).toBe(60_000);
	expect(merge.settings.readings.map(({ creditsUsed }) => creditsUsed)).toEqual([5, 9]);
	expect(merge.changes.map(({ path }) => path)).toEqual([expect.stringMatching(/^readings\[/)]);
	expect(replace.changes.map(({ path }) => path)).toContain('contract.tier');
});

test('a file of the same settings changes nothing', () => {
	const { replace, merge } = previewSettings(writeSettings(blank), blank, blank);
	expect([replace.changes, merge.changes]).toEqual([[], []]);
});

test('a file of before holidays, events and budgets were known says nothing of them, and a stored one neither', () => {
	const old = { ...blank, events: undefined, growthPercentPerMonth: undefined };
	const contract: Record<string, unknown> = { ...blank.contract };
	delete contract['country'];
	const stored = {
		...old,
		contract,
		budgets: undefined,
		otherCards: undefined,
		profiles: undefined,
		later: { events: [], budgets: [], scenarios: [], profiles: [{ from: 'an older version' }] }
	};
	expect(settingsOfJson(JSON.stringify(stored))).toEqual(blank);
	const { replace } = previewSettings(file({ contract }), blank, blank);
	expect(replace.settings).toEqual(blank);
});

describe('planned events and growth', () => {
	const sale = { name: 'Sale', kind: 'campaign', from: '2026-11-23', to: '2026-11-30', percent: 40 };
	const agent = {
		name: 'Nights',
		kind: 'newAgent',
		from: '2026-12-01',
		channel: 'voice',
		creditsPerDay: 250.5
	};

	test('come back as they went', () => {
		const { replace } = previewSettings(
			file({ events: [sale, agent], growthPercentPerMonth: -2.5 }),
			blank,
			blank
		);
		expect(replace.settings.events).toEqual([
			{ ...sale, channel: null, class: null },
			{ ...agent, to: null, class: null }
		]);
		expect(replace.settings.growthPercentPerMonth).toBe(-2.5);
		expect(settingsOf(writeSettings(replace.settings), blank)).toEqual(replace.settings);
		expect(settingsOfJson(JSON.stringify(replace.settings))).toEqual(replace.settings);
	});

	test('are merged by name, kind and first day', () => {
		const current = previewSettings(file({ events: [sale, agent] }), blank, blank).replace.settings;
		const { merge } = previewSettings(file({ events: [{ ...sale, percent: 60 }] }), current, blank);
		expect(merge.settings.events.map((event) => ('percent' in event ? event.percent : null))).toEqual([
			60,
			null
		]);
		expect(merge.changes).toHaveLength(1);
	});

	test.each([
		['a campaign that lowers usage', { ...sale, percent: -1 }],
		['a closure that raises it', { ...sale, kind: 'closure', percent: 1 }],
		['less than nothing', { ...sale, kind: 'change', percent: -101 }],
		['an end before its start', { ...sale, to: '2026-11-22' }],
		['a day that is none', { ...sale, from: '2026-11-31' }],
		['an unknown key', { ...sale, budget: 3 }],
		['an unknown kind', { ...sale, kind: 'party' }],
		['a new agent in percent', { ...agent, creditsPerDay: undefined, percent: 3 }]
	])('are refused with %s', (_, event) => {
		expect(() => parseSettings(file({ events: [event] }))).toThrow();
	});
});

describe('scenarios', () => {
	const more = { kind: 'change', name: 'Voice', percent: 20, channel: 'voice', from: '2027-03-01' };
	const scenario = { id: 'a', name: 'More voice', events: [more], tier: 100_000, overage: 'upgrade' };
	const settings = previewSettings(file({ scenarios: [scenario] }), blank, blank).replace.settings;

	test('come back as they went, and what they leave out is as in the workspace', () => {
		expect(settings.scenarios).toEqual([
			{
				...scenario,
				events: [{ ...more, to: null, class: null }],
				assumptions: null,
				growthPercentPerMonth: null,
				overageCapCredits: null
			}
		]);
		expect(settingsOf(writeSettings(settings), blank)).toEqual(settings);
		expect(settingsOfJson(JSON.stringify(settings))).toEqual(settings);
	});

	test('are merged by id: of two with one id the file’s stands, all others stay', () => {
		const text = file({
			scenarios: [
				{ id: 'a', name: 'Renamed' },
				{ id: 'b', name: 'More voice' }
			]
		});
		const { merge, replace } = previewSettings(text, settings, blank);
		expect(merge.settings.scenarios.map(({ id, name }) => [id, name])).toEqual([
			['a', 'Renamed'],
			['b', 'More voice']
		]);
		const other = previewSettings(file({ scenarios: [{ id: 'c', name: 'C' }] }), settings, blank);
		expect(other.merge.settings.scenarios.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(other.replace.settings.scenarios.map(({ id }) => id)).toEqual(['c']);
		expect(replace.settings.scenarios).toHaveLength(2);
	});

	const many = (count: number) => Array.from({ length: count }, (_, k) => ({ id: String(k), name: 'x' }));
	test.each([
		['no name', [{ id: 'a', name: '' }], 'scenarios[0].name'],
		['a name of 101 characters', [{ id: 'a', name: 'x'.repeat(101) }], 'scenarios[0].name'],
		['an id of 101 characters', [{ id: 'x'.repeat(101), name: 'x' }], 'scenarios[0].id'],
		['two with one id', [...many(2), ...many(1)], 'scenarios'],
		['more than 50', many(51), 'scenarios'],
		['more than 20 events', [{ ...scenario, events: Array(21).fill(more) }], 'scenarios[0].events'],
		[
			'an event that cannot be',
			[{ ...scenario, events: [{ ...more, percent: -101 }] }],
			'scenarios[0].events[0].percent'
		],
		['a plan of nothing', [{ ...scenario, tier: 0 }], 'scenarios[0].tier'],
		['an unknown policy', [{ ...scenario, overage: 'pray' }], 'scenarios[0].overage'],
		['an unknown key', [{ ...scenario, __proto__x: 1 }], 'scenarios[0].__proto__x'],
		[
			'growth beyond reason',
			[{ ...scenario, growthPercentPerMonth: 1e9 }],
			'scenarios[0].growthPercentPerMonth'
		]
	])('are refused by name with %s, by the product and by the published schema', (_, scenarios, path) => {
		expect(() => parseSettings(file({ scenarios }))).toThrow(
			expect.objectContaining({
				code: 'settingsInvalid',
				params: expect.objectContaining({ path }) as object
			})
		);
		// A schema cannot compare ids.
		if (path !== 'scenarios' || scenarios.length > 3)
			expect(publishedSchema(JSON.parse(file({ scenarios })))).toBe(false);
	});

	test('are what the published schema says', () => {
		expect(publishedSchema(JSON.parse(writeSettings(settings)))).toBe(true);
		expect(publishedSchema(JSON.parse(file({ scenarios: [scenario, ...many(49)] })))).toBe(true);
	});
});

describe('budgets', () => {
	const all = { from: '2026-11-01', credits: 60_000 };
	const agent = { of: 'agent', name: 'Ava', from: '2026-12-01', amount: '120.50', warnAtChance: 20 };

	test('come back as they went', () => {
		const { replace } = previewSettings(file({ budgets: [all, agent] }), blank, blank);
		expect(replace.settings.budgets).toEqual([
			{ of: 'workspace', name: '', ...all, amount: null, warnAtChance: 50 },
			{ ...agent, credits: null }
		]);
		expect(settingsOf(writeSettings(replace.settings), blank)).toEqual(replace.settings);
		expect(settingsOfJson(JSON.stringify(replace.settings))).toEqual(replace.settings);
	});

	test('are merged by what they are for and their first day, and shown where they are', () => {
		const current = previewSettings(file({ budgets: [all, agent] }), blank, blank).replace.settings;
		const next = { ...all, from: '2027-01-01', credits: 70_000 };
		const { merge } = previewSettings(file({ budgets: [{ ...all, credits: 50_000 }, next] }), current, blank);
		expect(merge.settings.budgets.map(({ credits }) => credits)).toEqual([50_000, null, 70_000]);
		expect(merge.changes.map(({ path }) => path)).toEqual([
			'budgets[2026-11-01 workspace].credits',
			'budgets[2027-01-01 workspace]'
		]);
	});

	const wrong: [string, object, string][] = [
		['neither credits nor money', { from: '2026-11-01' }, 'budgets[0]'],
		['both', { ...all, amount: '5' }, 'budgets[0]'],
		['nothing', { ...all, credits: 0 }, 'budgets[0].credits'],
		['less than nothing', { ...all, credits: -5 }, 'budgets[0].credits'],
		['a fraction of a credit', { ...all, credits: 1.5 }, 'budgets[0].credits'],
		['too much', { ...all, credits: 1e11 }, 'budgets[0].credits'],
		['no number', { ...all, credits: 'NaN' }, 'budgets[0].credits'],
		['money below nothing', { ...agent, amount: '-1' }, 'budgets[0].amount'],
		['money that is nothing', { ...agent, amount: '0.00' }, 'budgets[0].amount'],
		['money that is no number', { ...agent, amount: 'NaN' }, 'budgets[0].amount'],
		['too much money', { ...agent, amount: '99999999999' }, 'budgets[0].amount'],
		['a name that never ends', { ...agent, name: 'x'.repeat(1_001) }, 'budgets[0].name'],
		['a name for everyone', { ...all, name: 'Ava' }, 'budgets[0]'],
		['a day that is none', { ...all, from: '2026-11-31' }, 'budgets[0].from'],
		['a chance beyond 99', { ...all, warnAtChance: 100 }, 'budgets[0].warnAtChance'],
		['an unknown key', { ...all, colour: 'red' }, 'budgets[0].colour']
	];
	test.each(wrong)('are refused by name with %s', (_, budget, path) => {
		expect(() => parseSettings(file({ budgets: [budget] }))).toThrow(
			expect.objectContaining({
				code: 'settingsInvalid',
				params: expect.objectContaining({ path }) as object
			})
		);
	});

	test('are refused where one is there twice, or where they are too many', () => {
		expect(() => parseSettings(file({ budgets: [all, { ...all, credits: 5 }] }))).toThrow();
		const many = Array.from({ length: 501 }, (_, k) => ({ ...agent, name: String(k) }));
		expect(() => parseSettings(file({ budgets: many }))).toThrow();
		expect(parseSettings(file({ budgets: many.slice(1) })).budgets).toHaveLength(500);
	});

	test('say the same in the published schema', () => {
		const ajv = new Ajv({ strict: false });
		const isSettings = ajv.compile(
			JSON.parse(readFileSync('docs/schema/drawdown-settings-1.schema.json', 'utf8')) as object
		);
		const valid = (...budgets: object[]) => isSettings(JSON.parse(file({ budgets })) as unknown);
		expect(valid(all, agent)).toBe(true);
		// What a pattern cannot say of a number written as text, or of a day, the app says.
		const beyond = ['money that is nothing', 'too much money', 'a day that is none'];
		for (const [what, budget] of wrong) if (!beyond.includes(what)) expect(valid(budget), what).toBe(false);
	});
});

test('the published schema says the same of events, country and growth', () => {
	const ajv = new Ajv({ strict: false });
	const isSettings = ajv.compile(
		JSON.parse(readFileSync('docs/schema/drawdown-settings-1.schema.json', 'utf8')) as object
	);
	const event = { name: 'Sale', kind: 'campaign', from: '2026-11-23', to: null, percent: 40 };
	const agent = { name: 'Nights', kind: 'newAgent', from: '2026-12-01', creditsPerDay: 250 };
	const valid = (content: object) => isSettings(JSON.parse(file(content)));
	const country = (code: string | null) => ({
		contract: { timeZone: 'UTC', currency: 'CAD', country: code }
	});
	expect([
		valid({ events: [event, agent] }),
		valid({ growthPercentPerMonth: 3 }),
		valid(country('SE'))
	]).toEqual([true, true, true]);
	for (const wrong of [
		{ ...event, percent: -1 },
		{ ...event, kind: 'party' },
		{ ...event, budget: 3 },
		{ ...agent, percent: 3 },
		{ ...event, creditsPerDay: 3 }
	])
		expect(valid({ events: [wrong] })).toBe(false);
	expect([valid({ growthPercentPerMonth: -91 }), valid(country('XX'))]).toEqual([false, false]);
});

describe('tiers that are plans put together', () => {
	const [card] = blank.rateCards;
	const withTiers = (tiers: readonly object[]) => file({ rateCards: [{ ...card, tiers }] });
	const tiers = [
		{ includedCredits: 60_000, price: '930' },
		{ includedCredits: 120_000, price: null, parts: [60_000, 60_000] }
	];

	test('come back from the file as they were', () => {
		const settings = settingsOf(withTiers(tiers), blank);
		expect(settings.rateCards[0]?.tiers).toEqual(tiers);
		expect(settingsOf(writeSettings(settings), blank)).toEqual(settings);
		expect(publishedSchema(JSON.parse(withTiers(tiers)))).toBe(true);
	});

	test.each([
		['no part but one', [60_000]],
		['parts that do not add up', [60_000, 60_001]],
		['a part that is no tier', [70_000, 50_000]],
		['a part of no credits', [120_000, 0]]
	])('are refused by name with %s', (_, parts) => {
		const wrong = withTiers([tiers[0] as object, { ...tiers[1], parts }]);
		expect(() => parseSettings(wrong)).toThrow(
			expect.objectContaining({
				code: 'settingsInvalid',
				params: expect.objectContaining({ path: expect.stringMatching(/^rateCards\[0\]\.tiers/) }) as unknown
			})
		);
	});
});

describe('a wrong file is refused by the name of what is wrong', () => {
	const cases: [string, string, object][] = [
		['no JSON', '{', { code: 'settingsNotJson' }],
		[
			'a newer version',
			JSON.stringify({ format: 'drawdown-settings', version: 2 }),
			{ code: 'settingsNewer' }
		],
		['an unknown key', file({ plan: {} }), { code: 'settingsInvalid', params: { path: 'plan' } }],
		[
			'an unknown key within',
			file({ contract: { timeZone: 'UTC', currency: 'CAD', seats: 3 } }),
			{ code: 'settingsInvalid', params: { path: 'contract.seats' } }
		],
		[
			'a zone that is none',
			file({ contract: { timeZone: 'Toronto', currency: 'CAD' } }),
			{ code: 'settingsInvalid', params: { path: 'contract.timeZone' } }
		],
		[
			'a country whose holidays are not known',
			file({ contract: { timeZone: 'UTC', currency: 'CAD', country: 'XX' } }),
			{ code: 'settingsInvalid', params: { path: 'contract.country' } }
		],
		[
			'a capped contract without a cap',
			file({ contract: { timeZone: 'UTC', currency: 'CAD', overage: 'capped' } }),
			{ code: 'settingsInvalid', params: { path: 'contract' } }
		],
		...(
			[
				['a cap below zero', { overage: 'capped', overageCapCredits: -1 }, 'overageCapCredits'],
				['a cap of half a credit', { overageCapCredits: 0.5 }, 'overageCapCredits'],
				['a term of no months', { termMonths: 0, termStart: '2026-01-01' }, 'termMonths'],
				['a term of more than a hundred years', { termMonths: 1_201 }, 'termMonths'],
				['a term from no day', { termStart: '2026-02-30' }, 'termStart'],
				['a negative price of agents', { extraAgentPrice: '-29' }, 'extraAgentPrice']
			] as const
		).map(([name, wrong, field]): [string, string, object] => [
			name,
			file({ contract: { timeZone: 'UTC', currency: 'CAD', ...wrong } }),
			{ code: 'settingsInvalid', params: { path: `contract.${field}` } }
		]),
		[
			'a negative price of a tier',
			file({ rateCards: [{ ...blank.rateCards[0], tiers: [{ includedCredits: 1, price: '-1' }] }] }),
			{ code: 'settingsInvalid', params: { path: 'rateCards[0].tiers[0].price', received: '"-1"' } }
		],
		[
			'a negative price of overage',
			file({ rateCards: [{ ...blank.rateCards[0], overagePricePerCredit: '-0.015' }] }),
			{ code: 'settingsInvalid', params: { path: 'rateCards[0].overagePricePerCredit' } }
		],
		[
			'a card that is not there',
			file({ contract: { rateCardId: 'other', timeZone: 'UTC', currency: 'CAD' } }),
			{ code: 'settingsInvalid', params: { path: 'contract.rateCardId' } }
		],
		[
			'the same agent twice',
			file({ agents: [{ agent: 'A' }, { agent: 'A' }] }),
			{ params: { path: 'agents' } }
		],
		[
			'a rate of four decimals',
			file({
				rateCards: [
					{
						...blank.rateCards[0],
						rates: { chat: { standard: 2.0001, premium: 4 }, voice: { standard: 1, premium: 2 } }
					}
				]
			}),
			{ params: { path: 'rateCards[0].rates.chat.standard' } }
		]
	];
	test.each(cases)('%s', (_, text, expected) => {
		let thrown: unknown;
		try {
			previewSettings(text, blank, blank);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toMatchObject(expected);
	});
});

test('a key named __proto__ is refused and pollutes nothing', () => {
	const hostile = '{"format":"drawdown-settings","version":1,"__proto__":{"polluted":true}}';
	expect(() => parseSettings(hostile)).toThrow();
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('assumptions', () => {
	const assumptions = {
		business: 'shop',
		from: '2026-12-01',
		interactions: { voiceStandard: 400, voicePremium: 0, chatStandard: 1_300, chatPremium: 140 },
		takenPercent: 60,
		messagesPerChat: 7,
		lengths: { kind: 'curve', typicalSeconds: 80, longSeconds: 240, hangUpPercent: 5 },
		weekdays: [1, 1, 1, 1, 1, 0.5, 0],
		hours: new Array<number>(24).fill(1),
		months: new Array<number>(12).fill(1),
		uncertaintyPercent: 25
	};
	const sample = { ...assumptions, business: 'usage', lengths: { kind: 'sample', seconds: [0, 61, 134] } };
	const ajv = new Ajv({ strict: false });
	const schema = JSON.parse(readFileSync('docs/schema/drawdown-settings-1.schema.json', 'utf8')) as object;
	const published = ajv.compile(schema);

	test.each([assumptions, sample])('go through a file and come back', (value) => {
		const text = writeSettings(settingsOf(file({ assumptions: value }), blank));
		expect(settingsOf(text, blank).assumptions).toEqual(value);
		expect(published(JSON.parse(text))).toBe(true);
	});

	test('are kept where a file that is merged says nothing of them, and go where it says there are none', () => {
		const current = { ...blank, assumptions: settingsOf(file({ assumptions }), blank).assumptions };
		expect(previewSettings(file({}), current, blank).merge.settings.assumptions).toEqual(assumptions);
		expect(
			previewSettings(file({ assumptions: null }), current, blank).merge.settings.assumptions
		).toBeNull();
	});

	const wrong: readonly (readonly [string, object])[] = [
		['interactions.voiceStandard', { interactions: { ...assumptions.interactions, voiceStandard: -1 } }],
		['interactions.chatPremium', { interactions: { ...assumptions.interactions, chatPremium: 1e9 } }],
		['interactions.chatStandard', { interactions: { ...assumptions.interactions, chatStandard: 0.5 } }],
		['takenPercent', { takenPercent: 101 }],
		['messagesPerChat', { messagesPerChat: 0 }],
		['lengths', { lengths: { ...assumptions.lengths, longSeconds: 60 } }],
		['lengths.seconds', { lengths: { kind: 'sample', seconds: [] } }],
		['weekdays', { weekdays: [0, 0, 0, 0, 0, 0, 0] }],
		['hours', { hours: [1] }],
		['months', { months: new Array<number>(12).fill(-1) }],
		['uncertaintyPercent', { uncertaintyPercent: 900 }],
		['from', { from: '2026-13-01' }],
		['business', { business: 'casino' }]
	];
	test.each(wrong)('with nonsense in %s are refused by that name', (path, change) => {
		const value = { ...assumptions, ...change };
		expect(() => parseSettings(file({ assumptions: value }))).toThrow(
			expect.objectContaining({
				code: 'settingsInvalid',
				params: expect.objectContaining({ path: expect.stringContaining(`assumptions.${path}`) })
			})
		);
		// A date's or an order's meaning is beyond a JSON schema.
		if (path !== 'from' && path !== 'lengths')
			expect(published(JSON.parse(file({ assumptions: value })))).toBe(false);
	});
});

describe('cards of other vendors', () => {
	const byMinute = { model: 'minute', price: '0.07', initialSeconds: 1, incrementSeconds: 1 };
	const byCase = { model: 'case', price: '0.99', block: 100, included: 50 };
	const card = { id: 'a', name: 'A', readAt: '2026-11-26', currency: 'USD', chat: byCase, voice: byMinute };
	const settings = previewSettings(file({ otherCards: [card] }), blank, blank).replace.settings;

	test('come back as they went, with every default', () => {
		expect(settings.otherCards).toEqual([
			{
				...card,
				source: '',
				fee: '0',
				voice: { ...byMinute, block: null, included: 0, shortCallSeconds: 0 }
			}
		]);
		expect(settingsOf(writeSettings(settings), blank)).toEqual(settings);
		expect(settingsOfJson(JSON.stringify(settings))).toEqual(settings);
		expect(publishedSchema(JSON.parse(writeSettings(settings)))).toBe(true);
	});

	test('are merged by id', () => {
		const text = file({
			otherCards: [
				{ ...card, fee: '12' },
				{ ...card, id: 'b' }
			]
		});
		const { merge } = previewSettings(text, settings, blank);
		expect(merge.settings.otherCards.map(({ id, fee }) => [id, fee])).toEqual([
			['a', '12'],
			['b', '0']
		]);
		expect(previewSettings(file({}), settings, blank).merge.settings.otherCards).toEqual(settings.otherCards);
	});

	test('that the product brings as examples are valid', () => {
		const text = file({ otherCards: EXAMPLE_CARDS });
		expect(parseSettings(text).otherCards).toEqual(EXAMPLE_CARDS);
		expect(publishedSchema(JSON.parse(text))).toBe(true);
	});

	const many = (count: number) => Array.from({ length: count }, (_, k) => ({ ...card, id: String(k) }));
	test.each([
		['a negative price', [{ ...card, chat: { ...byCase, price: '-1' } }], 'otherCards[0].chat.price'],
		['a price as a number', [{ ...card, chat: { ...byCase, price: 1 } }], 'otherCards[0].chat.price'],
		['a negative fee', [{ ...card, fee: '-0.01' }], 'otherCards[0].fee'],
		['an unknown model', [{ ...card, chat: { ...byCase, model: 'smile' } }], 'otherCards[0].chat.model'],
		['chats by the minute', [{ ...card, chat: byMinute }], 'otherCards[0].chat.model'],
		[
			'calls by the message',
			[{ ...card, voice: { model: 'message', price: '1' } }],
			'otherCards[0].voice.model'
		],
		['a block of nothing', [{ ...card, chat: { ...byCase, block: 0 } }], 'otherCards[0].chat.block'],
		[
			'half a unit included',
			[{ ...card, chat: { ...byCase, included: 0.5 } }],
			'otherCards[0].chat.included'
		],
		[
			'more included than anyone uses',
			[{ ...card, chat: { ...byCase, included: 1e10 } }],
			'otherCards[0].chat.included'
		],
		[
			'steps of no seconds',
			[{ ...card, voice: { ...byMinute, incrementSeconds: 0 } }],
			'otherCards[0].voice.incrementSeconds'
		],
		[
			'a session of no minutes',
			[{ ...card, voice: { model: 'session', price: '1', minutes: 0 } }],
			'otherCards[0].voice.minutes'
		],
		[
			'more resolved than there is',
			[{ ...card, chat: { model: 'resolution', price: '1', resolvedPercent: 101 } }],
			'otherCards[0].chat.resolvedPercent'
		],
		[
			'a price where a fee covers all',
			[{ ...card, chat: { model: 'flat', price: '1' } }],
			'otherCards[0].chat.price'
		],
		['no name', [{ ...card, name: '' }], 'otherCards[0].name'],
		['a currency that is none', [{ ...card, currency: 'dollars' }], 'otherCards[0].currency'],
		['two with one id', [card, card], 'otherCards'],
		['more than 20', many(21), 'otherCards']
	])('are refused by name with %s, by the product and by the published schema', (_, otherCards, path) => {
		expect(() => parseSettings(file({ otherCards }))).toThrow(
			expect.objectContaining({ params: expect.objectContaining({ path }) as unknown })
		);
		// JSON Schema cannot say that no two have one id.
		if (path !== 'otherCards' || otherCards.length > 3)
			expect(publishedSchema(JSON.parse(file({ otherCards })))).toBe(false);
	});

	test('may be 20', () => {
		expect(parseSettings(file({ otherCards: many(20) })).otherCards).toHaveLength(20);
	});
});
