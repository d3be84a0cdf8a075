import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { BUSINESSES, BUSINESS_MIXES } from '$lib/engine/planning';
import { creditsOfMix, mixRates, sharesOf, type Mix } from '$lib/engine/planning/mix';
import { NET2PHONE } from '$lib/engine/rating/cards';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import {
	barText,
	fittingText,
	leverText,
	mixCaption,
	mixData,
	mixFigures,
	mixLead,
	mixOfText,
	mixShape,
	mixSummary,
	mixText,
	mixTitle,
	nearTiers,
	pointText,
	sourceText,
	startingMix
} from '$lib/state/mix';
import { MixModel } from '$lib/state/mix.svelte';
import type { OutlookView } from '$lib/workers/api';
import { defaultSettings } from '$lib/workers/settings/defaults';
import { fakeClient } from '../support/fake/client';
import { november } from '../support/november';
import { cardOf } from '$lib/state/cards';
import { sure } from '../support/sure';

afterEach(() => language.set('en'));

const RATES = mixRates(NET2PHONE);
const TIERS = NET2PHONE.tiers.map(({ includedCredits }) => includedCredits);
/** The mix of the design’s picture. */
const DRAWN: Mix = { voiceStandard: 2_930, voicePremium: 645, chatStandard: 7_140, chatPremium: 2_122 };
const figuresOf = (mix: Mix = DRAWN, plan: number | null = 60_000, rates = RATES, tiers = TIERS) =>
	mixFigures({ mix, messagesPerMinute: 1.5 }, sharesOf(mix), rates, tiers, plan);
const title = (...of: Parameters<typeof figuresOf>) => mixTitle(figuresOf(...of));

describe('the title', () => {
	const small = { ...DRAWN, voiceStandard: 2_930 - 600 };

	it('says how much the mix needs, and how that stands to the plan', () => {
		expect(title()).toBe('This mix needs 64,968 credits: 4,968 more than the plan holds');
		expect(title(small)).toBe('This mix needs 58,968 credits and fits in 60,000 with 1,032 to spare');
		const exact = { voiceStandard: 6_000, voicePremium: 0, chatStandard: 0, chatPremium: 0 };
		expect(title(exact)).toBe('This mix needs 60,000 credits: exactly what the plan holds');
	});

	it('says which plan it needs where none is chosen', () => {
		expect(title(DRAWN, null)).toBe('This mix needs 64,968 credits: the 100,000 plan, with 35,032 to spare');
		expect(title({ ...DRAWN, voicePremium: 20_000 }, null)).toBe(
			'This mix needs 452,068 credits: more than 200,000, the largest plan'
		);
		const exact = { voiceStandard: 2_000, voicePremium: 0, chatStandard: 0, chatPremium: 0 };
		expect(title(exact, null)).toBe('This mix needs 20,000 credits: exactly what the 20,000 plan holds');
		expect(title(DRAWN, null, RATES, [])).toBe('This mix needs 64,968 credits');
	});

	it('says so in French', async () => {
		await language.set('fr-CA');
		const plain = (text: string) => text.replace(/\s/g, ' ');
		expect(plain(title())).toBe('Cette combinaison exige 64 968 crédits : 4 968 de plus que le forfait');
		expect(plain(title(small))).toBe(
			'Cette combinaison exige 58 968 crédits : 60 000 suffisent, il en reste 1 032'
		);
	});

	it('keeps the decimals of a card that has them', () => {
		const card = { ...NET2PHONE, rates: { ...NET2PHONE.rates, chat: { standard: 0.125, premium: 0.333 } } };
		const mix = { voiceStandard: 0, voicePremium: 0, chatStandard: 1, chatPremium: 1 };
		expect(title(mix, 20_000, mixRates(card))).toBe(
			'This mix needs 0.458 credits and fits in 20,000 with 19,999.542 to spare'
		);
	});
});

describe('what stands below', () => {
	it('says what a minute is worth, and which plan would do', () => {
		expect(mixLead(figuresOf())).toBe(
			'One call minute here costs as much as **4.8 messages**. The **100,000** plan would hold it. Move the point, or type, and everything follows.'
		);
		expect(mixLead(figuresOf(DRAWN, 100_000))).not.toContain('plan would');
		expect(mixLead(figuresOf({ ...DRAWN, voicePremium: 20_000 }))).toContain('No plan of the rate card');
		expect(mixLead(figuresOf(DRAWN, 60_000, { ...RATES, chatStandard: 0, chatPremium: 0 }))).not.toContain(
			'message'
		);
	});

	it('describes the lines, the picture and the point', () => {
		expect(mixCaption(figuresOf(), true)).toBe(
			'Every point on a line uses exactly that plan. Tinted: fits in 60,000. Pale shape: where 8 in 10 months like this one end. Slope: 11.8 credits a minute (18% of minutes premium) against 2.46 a message (23% of messages premium).'
		);
		expect(mixCaption(figuresOf(DRAWN, null), false)).not.toMatch(/Tinted|Pale/);
		expect(mixSummary(figuresOf())).toBe(
			'The mix has 3,575 minutes of calls and 9,262 messages: 64,968 credits. It needs the 100,000 plan.'
		);
		expect(pointText(figuresOf())).toBe('3,575 minutes, 9,262 messages: 64,968 credits');
		expect(barText(figuresOf())).toBe(
			'Of the credits: Voice, standard 45%, Voice, premium 20%, Chat, standard 22%, Chat, premium 13%.'
		);
	});

	it('says what fits, and that kept messages alone may need more', () => {
		const { plans, point } = figuresOf();
		expect(fittingText(sure(plans[2]).fitting, point)).toBe(
			'All calls: **5,082 minutes**. All chat: **24,407 messages**. Keeping 9,262 messages leaves **3,154 minutes**. Keeping 3,575 minutes leaves **7,241 messages**.'
		);
		expect(fittingText(sure(plans[0]).fitting, point)).toContain('9,262 messages alone need more.');
		const free = figuresOf(DRAWN, 60_000, { ...RATES, voiceStandard: 0, voicePremium: 0 });
		expect(fittingText(sure(free.plans[2]).fitting, free.point)).toContain('Minutes cost nothing');
	});

	it('offers the plans about the one on screen, or about the mix', () => {
		expect(nearTiers(figuresOf())).toEqual([40_000, 60_000, 100_000]);
		expect(nearTiers(figuresOf(DRAWN, 20_000))).toEqual([20_000, 40_000, 60_000]);
		expect(nearTiers(figuresOf({ ...DRAWN, voicePremium: 20_000 }, null))).toEqual([
			100_000, 150_000, 200_000
		]);
		expect(nearTiers(figuresOf(DRAWN, 60_000, RATES, [60_000]))).toEqual([60_000]);
	});

	it('names the levers that reach the plan, with what they change', () => {
		const { levers, aim } = figuresOf();
		expect(aim).toBe(60_000);
		expect(levers.map((lever) => leverText(lever, 1.5))).toEqual([
			{
				what: 'Answer 18% of call minutes by chat',
				how: '643 minutes become 965 messages, at 1.5 a minute'
			},
			{ what: 'Make 78% of premium minutes standard', how: '503 premium minutes become standard' }
		]);
		expect(mixData(figuresOf(), null).lever).toEqual({ minutes: 2_932, messages: 10_227 });
		expect(figuresOf(DRAWN, 100_000).aim).toBe(60_000);
		expect(figuresOf({ ...DRAWN, voiceStandard: 0, voicePremium: 0, chatStandard: 0 }).levers).toEqual([]);
	});
});

describe('where a mix starts', () => {
	it('in a past cycle is what was used, divided by the rates', () => {
		const { view } = november({ complete: true });
		const { mix, source } = sure(startingMix(view, null, false, RATES, 'clinic'));
		expect(source).toBe('past');
		for (const key of ['voiceStandard', 'voicePremium', 'chatStandard', 'chatPremium'] as const)
			expect(Math.abs(creditsOfMix({ ...none, [key]: mix[key] }, RATES) - view.bySeries[key])).toBeLessThan(
				11
			);
		expect(sourceText(source, 'Nov 2026')).toContain('Nov 2026 as it was');
	});

	it('in the running cycle is the forecast’s middle end, and waits for it', () => {
		const { view, forecast } = november();
		const started = sure(startingMix(view, forecast, false, RATES, 'clinic'));
		expect(started.source).toBe('forecast');
		expect(Math.abs(creditsOfMix(started.mix, RATES) - sure(forecast.monthEndCredits).p50)).toBeLessThan(20);
		expect(startingMix(view, null, true, RATES, 'clinic')).toBeNull();
		expect(startingMix(view, null, false, RATES, 'clinic')?.source).toBe('known');
		const short = november({ history: 5 });
		expect(startingMix(short.view, short.forecast, false, RATES, 'clinic')?.source).toBe('pace');
	});

	it('with readings alone is divided as a preset, and has no shape', () => {
		const { view, forecast } = november();
		const read = { ...view, context: { ...view.context, source: 'readings' as const } };
		const { mix, source } = sure(startingMix(read, forecast, false, RATES, 'shop'));
		expect(source).toBe('readings');
		expect(mix.voicePremium).toBe(0);
		expect(Math.abs(creditsOfMix(mix, RATES) - sure(forecast.monthEndCredits).p50)).toBeLessThan(20);
		const spread = { mean: [1, 1, 1, 1], covariance: Array.from({ length: 16 }, () => 1) };
		const outlook = { spread } as unknown as OutlookView;
		expect(mixShape(read, forecast, outlook, RATES)).toBeNull();
		expect(mixShape(view, forecast, outlook, RATES)).not.toBeNull();
		expect(mixShape(view, forecast, null, RATES)).toBeNull();
	});

	it('without anything is a preset that some plan holds', () => {
		const needed = BUSINESSES.map((name) => figuresOf(BUSINESS_MIXES[name], null).needed);
		expect(needed).toEqual([60_000, 40_000, 20_000, 100_000]);
	});

	it('goes by the latest version of the contract’s card', () => {
		const settings = defaultSettings(NET2PHONE);
		const later = { ...NET2PHONE, effectiveFrom: '2026-06-01' };
		const other = { ...NET2PHONE, id: 'other', effectiveFrom: '2027-01-01' };
		expect(cardOf({ ...settings, rateCards: [later, NET2PHONE, other] })).toBe(later);
		expect(cardOf({ ...settings, rateCards: [other] })).toBeNull();
	});
});

const none: Mix = { voiceStandard: 0, voicePremium: 0, chatStandard: 0, chatPremium: 0 };

describe('a mix in an address', () => {
	it('is had back', () => {
		const volume = fc.integer({ min: 0, max: 10_000_000 });
		const mixes = fc.record({
			voiceStandard: volume,
			voicePremium: volume,
			chatStandard: volume,
			chatPremium: volume
		});
		const perMinute = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1_000);
		fc.assert(
			fc.property(mixes, perMinute, (mix, messagesPerMinute) => {
				expect(mixOfText(mixText({ mix, messagesPerMinute }))).toEqual({ mix, messagesPerMinute });
			})
		);
		expect(mixText({ mix: DRAWN, messagesPerMinute: 1.5 })).toBe('2930-645-7140-2122');
	});

	it.each([
		null,
		'',
		'1-2-3',
		'1-2-3-4-5-6',
		'-1-2-3-4',
		'1.5-2-3-4',
		'1e9-2-3-4',
		'99999999-2-3-4',
		'1-2-3-4-101',
		'1-2-3-4-1.2345',
		'1-2-3-<b>4</b>',
		' 1-2-3-4'
	])('is not taken from %j', (text) => {
		expect(mixOfText(text)).toBeNull();
	});

	it('of any text is nothing, or a mix within bounds', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.-]*$/)), (text) => {
				const read = mixOfText(text);
				for (const volume of Object.values(read?.mix ?? {})) {
					expect(Number.isInteger(volume)).toBe(true);
					expect(volume).toBeGreaterThanOrEqual(0);
					expect(volume).toBeLessThanOrEqual(10_000_000);
				}
			})
		);
	});
});

describe('the mix on screen', () => {
	async function opened(filled = true) {
		const app = new App(fakeClient({ filled }));
		await app.open(null);
		return { app, model: new MixModel(app) };
	}

	it('starts from the month, follows what is set, and goes back', async () => {
		const { model } = await opened();
		const start = sure(model.figures).mix;
		expect([model.source, model.text, model.plan]).toEqual(['forecast', null, 60_000]);
		model.set('chatPremium', 500);
		expect(sure(model.figures).mix).toEqual({ ...start, chatPremium: 500 });
		expect(model.source).toBeNull();
		expect(mixOfText(model.text)?.mix.chatPremium).toBe(500);
		model.reset();
		expect(sure(model.figures).mix).toEqual(start);
	});

	it('keeps the premium shares while the point moves, through nothing and back', async () => {
		const { model } = await opened();
		model.take(DRAWN);
		model.moveTo({ minutes: 0, messages: 9_262 });
		expect(sure(model.figures).mix).toMatchObject({ voiceStandard: 0, voicePremium: 0 });
		model.moveTo({ minutes: 3_575, messages: 9_262 });
		expect(sure(model.figures).mix).toEqual(DRAWN);
		model.moveTo({ minutes: -500, messages: 1e12 });
		expect(sure(model.figures).point).toEqual({ minutes: 0, messages: 10_000_000 });
	});

	it('outlives the screen, but not the workspace', async () => {
		const { app, model } = await opened();
		model.take(DRAWN);
		expect(new MixModel(app).figures?.mix).toEqual(DRAWN);
		await app.createWorkspace('Another');
		expect(new MixModel(app).source).toBe('preset');
	});

	it('is taken from an address before anything is open, and then belongs to what opens', async () => {
		const app = new App(fakeClient({ filled: true }));
		const model = new MixModel(app);
		model.restore('2930-645-7140-2122-2');
		model.restore('nonsense');
		expect(model.figures).toBeNull();
		await app.open(null);
		expect(sure(model.figures)).toMatchObject({ mix: DRAWN, messagesPerMinute: 2 });
		await app.createWorkspace('Another');
		expect(model.source).toBe('preset');
	});

	it('without usage is a preset, and the plan of the settings', async () => {
		const { app, model } = await opened(false);
		expect([model.source, model.plan]).toEqual(['preset', 60_000]);
		expect(sure(model.figures).mix).toEqual(BUSINESS_MIXES.clinic);
		model.start('desk');
		expect(sure(model.figures).mix).toEqual(BUSINESS_MIXES.desk);
		await app.ask({ tier: 100_000 });
		expect(model.plan).toBe(100_000);
	});
});
