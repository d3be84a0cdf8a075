import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	afterLever,
	averageRates,
	creditsBeyond,
	creditsOfMix,
	creditsOfVolume,
	fittingIn,
	leverTo,
	messagesOfMinute,
	mixAt,
	mixFits,
	mixOfCredits,
	mixOfMonth,
	mixRates,
	monthEnds,
	neededTier,
	pointOf,
	sharesOf,
	seriesSpread,
	tierAimedAt,
	tradeOff,
	unitsOfMix,
	MIX_KEYS,
	type LeverKind,
	type Mix,
	type MixRates
} from '$lib/engine/planning/mix';
import { normal, seeded } from '$lib/engine/forecast';
import { NET2PHONE } from '$lib/engine/rating/cards';
import { sure } from '../../support/sure';

const RATES = mixRates(NET2PHONE);
const TIERS = NET2PHONE.tiers.map(({ includedCredits }) => includedCredits);
const none: Mix = { voiceStandard: 0, voicePremium: 0, chatStandard: 0, chatPremium: 0 };
/** The mix of the design's picture. */
const drawn: Mix = { voiceStandard: 2_930, voicePremium: 645, chatStandard: 7_140, chatPremium: 2_122 };
const KINDS: readonly LeverKind[] = ['byChat', 'standardVoice', 'standardChat'];

const volume = fc.integer({ min: 0, max: 200_000 });
const mixes = fc.record<Mix>({
	voiceStandard: volume,
	voicePremium: volume,
	chatStandard: volume,
	chatPremium: volume
});
/** Rates with up to three decimals, some of them zero, the premium one not always the dearer. */
const rate = fc.oneof(
	fc.constant(0),
	fc.integer({ min: 1, max: 30_000 }).map((thousandths) => thousandths / 1_000)
);
const cards = fc
	.record({ vs: rate, vp: rate, cs: rate, cp: rate, all: fc.boolean() })
	.map(({ vs, vp, cs, cp, all }) => ({
		...NET2PHONE,
		rates: { voice: { standard: vs, premium: vp }, chat: { standard: cs, premium: cp } },
		premiumAppliesToAllCalls: all
	}));
const included = fc.integer({ min: 1, max: 1_000_000 });

/** Thousandths of a credit, by the law of domain.md §7 written out once more in whole numbers. */
const law = (mix: Mix, card: typeof NET2PHONE): bigint => {
	const { chat, voice } = card.rates;
	const call = card.premiumAppliesToAllCalls ? voice.premium : voice.standard;
	const of = (n: number, each: number) => BigInt(n) * BigInt(Math.round(each * 1_000));
	return (
		of(mix.chatStandard, chat.standard) +
		of(mix.chatPremium, chat.premium) +
		of(mix.voiceStandard, call) +
		of(mix.voicePremium, voice.premium)
	);
};

describe('the credits of a mix', () => {
	it('are those of the design’s picture', () => {
		expect(creditsOfMix(drawn, RATES)).toBe(64_968);
		expect(MIX_KEYS.map((key) => creditsOfVolume(drawn, RATES, key))).toEqual([
			29_300, 12_900, 14_280, 8_488
		]);
		expect(creditsBeyond(drawn, RATES, 60_000)).toBe(4_968);
		expect(creditsBeyond(drawn, RATES, 100_000)).toBe(-35_032);
		expect(neededTier(drawn, RATES, TIERS)).toBe(100_000);
	});

	it.each([
		[20_000, 10_000, 5_000, 2_000, 1_000],
		[40_000, 20_000, 10_000, 4_000, 2_000],
		[60_000, 30_000, 15_000, 6_000, 3_000],
		[100_000, 50_000, 25_000, 10_000, 5_000],
		[150_000, 75_000, 37_500, 15_000, 7_500],
		[200_000, 100_000, 50_000, 20_000, 10_000]
	])('%i are as many messages and minutes as the sheet says, and not one more', (tier, cs, cp, vs, vp) => {
		const alone: Mix[] = [
			{ ...none, chatStandard: cs },
			{ ...none, chatPremium: cp },
			{ ...none, voiceStandard: vs },
			{ ...none, voicePremium: vp }
		];
		for (const mix of alone) {
			expect(creditsOfMix(mix, RATES)).toBe(tier);
			expect(creditsBeyond(mix, RATES, tier)).toBe(0);
			expect(neededTier(mix, RATES, TIERS)).toBe(tier);
			const { calls, chats } = fittingIn(tier, mix, RATES);
			const key = sure(MIX_KEYS.find((one) => mix[one] > 0));
			expect(key.startsWith('voice') ? calls : chats).toBe(mix[key]);
			expect(mixFits({ ...mix, [key]: mix[key] + 1 }, RATES, tier)).toBe(false);
		}
	});

	it('obey the law on every card, exactly, at the edge of a plan too', () => {
		fc.assert(
			fc.property(mixes, cards, included, (mix, card, tier) => {
				const rates = mixRates(card);
				const thousandths = law(mix, card);
				expect(BigInt(unitsOfMix(mix, rates))).toBe(thousandths * 60n);
				expect(creditsOfMix(mix, rates)).toBe(Number(thousandths) / 1_000);
				expect(mixFits(mix, rates, tier)).toBe(thousandths <= BigInt(tier) * 1_000n);
				expect(creditsBeyond(mix, rates, tier)).toBe(Number(thousandths - BigInt(tier) * 1_000n) / 1_000);
			})
		);
	});

	it('need a tier that holds them, while the one below does not', () => {
		fc.assert(
			fc.property(mixes, (mix) => {
				const needed = neededTier(mix, RATES, TIERS);
				const below = TIERS.findLast((tier) => needed === null || tier < needed);
				if (needed !== null) expect(mixFits(mix, RATES, needed)).toBe(true);
				if (below !== undefined) expect(mixFits(mix, RATES, below)).toBe(false);
				expect(tierAimedAt(mix, RATES, TIERS, null)).toBe(below ?? null);
			})
		);
	});

	it('aim at the plan where it is too small, else at the next smaller one', () => {
		expect(tierAimedAt(drawn, RATES, TIERS, 40_000)).toBe(40_000);
		expect(tierAimedAt(drawn, RATES, TIERS, 150_000)).toBe(60_000);
		expect(tierAimedAt(none, RATES, TIERS, 20_000)).toBeNull();
	});
});

describe('what fits', () => {
	it('is what the design’s picture says', () => {
		expect(fittingIn(60_000, drawn, RATES)).toEqual({
			calls: 5_082,
			chats: 24_407,
			minutes: 3_154,
			messages: 7_241
		});
		expect(messagesOfMinute(RATES, sharesOf(drawn))).toBeCloseTo(4.8, 2);
		const { minutes, messages } = tradeOff(60_000, RATES, sharesOf(drawn));
		expect([Math.floor(sure(minutes)), Math.floor(sure(messages))]).toEqual([5_082, 24_407]);
	});

	it('is the whole mix where it needs exactly the plan', () => {
		fc.assert(
			fc.property(mixes, (mix) => {
				const units = unitsOfMix(mix, RATES);
				// Rates of the preset are whole: so are the credits of every mix.
				const { minutes, messages } = fittingIn(units / 60_000, mix, RATES);
				expect({ minutes, messages }).toEqual(pointOf(mix));
			})
		);
	});

	it('is the largest whole number at the shares of the mix, on every card', () => {
		fc.assert(
			fc.property(mixes, cards, included, (mix, card, tier) => {
				const rates = mixRates(card);
				const { voice, chat } = sharesOf(mix);
				const fitting = fittingIn(tier, mix, rates);
				const voiceRate =
					rates.voiceStandard * (voice.of - voice.premium) + rates.voicePremium * voice.premium;
				const chatRate = rates.chatStandard * (chat.of - chat.premium) + rates.chatPremium * chat.premium;
				const whole = BigInt(tier) * 60_000n;
				const used = BigInt(unitsOfMix(mix, rates));
				const voiceUnits = BigInt(unitsOfMix({ ...mix, chatStandard: 0, chatPremium: 0 }, rates));
				for (const [room, left, of, each] of [
					[fitting.calls, whole, voice.of, voiceRate],
					[fitting.chats, whole, chat.of, chatRate],
					[fitting.minutes, whole - (used - voiceUnits), voice.of, voiceRate],
					[fitting.messages, whole - voiceUnits, chat.of, chatRate]
				] as const) {
					if (left < 0n) expect(room).toBe('none');
					else if (each === 0) expect(room).toBe('any');
					else {
						const needed = (n: bigint) => n * BigInt(each);
						const count = BigInt(room as number);
						expect(needed(count) <= left * BigInt(of)).toBe(true);
						expect(needed(count + 1n) <= left * BigInt(of)).toBe(false);
					}
				}
			})
		);
	});

	it('fits as a mix of whole minutes and messages, and never shrinks as the plan grows', () => {
		fc.assert(
			fc.property(mixes, included, included, (mix, a, b) => {
				const shares = sharesOf(mix);
				const [small, large] = a < b ? [a, b] : [b, a];
				const [less, more] = [fittingIn(small, mix, RATES), fittingIn(large, mix, RATES)];
				for (const key of ['calls', 'chats', 'minutes', 'messages'] as const) {
					const before = less[key];
					if (before !== 'none') expect(more[key]).toBeGreaterThanOrEqual(before as number);
				}
				const calls = mixAt({ minutes: less.calls as number, messages: 0 }, shares);
				const chats = mixAt({ minutes: 0, messages: less.chats as number }, shares);
				expect([mixFits(calls, RATES, small), mixFits(chats, RATES, small)]).toEqual([true, true]);
				if (less.minutes === 'none') return;
				const kept = mixAt({ minutes: less.minutes as number, messages: 0 }, shares);
				const beside = { ...kept, chatStandard: mix.chatStandard, chatPremium: mix.chatPremium };
				expect(mixFits(beside, RATES, small)).toBe(true);
			})
		);
	});

	it('counts a channel without use as standard, and a rate of zero as without end', () => {
		expect(fittingIn(20_000, none, RATES)).toMatchObject({ calls: 2_000, chats: 10_000 });
		const free = { ...RATES, chatStandard: 0, chatPremium: 0 };
		expect(fittingIn(20_000, drawn, free)).toMatchObject({ chats: 'any', messages: 'none' });
		expect(tradeOff(20_000, free, sharesOf(drawn)).messages).toBeNull();
		expect(messagesOfMinute(free, sharesOf(drawn))).toBeNull();
		expect(averageRates(free, sharesOf(drawn)).message).toBe(0);
	});

	it('keeps minutes, messages and premium shares on the way from a point and back', () => {
		fc.assert(
			fc.property(mixes, (mix) => {
				expect(mixAt(pointOf(mix), sharesOf(mix))).toEqual(mix);
			})
		);
	});
});

describe('levers', () => {
	it('say what would make the design’s picture fit', () => {
		const chat = sure(leverTo(60_000, 'byChat', drawn, RATES));
		expect(chat).toMatchObject({ percent: 18, moved: 643, messages: 965 });
		expect(creditsOfMix(chat.mix, RATES)).toBeLessThanOrEqual(60_000);
		const voice = sure(leverTo(60_000, 'standardVoice', drawn, RATES));
		expect(voice).toMatchObject({ percent: 78, moved: 503, messages: 0, saved: 5_030 });
		expect(leverTo(60_000, 'standardChat', drawn, RATES)).toBeNull();
	});

	it('are sufficient and minimal, checked against all hundred percents and a second reckoning', () => {
		const perMinute = fc.integer({ min: 0, max: 20_000 }).map((thousandths) => thousandths / 1_000);
		fc.assert(
			fc.property(mixes, cards, included, perMinute, (mix, card, tier, messages) => {
				const rates = mixRates(card);
				for (const kind of KINDS) {
					const fits = (percent: number) =>
						law(byHand(kind, percent, mix, Math.round(messages * 1_000)), card) <= BigInt(tier) * 1_000n;
					const all = Array.from({ length: 101 }, (_, percent) => percent);
					const found = leverTo(tier, kind, mix, rates, messages);
					expect(found?.percent ?? null).toBe(all.find(fits) ?? null);
					if (!found) continue;
					expect(found.mix).toEqual(byHand(kind, found.percent, mix, Math.round(messages * 1_000)));
					expect(found.saved).toBe(Number(law(mix, card) - law(found.mix, card)) / 1_000);
				}
			})
		);
	});

	it('keep every minute and every message, or put messages in the place of minutes', () => {
		fc.assert(
			fc.property(
				mixes,
				fc.integer({ min: 0, max: 100 }),
				fc.constantFrom(...KINDS),
				(mix, percent, kind) => {
					const { mix: after, moved, messages } = afterLever(kind, percent, mix, RATES);
					const [before, then] = [pointOf(mix), pointOf(after)];
					const minutes = kind === 'byChat' ? moved : 0;
					expect(then).toEqual({ minutes: before.minutes - minutes, messages: before.messages + messages });
					for (const key of MIX_KEYS) expect(after[key]).toBeGreaterThanOrEqual(0);
				}
			)
		);
	});

	it('save nothing where the mix fits, and are none where calls cost less than the chats instead', () => {
		expect(leverTo(100_000, 'byChat', drawn, RATES)).toMatchObject({ percent: 0, saved: 0, mix: drawn });
		expect(leverTo(60_000, 'byChat', drawn, RATES, 10)).toBeNull();
	});
});

/** A lever once more, by fractions of whole numbers. */
function byHand(kind: LeverKind, percent: number, mix: Mix, milliMessages: number): Mix {
	const part = (n: number) => Number((BigInt(percent) * BigInt(n)) / 100n);
	const up = (a: bigint, b: bigint) => Number((a + b - 1n) / b);
	if (kind === 'standardVoice') {
		const moved = part(mix.voicePremium);
		return { ...mix, voicePremium: mix.voicePremium - moved, voiceStandard: mix.voiceStandard + moved };
	}
	if (kind === 'standardChat') {
		const moved = part(mix.chatPremium);
		return { ...mix, chatPremium: mix.chatPremium - moved, chatStandard: mix.chatStandard + moved };
	}
	const [standard, premium] = [part(mix.voiceStandard), part(mix.voicePremium)];
	const messages = up(BigInt(standard + premium) * BigInt(milliMessages), 1_000n);
	const chats = mix.chatStandard + mix.chatPremium;
	const [some, of] =
		chats > 0
			? [mix.chatPremium, chats]
			: [mix.voicePremium, Math.max(1, mix.voiceStandard + mix.voicePremium)];
	const dear = up(BigInt(messages) * BigInt(some), BigInt(of));
	return {
		voiceStandard: mix.voiceStandard - standard,
		voicePremium: mix.voicePremium - premium,
		chatStandard: mix.chatStandard + messages - dear,
		chatPremium: mix.chatPremium + dear
	};
}

describe('a mix from credits', () => {
	it('is had back from its own credits', () => {
		fc.assert(
			fc.property(mixes, (mix) => {
				const credits = creditsBy(mix, RATES);
				expect(mixOfCredits(credits, RATES)).toEqual(mix);
				expect(mixOfMonth(credits, creditsOfMix(mix, RATES), RATES)).toEqual(mix);
			})
		);
	});

	it('of a month is divided as what is known of it', () => {
		const half = creditsBy(drawn, RATES);
		const whole = mixOfMonth(half, 2 * 64_968, RATES);
		for (const key of MIX_KEYS) expect(whole[key]).toBe(2 * drawn[key]);
		expect(mixOfMonth(creditsBy(none, RATES), 500, RATES)).toEqual(none);
		const free = { ...RATES, chatPremium: 0 };
		expect(mixOfCredits(half, free).chatPremium).toBe(0);
	});

	it('ends in the ellipse in eight months of ten, and the ellipse is where the paths are', () => {
		const [paths, days] = [4_000, 5];
		const random = seeded(11);
		const parts = [4_000, 900, 1_200, 500].map(() => new Float64Array(paths * days));
		for (let path = 0; path < paths; path++) {
			const level = 1 + 0.2 * normal(random);
			for (const [k, mean] of [4_000, 900, 1_200, 500].entries())
				for (let day = 0; day < days; day++)
					sure(parts[k])[path * days + day] = mean * (level + 0.1 * normal(random));
		}
		const known = { voiceStandard: 10_000, voicePremium: 2_000, chatStandard: 3_000, chatPremium: 1_000 };
		const { centre, u, v } = monthEnds(known, seriesSpread(parts, paths, days), RATES);
		expect(centre.minutes).toBeCloseTo((10_000 + 20_000) / 10 + (2_000 + 4_500) / 20, -2);
		let inside = 0;
		for (let path = 0; path < paths; path++) {
			const [vs, vp, cs, cp] = parts.map((part) =>
				part.subarray(path * days, (path + 1) * days).reduce((a, b) => a + b, 0)
			) as [number, number, number, number];
			const x = (10_000 + vs) / 10 + (2_000 + vp) / 20 - centre.minutes;
			const y = (3_000 + cs) / 2 + (1_000 + cp) / 4 - centre.messages;
			const along = x / u.minutes;
			const across = (y - along * u.messages) / v.messages;
			if (along * along + across * across <= 1) inside++;
		}
		expect(inside / paths).toBeGreaterThan(0.78);
		expect(inside / paths).toBeLessThan(0.82);
	});

	it('has an ellipse of no width where nothing is uncertain', () => {
		const parts = [1, 2, 3, 4].map((value) => new Float64Array(6).fill(10 * value));
		const oval = monthEnds(creditsBy(none, RATES), seriesSpread(parts, 2, 3), { ...RATES, voicePremium: 0 });
		expect(oval).toEqual({
			centre: { minutes: 3, messages: 45 + 30 },
			u: { minutes: 0, messages: 0 },
			v: { minutes: 0, messages: 0 }
		});
	});
});

function creditsBy(mix: Mix, rates: MixRates): Record<(typeof MIX_KEYS)[number], number> {
	return {
		voiceStandard: creditsOfVolume(mix, rates, 'voiceStandard'),
		voicePremium: creditsOfVolume(mix, rates, 'voicePremium'),
		chatStandard: creditsOfVolume(mix, rates, 'chatStandard'),
		chatPremium: creditsOfVolume(mix, rates, 'chatPremium')
	};
}
