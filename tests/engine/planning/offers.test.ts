import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	countOf,
	offerCost,
	plainCost,
	secondsOf,
	sessionsOf,
	type ChatCharge,
	type OtherCard,
	type UnitCharge,
	type VoiceCharge
} from '$lib/engine/planning/offers';
import { EXAMPLE_CARDS } from '$lib/engine/planning/offers/examples';
import { sure } from '../../support/sure';

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const somePrice = fc
	.tuple(fc.nat(5_000), fc.nat(999))
	.map(([whole, thousandths]) => `${whole}.${String(thousandths).padStart(3, '0')}`);
const byUnit = {
	price: somePrice,
	block: fc.option(fc.integer({ min: 1, max: 1_000 })),
	included: fc.nat(2_000)
};
const model = <M extends string>(name: M) => fc.constant<M>(name);
const either = [
	fc.record({ model: model('case'), ...byUnit }),
	fc.record({ model: model('session'), ...byUnit, minutes: fc.integer({ min: 1, max: 1_440 }) }),
	fc.record({
		model: model('resolution'),
		...byUnit,
		resolvedPercent: fc.nat(100_000).map((part) => part / 1_000)
	})
] as const;
const minutes = fc.record({
	model: model('minute'),
	...byUnit,
	initialSeconds: fc.nat(120),
	incrementSeconds: fc.integer({ min: 1, max: 120 }),
	shortCallSeconds: fc.nat(30)
});
const chatCharge: fc.Arbitrary<ChatCharge & UnitCharge> = fc.oneof(
	...either,
	fc.record({ model: model('message'), ...byUnit })
);
const voiceCharge: fc.Arbitrary<VoiceCharge & UnitCharge> = fc.oneof(...either, minutes);
const count = fc.nat(500_000);

const card = (change: Partial<OtherCard>): OtherCard => ({
	id: 'other',
	name: 'Other',
	source: '',
	readAt: '2026-11-26',
	currency: 'CAD',
	fee: '0',
	chat: null,
	voice: null,
	...change
});
const total = (of: Partial<OtherCard>, chat = 0, voice = 0): bigint =>
	cents(sure(offerCost(card(of), { chat, voice }).total));

/** Units over one denominator that serves all models: 60 seconds of a minute, 100,000 thousandths of a percent. */
const D = 300_000n;
const partsOf = (charge: UnitCharge, of: number): bigint => {
	if (charge.model === 'minute') return BigInt(of) * (D / 60n);
	if (charge.model === 'resolution')
		return BigInt(of) * BigInt(Math.round(charge.resolvedPercent * 1_000)) * 3n;
	return BigInt(of) * D;
};

/** Cents of a line by whole numbers alone, half-even. */
function centsOf(charge: UnitCharge, of: number): bigint {
	const beyond = partsOf(charge, of) - BigInt(charge.included) * D;
	if (beyond <= 0n) return 0n;
	const thousandths = BigInt(charge.price.replace('.', ''));
	let [top, bottom] = [beyond * thousandths, D * 10n];
	if (charge.block !== null) {
		const block = BigInt(charge.block) * D;
		[top, bottom] = [((beyond + block - 1n) / block) * thousandths, 10n];
	}
	const [down, twice] = [top / bottom, 2n * (top % bottom)];
	return twice > bottom || (twice === bottom && down % 2n === 1n) ? down + 1n : down;
}

describe('a month under another vendor’s card', () => {
	it('costs to the cent what whole numbers alone say, fee and channels added up', () => {
		fc.assert(
			fc.property(chatCharge, voiceCharge, count, count, fc.nat(90_000), (chat, voice, chats, calls, fee) => {
				const text = (fee / 100).toFixed(2);
				expect(total({ chat, voice, fee: text }, chats, calls)).toBe(
					centsOf(chat, chats) + centsOf(voice, calls) + BigInt(fee)
				);
			})
		);
	});

	it('is the sum of its parts: each channel alone, and the fee', () => {
		fc.assert(
			fc.property(chatCharge, voiceCharge, count, count, (chat, voice, chats, calls) => {
				const together = offerCost(card({ chat, voice, fee: '12.34' }), { chat: chats, voice: calls });
				expect(together.lines.map(({ kind }) => kind)).toEqual(['fee', 'chat', 'voice']);
				expect(cents(sure(together.total))).toBe(
					total({ chat }, chats) + total({ voice }, 0, calls) + 1_234n
				);
			})
		);
	});

	it('never costs less when more is used', () => {
		fc.assert(
			fc.property(voiceCharge, count, count, (voice, a, b) => {
				const [less, more] = [Math.min(a, b), Math.max(a, b)];
				expect(total({ voice }, 0, less) <= total({ voice }, 0, more)).toBe(true);
			})
		);
	});

	it('in blocks is never cheaper than by the unit at the block’s own rate', () => {
		fc.assert(
			fc.property(chatCharge, count, fc.integer({ min: 1, max: 500 }), (chat, chats, block) => {
				const unit = { ...chat, price: '1.000', block: null };
				const blocks = { ...chat, price: `${block}.000`, block };
				expect(total({ chat: blocks }, chats) >= total({ chat: unit }, chats)).toBe(true);
			})
		);
	});

	it('costs nothing while included units last', () => {
		fc.assert(
			fc.property(chatCharge, (chat) => {
				// No model counts more units than it is given.
				expect(total({ chat }, chat.included)).toBe(0n);
			})
		);
	});

	it('at a flat fee is the fee, whatever is used or known', () => {
		fc.assert(
			fc.property(count, count, (chat, voice) => {
				const flat = card({ chat: { model: 'flat' }, voice: { model: 'flat' }, fee: '250' });
				expect(offerCost(flat, { chat, voice }).total).toBe('250.00');
				expect(offerCost(flat, { chat: null, voice: null }).total).toBe('250.00');
			})
		);
	});

	it('has no total where what is charged for is not known, and names the channel', () => {
		const voice: VoiceCharge = { model: 'case', price: '1', block: null, included: 0 };
		const cost = offerCost(card({ voice, fee: '5' }), { chat: 3, voice: null });
		expect(cost).toMatchObject({ total: null, unknown: ['voice'] });
		expect(cost.lines.map(({ kind }) => kind)).toEqual(['fee']);
	});

	it('costs as plain numbers, for forecasts, what it costs exactly', () => {
		fc.assert(
			fc.property(fc.oneof(chatCharge, voiceCharge), count, (charge, of) => {
				// A float may miss by one where a share of a percent meets the edge of a block.
				fc.pre(charge.block === null || charge.model !== 'resolution');
				const exact = Number(centsOf(charge, of)) / 100;
				const plain = plainCost(charge, of);
				expect(Math.abs(plain - exact)).toBeLessThanOrEqual(0.006 + 1e-9 * exact);
			})
		);
	});

	it('is what was reckoned by hand', () => {
		const cases: VoiceCharge = { model: 'case', price: '0.99', block: null, included: 50 };
		expect(total({ voice: cases }, 0, 3_170)).toBe(308_880n);
		const packs: ChatCharge = { model: 'session', minutes: 1_440, price: '49', block: 100, included: 0 };
		expect([0, 1, 100, 101].map((chats) => total({ chat: packs }, chats))).toEqual([
			0n,
			4_900n,
			4_900n,
			9_800n
		]);
		const half: ChatCharge = {
			model: 'resolution',
			price: '2',
			block: null,
			included: 0,
			resolvedPercent: 50
		};
		expect(total({ chat: half }, 3)).toBe(300n);
	});
});

describe('what a charge counts', () => {
	it('rounds calls as a rate card does', () => {
		const rule = { initialSeconds: 60, incrementSeconds: 60, shortCallSeconds: 15 };
		expect([0, 14_999, 15_000, 60_000, 60_001].map((ms) => secondsOf(rule, ms))).toEqual([0, 0, 60, 60, 120]);
	});

	it('starts a session with every call, and another after each full one', () => {
		expect([0, 1, 600_000, 600_001].map((ms) => sessionsOf({ minutes: 10 }, ms))).toEqual([1, 1, 1, 2]);
		const charge = { model: 'session', minutes: 10, price: '1', block: null, included: 0 } as const;
		// How long a chat took is not known: it is one.
		expect(countOf(charge, 'chat', 900)).toBe(1);
	});
});

describe('the examples', () => {
	it('say where and when their prices stood, and each takes a channel', () => {
		for (const { source, readAt, chat, voice } of EXAMPLE_CARDS) {
			expect(source).toMatch(/ [a-z.]+\.[a-z]+\/\S+$/);
			expect(readAt).toMatch(/^\d{4}-\d\d-\d\d$/);
			expect(chat ?? voice).not.toBeNull();
		}
		expect(new Set(EXAMPLE_CARDS.map(({ id }) => id)).size).toBe(EXAMPLE_CARDS.length);
	});
});
