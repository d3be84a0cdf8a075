import { describe, expect, it } from 'vitest';
import type { OtherCard } from '$lib/engine/planning/offers';
import { EXAMPLE_CARDS } from '$lib/engine/planning/offers/examples';
import { cardDraft, cardOfDraft, newCard } from '$lib/state/offerForm';
import { comparable, monthCell, offerRows, offersTitle, sumsOf } from '$lib/state/offers';
import type { OffersUsage, OffersView } from '$lib/workers/api';
import { november } from '../support/november';
import { sure } from '../support/sure';

const unit = { price: '0.99', block: null, included: 0 } as const;
const both: OtherCard = {
	id: 'both',
	name: 'Acme',
	source: '',
	readAt: '2026-11-26',
	currency: 'USD',
	fee: '100',
	chat: { model: 'case', ...unit },
	voice: {
		model: 'minute',
		...unit,
		block: 100,
		included: 50,
		initialSeconds: 60,
		incrementSeconds: 60,
		shortCallSeconds: 0
	}
};
const chatsOnly: OtherCard = { ...both, id: 'chats', name: 'Chats only', voice: null };
const euros: OtherCard = { ...both, id: 'euros', name: 'Euros', currency: 'EUR' };
const cards = [both, chatsOnly, euros];
const usage: OffersUsage = {
	months: [],
	outside: 0,
	running: [],
	recentCredits: [],
	channels: ['chat', 'voice']
};
const view: OffersView = {
	cycle: { start: 0, end: 1 },
	contract: { mean: 1_870, p90: 2_000 },
	offers: [
		{
			cost: { mean: 2_412, p90: 2_600 },
			channels: [
				{ channel: 'chat', units: 1_200.4, cost: 1_188 },
				{ channel: 'voice', units: 1_300, cost: 1_124 }
			]
		},
		{ cost: { mean: 900, p90: 950 }, channels: [] },
		{ cost: { mean: 5, p90: 6 }, channels: [] }
	]
};
const cycle = november({ tier: 60_000, overage: 'on' }).view;
const rows = offerRows(cards, usage, view, cycle);

describe('offers side by side', () => {
	it('answer with the plan of the contract and the cheapest card that answers for all of it', () => {
		expect(offersTitle(rows, 'November')).toBe(
			'November would cost about $1,870 with 60,000 credits, and $2,410 with Acme'
		);
	});

	it('say why a card is not compared, and never rank it as cheaper', () => {
		expect(rows.map(({ apart }) => apart)).toEqual(['', '', 'takes no calls', 'in EUR']);
		expect(comparable(rows).map(({ id }) => id)).toEqual(['own', 'both']);
		const apart = offerRows([chatsOnly, euros], usage, { ...view, offers: view.offers.slice(1) }, cycle);
		expect(offersTitle(apart, 'November')).toBe(
			'November would cost about $1,870 with 60,000 credits; no other card answers for all of it'
		);
	});

	it('say how each was counted', () => {
		expect(rows[1]?.counted).toEqual([
			'$100.00 a month',
			'chats: 1,200 cases × $0.99',
			'calls: 1,300 minutes beyond 50 in blocks of 100 × $0.99'
		]);
	});

	it('name what daily sums do not say, and add up only what is known', () => {
		const unknown = { total: null, lines: [], unknown: ['chat'] } as const;
		expect(monthCell(unknown, both)).toEqual({
			text: '–',
			note: 'kept as daily sums, which do not say cases'
		});
		const month = { cycle: { start: 0, end: 1 }, censored: false, channels: [], contract: '10.10' };
		const known = { total: '5.05', lines: [], unknown: [] };
		expect(
			sumsOf(
				[
					{ ...month, offers: [known] },
					{ ...month, offers: [known] }
				],
				[both],
				'USD'
			)
		).toEqual(['20.20', '10.10']);
		expect(
			sumsOf(
				[
					{ ...month, offers: [known] },
					{ ...month, offers: [unknown] }
				],
				[both],
				'USD'
			)
		).toEqual(['20.20', null]);
	});
});

describe('a card as it is typed', () => {
	it('comes back as it went', () => {
		for (const card of [...cards, ...EXAMPLE_CARDS]) expect(cardOfDraft(cardDraft(card))).toEqual(card);
	});

	it('says the first thing it lacks', () => {
		const blank = newCard('x', '2026-11-26', 'USD');
		expect(cardOfDraft(blank)).toEqual({ of: 'name' });
		const named = { ...blank, name: 'Acme' };
		expect(cardOfDraft({ ...named, readAt: '' })).toEqual({ of: 'readAt' });
		expect(cardOfDraft(named)).toEqual({ of: 'channels' });
		const session = { ...named.chat, model: 'session' as const };
		expect(cardOfDraft({ ...named, chat: session })).toEqual({ of: 'chat', name: 'price' });
		expect(cardOfDraft({ ...named, chat: { ...session, price: '1', minutes: null } })).toEqual({
			of: 'chat',
			name: 'minutes'
		});
		expect(sure(cardOfDraft({ ...named, chat: { ...session, price: '1' } }))).toMatchObject({
			fee: '0',
			voice: null,
			chat: { model: 'session', minutes: 30, block: null, included: 0 }
		});
	});
});
