import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	billableSeconds,
	callUnits,
	chatUnits,
	creditsOfUnits,
	isShort,
	minutesOfSeconds,
	NET2PHONE,
	PER_SECOND,
	PRESETS,
	FIFTEEN_SECOND_RULE,
	tariffOf,
	UNITS_PER_CREDIT,
	type RateCard,
	type VoiceRounding
} from '$lib/engine/rating';
import { ratio, toNumber } from '$lib/engine/money';

const rounding = (initialSeconds: number, incrementSeconds: number, shortCallSeconds = 0): VoiceRounding => ({
	shortCallSeconds,
	initialSeconds,
	incrementSeconds,
	wholeCreditsPerCall: false
});

/** Exact units of calls (seconds) at net2phone's standard rate. */
function unitsOf(seconds: readonly number[], voiceRounding: VoiceRounding): number {
	const tariff = tariffOf({ ...NET2PHONE, voiceRounding });
	let units = 0;
	for (const s of seconds) {
		const ms = Math.floor(s * 1_000);
		if (!isShort(ms, voiceRounding)) units += callUnits(billableSeconds(ms, voiceRounding), 0, tariff);
	}
	return units;
}

describe('calls of 61 s, 59 s and 14 s at 10 credits a minute', () => {
	const calls = [61, 59, 14];
	it.each([
		['by the started minute', rounding(60, 60), 40 * UNITS_PER_CREDIT],
		['by the started minute with a 15 s threshold', rounding(60, 60, 15), 30 * UNITS_PER_CREDIT],
		['by the second', rounding(1, 1), (67 * UNITS_PER_CREDIT) / 3],
		['by 6 s', rounding(6, 6), 24 * UNITS_PER_CREDIT],
		['by 30 s, then 6 s', rounding(30, 6), 26 * UNITS_PER_CREDIT]
	])('cost, %s, exactly what was reckoned by hand', (_, rule, units) => {
		expect(unitsOf(calls, rule)).toBe(units);
	});

	it('cost 22⅓ credits by the second, shown as 22.3333', () => {
		expect(creditsOfUnits(unitsOf(calls, rounding(1, 1)))).toBe(22.3333);
	});
});

describe('the short-call threshold of 15 s', () => {
	const rule = rounding(1, 1, 15);
	it.each([
		[0, true],
		[14_999, true],
		[Math.floor(14_999.6), true],
		[15_000, false]
	])('makes a call of %d ms non-billable: %s', (ms, short) => {
		expect(isShort(ms, rule)).toBe(short);
	});

	it('leaves a call of exactly that length to cost at least the initial time', () => {
		expect(billableSeconds(15_000, rounding(60, 60, 15))).toBe(60);
	});
});

describe('billable time', () => {
	it.each([
		[1, 60],
		[60_000, 60],
		[60_001, 120],
		[0, 0]
	])('by the started minute of %d ms is %d s', (ms, seconds) => {
		expect(billableSeconds(ms, rounding(60, 60))).toBe(seconds);
	});

	it('without an initial time and by 6 s is 6 s for a millisecond', () => {
		expect(billableSeconds(1, rounding(0, 6))).toBe(6);
	});

	it('covers the call, exceeds it by less than a step, and is the initial time plus whole steps', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 0xffff_ffff }),
				fc.integer({ min: 0, max: 3_600 }),
				fc.integer({ min: 1, max: 3_600 }),
				(ms, initial, increment) => {
					const seconds = billableSeconds(ms, rounding(initial, increment));
					expect(seconds * 1_000).toBeGreaterThanOrEqual(ms);
					expect((seconds - initial) % increment).toBe(0);
					if (seconds > initial) expect((seconds - increment) * 1_000).toBeLessThan(ms);
				}
			)
		);
	});

	it('of a longer call is never less', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 10_000_000 }),
				fc.integer({ min: 0, max: 100_000 }),
				fc.integer({ min: 0, max: 90 }),
				fc.integer({ min: 1, max: 90 }),
				(ms, more, initial, increment) => {
					const rule = rounding(initial, increment);
					expect(billableSeconds(ms + more, rule)).toBeGreaterThanOrEqual(billableSeconds(ms, rule));
				}
			)
		);
	});
});

describe('whole credits per call', () => {
	const card: RateCard = {
		...PER_SECOND,
		voiceRounding: { ...PER_SECOND.voiceRounding, wholeCreditsPerCall: true }
	};
	const tariff = tariffOf(card);

	it('rounds each call up, and a whole one not at all', () => {
		expect([1, 6, 7, 0].map((seconds) => callUnits(seconds, 0, tariff) / UNITS_PER_CREDIT)).toEqual([
			1, 1, 2, 0
		]);
	});

	it('leaves chats alone', () => {
		const dear = tariffOf({ ...card, rates: { ...card.rates, chat: { standard: 0.001, premium: 0.5 } } });
		expect(chatUnits(1, 0, dear)).toBe(60);
	});
});

describe('the tiers of net2phone', () => {
	it.each(NET2PHONE.tiers.map(({ includedCredits }) => includedCredits))(
		'of %d credits hold as many messages and minutes as the vendor says',
		(credits) => {
			const tariff = tariffOf(NET2PHONE);
			const times = credits / 20_000;
			const units = credits * UNITS_PER_CREDIT;
			expect(chatUnits(10_000 * times, 0, tariff)).toBe(units);
			expect(chatUnits(5_000 * times, 1, tariff)).toBe(units);
			expect(callUnits(2_000 * 60 * times, 0, tariff)).toBe(units);
			expect(callUnits(1_000 * 60 * times, 1, tariff)).toBe(units);
		}
	);

	it('are those of all presets, without prices', () => {
		for (const { tiers } of PRESETS) {
			expect(tiers.map(({ includedCredits }) => includedCredits)).toEqual([
				20_000, 40_000, 60_000, 100_000, 150_000, 200_000
			]);
			expect(tiers.every(({ price }) => price === null)).toBe(true);
		}
	});

	it('differ from the other presets in rounding and threshold', () => {
		expect([NET2PHONE, PER_SECOND, FIFTEEN_SECOND_RULE].map((card) => card.voiceRounding)).toEqual([
			rounding(60, 60),
			rounding(1, 1),
			rounding(1, 1, 15)
		]);
	});
});

describe('figures as shown', () => {
	it('are units half-even to four places, as exact money arithmetic gives them', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), (units) => {
				expect(creditsOfUnits(units)).toBe(toNumber(ratio(units, UNITS_PER_CREDIT), 4));
			})
		);
	});

	it('takes the even neighbour of a tie', () => {
		expect([3, 9, 15, 21].map(creditsOfUnits)).toEqual([0, 0.0002, 0.0002, 0.0004]);
	});

	it('are minutes half-even to four places', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (seconds) => {
				expect(minutesOfSeconds(seconds)).toBe(toNumber(ratio(seconds, 60), 4));
			})
		);
	});

	it('stay exact for rates of three decimals', () => {
		const tariff = tariffOf({
			...NET2PHONE,
			rates: { chat: { standard: 1.005, premium: 0.001 }, voice: { standard: 4.35, premium: 0.07 } }
		});
		expect([tariff.message, tariff.second]).toEqual([
			[60_300, 60],
			[4_350, 70]
		]);
	});
});
